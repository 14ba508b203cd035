#!/usr/bin/env bash
# In DuckDB 2.5 becomes the integer 3, and the double 2.5 becomes the integer 2.
#
# One would guess: a cast to an integer rounds in one way, half up as in PostgreSQL's numeric or half to even as in C;
#   and "2.5" in a query is the same number whether it is written as a literal, a text or a double.
# What happens: a literal with a point is a decimal, and a decimal or a text is rounded half away from zero; a double
#   is rounded half to even by the cast, but half away from zero by round(). A column read from a CSV file is of
#   doubles, so the same expression over the file and over literals differs.
# Versions: DuckDB 2.0.1, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check duckdb==2.0.1
cd "$work"
"$work/venv/bin/python" - <<'EOF'
from pathlib import Path

import duckdb

print("DuckDB", duckdb.__version__)


def one(query):
    (row,) = duckdb.sql(query).fetchall()
    print(query, "->", *row)
    return row


assert one("SELECT 2.5::INT, '2.5'::INT, (-2.5)::INT") == (3, 3, -3)
assert one("SELECT 2.5::DOUBLE::INT, (-2.5)::DOUBLE::INT, 3.5::DOUBLE::INT") == (2, -2, 4)
assert one("SELECT round(2.5::DOUBLE)::INT") == (3,)
Path("halves.csv").write_text("x\n2.5\n")
assert one("SELECT typeof(x), x::INT FROM 'halves.csv'") == ("DOUBLE", 2)
EOF
