"""Digits, divisors and other number theory."""

import math

from ..core.primitive import Laws, primitive
from .kernels import UNDEFINED, read_digits, root, times, write_digits


@primitive("(Int) -> List[Int]", cost=5)
def digits(n):
    """The decimal digits, the most significant first, [0] for 0; undefined for negative n."""
    return [int(c) for c in str(n)]


@digits.kernel
def _(mem, n, out, cap):
    return write_digits(mem, n, 10, out, cap) if n >= 0 else UNDEFINED


@primitive(
    "(List[Int]) -> Int",
    cost=5,
    python="functools.reduce(lambda n, d: 10 * n + d, xs)",
    laws=Laws(absorbs={0: ("digits",)}),
)
def from_digits(xs):
    """The number with these decimal digits; undefined for no digits and for items that are none."""
    if not xs:
        raise ValueError("no digits")
    value = 0
    for x in xs:
        value = 10 * value + x
        if not 0 <= x < 10 or value > 2**53:
            raise ValueError("digit or number out of range")
    return value


@from_digits.kernel
def _(mem, xs, n_xs, out, cap):
    return read_digits(mem, xs, n_xs, 10)


@primitive("(Int) -> List[Index]", cost=6)
def bits(n):
    """The binary digits, the most significant first, [0] for 0; undefined for negative n."""
    return [int(c) for c in bin(n)[2:]]


@bits.kernel
def _(mem, n, out, cap):
    return write_digits(mem, n, 2, out, cap) if n >= 0 else UNDEFINED


@primitive("(Int, Int) -> List[Int]", cost=7)
def to_base(n, i):
    """The digits of n in base i, the most significant first; undefined for negative n and bases below 2."""
    if n < 0 or i < 2 or n.bit_length() > 100_000:
        raise ValueError("number or base out of range")
    digits = [n % i]
    while n >= i:
        n //= i
        digits.append(n % i)
    return digits[::-1]


@to_base.helper
def digits_in_base(n, base):
    """The digits of n in a base, the most significant first."""
    digits = [n % base]
    while n >= base:
        n //= base
        digits.append(n % base)
    return digits[::-1]


@to_base.kernel
def _(mem, n, i, out, cap):
    return write_digits(mem, n, i, out, cap) if n >= 0 and i >= 2 else UNDEFINED


@primitive("(List[Int], Int) -> Int", cost=7, python="functools.reduce(lambda n, d: i * n + d, xs)")
def from_base(xs, i):
    """The number with these digits in base i; undefined for no digits, items that are none, and bases below 2."""
    if not xs or i < 2:
        raise ValueError("no digits, or base out of range")
    value = 0
    for x in xs:
        value = i * value + x
        if not 0 <= x < i or value > 2**53:
            raise ValueError("digit or number out of range")
    return value


@from_base.kernel
def _(mem, xs, n_xs, i, out, cap):
    return read_digits(mem, xs, n_xs, i) if i >= 2 else UNDEFINED


@primitive("(Int) -> Int", calculates=True, cost=6, elementwise=True)
def digit_sum(x):
    """The sum of the decimal digits; undefined for negative numbers."""
    return sum(int(c) for c in str(x))


@digit_sum.kernel
def _(x):
    if x < 0:
        return UNDEFINED
    result = 0
    while x > 0:
        result += x % 10
        x //= 10
    return result


@primitive(
    "(Int) -> Bool",
    calculates=True,
    cost=6,
    elementwise=True,
    python="x > 1 and all(x % d for d in range(2, math.isqrt(x) + 1))",
)
def is_prime(x):
    """Whether it is a prime number; undefined above 10^9."""
    if x > 10**9:
        raise ValueError("too large")
    return x > 1 and all(x % d for d in range(2, math.isqrt(x) + 1))


@is_prime.kernel
def _(x):
    if x > 1000000000:
        return UNDEFINED
    if x < 4:
        return 1 if x > 1 else 0
    if x % 2 == 0:
        return 0
    for d in range(3, root(x) + 1, 2):
        if x % d == 0:
            return 0
    return 1


