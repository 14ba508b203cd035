"""Search with wrong examples among the right ones: what a disbelieved example costs, and whom to believe.

Up to `noise` examples may be disbelieved, each for the bits that it takes to
say which one it is and what its output is instead. A forward search first
matches with that tolerance. What works backward from the target needs exact
outputs: beside those of all examples it gets those of small sets of examples,
drawn at random in the hope that there is no wrong one in a set (Fischler and
Bolles, "Random sample consensus", CACM 1981). Every program found is run on
all examples by the reference interpreter, and counts only if it is right on enough.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

from ...dsl.core.expression import Expression, Variable
from ...dsl.language.language import BUILTIN, Language
from ...dsl.program import Program
from ...support.errors import InputError
from ..answer.ranking import reproduces
from ..answer.reference_log import ReferenceLog
from ..answer.solutions import Solution, Solutions, patience
from ..cost.literals import constant_cost
from ..cost.prior import Guide, Prior
from ..enumeration.enumeration import Enumeration, Progress
from ..strategies.strategies import STRATEGIES
from ..task.budget import Budget
from ..task.task import Example, Task
from .guided import FIRST_MOMENTS, GuidedSearch

WHICH_COST, MOST_DISBELIEF = 3, 8
"""What it costs to say which example is disbelieved, and the most that one may cost, its output included."""
TOLERANT_SHARE = 0.3
"""Of the budget, for the search that tolerates wrong examples; what is left is for drawn sets."""
DRAWN, MOST_DRAWS = 4, 14
"""Examples in a drawn set, and how many sets are drawn."""
MOST_IN_VAIN = 3
"""So many searches on end may find nothing cheaper than what there is."""
DRAWS = 10 * MOST_DRAWS
"""Sets are drawn so many times over, to have as many different ones if there are."""


def check_noise(noise: object, examples: int) -> None:
    """Refuse what is no number of wrong examples, or would not leave most of the examples, and two, to be believed.

    Raises
    ------
    InputError
        In either case.
    """
    if type(noise) is not int or noise < 0:
        raise InputError(f"noise: {noise!r} is no number of examples; expected an integer from 0 on")
    if noise and (2 * noise >= examples or examples - noise < 2):
        wanted = "fewer than half, and two to be believed"
        raise InputError(f"noise: {noise} wrong among {examples} examples; expected {wanted}")


def disbelief_cost(example: Example, task: Task) -> int:
    """What it costs to disbelieve an example."""
    return min(WHICH_COST + constant_cost(example.output, task.result_type), MOST_DISBELIEF)


class NoisySearch:
    """Searches for one task of which up to `noise` examples may be wrong.

    It has what an `Enumeration` has: `solutions`, `best`, `right` and `level`, the
    last three of the search with all examples, and `stored`, the values of all searches.
    """

    def __init__(
        self,
        task: Task,
        parameters: tuple[Variable, ...],
        prior: Prior,
        budget: Budget,
        *,
        noise: int,
        seed: int = 0,
        guide: Guide | None = None,
        first_moments: int = FIRST_MOMENTS,
        progress: Callable[[Progress], None] | None = None,
        without: Collection[str] = (),
        threads: int = 1,
        language: Language = BUILTIN,
        log: ReferenceLog | None = None,
    ) -> None:
        self.task, self.parameters, self.prior, self.budget, self.noise = task, parameters, prior, budget, noise
        self.seed, self.without = seed, without
        self._options: dict[str, Any] = {"progress": progress, "threads": threads, "language": language, "log": log}
        self._guidance: dict[str, Any] = {"guide": guide, "first_moments": first_moments} if guide else {}
        self.solutions: list[Solution] = []
        self.best: Expression | None = None
        self.right = self.level = self.matched = self.stored = 0
        self.found_after = self._in_vain = 0
        self._costs = [disbelief_cost(example, task) for example in task.train]

    def run(self) -> str:
        """Search until nothing cheaper is to be expected or the budget is spent; return what stopped it."""
        exact = [] if set(self.without) >= set(STRATEGIES) else [self.task.train, *self._drawn()]
        self._tolerant(TOLERANT_SHARE if exact else 1.0)
        for number, examples in enumerate(exact):
            if self._is_settled() or self.budget.stopped_by():
                break
            self._exact(replace(self.task, train=examples), 1 / (len(exact) - number))
        return self.budget.stopped_by() or ("solved" if self.solutions else "exhausted")

    @property
    def reason(self) -> str:
        """Why there is no program."""
        examples = len(self.task.train)
        return f"no program up to cost {self.matched} reproduces {examples - self.noise} of {examples} examples"

    def _is_settled(self) -> bool:
        """Whether nothing cheaper can exist, or it is not worth the search for it any more."""
        if not self.solutions:
            return False
        believed = len(self.task.train) // 2
        most = patience(self.found_after, cost=self.solutions[0].cost, examples=believed)
        in_vain = self._in_vain >= MOST_IN_VAIN or self.budget.candidates > most
        return in_vain or self.matched >= self.solutions[0].cost

    def _tolerant(self, share: float) -> None:
        """Search with all examples, of which some may be wrong, with a share of the budget."""
        budget, solutions = self._part(share), self._more_solutions()
        search = Enumeration(
            self.task, self.parameters, self.prior, budget,
            without=STRATEGIES, noise=self.noise, solutions=solutions, **self._options,
        )  # fmt: skip
        try:
            self._run(search, budget, solutions)
        finally:
            self.best, self.right = search.best, search.right
            self.level, self.matched = search.level, search.matched

    def _exact(self, task: Task, share: float) -> None:
        """Search for what reproduces a set of the examples, with a share of the budget that is left."""
        budget, solutions = self._part(share), self._more_solutions()
        options: dict[str, Any] = {"without": self.without, "solutions": solutions, **self._options}
        search: Enumeration | GuidedSearch
        if self._guidance:
            search = GuidedSearch(task, self.parameters, self.prior, budget, **self._guidance, **options)
        else:
            search = Enumeration(task, self.parameters, self.prior, budget, **options)
        self._run(search, budget, solutions)

    def _more_solutions(self) -> Solutions:
        """Where the next search puts what it finds: beside what there is."""
        return Solutions(self.prior, found=self.solutions, surcharge=self.surcharge)

    def _run(self, search: Enumeration | GuidedSearch, budget: Budget, solutions: Solutions) -> None:
        try:
            search.run()
        finally:
            self._in_vain += 1
            if solutions.after:
                self._in_vain, self.found_after = 0, self.budget.candidates + solutions.after
            self.budget.candidates += budget.candidates
            self.stored += search.stored

    def _part(self, share: float) -> Budget:
        """A share of the budget that is left."""
        whole = self.budget
        timeout = None if whole.timeout is None else share * max(0.0, whole.timeout - whole.seconds)
        candidates = None
        if whole.max_candidates is not None:
            candidates = int(share * (whole.max_candidates - whole.candidates))
        return Budget(timeout=timeout, max_candidates=candidates, memory=whole.memory)

    def surcharge(self, body: Expression) -> int | None:
        """What a program pays for the examples that it does not reproduce; None if there are too many."""
        program = Program(self.parameters, body)
        cost = wrong = 0
        for example, more in zip(self.task.train, self._costs, strict=True):
            if not reproduces(program, example):
                cost += more
                wrong += 1
                if wrong > self.noise:
                    return None
        return cost

    def _drawn(self) -> list[tuple[Example, ...]]:
        """Sets of examples to believe, at random."""
        train = self.task.train
        size = min(DRAWN, len(train) - self.noise)
        draw = random.Random(self.seed)
        sets = dict.fromkeys(tuple(sorted(draw.sample(range(len(train)), size))) for _ in range(DRAWS))
        return [tuple(train[number] for number in one) for one in list(sets)[:MOST_DRAWS]]
