"""Near misses: values that one edit would make the target, and what that edit must be.

How a candidate is wrong tells what is missing: a witness function with two holes (Polozov and
Gulwani, "FlashMeta", OOPSLA 2015, section 4). Given a list that is off by one exchanged, replaced or
inserted item, or that contains the target, both other arguments follow, and are looked up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from functools import partial
from itertools import islice, product
from typing import Any

import numpy as np

from ...dsl.core.expression import Expression, Literal, call
from ...dsl.core.primitive import UNDEFINED_ERRORS, Primitive
from ...dsl.core.types import INT, Type
from ...dsl.core.values import same_value
from ...dsl.language.language import BUILTIN
from ..cost.literals import constant_cost
from ..task.goals import Bound, Goal
from .context.context import SearchContext
from .fillings import filled_pieces

MOST_ENTRIES, MOST_FILLINGS = 2_000, 4
"""How many of the cheapest values are considered, and how many candidates for a hole."""
MOST_HOLE_COST = 14
LEAST_TOLD = 2
"""In how many examples the edit must show, if there are that many."""


class Free(Enum):
    """Stands for an argument about which an example says nothing."""

    FREE = "free"


FREE = Free.FREE
NOTHING = (FREE, FREE)
Holes = tuple[Any, Any]
"""What the two other arguments are in one example."""


def _differing(before: Sequence[Any], after: Sequence[Any]) -> list[int]:
    return [i for i, (one, other) in enumerate(zip(before, after, strict=True)) if one != other]


def _set(before: Sequence[Any], after: Sequence[Any]) -> Holes | None:
    positions = _differing(before, after)
    if not positions:
        return NOTHING
    return (positions[0], after[positions[0]]) if len(positions) == 1 else None


def _swap(before: Sequence[Any], after: Sequence[Any]) -> Holes | None:
    positions = _differing(before, after)
    if not positions:
        return NOTHING
    if len(positions) != 2:
        return None
    i, j = positions
    return (i, j) if before[i] == after[j] and before[j] == after[i] else None


def _substitute(before: Sequence[Any], after: Sequence[Any]) -> Holes | None:
    positions = _differing(before, after)
    if not positions:
        return NOTHING
    x, y = before[positions[0]], after[positions[0]]
    changed = [y if item == x else item for item in before]
    return (x, y) if changed == list(after) else None


def _insert(before: Sequence[Any], after: Sequence[Any]) -> Holes | None:
    i = next((i for i, item in enumerate(before) if item != after[i]), len(before))
    return (i, after[i]) if before[i:] == after[i + 1 :] else None


def _slice(before: Sequence[Any], after: Sequence[Any]) -> Holes | None:
    if not after:
        return NOTHING
    size = len(after)
    start = next((i for i in range(len(before) - size + 1) if before[i : i + size] == after), None)
    return None if start is None else (start, start + size)


def _shifted(before: Sequence[Any], after: Sequence[Any], *, left: bool) -> Holes | None:
    size = len(before)
    for n in range(size + 1):
        kept, moved = (before[n:], after[: size - n]) if left else (before[: size - n], after[n:])
        filled = after[size - n :] if left else after[:n]
        if kept == moved and len(set(filled)) < 2:
            return (n, filled[0]) if n else (0, FREE)
    return None


EDITS: dict[str, tuple[int | None, Callable[[Any, Any], Holes | None]]] = {
    "set": (0, _set),
    "swap": (0, _swap),
    "substitute": (0, _substitute),
    "insert": (1, _insert),
    "slice": (None, _slice),
    "shift_left": (0, partial(_shifted, left=True)),
    "shift_right": (0, partial(_shifted, left=False)),
}
"""By primitive: how many more items the result has (None: no more), and what the holes are."""


_Hole = tuple[int, Expression, Sequence[Any]]
"""What stands in a hole: its cost, program and values."""


class Edits:
    """Edits of the entries of a bank that give the target."""

    def __init__(self, context: SearchContext) -> None:
        self.context, self.bank, self.budget = context, context.bank, context.budget
        self._known: dict[str, list[_Hole]] = {}

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs, that the present bank gives; none for deduced goals."""
        item = goal.type.item
        if goal.depth or item is None:
            return
        if not item.is_scalar:
            yield from filled_pieces(self.context, goal, bound)
            return
        wanted = self.bank.goal_values(goal)
        self._known.clear()
        for entry in islice(self._candidates(goal), self.budget.at_most(MOST_ENTRIES)):
            cost = self.bank.cost_of(entry)
            if goal.cost + cost >= bound() or self.budget.stopped_by():
                break
            self.budget.note("edits", 1, 0.0)
            for primitive, holes in self._edits(entry, goal.type, wanted):
                found = self._completed(primitive, item, self.bank.values(entry, goal.type), wanted, holes)
                total = goal.cost + cost + primitive.cost + (found[0] if found else 0)
                if found and total < bound():
                    yield total, goal.complete(call(primitive, self.context.expression(entry), *found[1]))

    def _edits(self, entry: int, type_: Type, wanted: Sequence[Any]) -> list[tuple[Primitive, list[Holes]]]:
        """The primitives that may turn the entry into the target, and their holes in every example."""
        left: dict[str, list[Holes]] = {name: [] for name in EDITS}
        changed = 0
        for example, after in enumerate(wanted):
            before = self.bank.value(entry, example, type_)
            changed += before != after
            for name in list(left):
                more, holes_of = EDITS[name]
                fits = len(after) <= len(before) if more is None else len(after) == len(before) + more
                holes = holes_of(before, after) if fits else None
                if holes is None:
                    del left[name]
                else:
                    left[name].append(holes)
            if not left:
                return []
        if changed < min(LEAST_TOLD, len(wanted)):
            return []
        return [(BUILTIN.searched[name], holes) for name, holes in left.items()]

    def _candidates(self, goal: Goal) -> Iterator[int]:
        """Entries whose lengths an edit could have changed to those of the goal."""
        bank = self.bank
        for start, end in bank.segments[:, bank.types[goal.type]].tolist():
            entries = np.arange(start, end)
            more = goal.lengths[:, None] - bank.lengths[:, entries]
            one = more[0]
            yield from entries[((more == one) & (one >= 0) & (one < 2) | (more <= 0)).all(axis=0)].tolist()

    def _completed(
        self, primitive: Primitive, item: Type, values: Sequence[Any], wanted: Sequence[Any], holes: Sequence[Holes]
    ) -> tuple[int, list[Expression]] | None:
        """The other arguments and their cost, if the primitive then gives what is wanted in every example."""
        every = []
        for parameter, column in zip(primitive.parameters[1:], zip(*holes, strict=True), strict=True):
            type_ = INT if parameter == INT else item
            key = repr((type_, column))
            if key not in self._known:
                self._known[key] = list(islice(self._hole(type_, column), MOST_FILLINGS))
            every.append(self._known[key])
        for one, other in sorted(product(*every), key=lambda pair: pair[0][0] + pair[1][0]):
            rows = zip(values, one[2], other[2], strict=True)
            if all(_gives(primitive, row, after) for row, after in zip(rows, wanted, strict=True)):
                return one[0] + other[0], [one[1], other[1]]
        return None

    def _hole(self, type_: Type, values: Sequence[Any]) -> Iterator[_Hole]:
        """Entries and the constant that have the values wherever told, the cheapest first: cost, program and values."""
        told = {example: value for example, value in enumerate(values) if value is not FREE}
        if not told:
            return
        one = next(iter(told.values()))
        constant = all(same_value(value, one) for value in told.values())
        most = constant_cost(one, type_) if constant else MOST_HOLE_COST
        for cost in range(1, most):
            for entry in self.bank.equal(type_, cost, told):
                yield cost, self.context.expression(entry), self.bank.values(entry, type_)
        if constant:
            yield most, Literal(one, type_), [one] * len(values)


def _gives(primitive: Primitive, arguments: Sequence[Any], wanted: Any) -> bool:
    try:
        return same_value(primitive.reference(*arguments), wanted)
    except UNDEFINED_ERRORS:
        return False
