#!/usr/bin/env bash
# Fractions of NumPy integers are not exact: they overflow, and at times to a fraction that is not in lowest terms.
#
# One would guess: Fraction turns what it is given into Python integers, as it does with floats, so that its arithmetic
#   is exact whatever it began with; or it refuses a NumPy integer, as Decimal does.
# What happens: np.int64 counts as numbers.Rational, and Fraction keeps its numerator as an np.int64. From then on its
#   arithmetic is modulo 2^64, in fractions that came out of a column of a table, say: 2^62 + 2^62 is negative, and
#   4 * 2^62/3 is Fraction(0, 3).
# Versions: NumPy 2.4.6, Python 3.11 (fractions of the standard library).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check numpy==2.4.6
"$work/venv/bin/python" -W ignore - <<'EOF'
import sys
from fractions import Fraction

import numpy as np

print("numpy", np.__version__, "python", sys.version.split()[0])
[big] = np.array([2**62])
half = Fraction(big)
print("numerator          ", type(half.numerator))
print("2^62 + 2^62        ", repr(half + half))
print("4 * 2^62/3         ", repr(Fraction(big, 3) * 4))
print("of Python integers ", repr(Fraction(int(big)) * 2), repr(Fraction(int(big), 3) * 4))
assert type(half.numerator) is np.int64
assert half + half == -(2**63)
assert str(Fraction(big, 3) * 4) == "0/3"
assert Fraction(int(big), 3) * 4 == Fraction(2**64, 3)
EOF
