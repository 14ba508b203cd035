"""Programs that miss one example only: how much that example, and any other, rules out.

They are a jackknife over the bank that is there: what would have been found without one of the examples (Efron,
"Bootstrap methods: another look at the jackknife", Annals of Statistics 7, 1979).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..cost.prior import UNITS_PER_BIT


@dataclass
class NearMisses:
    """What is known of the programs that are right on all examples but one.

    Parameters
    ----------
    examples
        How many there are.
    cheapest : (examples,)
        The cost of the cheapest program that misses just this example; 0 if none was found.
    weight : (examples,)
        What all of them weigh together, each behaviour once.
    """

    examples: int
    cheapest: list[int] = field(default_factory=list)
    weight: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Without other figures nothing is found yet."""
        self.cheapest = self.cheapest or [0] * self.examples
        self.weight = self.weight or [0.0] * self.examples

    def add(self, missed: Sequence[int], cost: int) -> None:
        """Note how many values of this cost, dearer than all before, miss just this example."""
        for example, count in enumerate(missed):
            if count:
                self.cheapest[example] = self.cheapest[example] or cost
                self.weight[example] += count * 2.0 ** (-cost / UNITS_PER_BIT)

    def unstable(self, cost: int) -> int:
        """Without how many of the examples a cheaper program than one of this cost would have fitted the others."""
        return sum(0 < cheapest < cost for cheapest in self.cheapest)

    def odds(self, cost: int) -> float:
        """How many bits the near misses of an example, on average, outweigh a program of this cost by.

        Where they outweigh it by far, one example more or less decides, and what fits may do so by accident.
        """
        mean = sum(self.weight) / self.examples
        return math.log2(mean) + cost / UNITS_PER_BIT if mean > 0 else -math.inf
