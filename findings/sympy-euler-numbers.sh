#!/usr/bin/env bash
# Lambdified by SymPy with mpmath, Euler's numbers become Euler's constant, and Bernoulli's have another sign.
#
# One would guess: lambdify() turns a function into that of the module that means the same, or says that there is none.
# What happens: functions are matched by their names. mpmath's euler is the constant 0.577..., an object that takes the
#   number of bits as its argument, so that the fourth Euler number, 5, is 0.5625, the constant to four bits. bernoulli
#   means the same in both but for 1, where SymPy has 1/2 since 1.12 and mpmath has -1/2.
# Versions: SymPy 1.14.0, mpmath 1.3.0, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check sympy==1.14.0 mpmath==1.3.0
"$work/venv/bin/python" - <<'EOF'
import mpmath
import sympy
from sympy import bernoulli, euler, lambdify, symbols

print("sympy", sympy.__version__, "mpmath", mpmath.__version__)
n = symbols("n")
numbers, others = (lambdify(n, function(n), "mpmath") for function in (euler, bernoulli))
for k in (2, 4, 6):
    print(f"euler({k})     is", euler(k), "and lambdified", numbers(k))
print("bernoulli(1) is", bernoulli(1), "and lambdified", others(1))
assert [euler(k) for k in (2, 4, 6)] == [-1, 5, -61]
assert [numbers(k) for k in (2, 4, 6)] == [0.5, 0.5625, 0.578125]
assert (bernoulli(1), others(1)) == (sympy.Rational(1, 2), -0.5)
assert all(abs(others(k) - bernoulli(k)) < 1e-15 for k in (0, *range(2, 12)))
EOF
