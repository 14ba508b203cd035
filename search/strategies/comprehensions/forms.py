"""What the forms of comprehensions have in common: what they see of a source and of the goal, and what they find."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import Any

from ....dsl.core.expression import Expression, Function
from ....dsl.core.types import Type
from ...readings.scene.applying import applied
from .items import Items

Found = Iterator[tuple[int, Expression]]
"""Programs with what they cost in the item-level bank, where what is told of an item is cheaper than its parts."""


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
