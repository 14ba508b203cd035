"""Number theory that the search tries only where all inputs are integers."""

import math

from ..core.primitive import primitive
from .kernels import UNDEFINED, root, times


@primitive("(Int) -> Int", calculates=True, cost=8, elementwise=True)
def totient(x):
    """How many of 1 to x have no divisor in common with x; undefined below 1 and above 10^9."""
    if not 1 <= x <= 10**9:
        raise ValueError("number out of range")
    result, rest, d = x, x, 2
    while d * d <= rest:
        if rest % d == 0:
            result -= result // d
            while rest % d == 0:
                rest //= d
        d += 1
    return result - result // rest if rest > 1 else result


@totient.helper
def _(n):
    """How many of 1 to n have no divisor in common with n."""
    result, d = n, 2
    while d * d <= n:
        if n % d == 0:
            result -= result // d
            while n % d == 0:
                n //= d
        d += 1
    return result - result // n if n > 1 else result


@totient.kernel
def _(x):
    if x < 1 or x > 10**9:
        return UNDEFINED
    result, rest = x, x
    for d in range(2, root(x) + 1):
        if rest % d == 0:
            result -= result // d
            while rest % d == 0:
                rest //= d
    if rest > 1:
        result -= result // rest
    return result


@primitive("(Int) -> List[Int]", cost=8)
def prime_factors(n):
    """The prime factors in ascending order, each as often as it divides n; undefined below 1 and above 10^9."""
    if not 1 <= n <= 10**9:
        raise ValueError("number out of range")
    factors, d = [], 2
    while d * d <= n:
        while n % d == 0:
            factors.append(d)
            n //= d
        d += 1
    return [*factors, n] if n > 1 else factors


@prime_factors.helper
def _(n):
    """The prime factors in ascending order, each as often as it divides n."""
    factors = []
    d = 2
    while d * d <= n:
        while n % d == 0:
            factors.append(d)
            n //= d
        d += 1
    if n > 1:
        factors.append(n)
    return factors


@prime_factors.kernel
def _(mem, n, out, cap):
    if n < 1 or n > 10**9:
        return UNDEFINED
    count = 0
    for d in range(2, root(n) + 1):
        while n % d == 0:
            if count >= cap:
                return UNDEFINED
            mem[out + count] = d
            count += 1
            n //= d
    if n > 1:
        if count >= cap:
            return UNDEFINED
        mem[out + count] = n
        count += 1
    return count


@primitive("(Int) -> Int", calculates=True, cost=8, elementwise=True)
def prime(x):
    """The prime number with number x, the first being 2; undefined below 1 and above 1000."""
    if not 1 <= x <= 1000:
        raise ValueError("number out of range")
    found, number = 1, 2
    while found < x:
        number += 1 if number == 2 else 2
        found += all(number % d for d in range(3, math.isqrt(number) + 1, 2))
    return number


@prime.helper
def nth_prime(n):
    """The prime number with number n, the first being 2."""
    primes = [2]
    candidate = 3
    while len(primes) < n:
        if all(candidate % p for p in primes):
            primes.append(candidate)
        candidate += 2
    return primes[n - 1]


@prime.kernel
def _(x):
    if x < 1 or x > 1000:
        return UNDEFINED
    found, number = 1, 2
    while found < x:
        number += 1 if number == 2 else 2
        side = root(number)
        d = 3
        while d <= side and number % d != 0:
            d += 2
        if d > side:
            found += 1
    return number


@primitive("(Int, Int) -> Int", calculates=True, cost=8, elementwise=True, python="math.comb(x, y)")
def binomial(x, y):
    """In how many ways y of x things can be chosen; undefined for negative numbers and above 1000."""
    if not (0 <= x <= 1000 and 0 <= y <= 1000):
        raise ValueError("number out of range")
    return math.comb(x, y)


@binomial.kernel
def _(x, y):
    if x < 0 or y < 0 or x > 1000 or y > 1000:
        return UNDEFINED
    if y > x:
        return 0
    result = 1
    for k in range(1, min(y, x - y) + 1):
        # Divided before it is multiplied, so that nothing on the way is larger than the next value.
        one, other = result, k
        while other != 0:
            one, other = other, one % other
        result = times(result // one, (x - k + 1) // (k // one))
        if result == UNDEFINED:
            return UNDEFINED
    return result


@primitive("(Int, Int) -> Int", calculates=True, cost=9, elementwise=True)
def root_of(x, y):
    """The root of x with exponent y, rounded down; undefined for negative x and for y below 1."""
    if x < 0 or y < 1:
        raise ValueError("no such root")
    if y >= x.bit_length():
        return min(x, 1)
    bits, known, guess = (x.bit_length() - 1) // y, 0, 2
    while True:  # The first half of the bits leads Newton's method near the whole.
        part = x >> (bits - known) * y
        while (nearer := ((y - 1) * guess + part // guess ** (y - 1)) // y) < guess:
            guess = nearer
        if known == bits:
            return guess
        more = min(known + 1, bits - known)
        known, guess = known + more, (guess + 1) << more


@root_of.kernel
def _(x, y):
    if x < 0 or y < 1:
        return UNDEFINED
    if y == 1 or x < 2:
        return x
    if y > 53:
        return 1
    low, high = 1, root(x) + 1
    while high - low > 1:
        middle = (low + high) // 2
        power = middle
        for _ in range(y - 1):
            if power != UNDEFINED and power <= x:
                power = times(power, middle)
        if power == UNDEFINED or power > x:
            high = middle
        else:
            low = middle
    return low
