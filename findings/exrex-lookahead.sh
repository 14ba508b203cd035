#!/usr/bin/env bash
# exrex generates "abb" for `a(?=b)b`, which that pattern does not match.
#
# One would guess: what exrex generates for a pattern is matched by the pattern, as its name and its tests say; or, where it
#   does not know a construct, an error.
# What happens: a condition on what follows or came before is taken for a part of the text. `a(?=b)b` gives "abb" alone, and
#   "ab", the only text that matches, is missing. `a(?!b)c` gives one text, and the count of that pattern is 0.
# Versions: exrex 0.12.0, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check exrex==0.12.0
"$work/venv/bin/python" -W ignore - <<'EOF'
import re
from importlib.metadata import version

import exrex

print("exrex", version("exrex"))
for pattern, generated in {"a(?=b)b": ["abb"], "(?<=a)b": ["ab"], "x(?=y)": ["xy"]}.items():
    found = list(exrex.generate(pattern))
    print(f"{pattern}: {found}, matched: {[bool(re.fullmatch(pattern, text)) for text in found]}")
    assert found == generated
    assert not any(re.fullmatch(pattern, text) for text in found)
assert re.fullmatch("a(?=b)b", "ab")
print("a(?!b)c:", list(exrex.generate("a(?!b)c")), "count", exrex.count("a(?!b)c"))
assert list(exrex.generate("a(?!b)c")) == ["ac"]
assert exrex.count("a(?!b)c") == 0
EOF
