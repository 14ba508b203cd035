#!/usr/bin/env bash
# In lark a keyword of a higher priority is a name all the same, wherever the keyword cannot stand.
#
# One would guess: with `NOT.2: /not\b/` beside `NAME: /[a-z]+/` the word "not" is never a NAME, since the priority decides
#   between terminals that match at one place; so `x + not` is refused, as `not x` shows that the word is a keyword.
# What happens: the default lexer of the LALR parser is contextual, and tries at each place only terminals that the parser
#   accepts there. After `+` it accepts no NOT, so "not" is read as a variable, without a word, and `not not` is the
#   negation of a variable called "not". With `lexer="basic"` both are refused.
# Versions: lark 1.3.1.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet lark==1.3.1

"$work/venv/bin/python" - <<'PYTHON' | tee "$work/seen"
from lark import Lark
from lark.exceptions import UnexpectedInput

GRAMMAR = r"""
start: NOT sum | sum
sum: NAME ("+" NAME)*
NOT.2: /not\b/
NAME: /[a-z]+/
%ignore " "
"""


def read(parser, text):
    try:
        return " ".join(f"{token.type}:{token}" for token in parser.parse(text).scan_values(lambda _: True))
    except UnexpectedInput:
        return "refused"


for lexer in ("contextual", "basic"):
    parser = Lark(GRAMMAR, parser="lalr", lexer=lexer)
    for text in ("not x", "x + not", "not not"):
        print(f"{lexer}, {text!r}: {read(parser, text)}")
PYTHON

diff "$work/seen" - <<'SEEN'
contextual, 'not x': NOT:not NAME:x
contextual, 'x + not': NAME:x NAME:not
contextual, 'not not': NOT:not NAME:not
basic, 'not x': NOT:not NAME:x
basic, 'x + not': refused
basic, 'not not': refused
SEEN
