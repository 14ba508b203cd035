"""Decimals: arithmetic, rounding, averages, and decimals as text."""

import decimal
import math
import re

from ..core.primitive import Laws, primitive
from .decimal_kernels import (
    DOWN,
    HALF_UP,
    PLACES,
    SCALE,
    TO_EVEN,
    decimal_product,
    decimal_quotient,
    read_decimal,
    rounds_up,
    step_of,
    to_multiple,
    with_sign,
    write_decimal,
)
from .kernels import UNDEFINED, argsort, times

MOST_PLACES, LEAST_PLACES = 12, -9
SYMMETRIC = Laws(absorbs={0: ("reverse", "sort", "sort_desc")})


@primitive("(Int) -> Decimal", cost=1, elementwise=True, name="decimal", python="decimal.Decimal(x)")
def decimal_(x):
    """The integer as a decimal."""
    return decimal.Decimal(x)


@decimal_.kernel
def _(x):
    return times(x, SCALE)


@decimal_.witness(0)
def _(result):
    return result // SCALE if result % SCALE == 0 else UNDEFINED


@primitive(
    "(Decimal, Decimal) -> Decimal",
    calculates=True,
    cost=3,
    symbol="*",
    elementwise=True,
    laws=Laws(commutative=True, identity={0: 1, 1: 1}),
)
def multiply(x, y):
    """The product of decimals."""
    return x * y


@multiply.kernel
def _(x, y):
    return decimal_product(x, y)


@multiply.witness(0)
@multiply.witness(1)
def _(result, other):
    known = decimal_quotient(result, other, 1)
    return known if known != UNDEFINED and decimal_product(known, other) == result else UNDEFINED


@primitive(
    "(Decimal, Decimal) -> Decimal",
    calculates=True,
    cost=3,
    symbol="/",
    elementwise=True,
    laws=Laws(distinct=True, identity={1: 1}),
)
def divide(x, y):
    """The quotient of decimals; undefined for a zero divisor."""
    return x / y


@divide.kernel
def _(x, y):
    return decimal_quotient(x, y, 1)


@divide.witness(0)
def _(result, other):
    known = decimal_product(result, other)
    return known if known != UNDEFINED and decimal_quotient(known, other, 1) == result else UNDEFINED


@divide.witness(1)
def _(result, other):
    known = decimal_quotient(other, result, 1)
    return known if known != UNDEFINED and decimal_quotient(other, known, 1) == result else UNDEFINED


@primitive("(Decimal, Decimal) -> Decimal", calculates=True, cost=5, elementwise=True)
def percent(x, y):
    """What percentage of y x is; undefined for zero y."""
    return 100 * x / y


@percent.kernel
def _(x, y):
    return decimal_quotient(x, y, 100)


@primitive("(Decimal) -> Int", calculates=True, cost=5, elementwise=True, python="math.floor(x)")
def floor(x):
    """The largest integer that is not greater."""
    return math.floor(x)


@floor.kernel
def _(x):
    return x // SCALE


@primitive("(Decimal) -> Int", calculates=True, cost=5, elementwise=True, python="math.ceil(x)")
def ceil(x):
    """The smallest integer that is not less."""
    return math.ceil(x)


