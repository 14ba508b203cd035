"""Two runs on the same tasks: what was won, what was lost, and whether the losses are more than chance."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..runs.outcome import Outcome

SIGNIFICANCE = 0.05
"""A share of losses among the changes that a fair coin shows less often than this is a loss."""

Key = tuple[str, str, int]


@dataclass(frozen=True)
class Pair:
    """One task in both runs.

    `gain` is the share of repeats that solve it after, less that before. Of several repeats
    `before` and `after` are those that show the change.
    """

    before: Outcome
    after: Outcome
    gain: float


@dataclass(frozen=True)
class Comparison:
    """The tasks that two runs share, in the order of the first; `missing` counts those that only one has."""

    pairs: tuple[Pair, ...]
    missing: int

    @property
    def won(self) -> list[Pair]:
        """What the second run solves and the first does not, or less often."""
        return [pair for pair in self.pairs if pair.gain > 0]

    @property
    def lost(self) -> list[Pair]:
        """The reverse."""
        return [pair for pair in self.pairs if pair.gain < 0]

    @property
    def chance(self) -> float:
        """How often this many of the changes, or more, are losses if each falls either way like a coin.

        This is the one-sided sign test, for one repeat the same as McNemar's exact test.
        """
        return tail(len(self.lost), len(self.lost) + len(self.won))

    @property
    def is_worse(self) -> bool:
        """Whether the second run loses more than chance explains."""
        return self.chance < SIGNIFICANCE


def compare(before: Sequence[Outcome], after: Sequence[Outcome]) -> Comparison:
    """Pair the tasks of two runs by family and name; tasks of one name by the order in which they come."""
    first, second = _by_task(before), _by_task(after)
    shared = [key for key in first if key in second]
    pairs = tuple(_pair(first[key], second[key]) for key in shared)
    return Comparison(pairs, len(first) + len(second) - 2 * len(shared))


def tail(least: int, tosses: int) -> float:
    """The probability of `least` heads or more in this many tosses of a fair coin."""
    ways, total = 1, 0
    for heads in range(tosses + 1):
        total += ways if heads >= least else 0
        ways = ways * (tosses - heads) // (heads + 1)
    return total / (1 << tosses)


def _by_task(outcomes: Sequence[Outcome]) -> dict[Key, list[Outcome]]:
    """The repeats of each task."""
    numbers: defaultdict[int, list[Outcome]] = defaultdict(list)
    for one in sorted(outcomes, key=lambda one: (one.number, one.repeat)):
        numbers[one.number].append(one)
    return dict(zip(_keys(numbers), numbers.values(), strict=True))


def _keys(numbers: dict[int, list[Outcome]]) -> Iterator[Key]:
    seen: Counter[tuple[str, str]] = Counter()
    for repeats in numbers.values():
        name = repeats[0].family, repeats[0].name
        yield (*name, seen[name])
        seen[name] += 1


def _pair(before: list[Outcome], after: list[Outcome]) -> Pair:
    gain = _share(after) - _share(before)
    if gain > 0:
        return Pair(max(before, key=_rank), min(after, key=_rank), gain)
    if gain < 0:
        return Pair(min(before, key=_rank), max(after, key=_rank), gain)
    return Pair(before[0], after[0], gain)


def _share(repeats: Sequence[Outcome]) -> float:
    return sum(one.solved for one in repeats) / len(repeats)


def _rank(one: Outcome) -> tuple[bool, bool, float]:
    """The best repeat comes first."""
    return not one.solved, not one.fitted, one.seconds
