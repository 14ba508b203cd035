"""What many numbers that meet a condition come to: how many of a range, their sum, the n-th of them.

No output says of a number whether it meets the condition. But of thousands of conditions a product of matrices says
at once which of them give the outputs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from math import ceil

import numpy as np

from ....dsl.core.expression import Expression, Function, Undefined, Variable, evaluate
from ....dsl.core.patience import look
from ....dsl.core.types import INT
from ....dsl.text.variables import fresh_variables
from ...readings.scene.applying import applied
from ...task.problem import Problem
from ..context.subsearch import Subsearch
from .pool import Pool
from .shapes import Inputs, Shape, places_of, ranges_of

MOST_NUMBERS = 500
"""So many numbers conditions are looked at for; examples that ask for larger ones only check what is found."""
LEAST_EXAMPLES, LEAST_RANGED = 4, 12
"""In so many examples there must be numbers to look at, and in one so many."""
MOST_EXAMPLES = 100
"""So many examples, from all over them, are looked at; the others only check what is found."""
MOST_FOUND = 4
"""So many conditions of one form are offered."""

Close = Callable[[Variable, Expression], Expression | None]


@dataclass(frozen=True)
class Form:
    """A way to sum up: what each number counts in each example, what that must come to, and how it is written.

    Parameters
    ----------
    weights
        int64, (examples, numbers).
    wanted
        int64, (examples,).
    """

    weights: np.ndarray
    wanted: np.ndarray
    close: Close


class Totals:
    """Programs for a number that is made of all numbers that meet a condition.

    Parameters
    ----------
    given
        The inputs of the examples, in the order of the goal's values.
    shapes
        Programs of whose condition the goal tells more: it is looked for here too.
    """

    def __init__(
        self, problem: Problem, inputs: Sequence[Inputs], wanted: Sequence[int], shapes: Sequence[Shape] = ()
    ) -> None:
        self._parameters, self._inputs, self._wanted = problem.parameters, inputs, wanted
        (self._number,) = fresh_variables([("x", INT)], scope=problem.parameters, language=problem.language)
        self._numbers = np.arange(MOST_NUMBERS)
        small = [one for one, row in enumerate(inputs) if max(map(abs, row.values())) < MOST_NUMBERS - 1]
        self._small = small[:: ceil(len(small) / MOST_EXAMPLES)] if small else []
        self._forms = [*self._told(shapes), *self._counted(), *self._placed()]

    @property
    def are_possible(self) -> bool:
        """Whether the goal may be of any form."""
        return bool(self._forms)

    def programs(self, subsearch: Subsearch) -> Iterator[Expression]:
        """The programs that a pool of conditions gives, the cheapest first of each form."""
        asked = np.flatnonzero(np.any([form.weights.any(axis=0) for form in self._forms], axis=0))
        some = slice(asked.min(), asked.max() + 1)
        pool = Pool(subsearch, self._number, self._numbers[some].tolist())
        values = pool.conditions.values.astype(np.float64)
        for form in self._forms:
            look()
            if len(values):
                right = (values @ form.weights[:, some].T == form.wanted).all(axis=1)
                for one in np.flatnonzero(right)[:MOST_FOUND]:
                    body = form.close(self._number, pool.expression(int(pool.conditions.entries[one])))
                    if body is not None:
                        yield body

    def _told(self, shapes: Sequence[Shape]) -> Iterator[Form]:
        """The numbers that must meet a condition, all of them, and those of which none may."""
        for shape in shapes:
            numbers = np.array([row.inputs[0] for row in shape.rows])
            if len(shape.parameters) == 1 and numbers.min() > 0 and numbers.max() < MOST_NUMBERS:
                holds = np.array([row.output for row in shape.rows])
                weights = np.zeros((2, MOST_NUMBERS), np.int64)
                weights[0, numbers[holds]] = weights[1, numbers[~holds]] = 1
                yield Form(weights, np.array([holds.sum(), 0]), partial(_closed, shape))

    def _counted(self) -> Iterator[Form]:
        """How many numbers of a range meet a condition, and what their sum is."""
        for _, source in ranges_of(self._parameters, self._inputs):
            ranges = self._evaluated(source)
            if len(ranges) < LEAST_EXAMPLES or max(map(len, ranges.values())) < LEAST_RANGED:
                continue
            inside = np.zeros((len(ranges), MOST_NUMBERS), np.int64)
            for row, numbers in zip(inside, ranges.values(), strict=True):
                row[numbers] = 1
            wanted = np.array([self._wanted[example] for example in ranges])
            for weights, write in ((inside, _count), (inside * self._numbers, _sum)):
                if weights[:, 0].any():
                    continue  # Most of what is asked of a number is not defined for zero, which hardly ever counts.
                if _may_be_totals(weights, wanted):
                    yield Form(weights, wanted, partial(write, source))

    def _evaluated(self, source: Expression) -> dict[int, list[int]]:
        """The ranges of the examples in which they are small."""
        found = {}
        for example in self._small:
            try:
                found[example] = evaluate(source, self._inputs[example])
            except Undefined:
                continue
        return {example: numbers for example, numbers in found.items() if not numbers or numbers[0] >= 0}

    def _placed(self) -> Iterator[Form]:
        """The n-th number: so many others are between those of two examples."""
        places = places_of(self._parameters, self._inputs, self._wanted)
        if places is None:
            return
        small = [(place, number) for place, number in places.known if 0 <= number < MOST_NUMBERS]
        if len(small) < LEAST_EXAMPLES or small[-1][1] - small[-1][0] < 2:
            return
        weights = np.zeros((2 * len(small) - 1, MOST_NUMBERS), np.int64)
        wanted = np.ones(len(weights), np.int64)
        for row, (_, number) in zip(weights, small, strict=False):
            row[number] = 1
        for one, ((place, number), (later, last)) in enumerate(pairwise(small), len(small)):
            weights[one, number + 1 : last + 1] = 1
            wanted[one] = later - place
        yield Form(weights, wanted, places.close)


def _may_be_totals(weights: np.ndarray, wanted: np.ndarray) -> bool:
    """Whether some of the numbers may have these totals, neither none of them nor all.

    What a range has more than another one lies within that, so its total is as much larger at most, and never smaller.
    """
    most = weights.sum(axis=1)
    if not ((wanted >= 0) & (wanted <= most)).all() or not (wanted > 0).any() or not (wanted < most).any():
        return False
    for one, (row, total) in enumerate(zip(weights, wanted, strict=True)):
        wider = (weights >= row).all(axis=1)
        if ((wanted < total) | (wanted - total > most - most[one]))[wider].any():
            return False
    return True


def _closed(shape: Shape, _: Variable, body: Expression) -> Expression | None:
    return shape.close(body)


def _count(source: Expression, number: Variable, body: Expression) -> Expression:
    return applied("count_where", source, Function((number,), body))


def _sum(source: Expression, number: Variable, body: Expression) -> Expression:
    return applied("sum", applied("filter", source, Function((number,), body)))
