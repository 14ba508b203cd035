"""Rules of number sequences. No search tries them: `induce extend` solves for their constants."""

import itertools
import math
from collections import deque

from ..core.bounds import MAX_BITS
from ..core.primitive import primitive

MOST_WORK = 2_000_000
"""An item of a sequence is too far on if it takes so many products, of which long ones count several times."""
PRODUCT_BITS = 8192

MOST_CHOSEN = 50_000
"""Binomial coefficients of more things take seconds."""

MOST_TRANSFORMED = 1000
"""No transform takes more items: it is quadratic in their number, and they grow. (Their text says it in digits.)"""


def _item(first, order, n, products, following):
    """Item n, where `following` makes each by so many products of its number and the `order` items before it."""
    if n < len(first):
        return first[n]
    last, work = deque(first[len(first) - order :], maxlen=order), (n - len(first)) * (1 + products)
    for k in range(len(first), n + 1):
        if work > MOST_WORK:
            raise ValueError("the item is too far on")
        term = following(k, last)
        if term.bit_length() > MAX_BITS:
            raise ValueError("the items grow too large")
        work += products * (term.bit_length() // PRODUCT_BITS)
        last.append(term)
    return term


@primitive("(List[Int], List[Int], Index) -> Int")
def recurrence(coefficients, first, n):
    """Item n of the sequence that begins with these items and goes on by a(k) = c1 a(k-1) + c2 a(k-2) + ..."""
    if n < 0 or len(first) < len(coefficients):
        raise ValueError("no such item")

    def following(_, last):
        return sum(c * term for c, term in zip(coefficients, reversed(last)))

    return _item(first, len(coefficients), n, len(coefficients), following)


@recurrence.helper
def _(coefficients, first, n):
    """Item n of the sequence that begins with these items and goes on by a(k) = c1 a(k-1) + c2 a(k-2) + ..."""
    if n < 0 or len(first) < len(coefficients):
        raise ValueError("no such item")
    terms = list(first)
    while len(terms) <= n:
        terms.append(sum(c * terms[-1 - i] for i, c in enumerate(coefficients)))
    return terms[n]


@primitive("(List[List[Int]], List[Int], Index) -> Int")
def p_recursive(polynomials, first, n):
    """Item n of the sequence that begins with these items and goes on by P0(k) a(k) = P1(k) a(k-1) + P2(k) a(k-2) + ...

    Each polynomial is the list of its coefficients, that of the lowest power first.
    """
    if n < 0 or not 0 < len(polynomials) <= len(first) + 1:
        raise ValueError("no such item")

    def following(k, last):
        leading, *others = [sum(c * k**power for power, c in enumerate(p)) for p in polynomials]
        total = sum(value * term for value, term in zip(others, reversed(last)))
        if leading == 0 or total % leading:
            raise ValueError("the next item is no integer")
        return total // leading

    return _item(first, len(polynomials) - 1, n, 3 * sum(map(len, polynomials)), following)


@p_recursive.helper
def _(polynomials, first, n):
    """Item n of the sequence that begins with these items and goes on by P0(k) a(k) = P1(k) a(k-1) + P2(k) a(k-2) + ...

    Each polynomial is the list of its coefficients, that of the lowest power first.
    """
    if n < 0 or not 0 < len(polynomials) <= len(first) + 1:
        raise ValueError("no such item")
    terms = list(first)
    while len(terms) <= n:
        k = len(terms)
        leading, *others = [sum(c * k**power for power, c in enumerate(p)) for p in polynomials]
        total = sum(value * terms[-1 - i] for i, value in enumerate(others))
        if leading == 0 or total % leading:
            raise ValueError("the next item is no integer")
        terms.append(total // leading)
    return terms[n]


@primitive("(Int, Index, (Int) -> Bool) -> Int")
def such_that(start, n, p):
    """Item n of start, start + 1, ... without those for which the condition fails; undefined beyond start + 100000."""
    if n < 0:
        raise ValueError("no such item")
    for k in range(start, start + 100_000):
        if p(k):
            if n == 0:
                return k
            n -= 1
    raise ValueError("the condition holds too rarely")


@such_that.helper
def nth_where(start, n, condition):
    """Item n, counted from 0, of the integers from start on for which the condition holds."""
    matching = (k for k in itertools.count(start) if condition(k))
    return next(itertools.islice(matching, n, None))


@primitive("(Int, Int) -> Int", elementwise=True, python="x ** y")
def power(x, y):
    """x to the power y, of any size; undefined for negative y."""
    if y < 0 or y * (x.bit_length() - 1) >= MAX_BITS:
        raise ValueError("power out of range")
    return x**y


@primitive("(Int, Int) -> Int", elementwise=True, python="math.comb(n, k)")
def choose(n, k):
    """The binomial coefficient, of any size; undefined for negative numbers."""
    fewer = min(k, n - k)
    # There are at least (n / fewer) ** fewer choices.
    if fewer > MOST_CHOSEN or (fewer > 0 and fewer * ((n // fewer).bit_length() - 1) >= MAX_BITS):
        raise ValueError("coefficient out of range")
    return math.comb(n, k)


@primitive("(Int) -> Int")
def moebius(n):
    """1 or -1 for a product of evenly or oddly many different primes, else 0; undefined for n < 1 and n > 10^9."""
    if not 1 <= n <= 10**9:
        raise ValueError("number out of range")
    sign, divisor = 1, 2
    while divisor * divisor <= n:
        if n % divisor == 0:
            n, sign = n // divisor, -sign
            if n % divisor == 0:
                return 0
        divisor += 1
    return -sign if n > 1 else sign


@moebius.helper
def _(n):
    """1 or -1 for a product of evenly or oddly many different primes, else 0."""
    sign, d = 1, 2
    while d * d <= n:
        if n % d == 0:
            n //= d
            sign = -sign
            if n % d == 0:
                return 0
        d += 1
    return -sign if n > 1 else sign


@primitive("(List[Int]) -> List[Int]")
def invert_transform(xs):
    """1, then a(k) = x1 a(k-1) + x2 a(k-2) + ... + xk a(0): how many sequences there are of parts counted by xs."""
    if len(xs) > 1000:
        raise ValueError("too many items")
    terms = [1]
    for k in range(1, len(xs) + 1):
        terms.append(sum(xs[i - 1] * terms[k - i] for i in range(1, k + 1)))
    return terms


@primitive("(List[Int]) -> List[Int]")
def exp_transform(xs):
    """1, then a(k) = sum of C(k-1, i-1) xi a(k-i): how many sets there are of labelled parts counted by xs."""
    if len(xs) > 1000:
        raise ValueError("too many items")
    terms = [1]
    for k in range(1, len(xs) + 1):
        terms.append(sum(math.comb(k - 1, i - 1) * xs[i - 1] * terms[k - i] for i in range(1, k + 1)))
    return terms


@primitive("(List[Int]) -> List[Int]")
def euler_transform(xs):
    """The coefficients of 1 / ((1 - x)^x1 (1 - x^2)^x2 ...): how many multisets there are of parts counted by xs."""
    if len(xs) > 1000:
        raise ValueError("too many items")
    sums = [sum(d * xs[d - 1] for d in range(1, k + 1) if k % d == 0) for k in range(1, len(xs) + 1)]
    terms = [1]
    for k in range(1, len(xs) + 1):
        terms.append(sum(sums[i - 1] * terms[k - i] for i in range(1, k + 1)) // k)
    return terms
