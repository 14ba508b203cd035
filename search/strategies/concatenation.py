"""Texts put together: entries and constants that, one after the other, make the goal of every example.

All ways to cut the outputs into parts that are known, the cheapest first: a path from the
beginnings of the outputs to their ends, over positions in all of them at once (Gulwani,
"Automating string processing in spreadsheets using input-output examples", POPL 2011, section 4).
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np

from ...dsl.core.expression import Expression, Literal, call
from ...dsl.core.types import STR
from ...dsl.language.language import BUILTIN
from ..cost.literals import common_start, constant_cost, literals
from ..task.goals import Bound, Goal
from .context.context import SearchContext

JOIN = "concat"
LEAST_PARTS = 3
"""With fewer parts, deduction finds the program."""
MOST_PARTS, MOST_ENTRIES = 5_000, 40_000
"""How many values are kept that stand in every output, and how many are considered."""
MOST_STATES, MOST_WAYS, MOST_FOUND = 4_000, 3, 8
"""How many positions are extended, ways to the same position are kept, and programs are offered."""

Position = tuple[int, ...]
"""How much of each example's output is made."""


@dataclass(frozen=True)
class Part:
    """A value that stands in every output, and what it costs; `entry` is None for a constant."""

    cost: int
    texts: tuple[str, ...]
    entry: int | None = None


@dataclass(frozen=True)
class _Way:
    """How a position was reached: the parts so far, the last one first."""

    last: Part
    before: _Way | None

    def parts(self) -> list[Part]:
        """The parts in their order."""
        way: _Way | None = self
        found = []
        while way is not None:
            found.append(way.last)
            way = way.before
        return found[::-1]


class Concatenation:
    """Makes texts of the entries of a bank and of what all outputs have in common."""

    def __init__(self, context: SearchContext) -> None:
        self.context, self.bank, self.budget = context, context.bank, context.budget
        joins = [
            cost
            for instance, cost in zip(context.instances, context.costs, strict=True)
            if instance.primitive.name == JOIN and instance.result == STR and not instance.each
        ]
        self._join_cost = min(joins, default=None)
        suggested = dict(literals(context.subsearch.problem.given)).items()
        self._constants = {literal.value: cost for literal, cost in suggested if literal.type == STR}
        self._parts: dict[str, list[Part]] = defaultdict(list)
        self._kept = self._seen = 0

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs, of several parts; none for deduced goals."""
        if goal.depth or goal.type != STR or self._join_cost is None:
            return
        wanted = self.bank.goal_values(goal)
        if not self._collect(goal, wanted):
            return
        by_heart = sum(constant_cost(output, STR) for output in set(wanted))
        for cost, parts in self._paths(wanted, self._join_cost, lambda: min(bound(), by_heart)):
            if len(parts) >= LEAST_PARTS:
                yield cost, goal.complete(self._joined(parts))

    def _collect(self, goal: Goal, wanted: Sequence[str]) -> bool:
        """Keep what the bank has, since it was last looked at, of values that stand in every output; if there are any.

        A value that is empty in some outputs, but not in all, stands in them.
        """
        tried, before = 0, self._kept
        for start, end in self.bank.segments[:, self.bank.types[STR]].tolist():
            entries = np.arange(max(start, self._seen), end)
            lengths = self.bank.lengths[:, entries]
            fitting = (lengths <= goal.lengths[:, None]).all(axis=0) & lengths.any(axis=0)
            for entry in entries[fitting].tolist():
                if self._kept >= MOST_PARTS or tried >= self.budget.at_most(MOST_ENTRIES):
                    break
                tried += 1
                texts = self._inside(entry, wanted)
                if texts is not None:
                    self._parts[texts[0]].append(Part(self.bank.cost_of(entry), texts, entry))
                    self._kept += 1
        self._seen = self.bank.count
        self.budget.note("concatenation", tried, 0.0)
        return self._kept > before

    def _inside(self, entry: int, wanted: Sequence[str]) -> tuple[str, ...] | None:
        """The values of an entry; None if one of them is not a part of its output."""
        texts = []
        for example, output in enumerate(wanted):
            text = self.bank.value(entry, example, STR)
            if text not in output:
                return None
            texts.append(text)
        return tuple(texts)

    def _paths(self, wanted: Sequence[str], join_cost: int, bound: Bound) -> Iterator[tuple[int, list[Part]]]:
        """Parts that make all outputs, with the cost of putting them together, cheapest first."""
        start, end = (0,) * len(wanted), tuple(map(len, wanted))
        queue: list[tuple[int, int, Position, _Way | None]] = [(-join_cost, 0, start, None)]
        ways: dict[Position, int] = defaultdict(int)
        pushed = found = 0
        for _ in range(self.budget.at_most(MOST_STATES)):
            if not queue or found == MOST_FOUND or self.budget.stopped_by():
                return
            cost, _, position, way = heapq.heappop(queue)
            if cost >= bound():
                return
            if position == end and way is not None:
                found += 1
                yield cost, way.parts()
            ways[position] += 1
            if position == end or ways[position] > MOST_WAYS:
                continue
            self.budget.note("concatenation", 1, 0.0)
            for part in self._next(wanted, position):
                pushed += 1
                further = tuple(at + len(text) for at, text in zip(position, part.texts, strict=True))
                heapq.heappush(queue, (cost + join_cost + part.cost, pushed, further, _Way(part, way)))

    def _next(self, wanted: Sequence[str], position: Position) -> Iterator[Part]:
        """The parts with which all outputs may go on."""
        rest = [output[at:] for output, at in zip(wanted, position, strict=True)]
        for size in range(len(rest[0]) + 1):
            for part in self._parts.get(rest[0][:size], ()):
                if all(map(str.startswith, rest, part.texts)):
                    yield part
        common = "".join(common_start(rest))
        for size in range(1, len(common) + 1):
            text = common[:size]
            yield Part(self._constants.get(text, constant_cost(text, STR)), (text,) * len(rest))

    def _joined(self, parts: Sequence[Part]) -> Expression:
        bodies = [
            Literal(part.texts[0], STR) if part.entry is None else self.context.expression(part.entry) for part in parts
        ]
        return reduce(lambda after, before: call(BUILTIN.searched[JOIN], before, after), reversed(bodies))
