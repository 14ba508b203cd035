#!/usr/bin/env bash
# python-flint prints the interval from 8 to 10 as [+/- 10.1], which is read back as one around 0.
#
# One would guess: arb(9, 1) is printed by its middle and its radius, [9 +/- 1], since both are short and exact, and what is
#   printed is at most a little wider when it is read again, so that what was greater than zero still is.
# What happens: only digits that are sure are printed, and of a number that may be 8 or 10 not even the first is: nothing is
#   left but its size. Printing and reading loses the sign, and 1/x becomes nan. With arb(10, 1), from 9 to 11, all is as one
#   would guess, and arb(99, 1) is printed as [1e+2 +/- 2.01], with another middle. repr() is the same text.
# Versions: python-flint 0.9.0, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check python-flint==0.9.0
"$work/venv/bin/python" - <<'EOF'
from importlib.metadata import version

from flint import arb

print("python-flint", version("python-flint"))
seen = {}
for middle, radius in ((9, 1), (10, 1), (99, 1)):
    number = arb(middle, radius)
    again = arb(str(number))
    print(f"arb({middle}, {radius}) is {number}, greater than 0: {number > 0}, read again: {again > 0}, 1/x: {1 / again}")
    assert number > 0
    assert repr(number) == str(number)
    assert again.contains(number)
    seen[middle] = str(number), again > 0, str(1 / again) == "nan"
assert seen == {
    9: ("[+/- 10.1]", False, True),
    10: ("[1e+1 +/- 1.01]", True, False),
    99: ("[1e+2 +/- 2.01]", True, False),
}
EOF
