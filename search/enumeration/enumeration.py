"""Bottom-up enumeration by cost: match a level, then store it, cheapest first."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ...dsl.core.expression import Expression, Literal, Variable
from ...dsl.core.layout import encode
from ...dsl.core.types import INT, Type
from ...dsl.language.language import BUILTIN, Language
from ..answer.reference_log import ReferenceLog
from ..answer.solutions import RecostedSolutions, Solution, Solutions, patience
from ..cost.prior import MOST_COST, Prior
from ..engine.bank import OUT_OF_ORDER, Bank, OutOfMemory
from ..engine.compiled.loops import BANK_FULL, DONE, PLAN_WIDTH, SOLUTIONS_FULL, TABLE_FULL, TAIL
from ..engine.instances import universe, vocabulary
from ..engine.native import engine, groups
from ..strategies.strategies import Strategies
from ..strategies.subsearch import Subsearch
from ..task.budget import Budget
from ..task.goals import Goal
from ..task.task import Task
from .interpreted import Interpreted
from .shards import Crew, PlanShard, from_the_start, shards_of
from .steps import Steps, result_of
from .terminals import Terminal, most_words, terminals_of

STORE_SHARE = 0.6
"""A level is stored only if that takes at most this share of the budget left; else it is only matched."""
RIVAL_LEVELS = 2
RIVAL_WORK = 2e6
"""After the first solution so many dearer levels are matched for rivals, if they are no more work than this."""
DEAR_TERMINAL = 10
"""Leaves of this cost or more are stored at the start, for deduction alone."""
FIRST_BANK, GROWTH = 2000, 2.5
"""The strategies set to work when the bank has so many entries, and whenever it has grown so many times."""


@dataclass(frozen=True)
class Progress:
    """How far a search has come."""

    level: int
    candidates: int
    stored: int
    seconds: float
    phase: str


class Enumeration:
    """The forward search for one task.

    `solutions` holds the programs found, cheapest first; `best` the expression that
    is right on the most examples so far; `examples` are those of the task in the
    `order` in which the bank has them. Of the output's type everything up to the
    cost `matched` was compared with it; all values up to the cost `stored_up_to`
    are in the bank. `kernels` replaces the compiled ones; `without` names
    strategies that are switched off; programs of `most_cost` or more are of no
    interest. Up to `noise` examples may be wrong. What is found is added to `solutions`.
    `threads` match side by side. `terminals` are started from beside the parameters and literals.
    With `common_only`, primitives for integers as inputs are left out. Programs are of the `language`; what is run of
    its references goes into the `log`.
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
        solutions: Solutions | RecostedSolutions | None = None,
        threads: int = 1,
        terminals: Sequence[Terminal] = (),
        common_only: bool = False,
        language: Language = BUILTIN,
        log: ReferenceLog | None = None,
    ) -> None:
        log = ReferenceLog() if log is None else log
        self.budget, self.progress, self._most_cost = budget, progress, most_cost
        self._kernels = groups(language) if kernels is None else kernels
        self._prior = prior
        self._solutions = Solutions(prior) if solutions is None else solutions
        self._noise, self._crew = noise, Crew(threads)
        self._worked_at = FIRST_BANK / GROWTH
        self.level = 0
        self._reported = 0.0
        # The example with the longest output tells most, so matching looks at it first.
        longest_first = sorted(
            range(len(task.train)), key=lambda e: -len(encode(task.train[e].output, task.result_type))
        )
        order = [task.train[e] for e in longest_first]
        self.examples = tuple(order)
        self.order = longest_first
        self._terminals = [
            replace(terminal, values=[terminal.values[e] for e in longest_first])
            for terminal in (*terminals, *terminals_of(task, parameters, prior))
        ]
        types = universe(task.parameter_types, task.result_type, language=language)
        given = frozenset(terminal.body.type for terminal in self._terminals)
        of_integers = not common_only and all(type_ == INT for type_ in task.parameter_types)
        words = vocabulary(types, given, task.result_type, of_integers=of_integers, language=language)
        self.instances, self._rows, self._absorbs = words.instances, words.rows, words.absorbs
        self.bank = Bank(examples=len(order), types=types, longest=most_words(task), memory=budget.memory)
        outputs = [example.output for example in order]
        self._targets = self.bank.write(outputs, task.result_type)
        self._target_lengths = np.array([len(encode(output, task.result_type)) for output in outputs], np.int64)
        self._outputs, self._result = outputs, task.result_type
        self._encode((*task.parameter_types, task.result_type))
        costs = [prior.instance_cost(one, (*task.parameter_types, task.result_type)) for one in words.interpreted]
        self._interpreted = Interpreted(
            self.bank, words.interpreted, costs,
            compiled=self.instances, wanted=(task.result_type, outputs), budget=budget, log=log,
        )  # fmt: skip
        self._computed: list[Terminal] = []
        self._no_solutions = np.zeros((0, 4), np.int64)
        self._pending = np.zeros((2, 4 + len(order)), np.int64)
        self._target = Goal(task.result_type, self._targets, self._target_lengths, 0, lambda body: body)
        self._strategies = Strategies(
            self.bank,
            self.instances,
            self._costs.tolist(),
            kernels=self._kernels,
            budget=budget,
            examples=order,
            subsearch=Subsearch(
                Enumeration, task, parameters, prior, budget, self._kernels, tuple(without), language, log
            ),
            without=without,
        )
        self._store_dear_terminals()
        self.right = 0
        self.matched = self.stored_up_to = 0
        self._best = -1

    def _encode(self, given: tuple[Type, ...]) -> None:
        cost = self._prior.instance_cost
        self._costs = np.array([cost(one, given) for one in self.instances], np.int64)
        self._outermost = np.array([cost(one, given, outermost=True) for one in self.instances], np.int64)
        numbers = self.bank.types
        self._arguments = np.zeros((len(self.instances), 3), np.int64)
        for index, instance in enumerate(self.instances):
            for position, type_ in enumerate(instance.arguments):
                self._arguments[index, position] = numbers[type_]
        results = np.array([numbers[instance.result] for instance in self.instances], np.int64)
        self._by_result = {type_id: np.flatnonzero(results == type_id) for type_id in numbers.values()}
        self._identities = np.full((len(self.instances), 2), -1, np.int64)

    @property
    def solutions(self) -> list[Solution]:
        return self._solutions.found

    @property
    def found_after(self) -> int:
        """The candidates that the cheapest program took."""
        return self._solutions.after

    @property
    def stored(self) -> int:
        """The number of values in the bank."""
        return self.bank.count

    @property
    def best(self) -> Expression | None:
        return None if self._best < 0 else self.expression(self._best)

    def expression(self, entry: int) -> Expression:
        """The program of an entry of the bank."""
        return self.bank.expression(entry, self.instances)

    def terminal(self, entry: int, type_: Type, *, cost: int) -> Terminal:
        """An entry as another search for the task may start from it."""
        values = dict(zip(self.order, self.bank.values(entry, type_), strict=True))
        return Terminal(self.expression(entry), cost, [values[e] for e in range(len(values))])

    def run(self) -> str:
        """Search until nothing cheaper can exist or the budget is spent; return what stopped it."""
        return result_of(self.steps())

    def steps(self) -> Steps[str]:
        """The same in stretches of about 20 ms, between which another search may take its turn.

        Whoever closes the generator ends the search, and has what it has found.
        """
        storing = True
        for terminal in self._terminals:
            if terminal.body.type == self._result and self._wrong(terminal) <= self._noise:
                self._offer(terminal.cost, terminal.body)
        while self.level < min(OUT_OF_ORDER, self._most_cost) - 1 and not self._is_settled():
            self.level += 1
            stop = (yield from self._interpret(storing=storing)) or (yield from self._match())
            if stop:
                return stop
            self.matched = self.level
            if storing and not self._is_settled():
                storing = self._affordable()
                stop = (yield from self._store()) if storing else None
                if storing and stop in (None, "memory") and self._is_time_for_strategies():
                    self._worked_at = self.bank.count
                    stop = (yield from self._work_backward()) or stop
                if stop == "memory":
                    storing = False
                elif stop:
                    return stop
                elif storing:
                    self.stored_up_to = self.level
        return "solved" if self.solutions else "exhausted"

    def grow(self, least: int) -> None:
        """Store levels, matching nothing, until the bank has so many entries or the memory or budget is spent."""
        while self.bank.count < least and self.level < OUT_OF_ORDER - 1:
            self.level += 1
            if result_of(self._interpret(storing=True)) or result_of(self._store()):
                return

    def _interpret(self, *, storing: bool) -> Steps[str | None]:
        """Apply what has no kernel, as far as that has this level's cost: to match now, and to be stored later."""
        self._computed = []
        for chunk in self._interpreted.of_cost(self.level, only=None if storing else self._result):
            for terminal in chunk:
                if terminal.body.type == self._result and self._wrong(terminal) <= self._noise:
                    self._offer(terminal.cost, terminal.body)
            self._computed += chunk if storing else []
            self._report("references")
            yield
            stop = self.budget.stopped_by()
            if stop:
                return stop
        return None

    def _is_time_for_strategies(self) -> bool:
        """Whether the bank has grown enough, and a program of the present cost would still be news."""
        dear = self._solutions.cheapest is None or self._solutions.cheapest > self.level
        return dear and self.bank.count >= GROWTH * self._worked_at

    def _is_settled(self) -> bool:
        """Whether nothing cheaper can exist, or it is not worth the search for it any more."""
        if self._solutions.cheapest is None:
            return False
        if self.matched >= self._solutions.cheapest:
            return self.is_complete()
        cheapest, examples = self._solutions.cheapest, len(self.examples)
        return self.budget.total + self._next_work() > patience(self._solutions.after, cost=cheapest, examples=examples)

    def is_complete(self) -> bool:
        """Whether nothing cheaper than what is found can exist, and rivals would be much work."""
        cheapest = self._solutions.cheapest
        if cheapest is None or self.matched < cheapest:
            return False
        return self.matched >= cheapest + RIVAL_LEVELS or self._next_work() > RIVAL_WORK

    def _next_work(self) -> float:
        """The candidates of the next level to be matched."""
        return self._plan(self.matched + 1, self.bank.types[self._result], self._outermost)[2]

    def _offer(self, cost: int, body: Expression) -> None:
        self._solutions.offer(cost, body, self.budget.total)

    def _bound(self) -> int:
        """Programs of this cost or more are of no interest."""
        cheapest = self._solutions.cheapest
        return self._most_cost if cheapest is None else cheapest + RIVAL_LEVELS + 1

    def _work_backward(self) -> Steps[str | None]:
        """Let the strategies find programs over the bank as it is."""
        try:
            for found in self._strategies.solve(self._target, self._bound, self._report):
                if found:
                    self._offer(*found)
                yield
        except (OutOfMemory, MemoryError):
            return "memory"
        return self.budget.stopped_by()

    def _affordable(self) -> bool:
        work = sum(self._plan(self.level, type_id, self._costs)[2] for type_id in self.bank.types.values())
        return self.budget.affords("store", work, STORE_SHARE)

    def _plan(self, level: int, type_id: int, costs: np.ndarray) -> tuple[np.ndarray, int, float]:
        """All instances with results of a type, with every split of what the level's cost leaves after their own."""
        chosen = self._by_result[type_id]
        size = 1 << 12
        while True:
            plan = np.empty((size, PLAN_WIDTH), np.int64)
            rows, work = engine().plan_level(
                level, self._rows[chosen], costs[chosen], self._arguments[chosen], self.bank.segments, plan
            )
            if rows <= size:
                plan[:rows, 0] = chosen[plan[:rows, 0]]
                return plan, rows, work
            size = rows

    def _match(self) -> Steps[str | None]:
        """Try everything of this level's cost against the target, storing nothing."""
        plan, rows, work = self._plan(self.level, self.bank.types[self._result], self._outermost)
        shards = shards_of(plan[:rows], work, self.bank.tails, TAIL * self.bank.cap)
        try:
            while active := [shard for shard in shards if shard.is_active]:
                self._advance(active)
                self._make_room(active)
                yield
                stop = self.budget.stopped_by()
                if stop and any(shard.is_active for shard in shards):
                    return stop
        finally:  # Whoever interrupts the search is to have what it has found.
            for shard in shards:
                self._keep(shard)
        return None

    def _advance(self, shards: Sequence[PlanShard]) -> None:
        """Match in each shard for some milliseconds."""
        tried = [0] * len(shards)
        quotas = self.budget.quotas("match", len(shards))

        def advance(number: int) -> None:
            shard = shards[number]
            shard.status, tried[number], shard.found = self._work_through(
                shard.plan, len(shard.plan), shard.position, quotas[number], self.bank.types[self._result],
                shard.tails, shard.solutions, shard.found, storing=False,
            )  # fmt: skip

        began = time.perf_counter()
        self._crew.each(advance, range(len(shards)))
        self.budget.note("match", sum(tried), time.perf_counter() - began)
        self._report("match")

    def _work_through(
        self, plan: np.ndarray, rows: int, position: np.ndarray, quota: int, type_id: int,
        tails: np.ndarray, solutions: np.ndarray, found: int, *, storing: bool,
    ) -> tuple[int, int, int]:  # fmt: skip
        """Work on a plan; why that ended, the number of candidates, and of entries or solutions."""
        bank = self.bank
        status, candidates, done = engine().enumerate_plan(
            plan, rows, position, quota, storing, self._kernels,
            self._rows, self._absorbs, self._identities, type_id, bank.count,
            bank.offsets, bank.lengths, bank.roots, bank.origins,
            bank.mem, bank.width, tails, bank.cap, bank.keys, bank.entries, bank.random,
            self._targets, self._target_lengths, self._noise, solutions, found, self._pending,
        )  # fmt: skip
        return status, candidates, done

    def _make_room(self, shards: Sequence[PlanShard]) -> None:
        """Let shards go on whose solutions are full, if most of these may be dropped."""
        for shard in shards:
            if shard.status == SOLUTIONS_FULL and self._solutions.are_chosen and shard.refills:
                self._keep(shard)
                shard.empty()

    def _keep(self, shard: PlanShard) -> None:
        for instance, *arguments in shard.solutions[: shard.found].tolist():
            self._offer(self.level, self.bank.combine(instance, arguments, self.instances))

    def _wrong(self, terminal: Terminal) -> int:
        """On how many examples a terminal is not the output."""
        return sum(value != output for value, output in zip(terminal.values, self._outputs, strict=True))

    def _store(self) -> Steps[str | None]:
        """Store every new behaviour of this level's cost, type by type."""
        bank = self.bank
        for type_, type_id in bank.types.items():
            start = bank.count
            stop = None
            try:
                for terminal in self._terminals:
                    if terminal.cost == self.level < DEAR_TERMINAL and terminal.body.type == type_:
                        self._store_terminal(terminal)
                for terminal in self._computed:
                    if terminal.body.type == type_:
                        self._store_terminal(terminal)
                stop = yield from self._store_type(type_id)
            except (OutOfMemory, MemoryError):
                stop = "memory"
            bank.segments[self.level, type_id] = start, bank.count
            bank.level_ends[self.level :] = bank.count
            if type_ == self._result:
                self._remember_best(start)
            if stop:
                return stop
        return None

    def _store_dear_terminals(self) -> None:
        """Store, out of order, the constants that enumeration would come to late or never: deduction takes them up.

        What behaves like one, as the input of a single example may, is none the less stored at its own cost.
        """
        for type_, type_id in self.bank.types.items():
            start = self.bank.count
            for terminal in self._terminals:
                if terminal.cost >= DEAR_TERMINAL and terminal.body.type == type_:
                    self._store_terminal(terminal, known=not isinstance(terminal.body, Literal))
            self.bank.segments[OUT_OF_ORDER, type_id] = start, self.bank.count

    def _store_terminal(self, terminal: Terminal, *, known: bool = True) -> None:
        entry, body = self.bank.count, terminal.body
        if self.bank.add_terminal(body, terminal.values, terminal.cost, known=known) and isinstance(body, Literal):
            for index, instance in enumerate(self.instances):
                for position, value in instance.primitive.laws.identity.items():
                    same = type(value) is type(body.value) and value == body.value
                    if same and instance.arguments[position] == body.type:
                        self._identities[index, position] = entry

    def _store_type(self, type_id: int) -> Steps[str | None]:
        bank = self.bank
        plan, rows, _ = self._plan(self.level, type_id, self._costs)
        position = from_the_start()
        while True:
            began = time.perf_counter()
            status, candidates, bank.count = self._work_through(
                plan,
                rows,
                position,
                self.budget.quota("store"),
                type_id,
                bank.tails,
                self._no_solutions,
                0,
                storing=True,
            )
            self.budget.note("store", candidates, time.perf_counter() - began)
            self._report("store")
            if status == DONE:
                return None
            if status == BANK_FULL:
                raise OutOfMemory
            if status == TABLE_FULL:
                bank.rehash()
            yield
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
            self.progress(Progress(self.level, self.budget.total, self.bank.count, self._reported, phase))
