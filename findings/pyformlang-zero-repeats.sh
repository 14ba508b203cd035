#!/usr/bin/env bash
# In pyformlang's PythonRegex the expression a{0,1} matches "a" and "aa", and not the empty text; a{2,} matches nothing.
#
# One would guess: what PythonRegex makes of a pattern accepts the texts that Python's `re` does, as its name and its
#   documentation say, and refuses what it cannot translate. a{0,1} is a?, which it knows.
# What happens: a repetition is written out behind the symbol that stands there already, so that {0,1} is one or two times,
#   {0} once and {0,2} up to three times. {2,} and {,2} are taken for neither repetitions nor errors: the braces are
#   ordinary characters. {2} and {1,2} are right.
# Versions: pyformlang 1.0.11, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pyformlang==1.0.11
"$work/venv/bin/python" - <<'EOF'
import re
from importlib.metadata import version

from pyformlang.regular_expression import PythonRegex

print("pyformlang", version("pyformlang"))
texts = ["", "a", "aa", "aaa", "a{2,}"]
seen = {}
for pattern in ("a?", "a{0,1}", "a{0}", "a{0,2}", "a{1,2}", "a{2}", "a{2,}"):
    accepted = [text for text in texts if PythonRegex(pattern).accepts(list(text))]
    print(f"{pattern}: pyformlang {accepted}, re {[text for text in texts if re.fullmatch(pattern, text)]}")
    seen[pattern] = accepted
assert seen == {
    "a?": ["", "a"],
    "a{0,1}": ["a", "aa"],
    "a{0}": ["a"],
    "a{0,2}": ["a", "aa", "aaa"],
    "a{1,2}": ["a", "aa"],
    "a{2}": ["aa"],
    "a{2,}": ["a{2,}"],
}
EOF
