"""Decimal digits and powers of whole numbers. The search tries these only where all inputs are integers."""

from ..core.primitive import primitive
from .kernels import UNDEFINED, times


@primitive("(Int) -> Int", calculates=True, cost=7, elementwise=True, python="int(str(x)[::-1])")
def reverse_digits(x):
    """The number with its decimal digits in reverse order; undefined for negative numbers."""
    return int(str(x)[::-1])


@reverse_digits.kernel
def _(x):
    if x < 0:
        return UNDEFINED
    result = 0
    while x > 0:
        result = times(result, 10)
        if result == UNDEFINED:
            return UNDEFINED
        result += x % 10
        x //= 10
    return result if result <= 2**53 else UNDEFINED


@primitive("(Int) -> Bool", calculates=True, cost=7, elementwise=True, python="str(x) == str(x)[::-1]")
def is_palindrome(x):
    """Whether the decimal digits read the same backwards; not so for negative numbers."""
    return str(x) == str(x)[::-1]


@is_palindrome.kernel
def _(x):
    if x < 0:
        return 0
    rest, power = x, 1
    while rest >= 10:
        rest //= 10
        power = times(power, 10)
    while power > 1:
        if x // power != x % 10:
            return 0
        x = x % power // 10
        power //= 100
    return 1


@primitive("(Int, Int) -> Int", calculates=True, cost=7, elementwise=True, python='int(f"{x}{y}")')
def concat_numbers(x, y):
    """The number whose decimal digits are those of x, then those of y; undefined for negative y."""
    return int(f"{x}{y}")


@concat_numbers.kernel
def _(x, y):
    if x == 0:
        return y if y >= 0 else UNDEFINED
    if y < 0 or y >= 10**15:
        return UNDEFINED
    power = 10
    while power <= y:
        power = times(power, 10)
    result = times(x, power)
    if result == UNDEFINED:
        return UNDEFINED
    result = result + y if x > 0 else result - y
    return result if abs(result) <= 2**53 else UNDEFINED


@primitive("(Int, Index) -> Int", calculates=True, cost=7, elementwise=True, python="abs(x) // 10 ** min(y, 5000) % 10")
def digit_at(x, y):
    """The decimal digit of x in the place worth 10 to the power y, whatever the sign; undefined for negative y."""
    if y < 0:
        raise ValueError("no such place")
    return abs(x) // 10 ** min(y, abs(x).bit_length()) % 10


@digit_at.kernel
def _(x, y):
    if y < 0:
        return UNDEFINED
    rest = abs(x)
    if y > 17:
        return 0
    for _i in range(y):
        rest //= 10
    return rest % 10


@primitive(
    "(Int) -> Bool",
    calculates=True,
    cost=7,
    elementwise=True,
    python="round(abs(x) ** (1 / 3)) ** 3 == abs(x)",
)
def is_cube(x):
    """Whether it is the third power of an integer; undefined beyond 10^15."""
    if abs(x) > 10**15:
        raise ValueError("out of range")
    return round(abs(x) ** (1 / 3)) ** 3 == abs(x)


@is_cube.kernel
def _(x):
    rest = abs(x)
    if rest > 10**15:
        return UNDEFINED
    low, high = 0, 100001
    while high - low > 1:
        middle = (low + high) // 2
        if times(middle, times(middle, middle)) <= rest:
            low = middle
        else:
            high = middle
    return 1 if times(low, times(low, low)) == rest else 0


@primitive("(Int, Int) -> Bool", calculates=True, cost=7, elementwise=True)
def is_power(x, y):
    """Whether x is 1, y, y squared and so on; undefined for y below 2."""
    if y < 2:
        raise ValueError("base out of range")
    power = 1
    while power < x:
        power *= y
    return power == x


@is_power.helper
def _(n, base):
    """Whether n is 1, the base, its square and so on."""
    while n > 1 and n % base == 0:
        n //= base
    return n == 1


@is_power.kernel
def _(x, y):
    if y < 2:
        return UNDEFINED
    if x < 1:
        return 0
    while x % y == 0:
        x //= y
    return 1 if x == 1 else 0
