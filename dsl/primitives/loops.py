"""Loops that a condition ends, the values that loops pass, and brackets. The enumeration tries none of them."""

from itertools import accumulate, chain

from ..core.bounds import MAX_LENGTH, gathered
from ..core.primitive import primitive

MOST_STEPS = 10_000
"""A loop that goes on for longer is taken for one that never ends. (The texts of primitives say it in digits.)"""


@primitive("(List[t], u, (u, t) -> u) -> List[u]", cost=6)
def states(xs, start, step):
    """The start, and what `fold` has after each item."""
    return gathered(accumulate(chain([start], xs), step))  # An `initial` of None would be none.


@primitive("(u, (u) -> Bool, (u) -> u) -> u", cost=6)
def repeat_while(start, goes_on, step):
    """The start, after the step for as long as the condition holds; undefined after 10000 steps."""
    for value in _trail(start, goes_on, step):
        last = value
    return last


@primitive("(u, (u) -> Bool, (u) -> u) -> Int", cost=6)
def steps_while(start, goes_on, step):
    """How many steps are taken from the start on while the condition holds; undefined after 10000 steps."""
    return sum(1 for _ in _trail(start, goes_on, step)) - 1


@primitive("(u, (u) -> Bool, (u) -> u) -> List[u]", cost=6)
def trail_while(start, goes_on, step):
    """The start, and what each step makes of it while the condition holds; undefined after 10000 steps."""
    return gathered(_trail(start, goes_on, step))


@primitive("(u, (u) -> u) -> List[u]", cost=8)
def orbit(start, step):
    """The start, and what each step makes of it, up to the first value that has come before; undefined after 10000."""
    passed = [start]
    while (value := step(passed[-1])) not in passed:
        if len(passed) == MOST_STEPS:
            raise ValueError("the loop goes on for too long")
        passed.append(value)
    return gathered(passed)


@primitive("(Index, u, u, (u, u, Int) -> u) -> u", cost=6)
def recursion(n, first, second, step):
    """Item n of first, second and what the step makes of the last two items and the number of the next; undefined
    for n < 0 and n > 100000."""
    if not 0 <= n <= MAX_LENGTH:
        raise ValueError("no such item")
    for k in range(2, n + 2):
        first, second = second, step(first, second, k)
    return first


@primitive("(Str, Str) -> Bool", cost=4)
def is_nested(s, pairs):
    """Whether each bracket in s is closed by its partner, the inner ones first, as "()[]" would list the pairs."""
    opened = []
    for c in s:
        if c in pairs[::2]:
            opened.append(c)
        elif c in pairs and (not opened or pairs[pairs.index(c) - 1] != opened.pop()):
            return False
    return not opened


@primitive("(Str, Str) -> Int", cost=4)
def nesting_depth(s, pairs):
    """How deep the brackets in s are nested at most, as "()[]" would list the pairs."""
    depth = deepest = 0
    for c in s:
        if c in pairs[::2]:
            depth += 1
        elif c in pairs:
            depth -= 1
        deepest = max(deepest, depth)
    return deepest


def _trail(start, goes_on, step):
    """The start and all values after it, of which the last is the first that does not meet the condition."""
    yield start
    value = start
    for _ in range(MOST_STEPS):
        if not goes_on(value):
            return
        value = step(value)
        yield value
    if goes_on(value):
        raise ValueError("the loop goes on for too long")
