"""Positions and ranges of integers."""

from ..core.primitive import primitive
from .kernels import UNDEFINED


@primitive("(Index) -> List[Index]", cost=4, python="list(range(n))")
def iota(n):
    """0, 1, ... n - 1; undefined for negative n."""
    if not 0 <= n <= 100_000:
        raise ValueError("count out of range")
    return list(range(n))


@iota.kernel
def _(mem, n, out, cap):
    if n < 0 or n > cap:
        return UNDEFINED
    for i in range(n):
        mem[out + i] = i
    return n


@primitive("(Index) -> List[Index]", cost=4, python="list(range(1, n + 1))")
def one_to(n):
    """1, 2, ... n; undefined for negative n."""
    if not 0 <= n <= 100_000:
        raise ValueError("count out of range")
    return list(range(1, n + 1))


@one_to.kernel
def _(mem, n, out, cap):
    if n < 0 or n > cap:
        return UNDEFINED
    for i in range(n):
        mem[out + i] = i + 1
    return n


@primitive("(Int, Int) -> List[Int]", cost=5, python="list(range(i, j))", name="range")
def range_(i, j):
    """The integers from i up to but not including j."""
    if j - i > 100_000:
        raise ValueError("range too long")
    return list(range(i, j))


@range_.kernel
def _(mem, i, j, out, cap):
    if j - i > cap:
        return UNDEFINED
    n = max(j - i, 0)
    for k in range(n):
        mem[out + k] = i + k
    return n


@primitive("(s) -> List[Index]", cost=3, python="list(range(len(xs)))")
def indices(xs):
    """The position of each item, counted from 0."""
    return list(range(len(xs)))


@indices.kernel
def _(mem, xs, n_xs, out, cap):
    for i in range(n_xs):
        mem[out + i] = i
    return n_xs


@primitive("(Index) -> List[Index]", cost=6, python="list(range(n, 0, -1))")
def countdown(n):
    """n, n - 1, ... 1; undefined for negative n."""
    if not 0 <= n <= 100_000:
        raise ValueError("count out of range")
    return list(range(n, 0, -1))


@countdown.kernel
def _(mem, n, out, cap):
    if n < 0 or n > cap:
        return UNDEFINED
    for i in range(n):
        mem[out + i] = n - i
    return n


@primitive("(Int, Int, Int) -> List[Int]", cost=7, python="list(range(i, j, n))")
def step_range(i, j, n):
    """The integers from i up to but not including j in steps of n; undefined unless n is positive."""
    if n < 1 or (j - i) // n > 100_000:
        raise ValueError("step out of range")
    return list(range(i, j, n))


@step_range.kernel
def _(mem, i, j, n, out, cap):
    if n < 1 or (j - i) // n >= cap:
        return UNDEFINED
    count = max((j - i + n - 1) // n, 0)
    for k in range(count):
        mem[out + k] = i + k * n
    return count
