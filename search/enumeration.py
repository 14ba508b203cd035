"""Bottom-up enumeration by cost: match a level, then store it, cheapest first."""

from __future__ import annotations

import time
from bisect import insort
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..dsl.expression import Expression, Literal, Variable
from ..dsl.layout import encode
from ..dsl.types import Type
from .bank import OUT_OF_ORDER, Bank, OutOfMemory
from .budget import Budget
from .engine import engine, groups
from .folding import folded
from .goals import Goal
from .instances import universe, vocabulary
from .lanes import Crew, Lane, from_the_start, lanes_of
from .literals import literals
from .loops import BANK_FULL, DONE, HITS_FULL, PLAN_WIDTH, TABLE_FULL, TAIL
from .prior import MOST_COST, VARIABLE_COST, Prior
from .strategies import Strategies
from .task import Example, Task
from .within import Within

STORE_SHARE = 0.6
"""A level is stored only if that takes at most this share of the budget left; else it is only matched."""
RIVAL_LEVELS = 2
RIVAL_WORK = 2e6
"""After the first hit so many dearer levels are matched for rivals, if they are no more work than this."""
DEAR_LEAF = 10
"""Leaves of this cost or more are stored at the start, for deduction alone."""
FIRST_BANK, GROWTH = 2000, 2.5
"""The strategies set to work when the bank has so many entries, and whenever it has grown so many times."""
PATIENCE, LEAST_PATIENCE = 3, 10_000_000
"""The candidates that the best program took may be tried so many times over, and so many more, for a cheaper one."""


@dataclass(frozen=True)
class Progress:
    """How far a search has come."""

    level: int
    candidates: int
    stored: int
    seconds: float
    phase: str


@dataclass(frozen=True)
class Hit:
    """A program that reproduces every example, and its cost."""

    cost: int
    body: Expression


@dataclass(frozen=True)
class Leaf:
    """What a search starts from: an expression, what it costs there, and its value in each example of the task."""

    body: Expression
    cost: int
    values: Sequence[Any]


