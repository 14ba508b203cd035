"""Bottom-up enumeration by cost: match a level, then store it, cheapest first."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..dsl.expression import Expression, Literal, Variable
from ..dsl.layout import encode
from ..dsl.types import Type
from .bank import MAX_COST, Bank, OutOfMemory
from .budget import Budget
from .engine import engine, groups
from .instances import encode_instances, instances, reachable, universe
from .literals import literals
from .loops import BANK_FULL, DONE, PLAN_WIDTH, QUOTA, TABLE_FULL
from .prior import VARIABLE_COST, Prior
from .task import Example, Task

STORE_SHARE = 0.6
"""A level is stored only if that takes at most this share of the budget left; else it is only matched."""
RIVAL_LEVELS = 2
RIVAL_WORK = 2e6
"""After the first hit so many dearer levels are matched for rivals, if they are no more work than this."""
MOST_HITS = 256


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


class Enumeration:
    """The forward search for one task.

    `hits` holds the programs found, cheapest first; `best` the expression that
    is right on the most examples so far; `examples` are those of the task in the
    order in which the bank has them. `kernels` replaces the compiled ones.
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
    ) -> None:
        self.budget, self.progress = budget, progress
        self._kernels = groups() if kernels is None else kernels
        self.hits: list[Hit] = []
        self.level = 0
        self._reported = 0.0
        # The example with the longest output tells most, so matching looks at it first.
        order = sorted(task.train, key=lambda example: -len(encode(example.output, task.result_type)))
        self.examples = tuple(order)
        self._prepare_leaves(task, parameters, order)
        types = universe(task.parameter_types, task.result_type)
        given = {leaf.type for leaf, _ in self._leaves}
        self.instances = reachable(instances(types), given, task.result_type)
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
        self._encode(prior, (*task.parameter_types, task.result_type))
        self._hits = np.zeros((MOST_HITS, 4), np.int64)
        self._pending = np.zeros((2, 4 + len(order)), np.int64)
        self.right = 0
        self._best = -1

    def _prepare_leaves(self, task: Task, parameters: tuple[Variable, ...], order: list[Example]) -> None:
        self._leaves: list[tuple[Variable | Literal, int]] = [(parameter, VARIABLE_COST) for parameter in parameters]
        self._leaves += literals(task)
        self._values = {
            id(leaf): [example.inputs[p] for example in order]
            for p, (leaf, _) in enumerate(self._leaves[: len(parameters)])
        }

    def _encode(self, prior: Prior, given: tuple[Type, ...]) -> None:
        self._rows, self._absorbs = encode_instances(self.instances)
        self._costs = np.array([prior.instance_cost(instance, given) for instance in self.instances], np.int64)
        numbers = self.bank.types
        self._arguments = np.zeros((len(self.instances), 3), np.int64)
        for index, instance in enumerate(self.instances):
            for position, type_ in enumerate(instance.arguments):
                self._arguments[index, position] = numbers[type_]
        results = np.array([numbers[instance.result] for instance in self.instances], np.int64)
        self._by_result = {kind: np.flatnonzero(results == kind) for kind in numbers.values()}
        self._identities = np.full((len(self.instances), 2), -1, np.int64)

    @property
    def best(self) -> Expression | None:
        return None if self._best < 0 else self.bank.expression(self._best, self.instances)

    def run(self) -> str:
        """Search until nothing cheaper can exist or the budget is spent; return what stopped it."""
        storing = True
        last = MAX_COST - 1
        while self.level < last:
            self.level += 1
            stop = self._match()
            if stop:
                return stop
            if self.hits:
                last = min(last, self.hits[0].cost + RIVAL_LEVELS)
                if self.level + 1 <= last and not self._is_cheap(self.level + 1):
                    break
                continue
            if storing:
                storing = self._affordable()
                stop = self._store() if storing else None
                if stop == "memory":
                    storing = False
                elif stop:
                    return stop
        return "solved" if self.hits else "exhausted"

    def _is_cheap(self, level: int) -> bool:
        return self._plan(level, self.bank.types[self._result])[2] <= RIVAL_WORK

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
        bank = self.bank
        for leaf, cost in self._leaves:
            if cost == self.level and leaf.type == self._result and self._leaf_values(leaf) == self._outputs:
                self.hits.append(Hit(cost, leaf))
        plan, rows, _ = self._plan(self.level, bank.types[self._result])
        position = _from_the_start()
        found, status = 0, QUOTA
        while status == QUOTA:
            status, found = self._advance("match", plan, rows, position, kind=bank.types[self._result], found=found)
            stop = self.budget.stopped_by()
            if stop and status == QUOTA:
                self._keep(found)
                return stop
        self._keep(found)
        return None

    def _advance(
        self, phase: str, plan: np.ndarray, rows: int, position: np.ndarray, *, kind: int, found: int
    ) -> tuple[int, int]:
        """Work on a plan for some milliseconds, storing or matching; why that ended, and entries or hits."""
        bank = self.bank
        began = time.perf_counter()
        status, candidates, done = engine().enumerate_plan(
            plan, rows, position, self.budget.quota(phase), phase == "store", self._kernels,
            self._rows, self._absorbs, self._identities, kind, bank.count,
            bank.offsets, bank.lengths, bank.roots, bank.origins,
            bank.mem, bank.width, bank.tails, bank.cap, bank.keys, bank.entries, bank.random,
            self._targets, self._target_lengths, self._hits, found, self._pending,
        )  # fmt: skip
        self.budget.note(phase, candidates, time.perf_counter() - began)
        self._report(phase)
        return status, done

    def _keep(self, found: int) -> None:
        for instance, *arguments in self._hits[:found].tolist():
            self.hits.append(Hit(self.level, self.bank.combine(instance, arguments, self.instances)))

    def _leaf_values(self, leaf: Variable | Literal) -> list[Any]:
        return self._values[id(leaf)] if isinstance(leaf, Variable) else [leaf.value] * len(self._outputs)

    def _store(self) -> str | None:
        """Store every new behaviour of this level's cost, type by type."""
        bank = self.bank
        for type_, kind in bank.types.items():
            start = bank.count
            stop = None
            try:
                for leaf, cost in self._leaves:
                    if cost == self.level and leaf.type == type_:
                        self._store_leaf(leaf)
                stop = self._store_type(kind)
            except OutOfMemory:
                stop = "memory"
            bank.segments[self.level, kind] = start, bank.count
            if type_ == self._result:
                self._remember_best(start)
            if stop:
                return stop
        return None

    def _store_leaf(self, leaf: Variable | Literal) -> None:
        entry = self.bank.count
        if self.bank.add_leaf(leaf, self._leaf_values(leaf)) and isinstance(leaf, Literal):
            for index, instance in enumerate(self.instances):
                for position, value in instance.primitive.laws.identity.items():
                    if (
                        type(value) is type(leaf.value)
                        and value == leaf.value
                        and instance.arguments[position] == leaf.type
                    ):
                        self._identities[index, position] = entry

    def _store_type(self, kind: int) -> str | None:
        bank = self.bank
        plan, rows, _ = self._plan(self.level, kind)
        position = _from_the_start()
        while True:
            status, bank.count = self._advance("store", plan, rows, position, kind=kind, found=0)
            if status == DONE:
                return None
            if status == BANK_FULL:
                raise OutOfMemory
            bank.check()
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


def _from_the_start() -> np.ndarray:
    """The position of a plan that has not been begun: its first row, and no entries yet."""
    return np.array([0, -1, -1, -1], np.int64)
