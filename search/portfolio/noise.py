"""Search with wrong examples among the right ones: what a disbelieved example costs, and which to believe.

Up to `noise` examples may be disbelieved. Each costs what it takes to say
which one it is and what its output is instead. A forward search first matches
with that tolerance. The strategies, which work backward from the target, need
exact outputs. So there are searches for all examples, and for small sets that
are drawn at random in the hope that a set has no wrong one (Fischler and
Bolles, "Random sample consensus", CACM 1981). The reference interpreter runs
every program found on all examples; it counts only if it is right on enough.
"""

from __future__ import annotations

import random
from dataclasses import replace

from ...dsl.core.expression import Expression
from ...dsl.core.patience import OutOfTime
from ...dsl.program import Program
from ...support.errors import InputError
from ..answer.ranking import reproduces
from ..answer.solutions import Solution, Solutions
from ..cost.literals import constant_cost
from ..cost.prior import Guide, Prior
from ..enumeration.advice import advice, best_of
from ..enumeration.enumeration import Enumeration
from ..enumeration.stopping import patience
from ..strategies.names import STRATEGIES
from ..task.budget import Budget
from ..task.problem import Problem
from ..task.settings import Settings
from ..task.task import Example, Task
from .guided import FIRST_MOMENTS, GuidedSearch

WHICH_COST, MOST_DISBELIEF = 3, 8
"""What it costs to say which example is disbelieved, and the most that one may cost, its output included."""
TOLERANT_SHARE = 0.3
"""Of the budget, for the search that tolerates wrong examples; what is left is for drawn sets."""
DRAWN, MOST_DRAWS = 4, 14
"""Examples in a drawn set, and how many sets are drawn."""
MOST_IN_VAIN = 3
"""The series ends after this many searches in a row that find nothing cheaper."""
DRAWS = 10 * MOST_DRAWS
"""How often a set is drawn, so that there are enough different ones if they exist."""


def check_noise(noise: int, task: Task) -> None:
    """Refuse a number of wrong examples that would not leave most of the examples, and at least two, to be believed.

    Raises
    ------
    InputError
        If it would not.
    """
    if noise and not task.may_have_wrong(noise):
        wanted = "fewer than half, and two to be believed"
        raise InputError(f"noise: {noise} wrong among {len(task.train)} examples; expected {wanted}")


def disbelief_cost(example: Example, task: Task) -> int:
    """What it costs to disbelieve an example."""
    return min(WHICH_COST + constant_cost(example.output, task.result_type), MOST_DISBELIEF)


class NoisySearch:
    """Searches for one problem of which some examples may be wrong, as many as the settings say.

    It has what an `Enumeration` has: `solutions`, `best`, `right` and `level`, the
    last three of the search with all examples, and `stored`, the values of all searches.
    """

    def __init__(
        self,
        problem: Problem,
        prior: Prior,
        budget: Budget,
        *,
        settings: Settings,
        seed: int = 0,
        guide: Guide | None = None,
        first_moments: int = FIRST_MOMENTS,
    ) -> None:
        self.problem, self.prior, self.budget, self.settings = problem, prior, budget, settings
        self.seed, self._guide, self._first_moments = seed, guide, first_moments
        self.solutions: list[Solution] = []
        self.near_misses = None
        self.best: Expression | None = None
        self.right = self.level = self.matched = self.stored = 0
        self.found_after = self._in_vain = 0
        self._costs = [disbelief_cost(example, problem.task) for example in problem.examples]

    def run(self) -> str:
        """Search until nothing cheaper is to be expected or the budget is spent; return what stopped it."""
        everything = range(len(self.problem.examples))
        exact = [] if self.settings.without >= set(STRATEGIES) else [everything, *self._drawn()]
        self._tolerant(TOLERANT_SHARE if exact else 1.0)
        for number, examples in enumerate(exact):
            if self._is_settled() or self.budget.stopped_by():
                break
            self._exact(self.problem.restricted(examples), 1 / (len(exact) - number))
        return self.budget.stopped_by() or ("solved" if self.solutions else "exhausted")

    @property
    def reason(self) -> str:
        """Why there is no program."""
        examples, noise = len(self.problem.examples), self.settings.noise
        tried = f"no program up to cost {self.matched} reproduces {examples - noise} of {examples} examples"
        try:
            best = best_of(self.best, self.problem) if self.right else None
            missing = best or f"no program found is right on any of {examples} examples"
            return f"{missing}; {advice(self.best, self.problem, self.budget, noise=noise + 1)}; {tried}"
        except (KeyboardInterrupt, OutOfTime):
            return tried

    def _is_settled(self) -> bool:
        """Whether nothing cheaper can exist, or it is not worth the search for it any more."""
        if not self.solutions:
            return False
        believed = len(self.problem.examples) // 2
        most = patience(self.found_after, cost=self.solutions[0].cost, examples=believed)
        in_vain = self._in_vain >= MOST_IN_VAIN or self.budget.candidates > most
        return in_vain or self.matched >= self.solutions[0].cost

    def _tolerant(self, share: float) -> None:
        """Search with all examples, of which some may be wrong, with a share of the budget."""
        budget, solutions = self._part(share), self._more_solutions()
        alone = replace(self.settings, without=frozenset(STRATEGIES))
        search = Enumeration(self.problem, self.prior, budget, settings=alone, solutions=solutions)
        try:
            self._run(search, budget, solutions)
        finally:
            self.best, self.right = search.best, search.right
            self.level, self.matched = search.level, search.matched

    def _exact(self, problem: Problem, share: float) -> None:
        """Search for what reproduces a set of the examples, with a share of the budget that is left."""
        budget, solutions = self._part(share), self._more_solutions()
        settings = replace(self.settings, noise=0)
        search: Enumeration | GuidedSearch
        if self._guide is not None:
            search = GuidedSearch(
                problem, self.prior, budget,
                guide=self._guide, first_moments=self._first_moments, settings=settings, solutions=solutions,
            )  # fmt: skip
        else:
            search = Enumeration(problem, self.prior, budget, settings=settings, solutions=solutions)
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
        return Budget(timeout, candidates, whole.memory, cancelled=whole.cancelled)

    def surcharge(self, body: Expression) -> int | None:
        """What a program pays for the examples that it does not reproduce; None if there are too many."""
        program = Program(self.problem.parameters, body)
        cost = wrong = 0
        for example, more in zip(self.problem.examples, self._costs, strict=True):
            if not reproduces(program, example):
                cost += more
                wrong += 1
                if wrong > self.settings.noise:
                    return None
        return cost

    def _drawn(self) -> list[tuple[int, ...]]:
        """Sets of examples to believe, at random."""
        examples = len(self.problem.examples)
        size = min(DRAWN, examples - self.settings.noise)
        draw = random.Random(self.seed)
        sets = dict.fromkeys(tuple(sorted(draw.sample(range(examples), size))) for _ in range(DRAWS))
        positions = self.problem.in_given_order.tolist()
        return [tuple(positions[number] for number in one) for one in list(sets)[:MOST_DRAWS]]
