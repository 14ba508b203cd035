#!/usr/bin/env bash
# A SymPy sum whose upper limit is below the lower one has two values: one computed, one printed as Python.
#
# One would guess: Sum(k, (k, 5, 1)) is the empty sum, 0; or, if SymPy takes another convention, its printed code and
#   lambdify() take the same.
# What happens: doit() and evalf() follow Karr's convention and give -(2 + 3 + 4) = -9. The code that SymPy prints for
#   the very same object is a sum over range(5, n + 1), which gives 0; lambdified after doit() it is -9 again.
# Versions: SymPy 1.14.0, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check sympy==1.14.0 mpmath==1.3.0
"$work/venv/bin/python" - <<'EOF'
import sympy
from sympy import Sum, lambdify, pycode, symbols

k, n = symbols("k n", integer=True)
total = Sum(k, (k, 5, n))
print("sympy", sympy.__version__)
print("printed as Python  ", pycode(total))
at_one = {
    "doit": total.subs(n, 1).doit(),
    "evalf": total.subs(n, 1).evalf(),
    "lambdify": lambdify(n, total, "math")(1),
    "lambdify after doit": lambdify(n, total.doit(), "math")(1),
}
for how, value in at_one.items():
    print(f"n = 1, {how:20}", value)
assert "range(5, n+1)" in pycode(total)
assert [int(value) for value in at_one.values()] == [-9, -9, 0, -9]
assert total.subs(n, 7).doit() == lambdify(n, total, "math")(7) == 18
EOF
