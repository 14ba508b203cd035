"""Matching a level: everything of its cost is compared with the target, and nothing is stored."""

from __future__ import annotations

import time
from collections.abc import Sequence

from ...dsl.core.expression import Expression
from ..answer.solutions import RecostedSolutions, Solutions
from ..engine.compiled.arrays import TAIL
from ..engine.compiled.loops import SOLUTIONS_FULL
from ..task.budget import Budget
from ..task.goals import Goal
from .reporting import Reporter
from .shards import Crew, PlanShard, shards_of
from .steps import Steps
from .storing import BankBuilder


class Matcher:
    """Looks for programs whose value is the target, over the bank as it is.

    Parameters
    ----------
    noise
        How many examples a program may miss.
    solutions
        Where the programs found go.
    """

    def __init__(
        self,
        builder: BankBuilder,
        target: Goal,
        solutions: Solutions | RecostedSolutions,
        budget: Budget,
        *,
        noise: int,
        threads: int,
        reporter: Reporter,
    ) -> None:
        self._builder, self._bank, self._evaluator = builder, builder.bank, builder.evaluator
        self._target, self._solutions, self._noise = target, solutions, noise
        self._budget, self._crew, self._reporter = budget, Crew(threads), reporter

    def work(self, level: int) -> float:
        """The candidates of a level."""
        return self._builder.planner.to_match(level, self._target.type).work

    def match(self, level: int) -> Steps[str | None]:
        """Try the programs of this cost; return what stopped that, None if nothing did."""
        plan = self._builder.planner.to_match(level, self._target.type)
        shards = shards_of(plan.rows, plan.work, self._bank.tails, TAIL * self._bank.cap)
        try:
            while active := [shard for shard in shards if shard.is_active]:
                self._advance(active, level)
                self._make_room(active, level)
                yield
                stop = self._budget.stopped_by()
                if stop and any(shard.is_active for shard in shards):
                    return stop
        finally:  # Whoever interrupts the search is to have what it has found.
            for shard in shards:
                self._keep(shard, level)
        return None

    def _advance(self, shards: Sequence[PlanShard], level: int) -> None:
        """Match in each shard for some milliseconds."""
        tried = [0] * len(shards)
        quotas = self._budget.quotas("match", len(shards))

        def advance(number: int) -> None:
            shard = shards[number]
            shard.status, tried[number], shard.found = self._evaluator.match(
                shard.plan, shard.position, quotas[number], self._target, self._noise,
                shard.tails, shard.solutions, shard.found,
            )  # fmt: skip

        began = time.perf_counter()
        self._crew.each(advance, range(len(shards)))
        self._budget.note("match", sum(tried), time.perf_counter() - began)
        self._reporter.tell("match", level=level, stored=self._bank.count)

    def _make_room(self, shards: Sequence[PlanShard], level: int) -> None:
        """Let shards continue that have no room for solutions left, if most of these may be dropped."""
        for shard in shards:
            if shard.status == SOLUTIONS_FULL and self._solutions.are_chosen and shard.refills:
                self._keep(shard, level)
                shard.empty()

    def _keep(self, shard: PlanShard, level: int) -> None:
        for instance, *arguments in shard.solutions[: shard.found].tolist():
            self._solutions.offer(level, self._combined(instance, arguments), self._budget.total)

    def _combined(self, instance: int, arguments: Sequence[int]) -> Expression:
        return self._bank.combine(instance, arguments, self._builder.instances)
