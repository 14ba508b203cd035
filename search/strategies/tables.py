"""Tables: what an entry of the bank says decides what is wanted, as the examples show it.

Where nothing explains an output, it may still go with a word, a letter or a number of the input. A table is evidence
only as far as its keys come again: one in which every key was seen once would have learnt the outputs by heart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from ...dsl.core.expression import Expression, Literal, call
from ...dsl.core.types import BOOL, INT, STR, Type, list_of
from ...dsl.language.language import BUILTIN
from ..cost.literals import constant_cost
from ..task.goals import Bound, Goal
from .context.context import SearchContext

MOST_ENTRIES, MOST_KEY_COST, MOST_FOUND = 4_000, 14, 8
"""How many entries are tried as keys, what they may cost, and how many tables are offered."""
LEAST_REPEATED = 2
"""How many examples must do without a key of their own; for a key that is a whole input one is enough."""
KEY_COST, LONE_KEY_COST = 3, 8
"""What a key costs that was seen more than once, and what one costs that was not."""
MOST_CASES = 40


@dataclass(frozen=True)
class Table:
    """The keys in the order of the examples, what each stands for, and how often it was seen."""

    keys: tuple[Any, ...]
    values: tuple[Any, ...]
    seen: tuple[int, ...]

    @classmethod
    def of(cls, keys: Sequence[Any], values: Sequence[Any]) -> Table | None:
        """The table that says of each key what it goes with; None if a key goes with two values."""
        found: dict[Any, Any] = {}
        for key, value in zip(keys, values, strict=True):
            if found.setdefault(key, value) != value:
                return None
        counts = Counter(keys)
        return cls(tuple(found), tuple(found.values()), tuple(counts[key] for key in found))

    @property
    def repeated(self) -> int:
        """How many examples do without a key of their own."""
        return sum(self.seen) - len(self.seen)

    def cost(self, type_: Type) -> int:
        """What the keys and the values, each once, cost; those have this type."""
        distinct = {repr(value): value for value in self.values}
        keys = sum(KEY_COST if count > 1 else LONE_KEY_COST for count in self.seen)
        return keys + sum(constant_cost(value, type_) for value in distinct.values())


class Tables:
    """Looks the goal up in a table whose keys are the values of an entry."""

    def __init__(self, context: SearchContext) -> None:
        self.context, self.bank, self.budget = context, context.bank, context.budget
        problem = context.subsearch.problem
        self._applies = STR in (*problem.task.parameter_types, problem.result_type)

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs, that the present bank gives."""
        if goal.depth or not self._applies or goal.type == BOOL:
            return
        wanted = self.bank.goal_values(goal)
        if not 2 <= len(set(map(repr, wanted))) <= min(MOST_CASES, len(wanted) - 1):
            return
        found = 0
        for cost, entry, type_, table in self._tables(wanted):
            cost += goal.cost + BUILTIN.vocabulary["lookup"].cost + table.cost(goal.type)
            if cost < bound():
                yield cost, goal.complete(self._lookup(self.context.expression(entry), type_, table, goal.type))
                found += 1
            if found == MOST_FOUND:
                return

    def _tables(self, wanted: Sequence[Any]) -> Iterator[tuple[int, int, Type, Table]]:
        """Tables over the cheapest entries, with what the entry costs, the entry and its type."""
        tried = 0
        for cost, entry, type_ in islice(self._keys(), self.budget.at_most(MOST_ENTRIES)):
            tried += 1
            table = Table.of(self.bank.values(entry, type_), wanted)
            if table is None or len(table.keys) < 2:
                continue
            is_input = cost == 1
            if table.repeated >= (1 if is_input else LEAST_REPEATED):
                yield cost, entry, type_, table
        self.budget.note("tables", tried, 0.0)

    def _keys(self) -> Iterator[tuple[int, int, Type]]:
        """The entries that may be keys, cheapest first: their costs, numbers and types."""
        for cost in range(1, MOST_KEY_COST + 1):
            for type_ in (STR, INT):
                if type_ in self.bank.types:
                    start, end = self.bank.segments[cost, self.bank.types[type_]].tolist()
                    yield from ((cost, entry, type_) for entry in range(start, end))

    def _lookup(self, key: Expression, type_: Type, table: Table, result: Type) -> Expression:
        keys, values = Literal(list(table.keys), list_of(type_)), Literal(list(table.values), list_of(result))
        return call(BUILTIN.vocabulary["lookup"], key, keys, values)
