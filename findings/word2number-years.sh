#!/usr/bin/env bash
# word2number multiplies numbers that stand side by side: "nineteen eighty four" is 1524.
#
# One would guess: the words of a year give the year; or, as the library says that it reads English numbers of any size
#   and raises an error for what is not one, an error.
# What happens: the last number is added to the product of those before. 19 times 80 and 4 is 1524, 20 times 20 and 1
#   is 401, and nothing is said.
# Versions: word2number 1.1, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check word2number==1.1
"$work/venv/bin/python" - <<'EOF'
from importlib.metadata import version

from word2number.w2n import word_to_num

print("word2number", version("word2number"))
for text, number in {
    "two hundred thousand and six": 200_006,
    "nineteen eighty four": 19 * 80 + 4,
    "twenty twenty one": 20 * 20 + 1,
}.items():
    print(f"{text!r} is {word_to_num(text)}")
    assert word_to_num(text) == number
EOF
