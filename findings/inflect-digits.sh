#!/usr/bin/env bash
# inflect says "twelve" of 1/2, "thirteen" of 1e3, and "zero" of "abc".
#
# One would guess: number_to_words of a text that is not plainly a number is an error, as the text "" is; and what Python
#   reads as a number, like 1e3, is that number.
# What happens: a comma between thousands is left out, and so is everything else that is no digit, sign or point: 1/2 is 12,
#   1e3 is 13, 12:30 is 1230 and 12-34 is 1234. A text without digits is zero. A second point is left out too: the version
#   1.2.3 is "one point two three". Only the ending of "2nd" is understood, as "second".
# Versions: inflect 7.6.0, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check inflect==7.6.0
"$work/venv/bin/python" - <<'EOF'
from importlib.metadata import version

import inflect

print("inflect", version("inflect"))
words = inflect.engine().number_to_words
expected = {
    "1,234": "one thousand, two hundred and thirty-four",
    "12-34": "one thousand, two hundred and thirty-four",
    "1/2": "twelve",
    "1e3": "thirteen",
    "12:30": "one thousand, two hundred and thirty",
    "1.2.3": "one point two three",
    "2nd": "second",
    "abc": "zero",
}
for text, name in expected.items():
    print(repr(text), "is", words(text))
    assert words(text) == name
EOF
