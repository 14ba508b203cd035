#!/usr/bin/env bash
# In Z3 the expression a{0,0} matches "aaa", and a{2} in cvc5's copy of the interface is a{2,} in Z3's.
#
# One would guess: Loop(Re("a"), 0, 0) matches the empty text alone, like a{0} elsewhere and like ((_ re.loop 0 0) ...) of
#   SMT-LIB; and cvc5.pythonic, which is made so that scripts written for Z3 run with cvc5, answers the same.
# What happens: for Z3's Python function an upper bound of 0 means that there is none, so that the pattern that allows
#   nothing allows everything, and no call can say a{0,0}; the same term as SMT-LIB is read by Z3 as one expects. The
#   upper bound may be left out in both modules: then Loop(Re("a"), 2) is a{2,} for the one and matches nothing at all for
#   the other, which takes the 0 that stands for it at its word.
# Versions: z3-solver 5.4.1.0, cvc5 1.4.2, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check z3-solver==5.4.1.0 cvc5==1.4.2
"$work/venv/bin/python" - <<'EOF'
from importlib.metadata import version

import cvc5.pythonic
import z3

print("Z3", version("z3-solver"), "cvc5", version("cvc5"))
texts = ["", "a", "aa", "aaa"]
seen = {}
for name, module in (("z3", z3), ("cvc5.pythonic", cvc5.pythonic)):
    for bounds in ((0, 0), (2,), (1, 2)):
        pattern = module.Loop(module.Re("a"), *bounds)
        matched = [text for text in texts if str(module.simplify(module.InRe(text, pattern))) == "True"]
        print(f"{name}: Loop(Re('a'), {', '.join(map(str, bounds))}) matches", matched)
        seen[name, bounds] = matched
assert seen["z3", (0, 0)] == texts
assert seen["cvc5.pythonic", (0, 0)] == [""]
assert seen["z3", (2,)] == ["aa", "aaa"]
assert seen["cvc5.pythonic", (2,)] == []
assert seen["z3", (1, 2)] == seen["cvc5.pythonic", (1, 2)] == ["a", "aa"]
solver = z3.Solver()
solver.from_string('(assert (str.in_re "aaa" ((_ re.loop 0 0) (str.to_re "a"))))')
print('as SMT-LIB, "aaa" in a{0,0}:', solver.check())
assert solver.check() == z3.unsat
EOF
