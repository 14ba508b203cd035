#!/usr/bin/env bash
# num2words drops the sign of numbers between -1 and 0, in English and most other languages.
#
# One would guess: -0.5 is "minus zero point five", as -1.5 is "minus one point five".
# What happens: the sign is taken from the whole part alone, which is 0 and has none. "zero point five" is the text of
#   0.5 and of -0.5, for floats, decimals and texts. Italian says "meno zero virgola cinque". In Polish -0.5 has no sign
#   either, and -1.5, which has one elsewhere, raises an error.
# Versions: num2words 0.5.14, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check num2words==0.5.14
"$work/venv/bin/python" - <<'EOF'
from decimal import Decimal
from importlib.metadata import version

from num2words import num2words

print("num2words", version("num2words"))
for number in (-1.5, -0.5, 0.5, Decimal("-0.25"), "-0.75"):
    print(repr(number), "->", num2words(number))
assert num2words(-1.5) == "minus one point five"
assert num2words(-0.5) == num2words(0.5) == "zero point five"
assert num2words(Decimal("-0.25")) == "zero point two five"
assert num2words("-0.75") == "zero point seven five"
for language in ("de", "fr", "es", "nl", "sv", "pl"):
    assert num2words(-0.5, lang=language) == num2words(0.5, lang=language)
assert num2words(-0.5, lang="it") == "meno zero virgola cinque"
try:
    num2words(-1.5, lang="pl")
except ValueError as error:
    print("Polish:", error)
else:
    raise AssertionError("Polish has words for -1.5")
EOF
