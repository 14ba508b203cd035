#!/usr/bin/env bash
# Two equal power series of python-flint are not equal, and beyond their precision they have zeros.
#
# One would guess: power series compare like the polynomials and matrices of the library, by their coefficients, or they
#   refuse, since O(x^10) leaves open whether they are equal; and a coefficient that is not known is an error.
# What happens: series have no comparison of their own, so that Python compares which object it is. A series equals
#   itself alone, whatever is calculated is different from everything, and `in` does not find it. 1/(1 - x), which is
#   printed with O(x^10), has the coefficient 1 at 9 and 0 from 10 on.
# Versions: python-flint 0.9.0, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check python-flint==0.9.0
"$work/venv/bin/python" - <<'EOF'
from importlib.metadata import version

from flint import fmpq_series, fmpz_poly, fmpz_series

print("python-flint", version("python-flint"))
one, other = 1 / fmpz_series([1, -1]), 1 / fmpz_series([1, -1])
print(one)
print("equal:", one == other, "printed alike:", str(one) == str(other), "in a list:", other in [one])
print("coefficients from 8 to 11:", [int(one[k]) for k in range(8, 12)])
assert str(one) == str(other)
assert one.coeffs() == other.coeffs()
assert not one == other
assert one != other
assert one == one
assert not fmpq_series([1, 2]) == fmpq_series([1, 2])
assert fmpz_poly([1, 2]) == fmpz_poly([1, 2])
assert [one[k] for k in range(8, 12)] == [1, 1, 0, 0]
EOF
