#!/usr/bin/env bash
# The closed form that SymPy gives for 1, 4, 7, 8 is 8 at each of these places.
#
# One would guess: summation() gives a form that holds for every upper limit, or leaves the sum as it is, as it does
#   with the sum of binomial(2k, k).
# What happens: of binomial(3, k) for k from 0 to n it gives 8 minus a quotient. Just where n is 0, 1 or 2 the quotient
#   is 0/0; the factorial of a negative number below makes it 0, and the form 8. The sum up to a number, and the sum
#   that is left unevaluated until the number is known, are right.
# Versions: SymPy 1.14.0, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check sympy==1.14.0 mpmath==1.3.0
"$work/venv/bin/python" - <<'EOF'
import sympy
from sympy import Sum, binomial, summation, symbols

n = symbols("n", integer=True, nonnegative=True)
k = symbols("k", integer=True)
print("sympy", sympy.__version__)
form = summation(binomial(3, k), (k, 0, n))
found = {
    "added up one by one ": [sum(binomial(3, i) for i in range(m + 1)) for m in range(5)],
    "closed form, then n ": [form.subs(n, m) for m in range(5)],
    "n, then closed form ": [Sum(binomial(3, k), (k, 0, n)).subs(n, m).doit() for m in range(5)],
}
for how, values in found.items():
    print(how, values)
assert list(found.values()) == [[1, 4, 7, 8, 8], [8, 8, 8, 8, 8], [1, 4, 7, 8, 8]]
EOF
