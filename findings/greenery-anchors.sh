#!/usr/bin/env bash
# In greenery `^a$` is a text of three characters, and a point matches a line break.
#
# One would guess: a library of regular expressions that describe whole texts takes `^` and `$` for what they are nearly
#   everywhere, or refuses them as it refuses other constructs; and a point matches anything but a line break, as in Python.
# What happens: both are ordinary characters. `^a$` matches "^a$" and not "a", so that a pattern copied from code describes
#   other texts, and `(^a$)&a` is empty. `a.c` matches "a\nc". `\d` and `\w` are those of ASCII.
# Versions: greenery 4.2.3, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check greenery==4.2.3
"$work/venv/bin/python" - <<'EOF'
import re
from importlib.metadata import version

from greenery import parse

print("greenery", version("greenery"))
for pattern, text in (("^a$", "a"), ("^a$", "^a$"), ("a.c", "a\nc"), (r"\w", "é")):
    one, other = parse(pattern).matches(text), bool(re.fullmatch(pattern, text))
    print(f"{pattern!r} on {text!r}: greenery {one}, re {other}")
    assert one != other
both = parse("^a$") & parse("a")
print("what ^a$ and a have in common is empty:", both.empty())
assert both.empty()
EOF