@ceil.kernel
def _(x):
    return -(-x // SCALE)


@primitive("(Decimal) -> Int", calculates=True, cost=5, elementwise=True, python="int(x)")
def whole(x):
    """The integer without what comes after the point."""
    return int(x)


@whole.kernel
def _(x):
    return with_sign(abs(x) // SCALE, x < 0)


@primitive("(Decimal) -> Int", calculates=True, cost=5, elementwise=True, python="round(x)")
def nearest_even(x):
    """The nearest integer, of two the even one."""
    return round(x)


@nearest_even.kernel
def _(x):
    return with_sign(abs(x) // SCALE + rounds_up(abs(x) // SCALE, abs(x) % SCALE, SCALE, TO_EVEN), x < 0)


@primitive(
    "(Decimal) -> Int",
    calculates=True,
    cost=5,
    elementwise=True,
    python="int(x.to_integral_value(decimal.ROUND_HALF_UP))",
)
def nearest_up(x):
    """The nearest integer, of two the one farther from zero."""
    return int(x.to_integral_value(decimal.ROUND_HALF_UP))


@nearest_up.kernel
def _(x):
    return with_sign(abs(x) // SCALE + rounds_up(abs(x) // SCALE, abs(x) % SCALE, SCALE, HALF_UP), x < 0)


def _to_places(x, n, rounding):
    if not LEAST_PLACES <= n <= MOST_PLACES:
        raise ValueError("places out of range")
    return x.quantize(decimal.Decimal(1).scaleb(-n), rounding)


@primitive("(Decimal, Index) -> Decimal", calculates=True, cost=4, elementwise=True, python="round(x, n)")
def round_half_even(x, n):
    """x to n places after the point, a half to the even digit; undefined unless -9 <= n <= 12."""
    return _to_places(x, n, decimal.ROUND_HALF_EVEN)


@round_half_even.kernel
def _(x, n):
    return to_multiple(x, step_of(n), TO_EVEN) if -9 <= n <= 12 else UNDEFINED


@primitive(
    "(Decimal, Index) -> Decimal",
    calculates=True,
    cost=4,
    elementwise=True,
    python="x.quantize(decimal.Decimal(1).scaleb(-n), decimal.ROUND_HALF_UP)",
)
def round_half_up(x, n):
    """x to n places after the point, a half away from zero; undefined unless -9 <= n <= 12."""
    return _to_places(x, n, decimal.ROUND_HALF_UP)


@round_half_up.kernel
def _(x, n):
    return to_multiple(x, step_of(n), HALF_UP) if -9 <= n <= 12 else UNDEFINED


@primitive(
    "(Decimal, Index) -> Decimal",
    calculates=True,
    cost=6,
    elementwise=True,
    python="x.quantize(decimal.Decimal(1).scaleb(-n), decimal.ROUND_DOWN)",
)
def truncate(x, n):
    """x cut off after n places behind the point; undefined unless -9 <= n <= 12."""
    return _to_places(x, n, decimal.ROUND_DOWN)


@truncate.kernel
def _(x, n):
    return to_multiple(x, step_of(n), DOWN) if -9 <= n <= 12 else UNDEFINED


@primitive(
    "(Decimal, Decimal) -> Decimal",
    calculates=True,
    cost=5,
    elementwise=True,
    python="(x / y).to_integral_value(decimal.ROUND_HALF_UP) * y",
)
def round_to(x, y):
    """The nearest multiple of y, a half away from zero; undefined unless y > 0."""
    if y <= 0:
        raise ValueError("not a positive step")
    return (x / y).to_integral_value(decimal.ROUND_HALF_UP) * y


@round_to.kernel
def _(x, y):
    return to_multiple(x, y, HALF_UP) if y > 0 else UNDEFINED


@primitive("(Decimal, Decimal) -> Decimal", calculates=True, cost=6, elementwise=True, python="math.floor(x / y) * y")
def floor_to(x, y):
    """The largest multiple of y that is not greater; undefined unless y > 0."""
    if y <= 0:
        raise ValueError("not a positive step")
    return math.floor(x / y) * y


@floor_to.kernel
def _(x, y):
    return times(x // y, y) if y > 0 else UNDEFINED


@primitive("(Decimal, Decimal) -> Decimal", calculates=True, cost=6, elementwise=True, python="math.ceil(x / y) * y")
def ceil_to(x, y):
    """The smallest multiple of y that is not less; undefined unless y > 0."""
    if y <= 0:
        raise ValueError("not a positive step")
    return math.ceil(x / y) * y


@ceil_to.kernel
def _(x, y):
    return times(-(-x // y), y) if y > 0 else UNDEFINED


@primitive("(List[Decimal]) -> Decimal", calculates=True, cost=4, python="sum(xs) / len(xs)", laws=SYMMETRIC)
def average(xs):
    """The mean of the items; undefined for an empty list."""
    return sum(xs) / len(xs)


@average.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs == 0:
        return UNDEFINED
    # Quotients and remainders are summed apart, for the plain sum could wrap.
    quotient, rest = 0, 0
    for i in range(n_xs):
        quotient += mem[xs + i] // n_xs
        rest += mem[xs + i] % n_xs
    quotient += rest // n_xs
    return quotient + rounds_up(quotient, rest % n_xs, n_xs, TO_EVEN)


@primitive("(List[Decimal]) -> Decimal", calculates=True, cost=6, laws=SYMMETRIC)
def midpoint(xs):
    """The middle item of the sorted list, or the mean of the two in the middle; undefined for an empty list."""
    ordered = sorted(xs)
    middle = len(xs) // 2
    return (ordered[~middle] + ordered[middle]) / 2


@midpoint.kernel
def _(mem, xs, n_xs, out, cap):
    if n_xs == 0 or n_xs > cap:
        return UNDEFINED
    argsort(mem, xs, n_xs, out, out + cap)
    both = mem[xs + mem[out + n_xs // 2]] + mem[xs + mem[out + (n_xs - 1) // 2]]
    return both // 2 + (1 if both % 2 == 1 and (both // 2) % 2 == 1 else 0)


@primitive("(Str) -> Decimal", cost=4, python="decimal.Decimal(s)")
def to_decimal(s):
    """The decimal that the text writes in digits with or without a point, after a sign or none; else undefined."""
    if not re.fullmatch(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)", s):
        raise ValueError("not a decimal")
    return decimal.Decimal(s)


@to_decimal.kernel
def _(mem, s, n_s, out, cap):
    return read_decimal(mem, s, n_s)


@primitive("(Decimal) -> Str", cost=4, python='format(x.normalize(), "zf")')
def decimal_text(x):
    """The decimal in the fewest digits."""
    return format(x.normalize(), "f")


@decimal_text.kernel
def _(mem, x, out, cap):
    places, rest = PLACES, abs(x)
    while places > 0 and rest % 10 == 0:
        rest //= 10
        places -= 1
    return write_decimal(mem, abs(x), places, x < 0, out, cap)


@primitive("(Decimal, Index) -> Str", cost=5, python='format(x, f"z.{n}f")')
def fixed(x, n):
    """The decimal with n digits after the point, rounded half to even, never -0; undefined unless 0 <= n <= 6."""
    if not 0 <= n <= 6:
        raise ValueError("places out of range")
    return f"{x:z.{n}f}"


@fixed.kernel
def _(mem, x, n, out, cap):
    if n < 0 or n > PLACES:
        return UNDEFINED
    size = to_multiple(abs(x), step_of(n), TO_EVEN)
    return write_decimal(mem, size, n, x < 0 and size > 0, out, cap)
