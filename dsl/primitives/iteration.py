"""Loops whose step is a function."""

from itertools import accumulate, chain, islice

from ..core.bounds import MAX_LENGTH, gathered
from ..core.primitive import primitive


@primitive("(List[t], u, (u, t) -> u) -> u", cost=6)
def fold(xs, start, step):
    """The start, after the step has been applied to it and each item in turn."""
    value = start
    for x in xs:
        value = step(value, x)
    return value


@primitive("(List[t], u, (u, t) -> u) -> List[u]", cost=6)
def scan(xs, start, step):
    """What `fold` has after each item, without the start."""
    return gathered(islice(accumulate(chain([start], xs), step), 1, None))  # An `initial` of None would be none.


@primitive("(Index, u, (u) -> u) -> u", cost=6)
def iterate(n, start, step):
    """The start, after the step has been applied to it n times; undefined for n < 0 and n > 100000."""
    _check(n)
    value = start
    for _ in range(n):
        value = step(value)
    return value


@primitive("(Index, u, (u) -> u) -> List[u]", cost=6)
def unfold(n, start, step):
    """The list of the start, step(start) and so on, n values; undefined for n < 0 and n > 100000."""
    _check(n)
    return gathered(islice(accumulate(chain([start], range(1, n)), lambda value, _: step(value)), n))


@primitive("(List[t], (t) -> u) -> List[u]", cost=5, name="map")
def map_(rows, f):
    """What the function makes of each item."""
    return gathered(f(row) for row in rows)


@primitive("(List[t], (t) -> Bool) -> List[t]", cost=5, name="filter")
def filter_(rows, p):
    """The items for which the condition holds."""
    return [row for row in rows if p(row)]


def _check(n):
    if not 0 <= n <= MAX_LENGTH:
        raise ValueError("no such number of steps")
