#!/usr/bin/env bash
# mpmath identifies 2**70, and nearly every other large integer, as 1/log(1), which is a division by zero.
#
# One would guess: identify() gives back an integer as itself, or None where it finds nothing; and what it returns can be
#   evaluated to the number, as its documentation shows with eval().
# What happens: after sums and products it looks at transformations of the number, one of which is x = 1/log(y). For a large
#   x that y is 1 within the tolerance, and so the answer for all of 10**11, 10**24 and 2**70 is "1/log(1)". From 10**6 on
#   it is "1/log(((2-sqrt(0))/2))", which is the same. 10**5 is still 2**5*5**5.
# Versions: mpmath 1.3.0, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mpmath==1.3.0
"$work/venv/bin/python" - <<'EOF'
import mpmath

print("mpmath", mpmath.__version__)
seen = {number: mpmath.identify(number) for number in (10**5, 10**6, 10**11, 10**24, 2**70, 3**30)}
for number, formula in seen.items():
    print(number, "is", formula)
assert seen[10**5] == "2**5*5**5"
assert seen[10**6] == "1/log(((2-sqrt(0))/2))"
assert {seen[number] for number in (10**11, 10**24, 2**70, 3**30)} == {"1/log(1)"}
assert eval(seen[10**5], vars(mpmath)) == 10**5
for formula in (seen[10**6], seen[2**70]):
    try:
        print(eval(formula, vars(mpmath)))
    except ZeroDivisionError:
        print(formula, "is a division by zero")
    else:
        raise AssertionError(formula)
EOF
