"""Scenes redrawn object by object: runs of items on a background of zeros, each with another start, size or colour.

A list of starts, one of sizes and one of colours say what is in a scene, and searches for each of those that change
say what is to be drawn. So "the longest is one longer" and "each has the number of its place as its colour" are small
functions of lists, as others are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...dsl.core.expression import (
    Expression,
    Literal,
    Undefined,
    Variable,
    call,
    evaluate,
    renamed,
    walk,
)
from ...dsl.core.types import INT, Type, list_of
from ...dsl.language.language import BUILTIN
from ...dsl.text.variables import fresh_variables
from ..cost.literals import integer_cost
from ..cost.prior import Prior
from ..engine.instances import Instance
from ..task.goals import Bound, Goal
from ..task.problem import Problem
from ..task.task import Example, Task
from .context.context import SearchContext
from .scenes import COLOURS, COLUMNS, LEAST_EXAMPLES, SIZES, Scene, are_scenes, scenes_of

LISTS = list_of(INT)
LEAST_TRIED, CANDIDATES = 10_000, 150_000
"""How many candidates the search must have tried before, and how many are tried for each column."""
BELIEVED = 14
"""Where a program has been found that costs no more, nothing is searched for."""
SCENE_COST, BASE_COST, COST_PER_CHANGE = 7, 12, 2.5
"""What it costs that objects are drawn anew, and what a column may cost: so much, and so much for each object that is
changed. A dearer one would have learnt the outputs by heart."""
PROPERTY_COST, BESIDE_COST, SINGLE_COST, NUMBERS_COST = 3, 2, 2, 5
"""What it costs that some of the objects are special, that it is what is beside them which counts, that they are single
items, and that they have numbers."""
MOST_FOUND = 3
"""How many programs for a column are tried where it is the last that changes."""
CONSTANT_COST = 3
"""What it costs that all objects are given the same number, beside that."""
DRAWN, LEN = BUILTIN.vocabulary["drawn"], BUILTIN.searched["len"]
MAX, MIN, ARGMAX, INDICES = (BUILTIN.searched[name] for name in ("max", "min", "argmax", "indices"))
HEAD, LAST, AT, PREVIOUS, NEXT = (BUILTIN.searched[name] for name in ("head", "last", "at", "previous", "next"))
EQ, SUB, ONE_TO, COPIES = (BUILTIN.searched[name] for name in ("eq", "sub", "one_to", "copies"))


@dataclass(frozen=True)
class Property:
    """What a program for a column may ask of the objects of a scene: a variable, and what that stands for."""

    variable: Variable
    body: Expression
    cost: int


@dataclass(frozen=True)
class PropertyPrior:
    """A prior to which variables cost what they stand for, so that searches are not led astray by what is rarely asked.

    Parameters
    ----------
    costs
        What variables cost beside their names.
    """

    usual: Prior
    costs: Mapping[Variable, int]

    def instance_cost(self, instance: Instance, given: Sequence[Type], *, outermost: bool = False) -> int:
        return self.usual.instance_cost(instance, given, outermost=outermost)

    def terminal_cost(self, terminal: Variable | Literal, cost: int) -> int:
        more = self.costs.get(terminal, 0) if isinstance(terminal, Variable) else 0
        return self.usual.terminal_cost(terminal, cost) + more

    def surprise(self, expression: Expression, judged: Expression | None = None, *, ignored: int = 0) -> int:
        return self.usual.surprise(expression, judged, ignored=ignored)


class Objects:
    """Scenes whose objects have other starts, sizes or colours than those of a parameter."""

    def __init__(self, context: SearchContext) -> None:
        self.context, self.bank, self.budget = context, context.bank, context.budget
        self.subsearch = context.subsearch
        self.parameters = context.subsearch.problem.parameters
        self._is_done = False

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs; none for deduced goals, or once a program is believed."""
        if goal.depth or goal.type != LISTS or self._is_done or bound() <= BELIEVED:
            return
        if self.budget.candidates < LEAST_TRIED:
            return
        self._is_done = True
        wanted = self.bank.goal_values(goal)
        for place, parameter in enumerate(self.parameters):
            if parameter.type != LISTS:
                continue
            given = [example.inputs[place] for example in self.context.examples]
            for scenes in scenes_of(given, wanted) if are_scenes(given, wanted) else ():
                redrawing = _Redrawing(self.context, parameter, scenes)
                for cost, body in redrawing.programs(lambda: bound() - goal.cost):
                    if goal.cost + cost < bound() and self.context.gives(body, wanted):
                        yield goal.cost + cost, goal.complete(body)


