#!/usr/bin/env bash
# DuckDB keeps "007" in a CSV file as text, or silently makes it 7: it depends on where in the file it stands.
#
# One would guess: either a column with 007 is taken for a column of numbers, as by pandas and Polars, or it is kept as
#   text; and where the types guessed from the first rows do not suit a later row, there is an error.
# What happens: 007 keeps a column from being one of numbers only if it is among the 20,480 rows that are looked at.
#   Further on it is read as 7, which fits the type guessed, and nothing is said. So identifiers come out whole from a
#   short file, and without their zeros from a long one. `sample_size=-1` looks at all rows, `all_varchar=true` guesses
#   nothing.
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


def read(place, options=""):
    """The type of a column of 30,000 identifiers, and what becomes of the one written 007 at a place."""
    rows = [str(number) for number in range(1, 30_001)]
    rows[place] = "007"
    Path("ids.csv").write_text("\n".join(["id,name", *(f"{row},a" for row in rows)]) + "\n")
    table = f"read_csv('ids.csv'{options})"
    found = duckdb.sql(f"SELECT typeof(id), id FROM {table} LIMIT 1 OFFSET {place}").fetchall()[0]
    print(f"007 in row {place + 1}{options}:", *found)
    return found


assert read(0) == ("VARCHAR", "007")
assert read(20_000) == ("VARCHAR", "007")
assert read(29_999) == ("BIGINT", 7)
assert read(29_999, ", sample_size=-1") == ("VARCHAR", "007")
EOF
