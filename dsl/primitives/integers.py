"""What people ask of whole numbers: digits, powers, primes, divisors and multiples.

The search tries these only where all inputs are integers.
"""

import math

from ..core.primitive import Laws, primitive
from .kernels import UNDEFINED, root, times


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


@primitive("(Int, Index) -> Int", calculates=True, cost=7, elementwise=True, python="abs(x) // 10**y % 10")
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
