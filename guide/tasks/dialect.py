"""Dialects: priors drawn at random, in each of which other primitives are cheap.

A bank filled under the usual prior holds short programs of everything. Under
a prior that prefers a few primitives it holds programs of six of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from ...dsl.core.expression import Expression, Literal, Variable
from ...dsl.core.types import Type
from ...search.cost.prior import DefaultPrior
from ...search.engine.instances import Instance

FOREIGN_COST = 9
"""How much more a primitive costs that is not in the dialect."""
SIZES = {1: (230, 230), 2: (60, 230), 3: (25, 80), 4: (14, 40), 5: (10, 25), 6: (8, 16)}
"""How many primitives a dialect has, by the number of primitives that programs are to have."""
FAVOUR = 0.55
"""The least factor of the cost of a primitive of the dialect."""


@dataclass(frozen=True)
class Dialect:
    """The usual prior, changed by factors; what has none is foreign."""

    factors: Mapping[str, float]
    usual: DefaultPrior = field(default_factory=DefaultPrior)

    def instance_cost(self, instance: Instance, given: Sequence[Type], *, outermost: bool = False) -> int:
        cost = self.usual.instance_cost(instance, given, outermost=outermost)
        factor = self.factors.get(instance.primitive.name)
        return cost + FOREIGN_COST if factor is None else max(1, round(cost * factor))

    def terminal_cost(self, terminal: Variable | Literal, cost: int) -> int:
        return self.usual.terminal_cost(terminal, cost)

    def surprise(self, expression: Expression, judged: Expression | None = None, *, ignored: int = 0) -> int:
        return self.usual.surprise(expression, judged, ignored=ignored)


def draw_dialect(depth: int, names: Sequence[str], rng: Random) -> Dialect:
    """A dialect for programs of about this many primitives, out of those named."""
    low, high = SIZES[depth]
    size = min(len(names), rng.randint(low, high))
    least = 1.0 if depth == 1 else FAVOUR
    return Dialect({name: rng.uniform(least, 1.0) for name in rng.sample(names, size)})