class Enumeration:
    """The forward search for one task.

    `hits` holds the programs found, cheapest first, and `found_after` the
    candidates that the cheapest took; `best` the expression that
    is right on the most examples so far; `examples` are those of the task in the
    order in which the bank has them. Of the output's type everything up to the
    cost `matched` was compared with it; all values up to the cost `stored_up_to`
    are in the bank. `kernels` replaces the compiled ones; `without` names
    strategies that are switched off; programs of `most_cost` or more are of no
    interest. Up to `noise` examples may be wrong; `surcharge` then says what a
    program pays for those that it does not reproduce, None if there are too many.
    `hits` are those of an earlier search, to which this one adds its own.
    `threads` match side by side. `leaves` are started from beside the parameters,
    `constants` instead of the literals that the task suggests.
    """

    def __init__(
        self,
        task: Task,
        parameters: tuple[Variable, ...],
        prior: Prior,
        budget: Budget,
        *,
        progress: Callable[[Progress], None] | None = None,
        kernels: np.ndarray | None = None,
        without: Collection[str] = (),
        most_cost: int = MOST_COST,
        noise: int = 0,
        surcharge: Callable[[Expression], int | None] | None = None,
        hits: list[Hit] | None = None,
        threads: int = 1,
        leaves: Sequence[Leaf] = (),
        constants: Sequence[tuple[Literal, int]] | None = None,
    ) -> None:
        self.budget, self.progress, self._most_cost = budget, progress, most_cost
        self._kernels = groups() if kernels is None else kernels
        self._prior = prior
        self.hits: list[Hit] = [] if hits is None else hits
        self._offered: set[Expression] = {hit.body for hit in self.hits}
        self._noise, self._surcharge, self._crew = noise, surcharge, Crew(threads)
        self.found_after = 0
        self._worked_at = FIRST_BANK / GROWTH
        self.level = 0
        self._reported = 0.0
        # The example with the longest output tells most, so matching looks at it first.
        longest_first = sorted(
            range(len(task.train)), key=lambda e: -len(encode(task.train[e].output, task.result_type))
        )
        order = [task.train[e] for e in longest_first]
        self.examples = tuple(order)
        self._leaves = [replace(leaf, values=[leaf.values[e] for e in longest_first]) for leaf in leaves]
        self._leaves += [
            Leaf(parameter, VARIABLE_COST, [example.inputs[p] for example in order])
            for p, parameter in enumerate(parameters)
        ]
        known = literals(task) if constants is None else constants
        self._leaves += [Leaf(literal, cost, [literal.value] * len(order)) for literal, cost in known]
        types = universe(task.parameter_types, task.result_type)
        words = vocabulary(types, frozenset(leaf.body.type for leaf in self._leaves), task.result_type)
        self.instances, self._rows, self._absorbs = words.instances, words.rows, words.absorbs
        longest = max(
            len(encode(value, type_))
            for example in order
            for value, type_ in zip(
                (*example.inputs, example.output), (*task.parameter_types, task.result_type), strict=True
            )
        )
        self.bank = Bank(examples=len(order), types=types, longest=longest, memory=budget.memory)
        outputs = [example.output for example in order]
        self._targets = self.bank.write(outputs, task.result_type)
        self._target_lengths = np.array([len(encode(output, task.result_type)) for output in outputs], np.int64)
        self._outputs, self._result = outputs, task.result_type
        self._encode((*task.parameter_types, task.result_type))
        self._no_hits = np.zeros((0, 4), np.int64)
        self._pending = np.zeros((2, 4 + len(order)), np.int64)
        self._target = Goal(task.result_type, self._targets, self._target_lengths, 0, lambda body: body)
        self._strategies = Strategies(
            self.bank,
            self.instances,
            self._costs.tolist(),
            kernels=self._kernels,
            budget=budget,
            examples=order,
            within=Within(Enumeration, task, parameters, prior, budget, self._kernels, tuple(without)),
            without=without,
        )
        self._store_dear_leaves()
        self.right = 0
        self.matched = self.stored_up_to = 0
        self._best = -1

    def _encode(self, given: tuple[Type, ...]) -> None:
        self._costs = np.array([self._prior.instance_cost(instance, given) for instance in self.instances], np.int64)
        numbers = self.bank.types
        self._arguments = np.zeros((len(self.instances), 3), np.int64)
        for index, instance in enumerate(self.instances):
            for position, type_ in enumerate(instance.arguments):
                self._arguments[index, position] = numbers[type_]
        results = np.array([numbers[instance.result] for instance in self.instances], np.int64)
        self._by_result = {kind: np.flatnonzero(results == kind) for kind in numbers.values()}
        self._identities = np.full((len(self.instances), 2), -1, np.int64)

    @property
    def stored(self) -> int:
        """The number of values in the bank."""
        return self.bank.count

    @property
    def best(self) -> Expression | None:
        return None if self._best < 0 else self._expression(self._best)

    def _expression(self, entry: int) -> Expression:
        return self.bank.expression(entry, self.instances)

    def run(self) -> str:
        """Search until nothing cheaper can exist or the budget is spent; return what stopped it."""
        storing = True
        for leaf in self._leaves:
            if leaf.body.type == self._result and self._wrong(leaf) <= self._noise:
                self._offer(leaf.cost, leaf.body)
        while self.level < min(OUT_OF_ORDER, self._most_cost) - 1 and not self._is_settled():
            self.level += 1
            stop = self._match()
            if stop:
                return stop
            self.matched = self.level
            if storing and not self._is_settled():
                storing = self._affordable()
                stop = self._store() if storing else None
                if storing and stop in (None, "memory") and self._is_time_for_strategies():
                    self._worked_at = self.bank.count
                    stop = self._work_backward() or stop
                if stop == "memory":
                    storing = False
                elif stop:
                    return stop
                elif storing:
                    self.stored_up_to = self.level
        return "solved" if self.hits else "exhausted"

    def grow(self, least: int) -> None:
        """Store levels, matching nothing, until the bank has so many entries or the memory or budget is spent."""
        while self.bank.count < least and self.level < OUT_OF_ORDER - 1:
            self.level += 1
            if self._store():
                return

    def _is_time_for_strategies(self) -> bool:
        """Whether the bank has grown enough, and a program of the present cost would still be news."""
        dear = not self.hits or self.hits[0].cost > self.level
        return dear and self.bank.count >= GROWTH * self._worked_at

    def _is_settled(self) -> bool:
        """Whether nothing cheaper can exist, or it is not worth the search for it any more."""
        if not self.hits:
            return False
        if self.level >= self.hits[0].cost + RIVAL_LEVELS:
            return True
        work = self._plan(self.level + 1, self.bank.types[self._result])[2]
        if self.level >= self.hits[0].cost:
            return work > RIVAL_WORK
        return self.budget.candidates + work > PATIENCE * self.found_after + LEAST_PATIENCE

    def _offer(self, cost: int, body: Expression) -> None:
        """Keep a program for the target, its constants folded, unless it is known."""
        body, saved = folded(body)
        cost -= saved
        if body in self._offered:
            return
        more = 0 if self._surcharge is None else self._surcharge(body)
        if more is None:
            self._offered.add(body)
            return
        cost += more + self._prior.surprise(body)
        if not self.hits or cost < self.hits[0].cost:
            self.found_after = self.budget.candidates
        insort(self.hits, Hit(cost, body), key=lambda hit: hit.cost)
        self._offered.add(body)  # Last, so that an interrupted offer can be made again.

    def _bound(self) -> int:
        """Programs of this cost or more are of no interest."""
        return self.hits[0].cost + RIVAL_LEVELS + 1 if self.hits else self._most_cost

    def _work_backward(self) -> str | None:
        """Let the strategies find programs over the bank as it is; return what stopped them."""
        try:
            for cost, body in self._strategies.solve(self._target, self._bound, self._report):
                self._offer(cost, body)
        except (OutOfMemory, MemoryError):
            return "memory"
        return self.budget.stopped_by()

    def _affordable(self) -> bool:
        work = sum(self._plan(self.level, kind)[2] for kind in self.bank.types.values())
        return self.budget.affords("store", work, STORE_SHARE)

    def _plan(self, level: int, kind: int) -> tuple[np.ndarray, int, float]:
        """All instances with results of a type, with every split of the level's cost."""
        chosen = self._by_result[kind]
        size = 1 << 12
        while True:
            plan = np.empty((size, PLAN_WIDTH), np.int64)
            rows, work = engine().plan_level(
                level, self._rows[chosen], self._costs[chosen], self._arguments[chosen], self.bank.segments, plan
            )
            if rows <= size:
                plan[:rows, 0] = chosen[plan[:rows, 0]]
                return plan, rows, work
            size = rows

    def _match(self) -> str | None:
        """Try everything of this level's cost against the target, storing nothing."""
        plan, rows, work = self._plan(self.level, self.bank.types[self._result])
        lanes = lanes_of(plan[:rows], work, self.bank.tails, TAIL * self.bank.cap)
        try:
            while active := [lane for lane in lanes if lane.is_active]:
                self._advance(active)
                self._make_room(active)
                stop = self.budget.stopped_by()
                if stop and any(lane.is_active for lane in lanes):
                    return stop
        finally:  # Whoever interrupts the search is to have what it has found.
            for lane in lanes:
                self._keep(lane)
        return None

    def _advance(self, lanes: Sequence[Lane]) -> None:
        """Match in each lane for some milliseconds."""
        tried = [0] * len(lanes)
        quotas = self.budget.quotas("match", len(lanes))

        def advance(number: int) -> None:
            lane = lanes[number]
            lane.status, tried[number], lane.found = self._work_through(
                lane.plan, len(lane.plan), lane.position, quotas[number], self.bank.types[self._result],
                lane.places, lane.hits, lane.found, storing=False,
            )  # fmt: skip

        began = time.perf_counter()
        self._crew.each(advance, range(len(lanes)))
        self.budget.note("match", sum(tried), time.perf_counter() - began)
        self._report("match")

    def _work_through(
        self, plan: np.ndarray, rows: int, position: np.ndarray, quota: int, kind: int,
        places: np.ndarray, hits: np.ndarray, found: int, *, storing: bool,
    ) -> tuple[int, int, int]:  # fmt: skip
        """Work on a plan; why that ended, the number of candidates, and of entries or hits."""
        bank = self.bank
        status, candidates, done = engine().enumerate_plan(
            plan, rows, position, quota, storing, self._kernels,
            self._rows, self._absorbs, self._identities, kind, bank.count,
            bank.offsets, bank.lengths, bank.roots, bank.origins,
            bank.mem, bank.width, places, bank.cap, bank.keys, bank.entries, bank.random,
            self._targets, self._target_lengths, self._noise, hits, found, self._pending,
        )  # fmt: skip
        return status, candidates, done

    def _make_room(self, lanes: Sequence[Lane]) -> None:
        """Let lanes go on whose hits are full, if most of these may be dropped."""
        for lane in lanes:
            if lane.status == HITS_FULL and self._surcharge is not None and lane.refills:
                self._keep(lane)
                lane.empty()

    def _keep(self, lane: Lane) -> None:
        for instance, *arguments in lane.hits[: lane.found].tolist():
            self._offer(self.level, self.bank.combine(instance, arguments, self.instances))

    def _wrong(self, leaf: Leaf) -> int:
        """On how many examples a leaf is not the output."""
        return sum(value != output for value, output in zip(leaf.values, self._outputs, strict=True))

    def _store(self) -> str | None:
        """Store every new behaviour of this level's cost, type by type."""
        bank = self.bank
        for type_, kind in bank.types.items():
            start = bank.count
            stop = None
            try:
                for leaf in self._leaves:
                    if leaf.cost == self.level < DEAR_LEAF and leaf.body.type == type_:
                        self._store_leaf(leaf)
                stop = self._store_type(kind)
            except (OutOfMemory, MemoryError):
                stop = "memory"
            bank.segments[self.level, kind] = start, bank.count
            bank.level_ends[self.level :] = bank.count
            if type_ == self._result:
                self._remember_best(start)
            if stop:
                return stop
        return None

    def _store_dear_leaves(self) -> None:
        """Store, out of order, the constants that enumeration would come to late or never: deduction takes them up."""
        for type_, kind in self.bank.types.items():
            start = self.bank.count
            for leaf in self._leaves:
                if leaf.cost >= DEAR_LEAF and leaf.body.type == type_:
                    self._store_leaf(leaf)
            self.bank.segments[OUT_OF_ORDER, kind] = start, self.bank.count

    def _store_leaf(self, leaf: Leaf) -> None:
        entry, body = self.bank.count, leaf.body
        if self.bank.add_leaf(body, leaf.values, leaf.cost) and isinstance(body, Literal):
            for index, instance in enumerate(self.instances):
                for position, value in instance.primitive.laws.identity.items():
                    same = type(value) is type(body.value) and value == body.value
                    if same and instance.arguments[position] == body.type:
                        self._identities[index, position] = entry

    def _store_type(self, kind: int) -> str | None:
        bank = self.bank
        plan, rows, _ = self._plan(self.level, kind)
        position = from_the_start()
        while True:
            began = time.perf_counter()
            status, candidates, bank.count = self._work_through(
                plan, rows, position, self.budget.quota("store"), kind, bank.tails, self._no_hits, 0, storing=True
            )
            self.budget.note("store", candidates, time.perf_counter() - began)
            self._report("store")
            if status == DONE:
                return None
            if status == BANK_FULL:
                raise OutOfMemory
            if status == TABLE_FULL:
                bank.rehash()
            stop = self.budget.stopped_by()
            if stop:
                return stop

    def _remember_best(self, start: int) -> None:
        bank = self.bank
        found, right = engine().best_partial(
            start, bank.count, bank.offsets, bank.lengths, bank.mem, bank.width,
            self._targets, self._target_lengths, self.right,
        )  # fmt: skip
        if found >= 0:
            self._best, self.right = found, right

    def _report(self, phase: str) -> None:
        if self.progress is not None and self.budget.seconds - self._reported > 0.1:
            self._reported = self.budget.seconds
            self.progress(Progress(self.level, self.budget.candidates, self.bank.count, self._reported, phase))
