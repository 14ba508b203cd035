"""Branches: values that are right at some positions, and masks from the bank that say where.

A decision list is found by covering what is left to be covered (Alur,
Radhakrishna, Udupa, "Scaling enumerative program synthesis via divide and
conquer", TACAS 2017). Positions are the items of an output, which gives a
``where``, or the examples, which gives an ``if_else``.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from math import log2

import numpy as np

from ...dsl.core.expression import Expression, call
from ...dsl.core.types import BOOL, STR, list_of
from ...dsl.language.language import BUILTIN
from ..cost.literals import constant_cost, repeated
from ..cost.prior import UNITS_PER_BIT
from ..engine.compiled.probes import BITS_A_WORD
from ..engine.native import engine
from ..task.goals import Bound, Goal
from .context.context import SearchContext
from .positions import Opening, Positions
from .thresholds import Threshold, thresholds_of

MOST_VALUES, MOST_VALUES_DEEP = 600, 100
"""The most values that are kept, cheapest first, and for deduced goals. One that is right only where a cheaper one is
does not count."""
TRIED_A_VALUE, MASKS_A_VALUE = 200, 10
"""Entries that are tried, and masks that are kept, for each of these values."""
MOST_POSITIONS = 1000
MOST_BRANCHES = 5
BEAM = 6
"""How many decision lists of each length are extended."""
COST_PER_POSITION, COST_PER_TRUTH_VALUE, BASE_COST = 2.5, 0.7, 20
"""What a tree may cost: so much at the start, and so much for each position, or truth value, that no single value
explains. A dearer one would have learnt the outputs by heart."""
MOST_CASES = 6
"""So few different texts are cases, of which each is one of so many."""
MOST_FINISHED, MOST_EXTENDED = 8, 24
MOST_BEGUN, MOST_CHOSEN = 4, 60
"""How many openings of either sort are made, and how many values are considered in pairs."""


@dataclass(frozen=True)
class _Branch:
    mask: int
    opposite: bool
    value: int


@dataclass(frozen=True)
class _List:
    """A partial decision list: its branches, what they cost, and the positions that are left."""

    branches: tuple[_Branch, ...]
    cost: int
    rest: np.ndarray


class Branching:
    """Decision lists over the items of an output, and over the examples.

    Unless it is switched off, deduction finds what the bank lacks at the positions that a partial list leaves.
    """

    def __init__(self, context: SearchContext) -> None:
        self.context, self.budget = context, context.budget

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs, that the present bank gives."""
        for by_example in (False, True):
            branches = Branches(self.context, goal, by_example=by_example)
            if branches.applies and not self.budget.stopped_by():
                yield from branches.solve(bound)
                if not by_example and goal.depth == 0:
                    yield from self._opened(branches, bound)

    def _opened(self, branches: Branches, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs in which the bank has all but one part of a choice."""
        openings = [] if "deduction" in self.context.without else branches.openings()
        if not openings:
            return
        positions = Positions(self.context, branches.goal.lengths)
        for opening in openings:
            if not self.budget.stopped_by():
                yield from positions.solve(opening, lambda: min(bound(), branches.most + 1))


class Branches:
    """Decision lists over the entries of a bank for one goal."""

    def __init__(self, context: SearchContext, goal: Goal, *, by_example: bool) -> None:
        bank = context.bank
        self.context, self.bank, self.budget = context, bank, context.budget
        self.goal, self.whole = goal, by_example
        self.primitive = BUILTIN.searched["if_else" if by_example else "where"]
        self.most_values = MOST_VALUES_DEEP if goal.depth else MOST_VALUES
        self.positions = bank.examples if by_example else int(goal.lengths.sum())
        self.words = -(-max(self.positions, 1) // BITS_A_WORD)
        example_of = np.repeat(np.arange(bank.examples), 1 if by_example else goal.lengths)
        self.example_sets = np.array([self._as_set(example_of == example) for example in range(bank.examples)])
        self.most = goal.cost
        self.begun: list[_List] = []

    @property
    def applies(self) -> bool:
        """Whether the goal has positions that could differ."""
        item = self.goal.type.item
        if self.whole:
            return self.bank.examples >= 4
        return item is not None and item.is_scalar and self.bank.examples <= self.positions <= MOST_POSITIONS

    def solve(self, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs, that the present bank gives."""
        self.values, self.value_bits = self._values()
        self.masks, self.mask_bits = self._masks()
        if not len(self.values):
            return
        self.value_costs, self.mask_costs = self.bank.costs_of(self.values), self.bank.costs_of(self.masks)
        self._add_thresholds()
        most = self.most = min(bound() - 1, self.goal.cost + self._worth())
        beam = [_List((), self.goal.cost, self._everything())]
        for _ in range(MOST_BRANCHES if len(self.values) > 1 else 1):
            longer: list[tuple[float, _List]] = []
            for one in beam if not self.budget.stopped_by() else ():
                answers = self._answers(one.rest)
                for cost, program in self._finished(one, answers, most):
                    yield cost, program
                    most = min(most, cost)
                longer += self._extended(one, answers, most)
            longer.sort(key=lambda pair: pair[0])
            beam = _distinct(longer)[:BEAM]
            self.begun += beam[:MOST_BEGUN] if len(self.begun) < MOST_BEGUN else []

    def openings(self) -> list[Opening]:
        """What would complete the lists that begin best, and masks that would choose between two values."""
        if not len(self.values):
            return []
        items = np.array([item for value in self.bank.goal_values(self.goal) for item in value], np.int64)
        begun = [
            Opening(self.goal.type, items, self._as_flags(one.rest), one.cost, partial(self._program, one.branches))
            for one in self.begun
        ]
        return [*begun, *islice(self._mask_openings(), MOST_BEGUN)]

    def _mask_openings(self) -> Iterator[Opening]:
        """Of two values that are right everywhere together, a mask that says where which of them is."""
        count = min(len(self.values), MOST_CHOSEN)
        first, second = np.triu_indices(count, 1)
        whole = ((self.value_bits[first] | self.value_bits[second]) == self._everything()).all(axis=1)
        costs = (self.value_costs[first] + self.value_costs[second])[whole]
        for index in np.argsort(costs, kind="stable").tolist():
            one, other = int(first[whole][index]), int(second[whole][index])
            flags = self._as_flags(self.value_bits[one])
            cost = self.goal.cost + self.primitive.cost + int(costs[index])
            differ = self._as_flags(self.value_bits[one] ^ self.value_bits[other])
            yield Opening(list_of(BOOL), flags.astype(np.int64), differ, cost, partial(self._choice, one, other))

    def _finished(self, one: _List, answers: np.ndarray, most: int) -> Iterator[tuple[int, Expression]]:
        """Programs in which one more mask settles all that is left, the cheapest first."""
        both = np.flatnonzero((answers >= 0).all(axis=1))
        costs = one.cost + self.primitive.cost + self.mask_costs[both]
        costs = costs + self.value_costs[answers[both, 0]] + self.value_costs[answers[both, 1]]
        for index in np.argsort(costs, kind="stable")[:MOST_FINISHED].tolist():
            mask, cost = int(both[index]), int(costs[index])
            selected = one.rest & self.mask_bits[mask]
            if cost <= most and self._is_supported(selected) and self._is_supported(one.rest & ~selected):
                branch = _Branch(mask, False, int(answers[mask, 0]))
                last = self._expression(self.values[answers[mask, 1]])
                yield cost, self._program((*one.branches, branch), last)

    def _extended(self, one: _List, answers: np.ndarray, most: int) -> Iterator[tuple[float, _List]]:
        """Lists with one more branch that explain the most positions for their cost."""
        masks, opposites = np.nonzero(answers >= 0)
        costs = one.cost + self.primitive.cost + self.mask_costs[masks] + self.value_costs[answers[masks, opposites]]
        words = np.where(opposites[:, None] == 1, ~self.mask_bits[masks], self.mask_bits[masks])
        rests = one.rest & ~words
        covered = self.positions - np.bitwise_count(rests).sum(axis=1, dtype=np.int64)
        prices = (costs - self.goal.cost) / covered
        for index in np.argsort(prices, kind="stable")[:MOST_EXTENDED].tolist():
            if costs[index] < most and self._is_supported(one.rest & ~rests[index]):
                mask, opposite = int(masks[index]), int(opposites[index])
                branch = _Branch(mask, bool(opposite), int(answers[mask, opposite]))
                yield float(prices[index]), _List((*one.branches, branch), int(costs[index]), rests[index])

    def _worth(self) -> int:
        """What a tree may cost: it must explain what the best single value does not, more cheaply than by heart."""
        explained = int(np.bitwise_count(self.value_bits).sum(axis=1).max())
        return BASE_COST + int(self._rate() * (self.positions - explained)) + self._cost_of_cases()

    def _rate(self) -> float:
        """What it costs to learn one position by heart; an output that is one of many says more than one of two."""
        if not self.whole:
            return COST_PER_TRUTH_VALUE if self.goal.type.item == BOOL else COST_PER_POSITION
        outputs = self.bank.goal_values(self.goal)
        if self.goal.type != STR or not len(set(outputs)) <= min(MOST_CASES, len(outputs) - 2):
            return COST_PER_POSITION
        return max(COST_PER_POSITION, UNITS_PER_BIT * log2(len(set(outputs))))

    def _cost_of_cases(self) -> int:
        """What the repeated outputs cost: a tree names each of them once, as learning by heart would."""
        if not self.whole:
            return 0
        return sum(constant_cost(output, self.goal.type) for output in repeated(self.bank.goal_values(self.goal)))

    def _everything(self) -> np.ndarray:
        return self._as_set(np.ones(self.positions, np.bool_))

    def _as_set(self, positions: np.ndarray) -> np.ndarray:
        """The set of the positions that are marked."""
        found: np.ndarray = self._as_sets(positions[None])[0]
        return found

    def _as_sets(self, positions: np.ndarray) -> np.ndarray:
        """The same of several rows of positions."""
        padded = np.zeros((len(positions), self.words * BITS_A_WORD), np.bool_)
        padded[:, : self.positions] = positions
        words = np.zeros((len(positions), self.words, 64), np.bool_)
        words[:, :, :BITS_A_WORD] = padded.reshape(len(positions), self.words, BITS_A_WORD)
        found: np.ndarray = np.packbits(words, axis=2, bitorder="little").view("<i8")[:, :, 0].astype(np.int64)
        return found

    def _as_flags(self, positions: np.ndarray) -> np.ndarray:
        """The positions of a set, marked."""
        bits: np.ndarray = (positions[:, None] >> np.arange(BITS_A_WORD)) & 1
        return bits.reshape(-1)[: self.positions].astype(np.bool_)

    def _is_supported(self, positions: np.ndarray) -> bool:
        """Whether a branch has positions in more than one example, if it is to be told from chance."""
        supporting = np.count_nonzero((positions & self.example_sets).any(axis=1))
        return bool(supporting >= min(2, self.bank.examples))

    def _values(self) -> tuple[np.ndarray, np.ndarray]:
        """Entries that agree with the goal somewhere, cheapest first, and where."""
        bank, goal = self.bank, self.goal
        item = goal.type.item
        item_type = -1 if self.whole or item is None else bank.types[item]
        chosen = np.zeros(self.most_values, np.int64)
        bits = np.zeros((self.most_values, self.words), np.int64)
        began, most = time.perf_counter(), self.budget.at_most(TRIED_A_VALUE * self.most_values)
        count, tried = engine().agreements(bank, goal, item_type, bank.types[goal.type], most, self.whole, chosen, bits)
        self.budget.note("branch", tried, time.perf_counter() - began)
        return chosen[:count], bits[:count]

    def _masks(self) -> tuple[np.ndarray, np.ndarray]:
        bank = self.bank
        began = time.perf_counter()
        chosen = np.zeros(1 + self.budget.at_most(MASKS_A_VALUE * self.most_values), np.int64)
        bits = np.zeros((len(chosen), self.words), np.int64)
        type_id = bank.types[BOOL if self.whole else list_of(BOOL)]
        count = engine().masks(bank, self.goal, type_id, self.whole, chosen, bits)
        self.budget.note("branch", count, time.perf_counter() - began)
        return chosen[:count], bits[:count]

    def _add_thresholds(self) -> None:
        """Add conditions whose constants are solved for, after the masks of the bank."""
        self.thresholds: list[Threshold] = []
        if self.goal.depth or not self.whole:
            return
        began = time.perf_counter()
        thresholds = thresholds_of(self.bank)
        most = self.budget.at_most(MASKS_A_VALUE * self.most_values)
        self.thresholds = thresholds.chosen[:most]
        self.budget.note("branch", len(self.thresholds), time.perf_counter() - began)
        bits = self._as_sets(thresholds.truths[:most])
        self.mask_bits = np.concatenate([self.mask_bits, bits])
        self.mask_costs = np.concatenate(
            [self.mask_costs, np.array([threshold.cost for threshold in self.thresholds], np.int64)]
        )

    def _answers(self, rest: np.ndarray) -> np.ndarray:
        """For every mask and its opposite, the first value that is right wherever it selects positions of `rest`."""
        answers = np.zeros((len(self.mask_bits), 2), np.int64)
        scratch = np.array([rest, rest], np.int64)
        engine().cover(self.mask_bits, self.value_bits, scratch, answers)
        return answers

    def _choice(self, one: int, other: int, mask: Expression) -> Expression:
        """The choice of a mask between two values, within the goal."""
        values = self._expression(self.values[one]), self._expression(self.values[other])
        return self.goal.complete(call(self.primitive, mask, *values))

    def _program(self, branches: Sequence[_Branch], body: Expression) -> Expression:
        """The decision list as nested choices that end with an expression, within the goal."""
        for one in reversed(branches):
            mask, value = self._condition(one.mask), self._expression(self.values[one.value])
            body = call(self.primitive, mask, body, value) if one.opposite else call(self.primitive, mask, value, body)
        return self.goal.complete(body)

    def _condition(self, mask: int) -> Expression:
        if mask < len(self.masks):
            return self._expression(self.masks[mask])
        threshold = self.thresholds[mask - len(self.masks)]
        return threshold.expression(self._expression(threshold.entry))

    def _expression(self, entry: int) -> Expression:
        return self.context.expression(int(entry))


def _distinct(lists: Sequence[tuple[float, _List]]) -> list[_List]:
    """One list for each set of positions left, the first."""
    found: dict[bytes, _List] = {}
    for _, one in lists:
        found.setdefault(one.rest.tobytes(), one)
    return list(found.values())
