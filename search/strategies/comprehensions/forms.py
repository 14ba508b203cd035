"""What the forms of comprehensions have in common: what they see of a source and of the goal, and what they find."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import Any

import numpy as np

from ....dsl.core.expression import Expression, Function
from ....dsl.core.types import INT, Type
from ...readings.scene.applying import applied
from .columns import Column
from .items import Items
from .joins import Join, pairs

Found = Iterator[tuple[int, Expression]]
"""Programs with what they cost in the item-level bank, where what is told of an item is cheaper than its parts."""

MOST_FOUND = 6
"""So many programs of one form are offered."""
PLAIN = 4
"""The very cheapest functions, as an item itself, go with all conditions."""


class Forms(ABC):
    """Programs of some forms over one source.

    Parameters
    ----------
    type, values
        Of the goal, in the examples of the source.
    most_cost
        Programs of this cost or more are of no interest.
    """

    def __init__(self, items: Items, type_: Type, values: Sequence[Any], most_cost: int) -> None:
        self.items, self.type, self.values, self.most_cost = items, type_, values, most_cost

    @abstractmethod
    def found(self) -> Found:
        """All of them, form by form."""

    def mapped(self, source: Expression, body: Expression) -> Expression:
        """What a body makes of the items of a list: the list itself if it leaves them as they are."""
        if body == self.items.variable:
            return source
        return applied("map", source, Function((self.items.variable,), body))

    @cached_property
    def varied(self) -> Column:
        """The numbers that say different things of the items of some example."""
        column = self.items.functions(INT)
        varied = np.zeros(len(column), bool)
        for span in self.items.spans:
            part = column.values[:, span]
            if part.shape[1]:
                varied |= (part != part[:, :1]).any(axis=1)
        return column.chosen(varied)

    @cached_property
    def everywhere(self) -> Column:
        """The condition that always holds."""
        return Column(np.zeros(1, np.int64), np.zeros(1, np.int64), np.ones((1, self.items.rows), bool))

    def joined(self, join: Join, conditions: Column, functions: Column, cost: int) -> Iterator[tuple[int, int]]:
        """The cheapest pairs of a condition and a function that a join takes, by their numbers."""
        if not len(conditions) or not len(functions):
            return iter(())
        if len(conditions) > 1:
            functions = functions.cheapest(self.items.size.functions)
            conditions = conditions if len(functions) <= PLAIN else conditions.cheapest(self.items.size.conditions)
        found = pairs(
            join, conditions.values, functions.values, self.items.spans, self.values,
            (conditions.costs, functions.costs), self.most_cost - cost,
        )  # fmt: skip
        return islice(found, MOST_FOUND)

    def totals(self) -> np.ndarray:
        """How often each condition holds in each example: int64, (conditions, examples)."""
        conditions = self.items.conditions.values
        return np.stack([conditions[:, span].sum(axis=1) for span in self.items.spans], axis=1)

    def sought(self) -> np.ndarray:
        """Which items are what is wanted in their examples: bool, (rows,)."""
        pairs_of_examples = zip(self.items.source.values, self.values, strict=True)
        return np.array([item == wanted for items, wanted in pairs_of_examples for item in items], bool)
