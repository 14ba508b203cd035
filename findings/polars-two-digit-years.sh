#!/usr/bin/env bash
# Polars and Python read the same date by the same format a century apart.
#
# One would guess: %y has the pivot of POSIX in both, 69 to 99 being in the last century, as in C, Python and pandas.
# What happens: in Polars 69 is 2069; its last century begins with 70. Of the hundred years this is the only one that
#   differs, so a column of birthdays looks right and is not.
# Versions: Polars 2.1.0, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check polars==2.1.0 polars-runtime-32==2.1.0
"$work/venv/bin/python" - <<'EOF'
from datetime import datetime

import polars as pl

print("polars", pl.__version__)
texts = [f"01/02/{year:02}" for year in range(100)]
python = [datetime.strptime(text, "%m/%d/%y").date() for text in texts]
polars = pl.Series(texts).str.to_date("%m/%d/%y").to_list()
different = [(text, *both) for text, *both in zip(texts, python, polars) if both[0] != both[1]]
for text, first, second in different:
    print(text, "Python", first, "Polars", second)
assert [(text, first.year, second.year) for text, first, second in different] == [("01/02/69", 1969, 2069)]
EOF
