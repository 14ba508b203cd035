#!/usr/bin/env bash
# In code compiled by Numba x + 1 is the least integer, and yet greater than x.
#
# One would guess: 64-bit integers wrap around, as in NumPy, so that for the greatest integer x + 1 > x is false.
# What happens: x + 1 does wrap around where it is returned, but the comparison has been simplified to "true" before,
#   as if overflow could not happen. Both come from one function, in one call.
# Versions: Numba 0.68.1, llvmlite 0.50.0, NumPy 2.4.6, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export NUMBA_CACHE_DIR="$work/cache"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check numba==0.68.1 llvmlite==0.50.0 numpy==2.4.6
"$work/venv/bin/python" -W ignore - <<'EOF'
import numba
import numpy as np


def following(x):
    return x + 1, x + 1 > x


greatest = np.int64(2**63 - 1)
compiled = numba.njit(following)(greatest)
print("numba", numba.__version__, "numpy", np.__version__)
print("x = 2^63 - 1: x + 1, x + 1 > x")
print("NumPy", following(greatest))
print("Numba", compiled)
assert following(greatest) == (-(2**63), False)
assert compiled == (-(2**63), True)
EOF
