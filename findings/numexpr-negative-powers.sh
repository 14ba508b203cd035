#!/usr/bin/env bash
# numexpr refuses 7 ** -1 and takes 7 ** b for 0 where b is -1.
#
# One would guess: integers to a negative power are refused, as NumPy does, or become floats; and a constant makes no
#   difference to an array of the same constant.
# What happens: a negative constant is refused with NumPy's very words, while the same number in an array gives the
#   integer 0, without a warning.
# Versions: numexpr 2.14.2, NumPy 2.3.5, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check numexpr==2.14.2 numpy==2.3.5
"$work/venv/bin/python" - <<'EOF'
import numexpr
import numpy as np

a, b = np.array([7, 2]), np.array([-1, 3])
print("numexpr", numexpr.__version__, "NumPy", np.__version__)
for name, power in {"NumPy, array": lambda: a**b, "numexpr, constant": lambda: numexpr.evaluate("a ** -1")}.items():
    try:
        power()
    except ValueError as error:
        print(name, "->", error)
    else:
        raise SystemExit(f"{name}: no error")
got = numexpr.evaluate("a ** b")
print("numexpr, array ->", got, got.dtype)
assert got.tolist() == [0, 8] and got.dtype == np.int64
EOF
