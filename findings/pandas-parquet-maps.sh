#!/usr/bin/env bash
# pandas reads a Parquet file with a map column, and cannot write what it has just read.
#
# One would guess: `read_parquet` and `to_parquet` are each other's inverse, if perhaps with other types, since both go
#   through pyarrow, which writes back what it has read.
# What happens: a map becomes a list of pairs for each row. pandas hands these to pyarrow without their type, which takes
#   the first item of a pair for the type of both and refuses the second: "Expected bytes, got a 'int' object". The table
#   that pyarrow itself has read is written back with its type.
# Versions: pandas 3.1.1, pyarrow 26.0.1, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pandas==3.1.1 pyarrow==26.0.1
cd "$work"
"$work/venv/bin/python" - <<'EOF'
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

print("pandas", pd.__version__, "pyarrow", pa.__version__)
stock = pa.array([[("apples", 3), ("pears", 5)], [("plums", 2)]], pa.map_(pa.string(), pa.int64()))
pq.write_table(pa.table({"stock": stock}), "stock.parquet")

frame = pd.read_parquet("stock.parquet")
print("read:", frame["stock"].tolist())
assert frame["stock"].tolist() == [[("apples", 3), ("pears", 5)], [("plums", 2)]]
try:
    frame.to_parquet("again.parquet")
except pa.ArrowTypeError as error:
    print("written by pandas:", error.args[0])
    assert "Expected bytes, got a 'int' object" in error.args[0]
else:
    raise SystemExit("pandas writes what it has read")

table = pq.read_table("stock.parquet")
pq.write_table(table, "again.parquet")
print("written by pyarrow:", pq.read_table("again.parquet").schema.field("stock").type)
assert pq.read_table("again.parquet").equals(table)
EOF
