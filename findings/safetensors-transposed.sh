#!/usr/bin/env bash
# A transposed NumPy array does not come back from safetensors as it was saved.
#
# One would guess: save() writes the values, whatever the strides, as numpy.save and tobytes do, and as safetensors 0.7
#   did; or it refuses an array that is not in C order, as its save() for torch does.
# What happens: it writes the memory as it lies, under the shape of the view. No error, no warning; the values that are
#   loaded are the same numbers at other places. A copy in C order comes back whole.
# Versions: safetensors 0.8.0, NumPy 2.4.6, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check safetensors==0.8.0 numpy==2.4.6
"$work/venv/bin/python" - <<'EOF'
import numpy as np
import safetensors
from safetensors.numpy import load, save

print("safetensors", safetensors.__version__, "numpy", np.__version__)
saved = np.arange(6).reshape(2, 3).T
views = load(save({"a": saved}))["a"]
copies = load(save({"a": np.ascontiguousarray(saved)}))["a"]
print("saved           ", saved.tolist())
print("loaded          ", views.tolist())
print("loaded of a copy", copies.tolist())
assert saved.tolist() == copies.tolist() == [[0, 3], [1, 4], [2, 5]]
assert views.shape == saved.shape
assert views.tolist() == [[0, 1], [2, 3], [4, 5]]
EOF
