"""What every search for a program has, however it goes about it."""

from __future__ import annotations

from typing import Protocol

from ...dsl.core.expression import Expression
from ..answer.near_misses import NearMisses
from ..answer.solutions import Solution


class Search(Protocol):
    """A search for one problem: plain, guided, or tolerant of wrong examples."""

    def run(self) -> str:
        """Search until nothing cheaper is to be expected or the budget is spent; return what stopped it."""
        ...

    @property
    def solutions(self) -> list[Solution]:
        """The programs found, cheapest first."""
        ...

    @property
    def found_after(self) -> int:
        """The candidates that the cheapest program took."""
        ...

    @property
    def stored(self) -> int:
        """The number of values in all banks."""
        ...

    @property
    def level(self) -> int:
        """The cost of the programs that were tried last."""
        ...

    @property
    def best(self) -> Expression | None:
        """The expression that is right on the most examples."""
        ...

    @property
    def right(self) -> int:
        """How many examples that is right on."""
        ...

    @property
    def near_misses(self) -> NearMisses | None:
        """The values that are right on all examples but one; None if nobody has looked."""
        ...

    @property
    def reason(self) -> str:
        """Why there is no program."""
        ...
