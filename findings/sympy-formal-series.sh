#!/usr/bin/env bash
# By SymPy's fps the generating function of the Fibonacci numbers, 1/(1 - x - x^2), is 1 + x + x^2 + x^3 + ...
#
# One would guess: the formal power series of a rational function, for which the algorithm is exact, agrees with series();
#   and if one such series is right, x times it is too.
# What happens: fps(1/(1 - x - x**2)) has the coefficient 1 everywhere, which is the series of 1/(1 - x). fps(x/(1 - x - x**2))
#   has 1, 1, 2, 3, 5, 8 as it should, and 1/(1 - 2x) is right too. Of all of these series() is right.
# Versions: SymPy 1.14.0, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check sympy==1.14.0 mpmath==1.3.0
"$work/venv/bin/python" - <<'EOF'
import sympy
from sympy import Poly, fps, series
from sympy.abc import x

print("sympy", sympy.__version__)


def coefficients(expansion):
    return Poly(expansion.removeO(), x).all_coeffs()[::-1]


wrong = []
for function in (1 / (1 - x - x**2), x / (1 - x - x**2), 1 / (1 - 2 * x)):
    formal, expanded = coefficients(fps(function).truncate(8)), coefficients(series(function, x, 0, 8))
    print(function, "fps:", formal, "series:", expanded)
    wrong += [function] if formal != expanded else []
assert wrong == [1 / (1 - x - x**2)]
assert coefficients(fps(wrong[0]).truncate(8)) == [1] * 8
assert coefficients(series(wrong[0], x, 0, 8)) == [1, 1, 2, 3, 5, 8, 13, 21]
EOF
