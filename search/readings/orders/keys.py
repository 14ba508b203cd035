"""The keys by which lists are in order, solved for: each pair of neighbours says which keys there may be."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from .features import Feature

KEY_COST = 2
"""What a key costs beside its feature and direction."""
MOST_KEYS, MOST_ORDERS = 3, 4
"""How many keys there are at most, and how many orders are found."""

Pair = tuple[int, Any, Any, bool]
"""An example, two of its items of which one comes first, and whether it came first before."""


@dataclass(frozen=True)
class Key:
    """A feature, and whether it goes down."""

    feature: Feature
    down: bool

    @property
    def cost(self) -> int:
        return self.feature.cost + self.down


def cost_of(keys: Sequence[Key]) -> int:
    """What it takes to say the keys."""
    return sum(KEY_COST + key.cost for key in keys)


def orders(
    tables: Sequence[Sequence[Any]], wanted: Sequence[Sequence[Any]], known: Sequence[Feature]
) -> list[tuple[Key, ...]]:
    """The cheapest sequences of keys that put the first items of each table in the wanted order.

    Items that have all keys in common stay in the order of the table. There are none if wanted items are not in it.
    """
    pairs: list[Pair] = []
    for example, (table, items) in enumerate(zip(tables, wanted, strict=True)):
        places = _places(table, items)
        if places is None:
            return []
        pairs += [(example, table[one], table[other], one < other) for one, other in _neighbours(places, len(table))]
    found = sorted(_solved(pairs, known, MOST_KEYS), key=cost_of)
    return found[:MOST_ORDERS]


def _places(table: Sequence[Any], items: Sequence[Any]) -> list[int] | None:
    """The place of each item in the table, the first that is left of equal ones."""
    left: dict[str, list[int]] = {}
    for place in reversed(range(len(table))):
        left.setdefault(repr(table[place]), []).append(place)
    places = []
    for item in items:
        if not left.get(repr(item)):
            return None
        places.append(left[repr(item)].pop())
    return places


def _neighbours(places: Sequence[int], count: int) -> Iterator[tuple[int, int]]:
    """What comes right before what, and the last of those that are wanted before all that are not."""
    yield from itertools.pairwise(places)
    if places:
        yield from ((places[-1], place) for place in sorted({*range(count)} - {*places}))


def _solved(pairs: Sequence[Pair], known: Sequence[Feature], most: int) -> Iterator[tuple[Key, ...]]:
    """The sequences of so many keys at most that leave no pair in a wrong order; each key is needed."""
    if all(first for *_, first in pairs):
        yield ()
        return
    if most == 0:
        return
    for feature in known:
        for down in (False, True):
            left = _left(pairs, feature, down)
            if left is not None and len(left) < len(pairs):
                yield from ((Key(feature, down), *more) for more in _solved(left, known, most - 1))


def _left(pairs: Sequence[Pair], feature: Feature, down: bool) -> list[Pair] | None:
    """The pairs that have a key in common, for the next key; None if a pair is in the wrong order."""
    left = []
    for pair in pairs:
        example, one, other, _ = pair
        before, after = feature.of(example, one), feature.of(example, other)
        if before == after:
            left.append(pair)
        elif (before > after) is not down:
            return None
    return left
