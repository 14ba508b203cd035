"""Search with wrong examples among the right ones: what a disbelieved example costs, and whom to believe.

Up to `noise` examples may be disbelieved, each for the bits that it takes to
say which one it is and what its output is instead. A forward search first
matches with that tolerance. What works backward from the target needs exact
outputs: it gets them in searches of their own for small sets of examples that
are drawn at random, in the hope of a set without a wrong one (Fischler and
Bolles, "Random sample consensus", CACM 1981). Every program found is run on
all examples by the reference interpreter, and counts only if it is right on enough.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from math import comb

from ..dsl.expression import Expression, Variable
from ..dsl.program import Program
from .budget import Budget
from .enumeration import LEAST_PATIENCE, PATIENCE, STRATEGIES, Enumeration, Hit, Progress
from .literals import constant_cost
from .prior import Prior
from .task import Example, InputError, Task

WHICH_COST, MOST_DISBELIEF = 3, 8
"""What it costs to say which example is disbelieved, and the most that one may cost, its output included."""
FIRST_SHARE = 0.4
"""Of the budget, for the search that tolerates wrong examples; the rest is for those on drawn sets."""
DRAWN, MOST_DRAWS = 4, 14
"""Examples in a drawn set, and how many sets are drawn."""


def check_noise(noise: object, examples: int) -> int:
    """The number of examples that may be wrong.

    Raises
    ------
    InputError
        If it is no integer from 0 on, or leaves no majority of two examples to be believed.
    """
    if type(noise) is not int or noise < 0:
        raise InputError(f"noise: {noise!r} is no number of wrong examples; expected 0, 1, 2, ...")
    if noise and (2 * noise >= examples or examples - noise < 2):
        raise InputError(f"noise: {noise} of {examples} examples; expected fewer than half, and two to be believed")
    return noise


def disbelief_cost(example: Example, task: Task) -> int:
    """What it costs to disbelieve an example."""
    return min(WHICH_COST + constant_cost(example.output, task.result_type), MOST_DISBELIEF)


class NoisySearch:
    """A series of searches for one task of which up to `noise` examples may be wrong.

    It has what an `Enumeration` has of results: `hits`, `best` and `right`,
    `level`, and `stored` for all of its searches.
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
        progress: Callable[[Progress], None] | None = None,
        without: Collection[str] = (),
        threads: int = 1,
    ) -> None:
        self.task, self.parameters, self.prior, self.budget, self.noise = task, parameters, prior, budget, noise
        self.seed, self.progress, self.without, self.threads = seed, progress, without, threads
        self.hits: list[Hit] = []
        self.best: Expression | None = None
        self.right = self.level = self.stored = 0
        self._found_after = 0

    def run(self) -> str:
        stop = self._tolerant()
        for number, examples in enumerate(self._drawn()):
            if self._is_settled() or self.budget.stopped_by():
                break
            self._exact(examples, 1 / (MOST_DRAWS - number))
        return self.budget.stopped_by() or ("solved" if self.hits else stop)

    def _is_settled(self):
        if not self.hits:
            return False
        return self.level >= self.hits[0].cost or self.budget.candidates > PATIENCE * self._found_after + LEAST_PATIENCE

    def _tolerant(self) -> str:
        share = 1.0 if len(self.without) == 3 else FIRST_SHARE
        stop, search = self._search(self.task, share, noise=self.noise, without=STRATEGIES)
        self.best, self.right, self.level = search.best, search.right, search.level
        return stop

    def _exact(self, examples, share):
        self._search(replace(self.task, train=examples), share, without=self.without)

    def _search(self, task, share, **options):
        budget = self._part(share)
        least = self.hits[0].cost if self.hits else None
        search = Enumeration(
            task, self.parameters, self.prior, budget,
            progress=self.progress, surcharge=self._surcharge, hits=self.hits, threads=self.threads, **options,
        )
        try:
            stop = search.run()
        finally:
            if self.hits and self.hits[0].cost != least:
                self._found_after = self.budget.candidates + search._found_after
            self.budget.candidates += budget.candidates
            self.stored += search.bank.count
        return stop, search

    def _part(self, share):
        left = self.budget
        timeout = None if left.timeout is None else share * (left.timeout - left.seconds)
        most = None if left.max_candidates is None else int(share * (left.max_candidates - left.candidates))
        return Budget(timeout=timeout, max_candidates=most, memory=left.memory)

    def _surcharge(self, body: Expression) -> int | None:
        from .synthesis import reproduces
        program = Program(self.parameters, body)
        cost = wrong = 0
        for example in self.task.train:
            if not reproduces(program, example):
                wrong += 1
                if wrong > self.noise:
                    return None
                cost += disbelief_cost(example, self.task)
        return cost

    def _drawn(self):
        train = self.task.train
        draw = random.Random(self.seed)
        size = max(2, min(DRAWN, len(train) - self.noise))
        seen = set()
        for _ in range(MOST_DRAWS):
            while True:
                one = tuple(sorted(draw.sample(range(len(train)), size)))
                if one not in seen or len(seen) >= comb(len(train), size):
                    break
            seen.add(one)
            yield tuple(train[i] for i in one)
