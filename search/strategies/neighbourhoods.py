"""Patterns of neighbourhoods, learnt from what becomes of the items in their middle.

A pattern sees of a neighbour only whether it is background, an item, or like the one in the middle, so that what is
learnt of some colours holds for all. Its marks may stand for several kinds of neighbours (don't-cares). As in logic
minimization (Quine 1952, McCluskey 1956), the plainest patterns are wanted that fit all neighbourhoods whose middle
changes, and none whose middle does not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

import numpy as np

from ...dsl.core.patience import look
from ..cost.literals import integer_cost

MOST_MARKED = 5
"""In wider patterns no neighbour is compared with the middle: there are too many of them."""
MOST_OFFSET = 2
"""From no farther away an item is copied."""
COST_PER_CHANGE = 2.5
"""What a pattern may cost for each item that it alone changes. A dearer one would have learnt the outputs by heart."""
LEAST_EXAMPLES = 2
"""In so many examples it must change something, if there are that many."""
PATTERN_COST, COPY_COST, MARK_COST, LIKENESS_COST = 1, 2, 2, 3
"""What a pattern costs, that it copies a neighbour, and each of its marks; that the middle is an item costs nothing."""
MOST_PATTERNS, MOST_CHOICES, MOST_STEPS = 4, 12, 2_000
"""How many patterns are put together, how many are tried for one neighbourhood, and how many steps are taken."""
MOST_COLOURS = 4
"""So many numbers at most may an item become, whatever it is."""
MOST_POSITIONS = 5_000

BACKGROUND, LIKE, OTHER = range(3)
MARKS = {"x": (LIKE, OTHER), ".": (BACKGROUND, LIKE, OTHER), "0": (BACKGROUND,), "=": (LIKE,), "!": (BACKGROUND, OTHER)}
"""Which kinds of neighbours each mark stands for."""
PLAIN = "x.0"


@dataclass(frozen=True)
class Pattern:
    """A pattern as the language writes it, what it costs, how plain it is, and the neighbourhoods that it fits."""

    text: str
    cost: int
    spread: int
    fits: frozenset[int]


@dataclass(frozen=True)
class Neighbourhoods:
    """The different neighbourhoods of some lists.

    Parameters
    ----------
    kinds
        The kinds of their items: (neighbourhoods, width).
    changes
        In how many places the middle of each changes, example by example: (neighbourhoods, examples).
    """

    kinds: np.ndarray
    changes: np.ndarray

    @property
    def changing(self) -> list[int]:
        return [int(number) for number in np.flatnonzero(self.changes.any(axis=1))]


def patterns_of(before: np.ndarray, after: np.ndarray, example_of: np.ndarray) -> tuple[int, list[str]] | None:
    """The cheapest patterns that turn the middles of neighbourhoods into the items after, with their cost.

    None if there are no such patterns, or if they would learn the items by heart.

    Parameters
    ----------
    before
        The neighbourhoods: (positions, width).
    example_of
        To which example each position belongs.
    """
    radius = before.shape[1] // 2
    middle = before[:, radius]
    changed = middle != after
    if not changed.any() or len(after) > MOST_POSITIONS:
        return None
    kinds = np.where(before == 0, BACKGROUND, np.where(before == middle[:, None], LIKE, OTHER))
    distinct, number = np.unique(kinds, axis=0, return_inverse=True)
    changes = np.zeros((len(distinct), int(example_of.max()) + 1), np.int64)
    np.add.at(changes, (number[changed], example_of[changed]), 1)
    all_ = Neighbourhoods(distinct, changes)
    patterns: list[Pattern] = []
    for text, cost, right in _outcomes(before, after, changed):
        look()
        wrong = np.bincount(number[~right], minlength=len(distinct)) > 0
        patterns += _patterns(all_, text, cost, changes.any(axis=1) & ~wrong)
    return _cheapest(all_, patterns)


def _outcomes(
    before: np.ndarray, after: np.ndarray, changed: np.ndarray
) -> Iterator[tuple[int | str, int, np.ndarray]]:
    """What may become of an item: its neighbour at a place, or a number; with the cost, and where it is right."""
    radius = before.shape[1] // 2
    for offset in range(-min(radius, MOST_OFFSET), min(radius, MOST_OFFSET) + 1):
        if offset:
            copied = before[:, radius + offset]
            yield radius + offset, COPY_COST, (copied == after) & (copied != 0)
    for colour, _ in Counter(after[changed].tolist()).most_common(MOST_COLOURS):
        yield str(colour), integer_cost(colour), after == colour


def _patterns(all_: Neighbourhoods, outcome: int | str, cost: int, wanted: np.ndarray) -> Iterator[Pattern]:
    """The patterns that fit nothing but neighbourhoods with one outcome: of those that fit the same, the plainest."""
    if not wanted.any():
        return
    width = all_.kinds.shape[1]
    cubes = _cubes(width)
    fits = np.ones((len(cubes.marks), len(all_.kinds)), np.bool_)
    for place in range(width):
        fits &= cubes.allowed[:, place][:, all_.kinds[:, place]]
    pure = fits.any(axis=1) & ~(fits & ~wanted).any(axis=1)
    if isinstance(outcome, int):
        pure &= np.array([marks[outcome] == "x" for marks in cubes.marks])
    best: dict[bytes, int] = {}
    for index in np.flatnonzero(pure).tolist():
        best.setdefault(fits[index].tobytes(), index)  # The plainest come first.
    for index in best.values():
        look()
        marks = cubes.marks[index]
        if isinstance(outcome, int):
            text, free = f"{marks[:outcome]}*{marks[outcome + 1 :]}", MARK_COST
        else:
            text, free = f"{marks} {outcome}", 0
        covered = frozenset(np.flatnonzero(fits[index]).tolist())
        yield Pattern(text, PATTERN_COST + cost + int(cubes.costs[index]) - free, int(cubes.spreads[index]), covered)


@dataclass(frozen=True)
class _Cubes:
    """All patterns of a width: their marks, the kinds that each mark allows, their costs and spreads."""

    marks: list[str]
    allowed: np.ndarray
    costs: np.ndarray
    spreads: np.ndarray


@cache
def _cubes(width: int) -> _Cubes:
    """The patterns of a width, the cheapest first, and of these the ones whose marks are near to the middle."""
    radius = width // 2
    letters = list(MARKS) if width <= MOST_MARKED else list(PLAIN)
    every = ["".join(marks) for marks in product(letters, repeat=width) if _is_sensible(marks, radius)]
    known = {marks: (_cost(marks), _spread(marks)) for marks in every}
    every.sort(key=known.__getitem__)
    allowed = np.zeros((len(every), width, 3), np.bool_)
    for index, marks in enumerate(every):
        for place, mark in enumerate(marks):
            allowed[index, place, list(MARKS[mark])] = True
    costs, spreads = np.array([known[marks] for marks in every], np.int64).T
    return _Cubes(every, allowed, costs, spreads)


def _is_sensible(marks: Sequence[str], radius: int) -> bool:
    """Whether the middle is not compared with itself, and others are only with an item."""
    return marks[radius] in PLAIN and (marks[radius] == "x" or not {"=", "!"} & {*marks})


def _cost(marks: str) -> int:
    around = marks[: len(marks) // 2] + marks[len(marks) // 2 + 1 :]
    costs = sum(0 if mark == "." else MARK_COST if mark in PLAIN else LIKENESS_COST for mark in around)
    return costs + (MARK_COST if marks[len(marks) // 2] == "0" else 0)


def _spread(marks: str) -> int:
    """How far from the middle the marks are that say something."""
    return sum(abs(place - len(marks) // 2) for place, mark in enumerate(marks) if mark != ".")


def _cheapest(all_: Neighbourhoods, patterns: Sequence[Pattern]) -> tuple[int, list[str]] | None:
    """The cheapest patterns that fit all neighbourhoods whose middle changes, each of which pays for itself."""
    of_each = {
        number: sorted((one for one in patterns if number in one.fits), key=lambda one: (one.cost, one.spread))
        for number in all_.changing
    }
    best: tuple[int, int, list[Pattern]] | None = None
    steps = 0
    begun: list[tuple[int, int, frozenset[int], list[Pattern]]] = [(0, 0, frozenset(of_each), [])]
    while begun and steps < MOST_STEPS:
        look()
        cost, spread, left, chosen = begun.pop()
        steps += 1
        if best is not None and (cost, spread) >= best[:2]:
            continue
        if not left:
            best = cost, spread, chosen
            continue
        if len(chosen) == MOST_PATTERNS:
            continue
        hardest = min(left, key=lambda number: (len(of_each[number]), number))
        paying = (one for one in of_each[hardest] if _pays(all_, one, left))
        choices = [one for one, _ in zip(paying, range(MOST_CHOICES), strict=False)]
        begun += [(cost + one.cost, spread + one.spread, left - one.fits, [*chosen, one]) for one in reversed(choices)]
    if best is None:
        return None
    ordered = sorted(best[2], key=lambda one: (-int(all_.changes[sorted(one.fits)].sum()), one.text))
    return best[0], [one.text for one in ordered]


def _pays(all_: Neighbourhoods, one: Pattern, left: frozenset[int]) -> bool:
    """Whether what a pattern changes of what is left is more than it costs, and happens in several examples."""
    changes = all_.changes[sorted(one.fits & left)].sum(axis=0)
    least = min(LEAST_EXAMPLES, all_.changes.shape[1])
    return bool(one.cost <= COST_PER_CHANGE * changes.sum() and np.count_nonzero(changes) >= least)
