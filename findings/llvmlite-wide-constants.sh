#!/usr/bin/env bash
# In llvmlite the byte 300 is 44, and the 64-bit number 2**64 + 5 is 5, without a word from anyone.
#
# One would guess: a constant that does not fit its type is refused, by llvmlite, which does count the elements of a constant
#   array, or at the latest by LLVM's parser or verifier, which refuse a fraction and even `true` for an integer.
# What happens: llvmlite writes "i8 300" as it stands, and LLVM takes the lowest bits of whatever number is written, of any
#   length and either sign. The module is verified and compiled. Nor are 255 and -1, which are the same byte, the same
#   constant to llvmlite.
# Versions: llvmlite 0.50.0, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check llvmlite==0.50.0
"$work/venv/bin/python" - <<'EOF'
import llvmlite
from llvmlite import binding, ir

print("llvmlite", llvmlite.__version__)


def written(bits, value):
    """What LLVM makes of a global variable with this value."""
    module = ir.Module()
    kind = ir.IntType(bits)
    variable = ir.GlobalVariable(module, kind, "x")
    variable.initializer = ir.Constant(kind, value)
    parsed = binding.parse_assembly(str(module))
    parsed.verify()
    return str(parsed.get_global_variable("x")).rpartition("i%d " % bits)[2]


seen = {}
for bits, value in ((8, 300), (8, -300), (8, 255), (64, 2**64 + 5), (64, 10**30)):
    seen[bits, value] = written(bits, value)
    print(f"i{bits} {value} is", seen[bits, value])
    assert int(seen[bits, value]) % 2**bits == value % 2**bits
assert seen[8, 300] == "44"
assert seen[64, 2**64 + 5] == "5"
for value in (2.5, True):
    try:
        written(64, value)
    except RuntimeError as error:
        print(str(error).splitlines()[1] if "\n" in str(error) else error)
    else:
        raise AssertionError(value)
try:
    ir.Constant(ir.ArrayType(ir.IntType(8), 3), [1, 2])
except ValueError as error:
    print(error)
else:
    raise AssertionError("two of three")
assert ir.Constant(ir.IntType(8), 255) != ir.Constant(ir.IntType(8), -1)
EOF
