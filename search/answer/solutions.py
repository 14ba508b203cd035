"""Programs found for a task: kept once, the cheapest first."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable
from dataclasses import dataclass, replace

from ...dsl.core.decimals import holds_decimals
from ...dsl.core.expression import Expression, walk
from ...dsl.core.types import INT, STR
from ...dsl.core.values import same_value
from ...dsl.program import Program, outcome_of, value_of
from ..cost.costs import Costs, Whole
from ..cost.folding import folded
from ..cost.learnt import shipped
from ..cost.omens import MOST_COUNTED, omens_in
from ..cost.prior import Prior
from ..task.problem import Problem

MOST_DOUBT = 6
"""So many levels more at most are looked through because the predictions of the cheapest program speak against it."""


@dataclass(frozen=True)
class Solution:
    """A program that reproduces every example, its cost, and what its parts alone cost."""

    cost: int
    body: Expression
    parts: int


class Solutions:
    """The programs found for one task; several searches may add to them.

    `found` are the programs, cheapest first, and `after` the candidates that the
    cheapest took. `cheapest` is what the cheapest costs, None without one: its parts
    at least, since a search goes by parts, and is not to end before it has seen all that are as cheap. For texts it is
    more where predictions speak against a program, so that dearer rivals against which nothing speaks are found.

    Parameters
    ----------
    prior
        Says what a whole program costs beyond its parts.
    found
        Programs of an earlier search, to which others are added.
    surcharge
        What a program pays beside its cost, None if it is to be dropped.
    problem
        What programs with decimals have to reproduce; they are dropped if they do not. To the search decimals are
        rounded, so that it finds some that do so nearly.
    """

    def __init__(
        self,
        prior: Prior,
        *,
        found: list[Solution] | None = None,
        surcharge: Callable[[Expression], int | None] | None = None,
        problem: Problem | None = None,
    ) -> None:
        self.found: list[Solution] = [] if found is None else found
        self.after = 0
        self.cheapest: int | None = None
        self._prior, self._surcharge, self._problem = prior, surcharge, problem
        for solution in self.found:
            self._bound_by(solution)
        self._offered: set[Expression] = {solution.body for solution in self.found}

    @property
    def are_chosen(self) -> bool:
        """Whether some of what is offered may be dropped."""
        rounded = self._problem is not None and any(map(holds_decimals, self._problem.signature))
        return rounded or self._surcharge is not None

    def offer(self, cost: int, body: Expression, candidates: int) -> None:
        """Keep a program for the target, its constants folded, unless it is known.

        Parameters
        ----------
        cost
            Of the program's parts.
        candidates
            How many were tried until it was found.
        """
        body, saved = folded(body)
        if body in self._offered:
            return
        more = 0 if self._surcharge is None else self._surcharge(body)
        if self._problem is not None and not _is_confirmed(body, self._problem):
            more = None
        if more is not None:
            parts = cost - saved
            whole = max(1, parts + more + self._surprise(body))
            if not self.found or whole < self.found[0].cost:
                self.after = candidates
            solution = Solution(whole, body, parts)
            insort(self.found, solution, key=lambda one: one.cost)
            self._bound_by(solution)
        self._offered.add(body)  # Last, so that an interrupted offer can be made again.

    def _bound_by(self, solution: Solution) -> None:
        """Note what bounds the search: the least that a program costs as far as it is not doubted."""
        least = max(solution.cost, solution.parts)
        if self.cheapest is None or least < self.cheapest:
            least += 0 if self._problem is None else doubt(solution.body, self._problem)
            self.cheapest = least if self.cheapest is None else min(self.cheapest, least)

    def _surprise(self, body: Expression) -> int:
        """What a program costs beyond its parts."""
        problem = self._problem
        whole = Whole.of(body) if problem is None else Whole.of(body, problem.extras, arity=problem.arity)
        return whole.surprise(self._prior)


def doubt(body: Expression, problem: Problem) -> int:
    """What the predictions of a program that has to do with texts add to its cost, of a few inputs."""
    given = problem.given
    asked = replace(given, inputs=given.inputs[:MOST_COUNTED], expected=given.expected[:MOST_COUNTED])
    if (
        given.result_type not in (STR, INT)
        or STR not in (*given.parameter_types, given.result_type)
        or not asked.inputs
    ):
        return 0
    program = Program(problem.parameters, body, language=problem.language, signature=given.signature)
    seen = omens_in(asked)([outcome_of(program, inputs) for inputs in asked.inputs])
    return min(shipped().surcharge(seen), MOST_DOUBT)


def _is_confirmed(body: Expression, problem: Problem) -> bool:
    """Whether a program reproduces the examples by the reference interpreter, if it has to do with decimals."""
    if not any(holds_decimals(part.type) for part in walk(body)):
        return True
    program = Program(problem.parameters, body, language=problem.language)
    return all(same_value(value_of(program, example.inputs), example.output) for example in problem.examples)


class RecostedSolutions:
    """What a search with other costs finds: it adds to the solutions at their usual costs, and is bounded by its own.

    `cheapest` is what the cheapest program that the search itself has found costs it.

    Parameters
    ----------
    shared
        The programs of all searches.
    own, usual
        What programs cost this search, and what they cost the others.
    """

    are_chosen = False

    def __init__(self, shared: Solutions, *, own: Costs, usual: Costs) -> None:
        self.shared, self._own, self._usual = shared, own, usual
        self.cheapest: int | None = None

    @property
    def found(self) -> list[Solution]:
        return self.shared.found

    @property
    def after(self) -> int:
        return self.shared.after

    def offer(self, _cost: int, body: Expression, candidates: int) -> None:
        """Keep a program as `Solutions.offer` does; it is costed anew, for strategies count in both currencies."""
        body, _ = folded(body)
        own = max(self._own.of_whole(body), self._own.of_parts(body))
        self.cheapest = own if self.cheapest is None else min(own, self.cheapest)
        self.shared.offer(self._usual.of_parts(body), body, candidates)
