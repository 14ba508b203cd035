#!/usr/bin/env bash
# pyarrow reads the codes 0x10 of a CSV file as sixteen, and +5 as a float.
#
# One would guess: a column is inferred to be of integers if it has decimal digits with a sign; "0x10" stays a text, as it does
#   in Polars, and "+5" is 5 as "-5" is -5.
# What happens: integers may be hexadecimal, but may not have a plus sign, which only floats have. So a column of +5 becomes
#   5.0, and a large number with a plus is another number than without. "-0x10" is a text, and in a cast to eight bits the
#   text "0xFF" is -1, where "255" is refused: hexadecimal digits are bits.
# Versions: pyarrow 26.0.1, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pyarrow==26.0.1
"$work/venv/bin/python" - <<'EOF'
from io import BytesIO

import pyarrow as pa
from pyarrow import csv

print("pyarrow", pa.__version__)
texts = ["0x10", "-0x10", "5", "-5", "+5", "9007199254740993", "+9007199254740993"]
row = ",".join(texts)
table = csv.read_csv(BytesIO(row.encode()), read_options=csv.ReadOptions(column_names=[f"c{k}" for k in range(len(texts))]))
values = [column[0].as_py() for column in table.columns]
for text, value in zip(texts, values):
    print(text, "is", repr(value))
assert repr(values) == "[16, '-0x10', 5, -5, 5.0, 9007199254740993, 9007199254740992.0]"
narrow = pa.array(["0xFF", "0x7F"]).cast(pa.int8()).to_pylist()
print("0xFF and 0x7F as eight bits:", narrow)
assert narrow == [-1, 127]
try:
    pa.array(["255"]).cast(pa.int8())
except pa.ArrowInvalid as error:
    print(error)
else:
    raise AssertionError("255")
EOF
