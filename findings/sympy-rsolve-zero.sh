#!/usr/bin/env bash
# SymPy's rsolve says that 1, 1, 1, 2, 3, 8, ... is zero everywhere.
#
# One would guess: the closed form of a recurrence fits its initial values, as the documentation promises, and where
#   there is none that SymPy can find, the answer is None.
# What happens: y(n + 2) = (n + 1) y(n), which gives the double factorials, has no hypergeometric solution. The general
#   solution is then 0, without a constant in it, and as 0 has nothing to fit to y(0) = y(1) = 1, it is the answer.
#   Where the recurrence has something added, y(n + 1) = (n + 1) y(n) + 1, the answer is None as expected.
# Versions: SymPy 1.14.0, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check sympy==1.14.0 mpmath==1.3.0
"$work/venv/bin/python" - <<'EOF'
import sympy
from sympy import Function, factorial, rsolve, symbols

n = symbols("n", integer=True)
y = Function("y")
print("sympy", sympy.__version__)
terms = [1, 1]
for k in range(6):
    terms.append((k + 1) * terms[k])
print("terms      ", terms)
solution = rsolve(y(n + 2) - (n + 1) * y(n), y(n), {y(0): 1, y(1): 1})
print("closed form", solution)
assert solution == 0
assert rsolve(y(n + 1) - (n + 1) * y(n) - 1, y(n), {y(0): 0}) is None
assert rsolve(y(n + 1) - (n + 1) * y(n), y(n), {y(0): 1}) == factorial(n)
EOF
