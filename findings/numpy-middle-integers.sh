#!/usr/bin/env bash
# NumPy makes floats of [2^63 + 1, 1], and keeps smaller and larger integers exact.
#
# One would guess: integers that fit none of the integer types raise OverflowError or become objects, and those that fit
#   uint64, such as [2^63 + 1, 1], become uint64, as [2^63 + 1] alone does.
# What happens: each number gets the smallest type that it fits, int64 if it can, and what int64 and uint64 have in
#   common is float64. So [2^63 + 1, 1] loses its last digits, while from 2^64 on the list holds Python's own integers.
# Versions: NumPy 2.4.6, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check numpy==2.4.6
"$work/venv/bin/python" - <<'EOF'
import numpy as np

print("numpy", np.__version__)
for size, dtype in ((2**62 + 1, "int64"), (2**63 + 1, "float64"), (2**64 + 1, "object")):
    values = np.array([size, 1])
    print(f"[{size}, 1] is {values.dtype}, the first", "kept" if int(values[0]) == size else "changed")
    assert values.dtype == dtype
    assert (int(values[0]) == size) == (dtype != "float64")
assert np.array([2**63 + 1]).dtype == np.array([2**63 + 1, 2**63]).dtype == "uint64"
assert int(np.array([2**63 + 1, 1], dtype=np.uint64)[0]) == 2**63 + 1
EOF
