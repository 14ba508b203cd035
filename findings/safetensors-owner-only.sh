#!/usr/bin/env bash
# A file that safetensors writes can be read by its owner alone, whatever the umask, and even if it could be read before.
#
# One would guess: save_file() makes a file as open() and numpy.save do, readable by whom the umask lets read it, and
#   writing over a file leaves its mode, as it does there; a link is followed.
# What happens: the file has the mode 600, and one of mode 644 that is written over has it afterwards. A link is replaced
#   by a file, and what it leads to stays as it was. So weights on a shared disk cannot be read by others once they are
#   saved again.
# Versions: safetensors 0.8.0, NumPy 2.4.6, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check safetensors==0.8.0 numpy==2.4.6
cd "$work"
"$work/venv/bin/python" - <<'EOF'
import os

import numpy as np
import safetensors
from safetensors.numpy import load_file, save_file


def mode(name):
    return oct(os.stat(name).st_mode & 0o777)


print("safetensors", safetensors.__version__, "numpy", np.__version__)
os.umask(0o022)
zeros, ones = {"a": np.zeros(2)}, {"a": np.ones(2)}
np.save("array.npy", zeros["a"])
save_file(zeros, "new.safetensors")
open("old.safetensors", "wb").close()
before = mode("old.safetensors")
save_file(zeros, "old.safetensors")
os.symlink("old.safetensors", "link.safetensors")
save_file(ones, "link.safetensors")
print("written by numpy      ", mode("array.npy"))
print("written by safetensors", mode("new.safetensors"))
print("written over          ", before, "->", mode("old.safetensors"))
print("a link is still a link", os.path.islink("link.safetensors"))
assert mode("array.npy") == before == "0o644"
assert mode("new.safetensors") == mode("old.safetensors") == "0o600"
assert not os.path.islink("link.safetensors")
assert load_file("old.safetensors")["a"].tolist() == [0, 0]
EOF
