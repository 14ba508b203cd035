"""Candidates to choose from: pairs, subsets, permutations, products, pieces. The enumeration does not try them."""

import itertools

from ..core.bounds import MAX_LENGTH, gathered
from ..core.primitive import primitive

MOST_SUBSETS, MOST_PERMUTED = 16, 8
"""Of longer lists there are more subsets, and permutations, than a list may hold."""


@primitive("(List[t]) -> List[Tuple[t, t]]", python="[list(pair) for pair in itertools.combinations(xs, 2)]")
def pairs_of(xs):
    """The pairs of an item with a later one, in the order of their positions."""
    return _chosen(xs, 2)


@primitive(
    "(List[t]) -> List[Tuple[t, t, t]]", cost=5, python="[list(three) for three in itertools.combinations(xs, 3)]"
)
def triples_of(xs):
    """The triples of an item with two later ones, in the order of their positions."""
    return _chosen(xs, 3)


@primitive(
    "(List[t], Index) -> List[List[t]]", cost=5, python="[list(combo) for combo in itertools.combinations(xs, n)]"
)
def combinations_of(xs, n):
    """The ways to choose n items, which stay in order; undefined for negative n, and above 100,000."""
    return _chosen(xs, n)


@primitive(
    "(List[t]) -> List[List[t]]",
    cost=5,
    python="[list(subset) for size in range(len(xs) + 1) for subset in itertools.combinations(xs, size)]",
)
def subsets_of(xs):
    """The ways to choose any number of items, the fewest first; undefined for more than 16 items."""
    _check(len(xs) <= MOST_SUBSETS)
    return [subset for size in range(len(xs) + 1) for subset in _chosen(xs, size)]


@primitive("(List[t]) -> List[List[t]]", cost=5, python="[list(order) for order in itertools.permutations(xs)]")
def permutations_of(xs):
    """The orders of the items, by their positions; undefined for more than 8 items."""
    _check(len(xs) <= MOST_PERMUTED)
    return gathered(map(list, itertools.permutations(xs)))


@primitive("(List[t], List[u]) -> List[Tuple[t, u]]", python="[list(pair) for pair in itertools.product(xs, ys)]")
def product_of(xs, ys):
    """The pairs of an item of the first list with one of the second, by their positions."""
    _check(len(xs) * len(ys) <= MAX_LENGTH)
    return gathered(map(list, itertools.product(xs, ys)))


@primitive("(List[t]) -> List[Tuple[t, t]]", python="[list(pair) for pair in itertools.pairwise(xs)]")
def adjacent(xs):
    """The pairs of neighbouring items."""
    return gathered(map(list, itertools.pairwise(xs)))


@primitive("(List[t]) -> List[Tuple[Int, t]]", python="[list(pair) for pair in enumerate(xs)]")
def enumerated(xs):
    """The items, each after its position, counted from 0."""
    return gathered(map(list, enumerate(xs)))


@primitive("(Str) -> List[Str]", python="[s[i:j] for i in range(len(s)) for j in range(i + 1, len(s) + 1)]")
def substrings(s):
    """The pieces of s that are not empty, by their starts and then by their lengths."""
    return _pieces(s)


@primitive("(List[t]) -> List[List[t]]", python="[xs[i:j] for i in range(len(xs)) for j in range(i + 1, len(xs) + 1)]")
def sublists(xs):
    """The runs of neighbouring items that are not empty, by their starts and then by their lengths."""
    return _pieces(xs)


def _chosen(xs, n):
    _check(n <= MAX_LENGTH)  # `itertools.combinations` takes memory for n positions before it looks at the items.
    if n > len(xs):
        return []
    choices = 1
    for i in range(min(n, len(xs) - n)):
        choices = choices * (len(xs) - i) // (i + 1)
        _check(choices <= MAX_LENGTH)  # Before the first of them is made.
    return gathered(map(list, itertools.combinations(xs, n)))


def _pieces(xs):
    _check(len(xs) * (len(xs) + 1) // 2 <= MAX_LENGTH)
    return gathered(xs[i:j] for i in range(len(xs)) for j in range(i + 1, len(xs) + 1))


def _check(is_small):
    if not is_small:
        raise ValueError("too many candidates")


@primitive(
    "(List[Int], (Tuple[Int, Int]) -> Bool, List[Int]) -> List[Int]",
    cost=6,
    python="next(([i, j] for i, j in itertools.combinations(range(len(xs)), 2) if p([xs[i], xs[j]])), otherwise)",
)
def first_pair(xs, p, otherwise):
    """The positions of an item and a later one that meet the condition, the first such, or else another list."""
    places = itertools.combinations(range(len(xs)), 2)
    return next(([i, j] for i, j in places if p([xs[i], xs[j]])), otherwise)
