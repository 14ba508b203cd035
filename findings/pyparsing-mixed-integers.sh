#!/usr/bin/env bash
# pyparsing reads "-1 3/4" as -0.25.
#
# One would guess: `common.mixed_integer`, which reads "1-3/4" and "1 3/4" as 1.75, reads the same with a minus before
#   it as -1.75.
# What happens: the minus belongs to the integer alone, and the fraction is added to it: -1 + 3/4 = -0.25. A fraction
#   by itself, "-3/4", is -0.75. So -1 3/4 is more than -1 1/2, and is nearer to 0 than -3/4 is.
# Versions: pyparsing 3.3.3, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pyparsing==3.3.3
"$work/venv/bin/python" - <<'EOF'
from pyparsing import __version__, common

print("pyparsing", __version__)
for text, number in {"1 3/4": 1.75, "1-3/4": 1.75, "-3/4": -0.75, "-1 1/2": -0.5, "-1 3/4": -0.25}.items():
    read = common.mixed_integer.parse_string(text, parse_all=True)[0]
    print(text, "->", read)
    assert read == number
EOF
