"""Rows brought together two by two: what lists have in common, and what texts do, with what is made of it in the end.

A reduction begins with the first row, and its step is a single primitive, so that all of them are tried at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from operator import itemgetter
from typing import Any

from ....dsl.core.expression import Call, Expression, Function, Variable, call
from ....dsl.core.primitive import UNDEFINED_ERRORS, Primitive
from ....dsl.core.types import INT, STR, Type, list_of
from ....dsl.core.values import same_value
from ....dsl.language.language import BUILTIN
from ....dsl.text.variables import fresh_variables
from ...cost.prior import FUNCTION_COST, VARIABLE_COST
from ...task.goals import Bound, Goal
from ..context.closures import Closure, bounded
from ..context.context import SearchContext
from .scans import FIRST_COST

LEAST_TRIED = 20_000
"""How many candidates the search must have tried before."""
MOST_ROWS = 3
"""In so many ways texts are taken apart."""
MOST_LONG = 200
"""Longer values are not worked on."""
FOLD, HEAD, TAIL = (BUILTIN.searched[name] for name in ("fold", "head", "tail"))


@dataclass(frozen=True)
class Made:
    """An expression with its cost and its values in the examples."""

    cost: int
    body: Expression
    values: Sequence[Any]


class Reductions:
    """Looks for reductions of the rows that are the one argument."""

    def __init__(self, context: SearchContext) -> None:
        self.context, self.budget = context, context.budget
        self.parameters = context.subsearch.problem.parameters
        self.language = context.subsearch.problem.language
        self._is_begun = False

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs; none for deduced goals."""
        if goal.depth or self._is_begun or self.budget.candidates < LEAST_TRIED:
            return
        self._is_begun = True
        wanted = self.context.bank.goal_values(goal)
        for rows in self._rows():
            for reduced in self._distinct(self._reduced(rows)):
                for ended in self._ended(reduced, goal.type):
                    if ended.body.type == goal.type and _are_same(ended.values, wanted) and ended.cost < bound():
                        yield ended.cost, ended.body

    def _rows(self) -> Iterator[Made]:
        """The argument, and what primitives make of each text in it."""
        (parameter,) = self.parameters
        values = [example.inputs[0] for example in self.context.examples]
        if any(not rows or max(map(len, (rows, *rows))) > MOST_LONG for rows in values):
            return
        given = Made(VARIABLE_COST, parameter, values)
        yield given
        if parameter.type == list_of(STR):
            made = (self._applied(given, one, list_of(list_of(STR)), each=True) for one in _primitives(1))
            yield from islice((one for one in made if one is not None), MOST_ROWS)

    def _reduced(self, rows: Made) -> Iterator[Made]:
        """What a step that is one primitive makes of the rows."""
        assert rows.body.type.item is not None
        names = [("acc", rows.body.type.item), ("row", rows.body.type.item)]
        bound = fresh_variables(names, scope=self.parameters, language=self.language)
        for primitive in _primitives(2):
            step = _call(primitive, *bound)
            if step is None or step.type != bound[0].type:
                continue
            self.budget.note("walks", 1, 0.0)
            values = _folded(bounded(step, [itemgetter(0), itemgetter(1)]), rows.values)
            if values is not None:
                body = call(FOLD, call(TAIL, rows.body), call(HEAD, rows.body), Function(bound, step))
                cost = FOLD.cost + FUNCTION_COST + FIRST_COST + primitive.cost + 2 * VARIABLE_COST
                yield Made(cost + rows.cost, body, values)

    def _distinct(self, found: Iterator[Made]) -> list[Made]:
        """The cheapest of those with the same values."""
        known: dict[str, Made] = {}
        for one in sorted(found, key=lambda made: made.cost):
            known.setdefault(repr(one.values), one)
        return list(known.values())

    def _ended(self, made: Made, result: Type) -> Iterator[Made]:
        """A value, what one primitive makes of it, and what another makes of something like it."""
        yield made
        changed = self._distinct(self._all_applied(made, made.body.type))
        for one in (made, *changed):
            yield from self._all_applied(one, result)

    def _all_applied(self, one: Made, result: Type) -> Iterator[Made]:
        """What each primitive makes of values, where that is of a type."""
        for primitive in _primitives(1):
            ended = self._applied(one, primitive, result)
            if ended is not None:
                self.budget.note("walks", 1, 0.0)
                yield ended

    def _applied(self, one: Made, primitive: Primitive, result: Type, *, each: bool = False) -> Made | None:
        """What a primitive makes of values, if that is of a type."""
        variable = Variable("value", one.body.type)
        body = _call(primitive, variable, each=each)
        if body is None or body.type != result:
            return None
        run = bounded(body, [itemgetter(0)])
        try:
            values = [run((value,)) for value in one.values]
        except UNDEFINED_ERRORS:
            return None
        written = call(primitive, one.body, each=each)
        return Made(one.cost + primitive.cost, written, values)


@cache
def _primitives(arity: int) -> list[Primitive]:
    """Those of the enumeration that take so many values, the cheapest first."""
    chosen = [one for one in BUILTIN.searched.values() if one.arity == arity and not one.takes_function]
    return sorted(chosen, key=lambda one: (one.cost, one.name))


def _call(primitive: Primitive, *arguments: Expression, each: bool = False) -> Call | None:
    """The call, if the primitive applies to arguments of these types."""
    try:
        return call(primitive, *arguments, each=each)
    except TypeError:
        return None


def _folded(run: Closure, rows: Sequence[Sequence[Any]]) -> list[Any] | None:
    """What a step makes of the rows of each example; None where it is undefined, or is the first row everywhere."""
    found = []
    try:
        for first, *others in rows:
            value = first
            for row in others:
                value = run((value, row))
            found.append(value)
    except UNDEFINED_ERRORS:
        return None
    return None if _are_same(found, [xs[0] for xs in rows]) else found


def _are_same(values: Sequence[Any], wanted: Sequence[Any]) -> bool:
    return all(same_value(value, other) for value, other in zip(values, wanted, strict=True))


def are_rows(parameters: Sequence[Variable]) -> bool:
    """Whether these are one list of lists, or of texts."""
    return len(parameters) == 1 and parameters[0].type in (list_of(STR), list_of(list_of(INT)), list_of(list_of(STR)))
