#!/usr/bin/env bash
# For automata-lib the regular expressions a{2} and aa are not equal, though they match the same texts.
#
# One would guess: `isequal` says whether two expressions have the same language, as it does for (a) and a, or [ab] and
#   a|b; and a quantifier is no different.
# What happens: an automaton made of an expression has an alphabet of its own, and the digits and the comma within braces
#   are letters of it: a{2} is over {2, a}. Automata over different alphabets are never equal, and a{2} is no subset of
#   a* either. If the alphabet is given, the answer is right.
# Versions: automata-lib 9.2.0, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check automata-lib==9.2.0
"$work/venv/bin/python" - <<'EOF'
from importlib.metadata import version

from automata.fa.nfa import NFA
from automata.regex.regex import isequal, issubset

print("automata-lib", version("automata-lib"))
for one, other, equal in (("(a)", "a", True), ("[ab]", "a|b", True), ("a{2}", "aa", False), ("a{0,}", "a*", False)):
    print(f"{one} and {other}:", isequal(one, other))
    assert isequal(one, other) is equal
quantified = NFA.from_regex("a{2}")
print("the letters of a{2}:", sorted(quantified.input_symbols))
assert quantified.input_symbols == {"a", "2"}
assert quantified.accepts_input("aa")
assert not quantified.accepts_input("a")
assert not issubset("a{2}", "a*")
assert isequal("a{2}", "aa", input_symbols={"a"})
EOF
