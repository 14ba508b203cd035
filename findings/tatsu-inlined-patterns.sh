#!/usr/bin/env bash
# In TatSu a pattern that is moved from its own rule to the place where the rule is called no longer passes over blanks.
#
# One would guess: a rule that is called once may be written in place, and white space, which TatSu skips by itself, is
#   skipped before patterns as before quoted words; and whether a rule's name is written in capitals is a matter of taste.
# What happens: blanks are skipped before a quoted word and at the beginning of a rule, and not before a pattern. "1 + 2" is
#   parsed by the rule digit = /\d/, refused with the same pattern in place of its name, and refused by the same rule
#   under the name Digit, since rules in capitals are for words and skip nothing. "1 +2" is parsed all the same.
# Versions: TatSu 5.15.1, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check TatSu==5.15.1
"$work/venv/bin/python" - <<'EOF'
from importlib.metadata import version

import tatsu
from tatsu.exceptions import FailedParse

print("TatSu", version("TatSu"))
GRAMMARS = {
    "a rule": r"start = digit '+' digit $ ; digit = /\d/ ;",
    "in place": r"start = /\d/ '+' /\d/ $ ;",
    "in capitals": r"start = Digit '+' Digit $ ; Digit = /\d/ ;",
}


def parsed(grammar, text):
    try:
        return tatsu.parse(grammar, text)
    except FailedParse:
        return "refused"


seen = {(name, text): parsed(grammar, text) for name, grammar in GRAMMARS.items() for text in ("1 + 2", "1 +2")}
for (name, text), result in seen.items():
    print(f"{name}, {text!r}: {result}")
parts = ("1", "+", "2")
for name in GRAMMARS:
    assert seen[name, "1 +2"] == parts
assert seen["a rule", "1 + 2"] == parts
assert seen["in place", "1 + 2"] == seen["in capitals", "1 + 2"] == "refused"
EOF
