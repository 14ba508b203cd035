"""How fast the engine is: candidates a second, storing and matching, on one core.

python -m induce.benchmarks.engine [SECONDS]
"""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass

from ..dsl.program import parameters_for
from ..search.budget import Budget
from ..search.enumeration import STRATEGIES, Enumeration
from ..search.prior import DefaultPrior
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


def rates(seconds: float) -> Rates:
    """Measure a search without an answer."""
    task = unsolvable_task()
    budget = Budget(timeout=seconds, max_candidates=None, memory=2 * 10**9)
    search = Enumeration(task, parameters_for(task.parameter_types), DefaultPrior(), budget, without=STRATEGIES)
    search.run()
    return Rates(budget.measured("store"), budget.measured("match"), search.level, search.bank.count)


def main() -> None:
    """Print the rates."""
    warmup()
    print(rates(float(sys.argv[1]) if len(sys.argv) > 1 else 10.0))


if __name__ == "__main__":
    main()
