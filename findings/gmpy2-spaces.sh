#!/usr/bin/env bash
# gmpy2 and python-flint read "1 2" as twelve, and the mixed number "1 2/3" as four.
#
# One would guess: as int() and Fraction() do, they take spaces around a number and refuse those within; a line of two
#   numbers that is not split by mistake is an error.
# What happens: GMP passes over white space anywhere, and so do both libraries: spaces, tabs and line breaks, in
#   fractions too. gmpy2 also takes underscores anywhere, at the ends and side by side, and two minus signs: mpz("--5")
#   is 5.
# Versions: gmpy2 2.3.2, python-flint 0.9.0, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check gmpy2==2.3.2 python-flint==0.9.0
"$work/venv/bin/python" - <<'EOF'
from fractions import Fraction
from importlib.metadata import version

from flint import fmpq, fmpz
from gmpy2 import mpq, mpz

print("gmpy2", version("gmpy2"), "python-flint", version("python-flint"))
for text in ("1 2", "1\n2", "1\t2"):
    print(f"{text!r} is {mpz(text)} in gmpy2 and {fmpz(text)} in python-flint")
    assert mpz(text) == mpq(text) == 12
    assert fmpz(text) == 12
print("'1 2/3' is", mpq("1 2/3"), "and", fmpq("1 2/3"))
assert mpq("1 2/3") == 4
assert fmpq("1 2/3") == 4
assert [mpz(text) for text in ("_1", "1__0", "--5")] == [1, 10, 5]
for read, text in ((int, "1 2"), (Fraction, "1 2/3"), (int, "1__0"), (int, "--5")):
    try:
        read(text)
    except ValueError as error:
        print(f"{read.__name__}:", error)
    else:
        raise AssertionError(text)
EOF
