#!/usr/bin/env bash
# pySMT simplifies the text "-5" to the number -5, and then proves with its own solver that this is wrong.
#
# One would guess: simplify() keeps to the theory that the solvers behind pySMT decide, so that any term equals what it is
#   simplified to, and `is_valid` says so.
# What happens: terms of texts without variables are handed to Python. str.to.int is int(), so that "-5" and "1_0" are -5
#   and 10, where the theory has -1 for a text that is no number; str.substr is a slice, so that the length -1 cuts off
#   the last character, where the theory has the empty text; str.indexof is find(), for which -1 is the last place. With
#   cvc5 behind the same pySMT none of these equations is valid.
# Versions: pySMT 0.9.6, cvc5 1.4.2, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pysmt==0.9.6 cvc5==1.4.2
"$work/venv/bin/python" -W ignore - <<'EOF'
from importlib.metadata import version

from pysmt.shortcuts import Equals, Int, Solver, StrIndexOf, String, StrSubstr, StrToInt

print("pySMT", version("pysmt"), "cvc5", version("cvc5"))
terms = [
    StrToInt(String("-5")),
    StrToInt(String("1_0")),
    StrSubstr(String("abcdef"), Int(0), Int(-1)),
    StrIndexOf(String("banana"), String("a"), Int(-1)),
    StrToInt(String("12")),
]
seen = []
for term in terms:
    value = term.simplify()
    with Solver(name="cvc5", logic="QF_SLIA") as solver:
        valid = solver.is_valid(Equals(term, value))
    print(term, "=", value, "valid" if valid else "not valid")
    seen.append((value.constant_value(), valid))
assert seen == [(-5, False), (10, False), ("abcde", False), (5, False), (12, True)]
EOF