@primitive("(Int) -> List[Int]", cost=7, python="[d for d in range(1, n + 1) if n % d == 0]")
def divisors(n):
    """The positive divisors in ascending order; undefined for n below 1 or above 10^6."""
    if not 1 <= n <= 10**6:
        raise ValueError("number out of range")
    low = [d for d in range(1, math.isqrt(n) + 1) if n % d == 0]
    return low + [n // d for d in reversed(low) if n // d != d]


@divisors.kernel
def _(mem, n, out, cap):
    if n < 1 or n > 1000000:
        return UNDEFINED
    low = 0
    for d in range(1, root(n) + 1):
        if n % d == 0:
            if low == cap:
                return UNDEFINED
            mem[out + low] = d
            low += 1
    count = low
    for i in range(low - 1, -1, -1):
        other = n // mem[out + i]
        if other != mem[out + i]:
            if count == cap:
                return UNDEFINED
            mem[out + count] = other
            count += 1
    return count


@primitive("(Int) -> Int", cost=7, elementwise=True, laws=Laws(absorbs={0: ("square",)}))
def isqrt(x):
    """The square root, rounded down; undefined for negative numbers."""
    return math.isqrt(x)


@isqrt.kernel
def _(x):
    return root(x) if x >= 0 else UNDEFINED


@primitive(
    "(Int) -> Bool",
    cost=7,
    elementwise=True,
    python="x >= 0 and math.isqrt(x) ** 2 == x",
    laws=Laws(absorbs={0: ("square",)}),
)
def is_square(x):
    """Whether it is the square of an integer."""
    return x >= 0 and math.isqrt(x) ** 2 == x


@is_square.kernel
def _(x):
    if x < 0:
        return 0
    side = root(x)
    return 1 if times(side, side) == x else 0


@primitive("(Int) -> Int", cost=8, elementwise=True, python="math.factorial(x)")
def factorial(x):
    """1 * 2 * ... * x; undefined for negative numbers."""
    if not 0 <= x <= 5000:  # Undefined to the search above 18, where it leaves +-2^53.
        raise ValueError("out of range")
    return math.factorial(x)


@factorial.kernel
def _(x):
    if x < 0 or x > 18:
        return UNDEFINED
    result = 1
    for i in range(2, x + 1):
        result = times(result, i)
    return result


@primitive("(Int) -> Int", cost=9, elementwise=True)
def fibonacci(x):
    """The Fibonacci number 0, 1, 1, 2, 3, ... at position x; undefined for negative numbers."""
    if not 0 <= x <= 100_000:  # Undefined to the search above 78, where it leaves +-2^53.
        raise ValueError("out of range")
    one, other = 0, 1
    for bit in bin(x)[2:]:
        one, other = one * (2 * other - one), one * one + other * other
        if bit == "1":
            one, other = other, one + other
    return one


@fibonacci.helper
def _(n):
    """The Fibonacci number 0, 1, 1, 2, 3, ... at position n."""
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


@fibonacci.kernel
def _(x):
    if x < 0 or x > 78:
        return UNDEFINED
    one, other = 0, 1
    for _i in range(x):
        one, other = other, one + other
    return one


@primitive(
    "(Int, Int) -> Int",
    cost=7,
    elementwise=True,
    python="math.lcm(x, y)",
    laws=Laws(distinct=True, commutative=True, associative=True),
)
def lcm(x, y):
    """The least common multiple, never negative; 0 if either is 0."""
    return math.lcm(x, y)


@lcm.kernel
def _(x, y):
    if x == 0 or y == 0:
        return 0
    one, other = x, y
    while other != 0:
        one, other = other, one % other
    return times(abs(x // one), abs(y))


@primitive(
    "(Int, Int) -> Int",
    cost=7,
    elementwise=True,
    laws=Laws(distinct=True, commutative=True, associative=True),
    python="x & y",
)
def bit_and(x, y):
    """The bits that both have; undefined for negative numbers."""
    if x < 0 or y < 0:
        raise ValueError("negative number")
    return x & y


@bit_and.kernel
def _(x, y):
    return x & y if x >= 0 and y >= 0 else UNDEFINED


@primitive(
    "(Int, Int) -> Int",
    cost=7,
    elementwise=True,
    python="x | y",
    laws=Laws(distinct=True, commutative=True, associative=True, identity={0: 0, 1: 0}),
)
def bit_or(x, y):
    """The bits that either has; undefined for negative numbers."""
    if x < 0 or y < 0:
        raise ValueError("negative number")
    return x | y


@bit_or.kernel
def _(x, y):
    return x | y if x >= 0 and y >= 0 else UNDEFINED


@primitive(
    "(Int, Int) -> Int",
    cost=7,
    elementwise=True,
    python="x ^ y",
    laws=Laws(distinct=True, commutative=True, associative=True, identity={0: 0, 1: 0}),
)
def bit_xor(x, y):
    """The bits that exactly one has; undefined for negative numbers."""
    if x < 0 or y < 0:
        raise ValueError("negative number")
    return x ^ y


@bit_xor.kernel
def _(x, y):
    return x ^ y if x >= 0 and y >= 0 else UNDEFINED
