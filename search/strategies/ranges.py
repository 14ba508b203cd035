"""Ranges of a number with a value for each: a chain of conditions, whose thresholds the examples leave room for.

Thresholds are as round as they can be, and at equal distances if that is possible (see `thresholds`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ...dsl.core.expression import Expression, Literal, call
from ...dsl.core.types import INT, Type
from ...dsl.language.language import BUILTIN
from ..cost.literals import constant_cost, integer_cost
from .context.bounds import roundest

MOST_RANGES = 12
LEAST_REPEATED = 2
"""How many examples more there must be than ranges."""
FURTHER_COST = 3
"""What each range costs after the first two: the same is asked of the same number once more."""
TENS_COST = 2
"""What a multiple of ten costs more than the number that is multiplied."""
LONE_COST = 4
"""What a range costs more that only one example is in."""
STEPS = tuple(digit * 10**power for power in range(6, -1, -1) for digit in (5, 2, 1))
"""Distances between thresholds that people would choose, the largest first."""


@dataclass(frozen=True)
class Ranges:
    """The values of ever larger numbers, and where all but the first of them begin; `lone` ranges have one example."""

    values: tuple[Any, ...]
    starts: tuple[int, ...]
    lone: int

    def cost(self, type_: Type) -> int:
        """What a chain of conditions costs beside the number: it is named once, and compared with each threshold."""
        first = BUILTIN.vocabulary["if_else"].cost + BUILTIN.vocabulary["le"].cost
        values = sum(constant_cost(value, type_) for value in self.values)
        thresholds = sum(map(limit_cost, self._spelt_out()))
        return first + FURTHER_COST * (len(self.starts) - 1) + thresholds + values + LONE_COST * self.lone

    def _spelt_out(self) -> tuple[int, ...]:
        """The numbers that have to be named: of thresholds at equal distances the first, and the distance."""
        distances = {after - before for before, after in pairwise(self.starts)}
        return (self.starts[0], *distances) if len(distances) == 1 else self.starts

    def chain(self, number: Expression, type_: Type) -> Expression:
        """The choice of the value for a number, the largest numbers first."""
        body: Expression = Literal(self.values[0], type_)
        for start, value in zip(self.starts, self.values[1:], strict=True):
            condition = call(BUILTIN.vocabulary["le"], Literal(start, INT), number)
            body = call(BUILTIN.vocabulary["if_else"], condition, Literal(value, type_), body)
        return body


def limit_cost(number: int) -> int:
    """What it costs to name a threshold: people choose tens."""
    return (
        min(integer_cost(number), TENS_COST + integer_cost(number // 10)) if number % 10 == 0 else integer_cost(number)
    )


def range_of(numbers: Sequence[int], wanted: Sequence[Any], *, least: int = 3) -> Ranges | None:
    """The ranges of the numbers in which the same is wanted; None if one value has two ranges, or all are chance.

    Parameters
    ----------
    least
        How many ranges there must be: two are met by many numbers.
    """
    ordered = sorted(zip(numbers, wanted, strict=True), key=lambda pair: pair[0])
    values, gaps, sizes = [ordered[0][1]], [], [1]
    for (before, last), (after, value) in pairwise(ordered):
        if value == last:
            sizes[-1] += 1
            continue
        if before == after or value in values:
            return None
        values.append(value)
        gaps.append((before + 1, after))
        sizes.append(1)
    if not least <= len(values) <= MOST_RANGES or len(numbers) - len(values) < LEAST_REPEATED:
        return None
    starts = _evenly_spaced(gaps) or tuple(roundest(low, high) for low, high in gaps)
    return Ranges(tuple(values), starts, sum(size == 1 for size in sizes))


def _evenly_spaced(gaps: Sequence[tuple[int, int]]) -> tuple[int, ...] | None:
    """Multiples of a round number, at equal distances, one within each gap: the roundest; None if there are none."""
    for step in STEPS if len(gaps) > 1 else ():
        least = max(low - step * number for number, (low, _) in enumerate(gaps))
        most = min(high - step * number for number, (_, high) in enumerate(gaps))
        first = -(-least // step) * step
        if first <= most:
            return tuple(first + step * number for number in range(len(gaps)))
    return None
