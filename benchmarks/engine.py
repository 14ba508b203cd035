"""How fast the engine is: candidates a second, storing and matching.

python -m induce.benchmarks.engine [SECONDS [THREADS]]
"""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass

from ..dsl.program import parameters_for
from ..search.budget import Budget
from ..search.enumeration import Enumeration
from ..search.prior import DefaultPrior
from ..search.strategies import STRATEGIES
from ..search.synthesis import warmup
from ..search.task import Task

EXAMPLES, LENGTH = 5, 8


def unsolvable_task(*, seed: int = 1) -> Task:
    """Five examples of eight integers whose outputs are drawn at random."""
    draw = random.Random(seed)

    def numbers() -> list[int]:
        return [draw.randrange(100) for _ in range(LENGTH)]

    return Task.from_examples([(numbers(), numbers()) for _ in range(EXAMPLES)])


@dataclass(frozen=True)
class Rates:
    """Candidates a second in each phase, None where it took too little time to tell; how far the search came."""

    store: float | None
    match: float | None
    level: int
    stored: int

    def __str__(self) -> str:
        return (
            f"store {_shown(self.store)}, match {_shown(self.match)}; level {self.level}, {self.stored:,} values stored"
        )


def _shown(rate: float | None) -> str:
    return "not measured" if rate is None else f"{rate / 1e6:.1f} M candidates a second"


def rates(seconds: float, *, threads: int = 1) -> Rates:
    """Measure a search without an answer."""
    task = unsolvable_task()
    budget = Budget(timeout=seconds, max_candidates=None, memory=2 * 10**9)
    parameters = parameters_for(task.parameter_types)
    search = Enumeration(task, parameters, DefaultPrior(), budget, without=STRATEGIES, threads=threads)
    search.run()
    return Rates(budget.measured("store"), budget.measured("match"), search.level, search.bank.count)


def main() -> None:
    """Print the rates."""
    warmup()
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    threads = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    print(rates(seconds, threads=threads))


if __name__ == "__main__":
    main()
