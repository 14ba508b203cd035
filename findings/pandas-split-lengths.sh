#!/usr/bin/env bash
# In pandas "a|b" is split by "|", and "a||b" by "||" into its letters; rsplit splits it as one would think.
#
# One would guess: str.split of a column takes its separator either as a text, as Python's split does, or as a regular
#   expression, as str.replace once did, and str.rsplit, where nothing bounds the number of parts, gives the same.
# What happens: a separator of one character is a text, and a longer one a regular expression, unless `regex=` is given. So
#   "." splits "a.b" in two, and ".." splits "a..b" into three empty texts; "||" is an alternative of nothing, which matches
#   between any two letters. rsplit knows no regular expressions: it splits by "||" and not by "\d".
# Versions: pandas 3.1.1, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pandas==3.1.1
"$work/venv/bin/python" - <<'EOF'
import pandas as pd

print("pandas", pd.__version__)
expected = {
    ("a|b", "|"): (["a", "b"], ["a", "b"]),
    ("a||b", "||"): (["", "a", "|", "|", "b", ""], ["a", "b"]),
    ("a.b", "."): (["a", "b"], ["a", "b"]),
    ("a..b", ".."): (["", "", ""], ["a", "b"]),
    ("a1b", r"\d"): (["a", "b"], ["a1b"]),
}
for (text, separator), parts in expected.items():
    column = pd.Series([text])
    seen = column.str.split(separator)[0], column.str.rsplit(separator)[0]
    print(f"{text!r} by {separator!r}: split {seen[0]}, rsplit {seen[1]}")
    assert tuple(map(list, seen)) == parts
assert list(pd.Series(["a||b"]).str.split("||", regex=False)[0]) == ["a", "b"]
EOF
