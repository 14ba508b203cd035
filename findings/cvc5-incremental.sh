#!/usr/bin/env bash
# cvc5's Python package finds a program from examples at once, but only if incremental solving is switched off.
#
# One would guess: "incremental" is about push and pop, and does not matter for a file with one (check-synth); and its
#   default is the one that is good for synthesis, as the problem comes through the parser for SyGuS.
# What happens: the default of the package is true, and with it the procedure for input/output examples is off. Swapping
#   two words, from three examples, takes less than a second without it and does not end in 20 seconds of processor time
#   with it. Where both end, they give different programs for the same file.
# Versions: cvc5 1.4.2, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check cvc5==1.4.2
cat > "$work/synthesise.py" <<'EOF'
import sys

import cvc5

GRAMMAR = """(set-logic SLIA)
(synth-fun f ((s String)) String ((S String) (I Int))
  ((S String (s "" " " "-" "." (str.++ S S) (str.replace S S S) (str.at S I) (str.substr S I I)))
   (I Int (0 1 2 3 (+ I I) (- I I) (str.len S) (str.indexof S S I)))))
"""
OUTPUTS = {"second": ["b", "d", "fff"], "swapped": ["b a", "d cc", "fff e"]}
task, incremental = sys.argv[1:]
terms = cvc5.TermManager()
solver, symbols = cvc5.Solver(terms), cvc5.SymbolManager(terms)
assert solver.getOption("incremental") == "true"
solver.setOption("sygus", "true")
if incremental == "false":
    solver.setOption("incremental", "false")
examples = zip(["a b", "cc d", "e fff"], OUTPUTS[task])
constraints = "".join(f'(constraint (= (f "{before}") "{after}"))\n' for before, after in examples)
parser = cvc5.InputParser(solver, symbols)
parser.setStringInput(cvc5.InputLanguage.SYGUS_2_1, f"{GRAMMAR}{constraints}(check-synth)", task)
while not (command := parser.nextCommand()).isNull():
    print(*command.invoke(solver, symbols).split(), end="")
EOF

program() { # what is found for a task, with incremental solving or not, in 20 seconds of processor time
  (ulimit -t 20; exec "$work/venv/bin/python" "$work/synthesise.py" "$@") || true
}

"$work/venv/bin/python" -c 'from importlib.metadata import version; print("cvc5", version("cvc5"))'
for task in second swapped; do
  for incremental in false true; do
    found=$(program "$task" "$incremental" 2> /dev/null)
    echo "$task, incremental $incremental: ${found:-nothing in 20 seconds}"
    printf '%s' "$found" > "$work/$task-$incremental"
  done
done
grep -q define-fun "$work/second-true"
grep -q define-fun "$work/second-false"
! cmp -s "$work/second-true" "$work/second-false"
grep -q define-fun "$work/swapped-false"
[[ ! -s "$work/swapped-true" ]]
