"""What there is to try at a cost: every instance, with every way to share the rest of the cost among its arguments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...dsl.core.patience import look
from ...dsl.core.types import Type
from ..cost.prior import Prior
from ..engine.bank import Bank
from ..engine.compiled.loops import PLAN_WIDTH
from ..engine.instances import Vocabulary
from ..engine.native import engine

FIRST_ROWS = 1 << 12
"""How many rows of a plan there is room for at first."""


@dataclass(frozen=True, eq=False)
class Plan:
    """Rows of an instance and ranges of entries for its arguments, and the candidates that they amount to.

    Parameters
    ----------
    rows
        int64, (rows, PLAN_WIDTH).
    """

    rows: np.ndarray
    work: float


class Planner:
    """Plans levels over a bank.

    `costs` are those of the instances inside of a program, `outermost` those of the same at its root.

    Parameters
    ----------
    signature
        The types of the task's parameters and of its result.
    """

    def __init__(self, bank: Bank, vocabulary: Vocabulary, prior: Prior, signature: Sequence[Type]) -> None:
        self.bank, self.vocabulary = bank, vocabulary
        instances = vocabulary.instances
        self.costs = np.array([prior.instance_cost(one, signature) for one in instances], np.int64)
        self.outermost = np.array([prior.instance_cost(one, signature, outermost=True) for one in instances], np.int64)
        self._arguments = np.zeros((len(instances), 3), np.int64)
        for index, instance in enumerate(instances):
            for position, type_ in enumerate(instance.arguments):
                self._arguments[index, position] = bank.types[type_]
        results = np.array([bank.types[instance.result] for instance in instances], np.int64)
        self._most_rows = FIRST_ROWS
        self._by_result = {type_id: np.flatnonzero(results == type_id) for type_id in bank.types.values()}

    def to_match(self, level: int, type_: Type) -> Plan:
        """The programs of a type whose cost is the level, priced by their outermost instance."""
        return self._plan(level, self.bank.types[type_], self.outermost)

    def to_store(self, level: int, type_: Type) -> Plan:
        """The same for parts of programs."""
        return self._plan(level, self.bank.types[type_], self.costs)

    def _plan(self, level: int, type_id: int, costs: np.ndarray) -> Plan:
        look()
        chosen = self._by_result[type_id]
        while True:
            size = self._most_rows
            plan = np.empty((size, PLAN_WIDTH), np.int64)
            rows, work = engine().plan_level(
                self.vocabulary.rows[chosen], self._arguments[chosen], costs[chosen], self.bank.segments, level, plan
            )
            if rows <= size:
                plan[:rows, 0] = chosen[plan[:rows, 0]]
                return Plan(plan[:rows], work)
            self._most_rows = 2 * rows  # The next level has more.
