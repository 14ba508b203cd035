"""How fast the engine is: candidates a second, storing and matching.

python -m induce.benchmarks.engine [SECONDS [THREADS]]
"""

from __future__ import annotations

import random
import sys

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


def rates(seconds: float, *, threads: int = 1) -> dict[str, float]:
    """Candidates a second in each phase of a search without an answer."""
    task = unsolvable_task()
    budget = Budget(timeout=seconds, max_candidates=None, memory=2 * 10**9)
    parameters = parameters_for(task.parameter_types)
    search = Enumeration(task, parameters, DefaultPrior(), budget, without=STRATEGIES, threads=threads)
    search.run()
    return {
        "store": budget.rate("store"),
        "match": budget.rate("match"),
        "level": search.level,
        "stored": search.bank.count,
    }


def main() -> None:
    """Print the rates."""
    warmup()
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    threads = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    found = rates(seconds, threads=threads)
    print(
        f"store {found['store'] / 1e6:.1f} M candidates a second, match {found['match'] / 1e6:.1f} M; "
        f"level {found['level']:.0f}, {found['stored']:,.0f} values stored"
    )


if __name__ == "__main__":
    main()
