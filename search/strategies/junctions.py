"""Junctions: two or three conditions of the bank of which all hold, or one, where something is wanted.

On E examples a condition is a set of E bits, and the bank has the cheapest of each. So there are few, and all pairs
and triples of the cheap ones can be tried at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from ...dsl.core.expression import Expression, call
from ...dsl.core.types import BOOL
from ...dsl.language.language import BUILTIN
from ..cost.prior import JUNCTION_SAVED
from ..engine.bank import OUT_OF_ORDER
from ..task.goals import Bound, Goal
from .context.context import SearchContext
from .thresholds import thresholds_of

LEAST_EXAMPLES, MOST_EXAMPLES = 4, 62
"""A set of examples is a word."""
MOST_CONDITIONS, MOST_JOINED, MOST_FOUND = 800, 80, 6
"""How many conditions are joined with one another, how many of these pairs with a third, and how many are offered."""
BASE_COST, COST_PER_EXAMPLE = 12, 2
"""What a junction may cost, so much at the start and so much for each example: a dearer one was learnt by heart."""
NAMES = ("and", "or")
JUNCTION_COST = BUILTIN.vocabulary["and"].cost - JUNCTION_SAVED


class Row(NamedTuple):
    """Conditions, the cheapest first: the sets of examples in which they hold, and their costs."""

    sets: np.ndarray
    costs: np.ndarray


Join = tuple[str, int, int]
"""A primitive, and the numbers of the conditions that it joins."""


class Junctions:
    """Joins conditions for a goal that is a truth value."""

    def __init__(self, context: SearchContext) -> None:
        self.context = context

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs, that the present bank gives."""
        if goal.depth or goal.type != BOOL:
            return
        wanted = self.context.bank.goal_values(goal)
        for cost, body in junctions(self.context, wanted, bound() - goal.cost):
            yield goal.cost + cost, goal.complete(body)


def junctions(context: SearchContext, wanted: Sequence[bool], bound: int) -> Iterator[tuple[int, Expression]]:
    """Junctions of two or three conditions that are true where it is wanted and nowhere else, with their costs.

    They cost less than the bound, and are true and false in some of the examples each, which are in the bank's order.
    """
    examples = len(wanted)
    if not LEAST_EXAMPLES <= examples <= MOST_EXAMPLES or len(set(wanted)) == 1 or BOOL not in context.bank.types:
        return
    joiner = _Joiner(context, examples)
    most = min(bound - 1, BASE_COST + COST_PER_EXAMPLE * examples)
    yield from joiner.found(as_sets(np.array([wanted], np.bool_))[0], most)


