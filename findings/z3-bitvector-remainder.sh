#!/usr/bin/env bash
# For bit vectors of Z3 in Python (a / b) * b + a % b is not a.
#
# One would guess: `/` and `%` of one type belong together, both as in Python (rounded down, with the sign of the divisor)
#   or both as in C (cut off, with the sign of the dividend), so that quotient and remainder give back the number.
# What happens: `/` is bvsdiv, which cuts off, and `%` is bvsmod, which has the sign of the divisor: -7 / 2 is -3 and
#   -7 % 2 is 1, which makes -5. It holds for integers of Z3, whose quotient is chosen so that the remainder is never
#   negative, which is neither Python's way nor C's: 7 % -2 is 1 there, and -1 for bit vectors. What belongs to
#   `/` is the function SRem, and none belongs to `%`. cvc5's copy of the interface has it the same way.
# Versions: z3-solver 5.4.1.0, cvc5 1.4.2, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check z3-solver==5.4.1.0 cvc5==1.4.2
"$work/venv/bin/python" - <<'EOF'
from importlib.metadata import version

import cvc5.pythonic
import z3

print("Z3", version("z3-solver"), "cvc5", version("cvc5"))
for module in (z3, cvc5.pythonic):

    def byte(number):
        return module.BitVecVal(number, 8)

    def signed(term):
        return module.simplify(term).as_signed_long()

    quotient, remainder = byte(-7) / byte(2), byte(-7) % byte(2)
    print(module.__name__, "-7 / 2 =", signed(quotient), " -7 % 2 =", signed(remainder), end="  ")
    print("together:", signed(quotient * byte(2) + remainder), " SRem:", signed(module.SRem(byte(-7), byte(2))))
    assert (signed(quotient), signed(remainder)) == (-3, 1)
    assert signed(quotient * byte(2) + remainder) == -5
    assert signed(module.SRem(byte(-7), byte(2))) == -1
    assert signed(byte(7) % byte(-2)) == -1
    assert module.simplify(module.IntVal(7) % -2).as_long() == 1
a, b = z3.BitVecs("a b", 8)
z3.prove(z3.Implies(b != 0, (a / b) * b + z3.SRem(a, b) == a))
solver = z3.Solver()
solver.add(b != 0, (a / b) * b + a % b != a)
print("there are a and b for which it fails:", solver.check())
assert solver.check() == z3.sat
EOF
