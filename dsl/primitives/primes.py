"""Primes and divisors. The search tries these only where all inputs are integers."""

import math

from ..core.primitive import primitive
from .kernels import UNDEFINED, root, times


@primitive("(Int) -> Int", calculates=True, cost=7, elementwise=True)
def next_prime(x):
    """The smallest prime number greater than x; undefined above 10^6."""
    if x > 10**6:
        raise ValueError("number out of range")
    number = max(x + 1, 2)
    while any(number % d == 0 for d in range(2, math.isqrt(number) + 1)):
        number += 1
    return number


@next_prime.kernel
def _(x):
    if x > 10**6:
        return UNDEFINED
    number = max(x, 1)
    found = 0
    while found == 0:
        number += 1
        found = 1
        for d in range(2, root(number) + 1):
            if number % d == 0:
                found = 0
                break
    return number


@primitive("(Int) -> Int", calculates=True, cost=7, elementwise=True)
def previous_prime(x):
    """The largest prime number less than x; undefined up to 2 and above 10^6."""
    if not 2 < x <= 10**6:
        raise ValueError("number out of range")
    number = x - 1
    while any(number % d == 0 for d in range(2, math.isqrt(number) + 1)):
        number -= 1
    return number


@previous_prime.kernel
def _(x):
    if x < 3 or x > 10**6:
        return UNDEFINED
    number = x
    found = 0
    while found == 0:
        number -= 1
        found = 1
        for d in range(2, root(number) + 1):
            if number % d == 0:
                found = 0
                break
    return number


@primitive("(Int) -> List[Int]", cost=7)
def primes_to(n):
    """The prime numbers up to n in ascending order; undefined above 20000."""
    if n > 20_000:
        raise ValueError("number out of range")
    return [p for p in range(2, n + 1) if all(p % d for d in range(2, math.isqrt(p) + 1))]


@primes_to.helper
def _(n):
    """The prime numbers up to n in ascending order."""
    return [p for p in range(2, n + 1) if all(p % d for d in range(2, math.isqrt(p) + 1))]


@primes_to.kernel
def _(mem, n, out, cap):
    if n > 20000:
        return UNDEFINED
    count = 0
    for number in range(2, n + 1):
        side = root(number)
        i = 0
        while i < count and mem[out + i] <= side and number % mem[out + i] != 0:
            i += 1
        if i == count or mem[out + i] > side:
            if count == cap:
                return UNDEFINED
            mem[out + count] = number
            count += 1
    return count


@primitive("(Int) -> Int", calculates=True, cost=7, elementwise=True)
def divisor_count(x):
    """How many positive integers divide x; undefined below 1 and above 10^6."""
    if not 1 <= x <= 10**6:
        raise ValueError("number out of range")
    side = math.isqrt(x)
    return 2 * sum(x % d == 0 for d in range(1, side + 1)) - (side * side == x)


@divisor_count.helper
def count_divisors(n):
    """How many positive integers divide n."""
    return sum(n % d == 0 for d in range(1, n + 1))


@divisor_count.kernel
def _(x):
    if x < 1 or x > 10**6:
        return UNDEFINED
    side = root(x)
    count = 0
    for d in range(1, side + 1):
        if x % d == 0:
            count += 2
    return count - 1 if times(side, side) == x else count


@primitive("(Int) -> Int", calculates=True, cost=7, elementwise=True)
def proper_divisor_sum(x):
    """The sum of the positive divisors of x that are less than x; undefined below 1 and above 10^6."""
    if not 1 <= x <= 10**6:
        raise ValueError("number out of range")
    low = [d for d in range(1, math.isqrt(x) + 1) if x % d == 0]
    return sum({*low, *(x // d for d in low)}) - x


@proper_divisor_sum.helper
def sum_of_proper_divisors(n):
    """The sum of the divisors of n that are less than n."""
    return sum(d for d in range(1, n // 2 + 1) if n % d == 0)


@proper_divisor_sum.kernel
def _(x):
    if x < 1 or x > 10**6:
        return UNDEFINED
    total = 0
    for d in range(1, root(x) + 1):
        if x % d == 0:
            total += d
            if x // d != d:
                total += x // d
    return total - x


@primitive("(Int) -> Bool", calculates=True, cost=8, elementwise=True)
def is_squarefree(x):
    """Whether no square but 1 divides x; undefined below 1 and above 10^9."""
    if not 1 <= x <= 10**9:
        raise ValueError("number out of range")
    d = 2
    while d * d <= x:
        if x % (d * d) == 0:
            return False
        d += 1
    return True


@is_squarefree.helper
def _(n):
    """Whether no square but 1 divides n."""
    return all(n % (d * d) for d in range(2, math.isqrt(n) + 1))


@is_squarefree.kernel
def _(x):
    if x < 1 or x > 10**9:
        return UNDEFINED
    for d in range(2, root(x) + 1):
        if x % times(d, d) == 0:
            return 0
    return 1
