"""Multiples and remainders. The search tries these only where all inputs are integers."""

from ..core.primitive import Laws, primitive
from .kernels import UNDEFINED, times


@primitive(
    "(Int, Int) -> Int",
    calculates=True,
    cost=6,
    elementwise=True,
    python="-(-x // y)",
    laws=Laws(distinct=True, identity={1: 1}),
)
def ceil_div(x, y):
    """The quotient, rounded up; undefined for a zero divisor."""
    return -(-x // y)


@ceil_div.kernel
def _(x, y):
    return -(-x // y) if y != 0 else UNDEFINED


@primitive(
    "(Int, Int) -> Int",
    calculates=True,
    cost=7,
    elementwise=True,
    python="x + -x % y",
    laws=Laws(distinct=True, identity={1: 1}),
)
def rounded_up(x, y):
    """The least multiple of y that is not less than x; undefined unless y is positive."""
    if y < 1:
        raise ValueError("not positive")
    return x + -x % y


@rounded_up.kernel
def _(x, y):
    if y < 1:
        return UNDEFINED
    result = x + -x % y
    return result if result <= 2**53 else UNDEFINED


@primitive(
    "(Int, Int) -> Int",
    calculates=True,
    cost=8,
    elementwise=True,
    python="(2 * x + y) // (2 * y) * y",
    laws=Laws(distinct=True, identity={1: 1}),
)
def rounded_to(x, y):
    """The multiple of y that is nearest to x, the larger of two; undefined unless y is positive."""
    if y < 1:
        raise ValueError("not positive")
    return (2 * x + y) // (2 * y) * y


@rounded_to.kernel
def _(x, y):
    if y < 1:
        return UNDEFINED
    return times((x + x + y) // (y + y), y)


@primitive("(Int, Int, Int) -> Int", calculates=True, cost=8, elementwise=True, python="pow(x, y, z)")
def pow_mod(x, y, z):
    """The remainder of x to the power y by z; undefined for negative y and unless 0 < z <= 10^6."""
    if y < 0 or z < 1 or z > 10**6:
        raise ValueError("out of range")
    return pow(x, y, z)


@pow_mod.kernel
def _(x, y, z):
    if y < 0 or z < 1 or z > 10**6:
        return UNDEFINED
    result, power = 1 % z, x % z
    while y > 0:
        if y % 2 == 1:
            result = times(result, power) % z
        power = times(power, power) % z
        y //= 2
    return result
