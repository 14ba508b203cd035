"""Aggregates of what a function says of each item. The enumeration does not try them."""

import math

from ..core.primitive import primitive


@primitive("(List[t], (t) -> Bool) -> Int", cost=5)
def count_where(xs, p):
    """How many items meet the condition."""
    return sum(1 for x in xs if p(x))


@primitive("(List[t], (t) -> Bool) -> Bool", cost=5)
def any_of(xs, p):
    """Whether an item meets the condition; no item after the first that does is looked at."""
    return any(p(x) for x in xs)


@primitive("(List[t], (t) -> Bool) -> Bool", cost=5)
def all_of(xs, p):
    """Whether all items meet the condition; no item after the first that does not is looked at."""
    return all(p(x) for x in xs)


@primitive("(List[t], (t) -> Bool, t) -> t", cost=5)
def first_where(xs, p, otherwise):
    """The first item that meets the condition, or another value if there is none."""
    return next((x for x in xs if p(x)), otherwise)


@primitive("(List[t], (t) -> n) -> n", cost=5)
def sum_of(xs, f):
    """The sum of what the function makes of each item."""
    return sum(f(x) for x in xs)


@primitive("(List[Bool], Int) -> Int", cost=5, python="next((i for i, p in enumerate(mask) if p), n)")
def first_true_or(mask, n):
    """The position of the first true, or n if there is none."""
    return mask.index(True) if True in mask else n


@primitive("(List[n], n) -> n", cost=3, python="max(xs, default=otherwise)")
def max_or(xs, otherwise):
    """The largest item, or another number if there is none."""
    return max(xs, default=otherwise)


@primitive("(List[n], n) -> n", cost=3, python="min(xs, default=otherwise)")
def min_or(xs, otherwise):
    """The smallest item, or another number if there is none."""
    return min(xs, default=otherwise)


@primitive("(List[Int], Int) -> Int", cost=4)
def product_or(xs, otherwise):
    """The product of the items, or another number if there is none."""
    return math.prod(xs) if xs else otherwise
