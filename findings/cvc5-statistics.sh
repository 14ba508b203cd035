#!/usr/bin/env bash
# cvc5's statistics count the terms that it enumerates, but from Python they say that there were none.
#
# One would guess: after (check-synth), `Solver.getStatistics()` says how many terms were enumerated: "enumTerms" those
#   that were kept, and "enumTermsRewrite" those that were made and rewritten, which are never fewer.
# What happens: with the default of the Python package, incremental=true, these counts are 0, although cvc5 itself says
#   that it has gone through all terms of the size asked for. With incremental=false they are right. And with
#   sygus-rewriter=none, "enumTerms" counts every term and "enumTermsRewrite" none: the second is less than the first.
# Versions: cvc5 1.4.2, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check cvc5==1.4.2
cat > "$work/enumerate.py" <<'EOS'
import sys
from importlib.metadata import version

import cvc5

# Sums of x and 0, of which none is 918: 2 + 4 + 16 terms with at most two plus signs, and among them 4 behaviours.
PROBLEM = """(set-logic LIA)
(synth-fun f ((x Int)) Int ((I Int)) ((I Int (x 0 (+ I I)))))
(constraint (= (f 3) 918))
(check-synth)
"""


def counted(**options):
    terms = cvc5.TermManager()
    solver, symbols = cvc5.Solver(terms), cvc5.SymbolManager(terms)
    for name, value in {"sygus": "true", "sygus-enum": "fast", "sygus-abort-size": "2", **options}.items():
        solver.setOption(name, value)
    parser = cvc5.InputParser(solver, symbols)
    parser.setStringInput(cvc5.InputLanguage.SYGUS_2_1, PROBLEM, "sums")
    said = ""
    while not (command := parser.nextCommand()).isNull():
        said += command.invoke(solver, symbols)
    assert "Maximum term size (2)" in said, said
    known = {name: value["value"] for name, value in solver.getStatistics()}
    return {name: known[f"SygusEnumerator::{name}"] for name in ("enumTerms", "enumTermsRewrite")}


print("cvc5", version("cvc5"))
cases = {
    "incremental, the default": ({}, (0, 0)),
    "not incremental": ({"incremental": "false"}, (4, 10)),
    "not incremental, no rewriter": ({"incremental": "false", "sygus-rewriter": "none"}, (22, 0)),
}
wrong = False
for name, (options, expected) in cases.items():
    found = counted(**options)
    print(f"{name}: {found}")
    wrong |= (*found.values(),) != expected
sys.exit(wrong)
EOS
"$work/venv/bin/python" "$work/enumerate.py"
