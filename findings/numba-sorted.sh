#!/usr/bin/env bash
# sorted() in code compiled by Numba does not keep equal items in order.
#
# One would guess: sorted(xs, key=...) and list.sort are stable in nopython mode, as the language promises and as the
#   interpreter has them; on short lists, which is where one tries it, they are.
# What happens: from some length on items with equal keys change places, with and without reverse.
# Versions: Numba 0.68.1, llvmlite 0.50.0, NumPy 2.4.6, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check numba==0.68.1 llvmlite==0.50.0 numpy==2.4.6
"$work/venv/bin/python" -W ignore - <<'EOF'
import numba


def by_first(pairs):
    return sorted(pairs, key=lambda pair: pair[0])


compiled = numba.njit(by_first)
print("numba", numba.__version__)
unstable = [n for n in range(1, 60) if compiled(pairs := [(i % 2, i) for i in range(n)]) != by_first(pairs)]
print("lengths with equal items out of order:", unstable)
pairs = [(i % 2, i) for i in range(unstable[0])]
print("Python", by_first(pairs))
print("Numba ", compiled(pairs))
assert unstable
assert unstable[0] > 8
assert sorted(compiled(pairs)) == sorted(pairs)
assert [key for key, _ in compiled(pairs)] == [key for key, _ in by_first(pairs)]
EOF