class _Joiner:
    """The conditions of one bank."""

    def __init__(self, context: SearchContext, examples: int) -> None:
        self.context, self.everything = context, np.int64((1 << examples) - 1)
        self.single = self._single()

    def found(self, wanted: np.int64, most: int) -> Iterator[tuple[int, Expression]]:
        """The cheapest junctions for a set of examples."""
        joined, origins = self._joined()
        pairs = ((cost, 2, join) for cost, join in _giving(wanted, self.single, self.single, most))
        triples = ((cost, 3, join) for cost, join in _giving(wanted, joined, self.single, most))
        for cost, size, (name, one, other) in sorted((*pairs, *triples))[:MOST_FOUND]:
            first = self._condition(one) if size == 2 else self._join(*origins[one])
            yield cost, call(BUILTIN.vocabulary[name], first, self._condition(other))

    def _joined(self) -> tuple[Row, list[Join]]:
        """The joins of the cheapest conditions with one another, the cheapest of each set, and of what they are."""
        sets, costs = self.single
        first, second = np.triu_indices(min(MOST_JOINED, len(sets)), 1)
        every = Row(
            np.concatenate([sets[first] & sets[second], sets[first] | sets[second]]),
            np.concatenate([costs[first] + costs[second] + JUNCTION_COST for name in NAMES]),
        )
        chosen = _cheapest(every, known=np.append(sets, [np.int64(0), self.everything]))
        count = len(first)
        origins = [(NAMES[k // count], int(first[k % count]), int(second[k % count])) for k in chosen.tolist()]
        return Row(every.sets[chosen], every.costs[chosen]), origins

    def _single(self) -> Row:
        """The conditions of the bank, thresholds, and the opposites of both."""
        bank = self.context.bank
        levels = (*bank.levels(BOOL), range(*bank.segments[OUT_OF_ORDER, bank.types[BOOL]].tolist()))
        entries = np.concatenate([np.arange(level.start, level.stop) for level in levels])
        thresholds = thresholds_of(bank)
        truths = np.concatenate([bank.mem[bank.starts(entries)].T.astype(np.bool_), thresholds.truths])
        costs = np.concatenate([bank.costs_of(entries), [one.cost for one in thresholds.chosen]]).astype(np.int64)
        sets = as_sets(truths)
        every = Row(
            np.concatenate([sets, self.everything ^ sets]),
            np.concatenate([costs, costs + BUILTIN.vocabulary["not"].cost]),
        )
        chosen = _cheapest(every, known=np.array([0, self.everything]))[:MOST_CONDITIONS]
        self._entries, self._thresholds, self._chosen = entries, thresholds.chosen, chosen
        return Row(every.sets[chosen], every.costs[chosen])

    def _condition(self, number: int) -> Expression:
        """The condition with a number."""
        count = len(self._entries) + len(self._thresholds)
        which = int(self._chosen[number])
        body = self._positive(which % count)
        return call(BUILTIN.vocabulary["not"], body) if which >= count else body

    def _positive(self, which: int) -> Expression:
        if which < len(self._entries):
            return self.context.expression(int(self._entries[which]))
        threshold = self._thresholds[which - len(self._entries)]
        return threshold.expression(self.context.expression(threshold.entry))

    def _join(self, name: str, one: int, other: int) -> Expression:
        return call(BUILTIN.vocabulary[name], self._condition(one), self._condition(other))


def _giving(wanted: np.int64, row: Row, other_row: Row, most: int) -> Iterator[tuple[int, Join]]:
    """The cheapest joins of a condition of one row with one of the other that give a set, with their costs."""
    for name in NAMES:
        # All that an "and" joins hold wherever it does, and what an "or" joins hold nowhere else. What is wanted by
        # itself needs no junction.
        one, other = (_parts_of(wanted, sets, name) for sets in (row.sets, other_row.sets))
        left, right = row.sets[one][:, None], other_row.sets[other][None, :]
        gives = (left & right if name == "and" else left | right) == wanted
        # Of one row each pair is there once.
        i, j = np.nonzero(np.triu(gives) if row is other_row else gives)
        costs = row.costs[one[i]] + other_row.costs[other[j]] + JUNCTION_COST
        for place in np.argsort(costs, kind="stable")[:MOST_FOUND].tolist():
            if costs[place] <= most:
                yield int(costs[place]), (name, int(one[i[place]]), int(other[j[place]]))


def _parts_of(wanted: np.int64, sets: np.ndarray, name: str) -> np.ndarray:
    """The numbers of the conditions that may be a part of a junction for a set."""
    both = sets & wanted if name == "and" else sets | wanted
    return np.flatnonzero((both == wanted) & (sets != wanted))


def as_sets(truths: np.ndarray) -> np.ndarray:
    """Rows of truth values as sets of examples."""
    sets: np.ndarray = truths.astype(np.int64) @ (np.int64(1) << np.arange(truths.shape[1], dtype=np.int64))
    return sets


def _cheapest(row: Row, *, known: np.ndarray) -> np.ndarray:
    """The numbers of the cheapest of each set that is not known, the cheapest first."""
    order = np.argsort(row.costs, kind="stable")
    _, first = np.unique(row.sets[order], return_index=True)
    chosen = order[np.sort(first)]
    fresh: np.ndarray = chosen[~np.isin(row.sets[chosen], known)]
    return fresh
