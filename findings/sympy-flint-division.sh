#!/usr/bin/env bash
# Installing python-flint changes what SymPy says a polynomial is divided by another.
#
# One would guess: python-flint, which SymPy takes for its integers as soon as it is installed, makes it faster and
#   changes no answer; and (quo, rem) are the two halves of div.
# What happens: over the integers, where 2x + 1 does not divide 5x^2, plain SymPy gives quotient 0 and leaves the whole
#   polynomial as the remainder. With python-flint quo and rem divide the coefficients rounding down, so that the
#   remainder keeps the degree of the dividend, while div still answers as before: quo and rem contradict div.
# Versions: SymPy 1.14.0, python-flint 0.9.0, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat > "$work/divide.py" <<'EOF'
import sys

import sympy
from sympy import ZZ, div, quo, rem, symbols

x = symbols("x")
f, g = 5 * x**2 + 3 * x + 1, 2 * x + 1
seen = [str(one) for one in (*div(f, g, domain=ZZ), quo(f, g, domain=ZZ), rem(f, g, domain=ZZ))]
print(f"sympy {sympy.__version__}, integers are {type(ZZ(1)).__name__}:", *seen, sep="\n  ")
whole = "5*x**2 + 3*x + 1"
expected = {"int": ["0", whole, "0", whole], "fmpz": ["0", whole, "2*x", "x**2 + x + 1"]}
assert type(ZZ(1)).__name__ == sys.argv[1]
assert seen == expected[sys.argv[1]]
EOF
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check sympy==1.14.0 mpmath==1.3.0
"$work/venv/bin/python" "$work/divide.py" int
"$work/venv/bin/pip" install --quiet --disable-pip-version-check python-flint==0.9.0
"$work/venv/bin/python" "$work/divide.py" fmpz
