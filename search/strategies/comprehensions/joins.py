"""Which condition goes with which function: joined by products of matrices rather than tried one pair after another.

For n conditions and m functions on an item, one product of an (n, rows) and a (rows, m) matrix has the sums of
all n * m comprehensions in an example, and two have what is needed to know all largest values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from ....dsl.core.patience import look

MOST_PAIRS = 4_000_000
"""Entries of a matrix of all pairs that are made at once."""
MOST_HITS = 200_000
"""So many pairs at most that are right in one example go on to the next."""
EXACT = 2.0**52
"""Sums up to this are exact in floating point."""
NEAR = 1e-7
"""So much sums of logarithms may differ by."""

Join = Callable[[np.ndarray, np.ndarray, int], np.ndarray]
"""Of conditions (n, rows) and functions (m, rows) in one example: which pairs give a value, bool (n, m)."""


def sums(conditions: np.ndarray, functions: np.ndarray, wanted: int) -> np.ndarray:
    """Where the values that a function has where a condition holds add up to what is wanted."""
    with np.errstate(invalid="ignore"):  # Some builds of BLAS raise that flag for finite numbers.
        found: np.ndarray = np.equal(conditions.astype(np.float64) @ functions.T.astype(np.float64), wanted)
    return found


def products(conditions: np.ndarray, functions: np.ndarray, wanted: int) -> np.ndarray:
    """Where their product is what is wanted, but for an error of rounding: by logarithms, signs and zeros."""
    chosen, sizes = conditions.astype(np.float64), np.abs(functions.T.astype(np.float64))
    has_zero = chosen @ (sizes == 0) > 0
    if not wanted:
        return np.asarray(has_zero)
    near = np.abs(chosen @ np.log(np.maximum(sizes, 1)) - np.log(abs(wanted))) < NEAR
    is_negative = chosen @ np.less(functions.T, 0).astype(np.float64) % 2 == 1
    return np.asarray(near & ~has_zero & (is_negative == (wanted < 0)))


def largest(conditions: np.ndarray, functions: np.ndarray, wanted: int) -> np.ndarray:
    """Where what is wanted is the largest of them."""
    chosen = conditions.astype(np.float32)
    above = chosen @ np.greater(functions.T, wanted).astype(np.float32)
    equal = chosen @ np.equal(functions.T, wanted).astype(np.float32)
    found: np.ndarray = (above == 0) & (equal > 0)
    return found


def smallest(conditions: np.ndarray, functions: np.ndarray, wanted: int) -> np.ndarray:
    """Where what is wanted is the smallest of them."""
    return largest(conditions, -functions, -wanted)


def first(conditions: np.ndarray, functions: np.ndarray, wanted: int) -> np.ndarray:
    """Where what is wanted is the first of them."""
    if not conditions.shape[1]:
        return np.zeros((len(conditions), len(functions)), bool)
    equal: np.ndarray = np.equal(functions, wanted)
    any_holds = np.asarray(conditions.any(axis=1))
    found: np.ndarray = equal.T[conditions.argmax(axis=1)] & any_holds[:, None]
    return found


def last(conditions: np.ndarray, functions: np.ndarray, wanted: int) -> np.ndarray:
    """Where what is wanted is the last of them."""
    return first(conditions[:, ::-1], functions[:, ::-1], wanted)


def or_default(join: Join, default: int) -> Join:
    """The join where some condition holds, and where none does, whether the default is wanted."""

    def joined(conditions: np.ndarray, functions: np.ndarray, wanted: int) -> np.ndarray:
        found = join(conditions, functions, wanted)
        if wanted == default:
            found |= ~np.asarray(conditions.any(axis=1))[:, None]
        return found

    return joined


def pairs(
    join: Join,
    conditions: np.ndarray,
    functions: np.ndarray,
    spans: Sequence[slice],
    wanted: Sequence[int],
    costs: tuple[np.ndarray, np.ndarray],
    most_cost: int,
) -> Iterator[tuple[int, int]]:
    """The pairs of a condition and a function that a join takes in all examples and that cost less, the cheapest first.

    Parameters
    ----------
    conditions, functions
        bool (n, rows) and int64 (m, rows), of all examples one after another.
    spans
        The rows of each example.
    costs
        Of the conditions and of the functions, ascending.
    """
    order = sorted(range(len(spans)), key=lambda e: -_telling(wanted[e], spans[e]))
    found: list[np.ndarray] = []
    step = max(1, MOST_PAIRS // max(1, len(functions)))
    for start in range(0, len(conditions), step):
        if costs[0][start] + costs[1][0] >= most_cost:
            break
        look()
        some = conditions[start : start + step]
        near = int(np.searchsorted(costs[1], most_cost - costs[0][start]))
        span = spans[order[0]]
        hits = np.argwhere(join(some[:, span], functions[:near, span], wanted[order[0]]))[:MOST_HITS]
        hits = hits[costs[0][start + hits[:, 0]] + costs[1][hits[:, 1]] < most_cost]
        for example in order[1:]:
            if not len(hits):
                break
            look()
            hits = _kept(join, hits, some, functions, spans[example], wanted[example])
        found.append(hits + np.array([start, 0]))
    if not found:
        return
    every = np.concatenate(found)
    for index in np.argsort(costs[0][every[:, 0]] + costs[1][every[:, 1]], kind="stable").tolist():
        yield int(every[index, 0]), int(every[index, 1])


def _telling(wanted: int, span: slice) -> int:
    return 8 * min(abs(wanted), 64) + min(int(span.stop - span.start), 64)


def _kept(
    join: Join, hits: np.ndarray, conditions: np.ndarray, functions: np.ndarray, span: slice, wanted: int
) -> np.ndarray:
    """The pairs that are right in one more example: over all of their conditions with all of their functions."""
    rows, row_of = np.unique(hits[:, 0], return_inverse=True)
    columns, column_of = np.unique(hits[:, 1], return_inverse=True)
    right = np.zeros(len(hits), bool)
    step = max(1, MOST_PAIRS // max(1, len(columns)))
    for start in range(0, len(rows), step):
        table = join(conditions[rows[start : start + step], span], functions[columns, span], wanted)
        inside = (row_of >= start) & (row_of < start + step)
        right[inside] = table[row_of[inside] - start, column_of[inside]]
    kept: np.ndarray = hits[right]
    return kept
