#!/usr/bin/env bash
# str.replace_re_all of SMT-LIB replaces the shortest matches, not the longest.
#
# One would guess: replacing all of (re.+ digit) in "2024-01-31" by "#" gives "#-#-#", as in every regular-expression
#   library, whether it takes the leftmost-longest match or a greedy one; and (re.* digit) the same or a little more.
# What happens: each match is the shortest that is not empty, so that + is as good as nothing: "####-##-##". The single
#   replacement takes even the empty match: (re.* digit) puts "#" in front and leaves every digit.
# Versions: cvc5 1.4.2, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check cvc5==1.4.2
"$work/venv/bin/python" - <<'EOF'
from importlib.metadata import version

import cvc5
from cvc5 import Kind

terms = cvc5.TermManager()
digit = terms.mkTerm(Kind.REGEXP_RANGE, terms.mkString("0"), terms.mkString("9"))
some, any_ = terms.mkTerm(Kind.REGEXP_PLUS, digit), terms.mkTerm(Kind.REGEXP_STAR, digit)


def replaced(kind, pattern):
    term = terms.mkTerm(kind, terms.mkString("2024-01-31"), pattern, terms.mkString("#"))
    return cvc5.Solver(terms).simplify(term).getStringValue()


print("cvc5", version("cvc5"))
seen = [
    replaced(Kind.STRING_REPLACE_RE_ALL, some),
    replaced(Kind.STRING_REPLACE_RE_ALL, any_),
    replaced(Kind.STRING_REPLACE_RE, some),
    replaced(Kind.STRING_REPLACE_RE, any_),
]
print("all of +  ", seen[0])
print("all of *  ", seen[1])
print("first of +", seen[2])
print("first of *", seen[3])
assert seen == ["####-##-##", "####-##-##", "#024-01-31", "#2024-01-31"]
EOF
