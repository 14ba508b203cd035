#!/usr/bin/env bash
# With lark's Earley parser 1-2-3 is (1-2)-3, and with its CYK parser 1-(2-3), of one grammar.
#
# One would guess: where a grammar is ambiguous, lark's two parsers that take such grammars either both say so or make the
#   same choice, since the parser is an option beside the grammar and not a part of it.
# What happens: for `e: e "-" e | NUMBER` the one prefers what is longer on the left, the other what is longer on the right,
#   so that the value changes with the option: -4 or 2. The order of the alternatives does not matter to either. And
#   `ambiguity="explicit"`, with which Earley shows both readings, is taken by CYK without a word, and shows its one.
# Versions: lark 1.3.1, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check lark==1.3.1
"$work/venv/bin/python" - <<'EOF'
import lark

print("lark", lark.__version__)
GRAMMARS = ['start: e\ne: e "-" e | NUMBER\nNUMBER: /[0-9]/', 'start: e\ne: NUMBER | e "-" e\nNUMBER: /[0-9]/']


def value(tree):
    if isinstance(tree, lark.Token):
        return int(tree)
    first, *rest = map(value, tree.children)
    return first - sum(rest)


for grammar in GRAMMARS:
    seen = {parser: value(lark.Lark(grammar, parser=parser).parse("1-2-3")) for parser in ("earley", "cyk")}
    print("1-2-3 is", seen)
    assert seen == {"earley": -4, "cyk": 2}
for parser, readings in (("earley", 2), ("cyk", 0)):
    tree = lark.Lark(GRAMMARS[0], parser=parser, ambiguity="explicit").parse("1-2-3")
    found = sum(len(part.children) for part in tree.find_data("_ambig"))
    print(f"{parser} with ambiguity='explicit': {found} readings are told apart")
    assert found == readings
EOF
