#!/usr/bin/env bash
# num2words says the same of 41,000 and 40,000 in Azerbaijani, and of any trillions in Romanian.
#
# One would guess: whatever else goes wrong in a language, two whole numbers have two names, so that what is written on a
#   cheque can be read back.
# What happens: "bir", one, is left out before "min", thousand, as it should be in 1,000 alone; but it is left out in
#   11,000, 21,000, 31,000 and 101,000 too, which become 10,000, 20,000, 30,000 and 100,000. Below 200,000 it is 19,000
#   numbers that have the name of another one. In Romanian one, two and three trillion are all "bilion"; in Welsh two
#   million is two billion.
# Versions: num2words 0.5.14, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check num2words==0.5.14
"$work/venv/bin/python" - <<'EOF'
from importlib.metadata import version

from num2words import num2words

print("num2words", version("num2words"))
pairs = {"az": [(40_000, 41_000), (100_005, 101_005)], "ro": [(10**12, 3 * 10**12)], "cy": [(2 * 10**6, 2 * 10**9)]}
for language, numbers in pairs.items():
    for one, other in numbers:
        name = num2words(one, lang=language)
        print(f"{language}: {one} and {other} are", name)
        assert num2words(other, lang=language) == name
assert num2words(41, lang="az") != num2words(40, lang="az")
names = [num2words(number, lang="az") for number in range(200_000)]
print("numbers below 200000 in Azerbaijani:", len(names), "names:", len(set(names)))
assert len(names) - len(set(names)) == 19_000
EOF
