"""Element-wise arithmetic on integers, and literals' nearest kin."""

import math

from ..core.bounds import MAX_BITS
from ..core.primitive import Laws, primitive
from .kernels import LIMIT, UNDEFINED, times

CHOICE = Laws(distinct=True, commutative=True, associative=True)
"""Of a primitive that gives one of its arguments, whatever their order."""


@primitive(
    "(n, n) -> n",
    calculates=True,
    alike=True,
    cost=2,
    symbol="+",
    elementwise=True,
    laws=Laws(distinct=True, commutative=True, associative=True, identity={0: 0, 1: 0}),
)
def add(x, y):
    """The sum."""
    return x + y


@add.kernel
def _(x, y):
    return x + y


@add.witness(0)
@add.witness(1)
def _(result, other):
    return result - other


@primitive(
    "(n, n) -> n",
    calculates=True,
    alike=True,
    cost=2,
    symbol="-",
    elementwise=True,
    laws=Laws(distinct=True, identity={1: 0}),
)
def sub(x, y):
    """The difference."""
    return x - y


@sub.kernel
def _(x, y):
    return x - y


@sub.witness(0)
def _(result, y):
    return result + y


@sub.witness(1)
def _(result, x):
    return x - result


@primitive(
    "(Int, Int) -> Int",
    calculates=True,
    cost=3,
    symbol="*",
    elementwise=True,
    laws=Laws(distinct=True, commutative=True, associative=True, identity={0: 1, 1: 1}),
)
def mul(x, y):
    """The product."""
    return x * y


@mul.kernel
def _(x, y):
    return times(x, y)


@mul.witness(0)
@mul.witness(1)
def _(result, other):
    if other == 0 or result % other != 0:
        return UNDEFINED
    return result // other


@primitive(
    "(Int, Int) -> Int",
    calculates=True,
    cost=4,
    symbol="//",
    elementwise=True,
    laws=Laws(distinct=True, identity={1: 1}),
)
def div(x, y):
    """The quotient, rounded down; undefined for a zero divisor."""
    return x // y


@div.kernel
def _(x, y):
    if y == 0:
        return UNDEFINED
    return x // y


@primitive("(Int, Int) -> Int", calculates=True, cost=4, symbol="%", elementwise=True, laws=Laws(distinct=True))
def mod(x, y):
    """The remainder, with the sign of the divisor; undefined for a zero divisor."""
    return x % y


@mod.kernel
def _(x, y):
    if y == 0:
        return UNDEFINED
    return x % y


@primitive("(n) -> n", cost=3, elementwise=True, laws=Laws(absorbs={0: ("neg",)}))
def neg(x):
    """The negative."""
    return -x


@neg.kernel
def _(x):
    return -x


@primitive("(n) -> n", cost=3, elementwise=True, name="abs", laws=Laws(absorbs={0: ("abs", "neg")}))
def abs_(x):
    """The absolute value."""
    return abs(x)


@abs_.kernel
def _(x):
    return abs(x)


@primitive("(n) -> Index", cost=5, elementwise=True, laws=Laws(absorbs={0: ("sign",)}))
def sign(x):
    """-1, 0 or 1."""
    return (x > 0) - (x < 0)


@sign.kernel
def _(x):
    return (1 if x > 0 else 0) - (1 if x < 0 else 0)


@primitive("(n, n) -> n", alike=True, cost=3, elementwise=True, laws=CHOICE)
def smaller(x, y):
    """The smaller of the two."""
    return min(x, y)


@smaller.kernel
def _(x, y):
    return min(x, y)


@primitive("(n, n) -> n", alike=True, cost=3, elementwise=True, laws=CHOICE)
def larger(x, y):
    """The larger of the two."""
    return max(x, y)


@larger.kernel
def _(x, y):
    return max(x, y)


@primitive("(Int) -> Int", calculates=True, cost=4, elementwise=True, python="x**2")
def square(x):
    """The square."""
    return x * x


@square.kernel
def _(x):
    return times(x, x)


@primitive(
    "(Int, Int) -> Int",
    calculates=True,
    cost=6,
    elementwise=True,
    name="pow",
    python="x ** y",
    laws=Laws(identity={1: 1}),
)
def pow_(x, y):
    """x to the power y; undefined for negative y."""
    if y < 0 or (y > 64 and abs(x) > 1) or y * (x.bit_length() - 1) >= MAX_BITS:
        raise ValueError("power out of range")
    return x**y


@pow_.kernel
def _(x, y):
    if y < 0:
        return UNDEFINED
    if x == 0 or x == 1:
        return 1 if y == 0 else x
    if x == -1:
        return 1 if y % 2 == 0 else -1
    product = 1
    for _i in range(min(y, 64)):
        product = times(product, x)
        if product == UNDEFINED or abs(product) > LIMIT:
            return UNDEFINED
    return product


@primitive(
    "(Int, Int) -> Int",
    cost=6,
    elementwise=True,
    laws=Laws(distinct=True, commutative=True, associative=True),
    python="math.gcd(x, y)",
)
def gcd(x, y):
    """The greatest common divisor."""
    return math.gcd(x, y)


@gcd.kernel
def _(x, y):
    while y != 0:
        x, y = y, x % y
    return abs(x)


@primitive("(Int) -> Int", calculates=True, cost=6, elementwise=True)
def triangle(x):
    """0 + 1 + ... + x."""
    return x * (x + 1) // 2


@triangle.kernel
def _(x):
    product = times(x, x + 1)
    return UNDEFINED if product == UNDEFINED else product // 2


@primitive("(Bool) -> Int", cost=3, elementwise=True, python="int(p)")
def to_int(p):
    """1 for true, 0 for false."""
    return int(p)


@to_int.kernel
def _(p):
    return p
