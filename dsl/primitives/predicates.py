"""Conditions that people have a word for. The enumeration does not try them: readers propose them."""

from ..core.primitive import primitive
from .regexes import LONGEST, compiled


def _matcher(s, pattern):
    if len(s) > LONGEST:
        raise ValueError("too long")
    return compiled(pattern)


@primitive("(Str, Str) -> Bool", cost=5, python="re.fullmatch(pattern, s) is not None")
def is_match(s, pattern):
    """Whether all of s matches a regular expression in which the next character decides how to go on."""
    return _matcher(s, pattern).fullmatch(s) is not None


@primitive("(Str, Str) -> Bool", cost=5, python="re.search(pattern, s) is not None")
def has_match(s, pattern):
    """Whether a part of s matches such a regular expression."""
    return _matcher(s, pattern).search(s) is not None


@primitive("(Int) -> Bool", cost=5)
def is_power_of_two(n):
    """Whether n is 1, 2, 4, 8 or another power of two."""
    return n > 0 and n.bit_count() == 1


@primitive("(Int, Int, Int) -> Bool", cost=6)
def is_triangle(x, y, z):
    """Whether there is a triangle with these sides: each is shorter than the other two together."""
    return x + y > z and x + z > y and y + z > x


@primitive("(Int, Int, Int) -> Bool", cost=5)
def is_between(x, low, high):
    """Whether x is neither below the one limit nor above the other."""
    return low <= x <= high


@primitive("(List[a], List[a]) -> Bool", cost=6)
def is_subsequence(xs, ys):
    """Whether the items of xs are in ys in the same order, perhaps with others between them."""
    rest = iter(ys)
    return all(x in rest for x in xs)


@primitive("(List[t], List[t]) -> Bool", cost=6)
def is_part(xs, ys):
    """Whether the items of xs stand in ys side by side."""
    return any(ys[i : i + len(xs)] == xs for i in range(len(ys) - len(xs) + 1))


@primitive("(List[t], List[t]) -> Bool", cost=6)
def is_rotation(xs, ys):
    """Whether ys is xs from some item on, followed by what is before that item."""
    return any(xs[i:] + xs[:i] == ys for i in range(len(xs) + 1))


@primitive("(List[t], List[u]) -> Bool", cost=6)
def is_same_pattern(xs, ys):
    """Whether equal items of xs stand where equal items of ys do, and different ones where different ones do."""
    return [xs.index(x) for x in xs] == [ys.index(y) for y in ys]


@primitive(
    "(List[a], List[a]) -> Bool",
    cost=6,
    python="all(xs.count(x) <= ys.count(x) for x in xs)",
    python_for_scalars="not collections.Counter(xs) - collections.Counter(ys)",
)
def is_sub_multiset(xs, ys):
    """Whether ys has each item of xs, at least as often."""
    return all(xs.count(x) <= ys.count(x) for x in xs)