class _Redrawing:
    """Programs that redraw the objects of one parameter."""

    def __init__(self, context: SearchContext, parameter: Variable, scenes: Sequence[Scene]) -> None:
        self.context, self.subsearch, self.scenes = context, context.subsearch, scenes
        parameters, language = self.subsearch.problem.parameters, self.subsearch.problem.language
        self.columns: list[Expression] = [call(column, parameter) for column in COLUMNS]
        self.length = call(LEN, parameter)
        self.parameter, described = parameter, [*_described(parameter)]
        names = [(name, body.type) for name, body, _ in described]
        variables = fresh_variables(names, scope=parameters, language=language)
        self.properties = [
            Property(variable, body, cost) for variable, (_, body, cost) in zip(variables, described, strict=True)
        ]
        self.properties += [Property(one, one, 0) for one in parameters if one.type == INT]

    def programs(self, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs with their costs, from programs for each of the columns that change."""
        changing = [column for column in range(len(COLUMNS)) if any(scene.changes(column) for scene in self.scenes)]
        total = SCENE_COST
        for column in changing:
            found = self._of_column(column, bound() - total)
            if column == changing[-1]:
                for cost, body in found:
                    self.columns[column] = body
                    yield total + cost, call(DRAWN, *self.columns, self.length)
            elif not found:
                return
            else:
                total, self.columns[column] = total + found[0][0], found[0][1]

    def _of_column(self, column: int, most: int) -> list[tuple[int, Expression]]:
        """The cheapest programs for a column, with their costs; each that is less plain costs one more.

        Their costs lie between what they cost as a whole and what their parts cost: what was learnt of whole programs
        knows little of such small ones.
        """
        worth = min(most, _worth(self.scenes, column))
        rows = self._rows(column)
        if worth <= 0 or rows is None or self.context.budget.stopped_by():
            return []
        values = {value for scene in self.scenes for value in scene.after[column]}
        if len(values) == 1:
            return self._constant(values.pop(), worth)
        properties = self._asked(column)
        types = tuple(one.variable.type for one in properties)
        task = Task("", tuple(rows), (), (), types, LISTS)
        variables = [one.variable for one in properties]
        problem = replace(Problem.of(task, variables, language=self.subsearch.problem.language), of_views=True)
        prior = PropertyPrior(self.subsearch.prior, {one.variable: one.cost for one in properties})
        found = self.subsearch.search(problem, candidates=CANDIDATES, most_cost=worth, prior=prior)
        fit = [one for one in found if one.parts <= worth and not any(map(_is_list, walk(one.body)))]
        fit.sort(key=lambda one: (one.cost + one.parts, len([*walk(one.body)])))
        known = {one.variable: one.body for one in properties}
        costs = [(one.cost + one.parts) // 2 + place for place, one in enumerate(fit)]
        return [(cost, renamed(one.body, known)) for cost, one in zip(costs, fit[:MOST_FOUND], strict=False)]

    def _constant(self, value: int, worth: int) -> list[tuple[int, Expression]]:
        """The program for a column that is the same of all objects."""
        cost = CONSTANT_COST + integer_cost(value)
        count = call(LEN, call(COLUMNS[SIZES], self.parameter))
        return [(cost, call(COPIES, Literal(value, INT), count))] if cost <= worth else []

    def _asked(self, column: int) -> list[Property]:
        """What a program for a column may ask; that for colours has no use for the length of the list."""
        return [one for one in self.properties if column != COLOURS or one.body != self.length]

    def _rows(self, column: int) -> list[Example] | None:
        """What is known of the objects of each example, and what a column becomes; None if it is undefined."""
        names = [parameter.name for parameter in self.subsearch.problem.parameters]
        rows = []
        for scene in self.scenes:
            given = dict(zip(names, self.context.examples[scene.example].inputs, strict=True))
            try:
                values: list[Any] = [evaluate(one.body, given) for one in self._asked(column)]
            except Undefined:
                return None
            rows.append(Example(tuple(values), scene.after[column]))
        return rows


def _is_list(part: Expression) -> bool:
    """Whether it is a list that is written out: it would be right for so many objects alone."""
    return isinstance(part, Literal) and part.type.is_list


def _worth(scenes: Sequence[Scene], column: int) -> int:
    """What a program for a column may cost; nothing if it changes in one example alone."""
    changes = [scene.changes(column) for scene in scenes]
    if sum(map(bool, changes)) < min(LEAST_EXAMPLES, len(scenes)):
        return 0
    return BASE_COST + int(COST_PER_CHANGE * sum(changes))


def _described(parameter: Variable) -> Iterator[tuple[str, Expression, int]]:
    """Names of properties of objects, what they stand for, and what they cost beside the names."""
    starts, sizes, colours = (call(column, parameter) for column in COLUMNS)
    places, zero = call(INDICES, sizes), Literal(0, INT)
    yield from (("starts", starts, 0), ("sizes", sizes, 0), ("colours", colours, 0))
    yield "length", call(LEN, parameter), 0
    yield "numbers", call(ONE_TO, call(LEN, sizes)), NUMBERS_COST
    yield "is_single", call(EQ, sizes, Literal(1, INT)), SINGLE_COST
    yield "is_longest", call(EQ, sizes, call(MAX, sizes)), PROPERTY_COST
    yield "is_shortest", call(EQ, sizes, call(MIN, sizes)), PROPERTY_COST
    yield "is_first", call(EQ, places, zero), PROPERTY_COST
    yield "is_last", call(EQ, places, call(SUB, call(LEN, sizes), Literal(1, INT))), PROPERTY_COST
    yield "longest_colour", call(AT, colours, call(ARGMAX, sizes)), PROPERTY_COST
    # None is longer or shorter than itself, and none has no colour.
    yield "size_before", call(PREVIOUS, sizes, call(HEAD, sizes)), BESIDE_COST
    yield "size_after", call(NEXT, sizes, call(LAST, sizes)), BESIDE_COST
    yield "colour_before", call(PREVIOUS, colours, zero), BESIDE_COST
    yield "colour_after", call(NEXT, colours, zero), BESIDE_COST
