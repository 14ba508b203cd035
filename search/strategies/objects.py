"""Scenes redrawn object by object: runs of items on a background of zeros, each with another start, size or colour.

A list of starts, one of sizes and one of colours say what is in a scene, and searches for each of those that change
say what is to be drawn. So "the longest is one longer" and "each has the number of its place as its colour" are small
functions of lists, as others are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...dsl.core.expression import (
    Expression,
    Literal,
    Undefined,
    Variable,
    call,
    evaluate,
    free_variables,
    renamed,
    walk,
)
from ...dsl.core.types import BOOL, INT, list_of
from ...dsl.language.language import BUILTIN
from ...dsl.text.variables import fresh_variables
from ..cost.literals import integer_cost
from ..task.goals import Bound, Goal
from ..task.problem import Problem
from ..task.task import Example, Task
from .context.context import SearchContext
from .scenes import COLOURS, COLUMNS, LEAST_EXAMPLES, SIZES, Scene, are_scenes, scenes_of

LISTS, TRUTHS = list_of(INT), list_of(BOOL)
OWN, SIZES_BESIDE, COLOURS_BESIDE = range(3)
ROUNDS = ((10_000, OWN), (100_000, SIZES_BESIDE), (100_000, COLOURS_BESIDE))
"""After so many candidates scenes are looked at, if nothing that is believed has been found, and what programs may then
ask of an object: what it is itself, or how it compares with the objects beside it. All at once would be too much."""
CANDIDATES = 100_000
"""For each column in each round."""
BELIEVED = 14
"""Where a program has been found that costs no more, nothing is searched for."""
SCENE_COST, BASE_COST, COST_PER_CHANGE = 10, 12, 2.5
"""What it costs that objects are drawn anew, and what a column may cost: so much, and so much for each object that is
changed. A dearer one would have learnt the outputs by heart."""
PROPERTY_COST = 3
"""What it costs that some of the objects are special, or that it is a neighbour which counts."""
SINGLE_COST = 2
"""The same of the objects that are a single item."""
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


class Objects:
    """Scenes whose objects have other starts, sizes or colours than those of a parameter."""

    def __init__(self, context: SearchContext) -> None:
        self.context, self.bank, self.budget = context, context.bank, context.budget
        self.subsearch = context.subsearch
        self.parameters = context.subsearch.problem.parameters
        self._rounds = list(ROUNDS)

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs; none for deduced goals, or once a program is believed."""
        if goal.depth or goal.type != LISTS:
            return
        while self._rounds and bound() > BELIEVED and self.budget.candidates >= self._rounds[0][0]:
            _, asked = self._rounds.pop(0)
            yield from self._redrawn(goal, bound, asked)

    def _redrawn(self, goal: Goal, bound: Bound, asked: int) -> Iterator[tuple[int, Expression]]:
        """Programs that redraw the objects of a parameter; what is found makes other rounds needless."""
        wanted = self.bank.goal_values(goal)
        for place, parameter in enumerate(self.parameters):
            if parameter.type != LISTS:
                continue
            given = [example.inputs[place] for example in self.context.examples]
            for scenes in scenes_of(given, wanted) if are_scenes(given, wanted) else ():
                redrawing = _Redrawing(self.context, parameter, scenes, asked)
                for cost, body in redrawing.programs(lambda: bound() - goal.cost):
                    if goal.cost + cost < bound() and self.context.gives(body, wanted):
                        self._rounds.clear()
                        yield goal.cost + cost, goal.complete(body)


class _Redrawing:
    """Programs that redraw the objects of one parameter.

    Parameters
    ----------
    asked
        What programs may ask of an object: one of those in `ROUNDS`.
    """

    def __init__(self, context: SearchContext, parameter: Variable, scenes: Sequence[Scene], asked: int) -> None:
        self.context, self.subsearch, self.scenes = context, context.subsearch, scenes
        parameters, language = self.subsearch.problem.parameters, self.subsearch.problem.language
        self.columns: list[Expression] = [call(column, parameter) for column in COLUMNS]
        self.length = call(LEN, parameter)
        self.parameter, described = parameter, [*_described(parameter, asked)]
        names = [(name, body.type) for name, body, _ in described]
        *variables, self.itself = fresh_variables([*names, ("itself", LISTS)], scope=parameters, language=language)
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
        """The cheapest programs for a column, with their costs."""
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
        found = self.subsearch.search(problem, candidates=CANDIDATES, most_cost=worth)
        priced = [(one.parts + self._more(one.body), one) for one in found]
        priced.sort(key=lambda pair: (pair[0], len([*walk(pair[1].body)]), pair[1].cost))
        known = {one.variable: one.body for one in properties}
        return [(cost, renamed(one.body, known)) for cost, one in priced if cost <= worth][:MOST_FOUND]

    def _constant(self, value: int, worth: int) -> list[tuple[int, Expression]]:
        """The program for a column that is the same of all objects."""
        cost = CONSTANT_COST + integer_cost(value)
        count = call(LEN, call(COLUMNS[SIZES], self.parameter))
        return [(cost, call(COPIES, Literal(value, INT), count))] if cost <= worth else []

    def _asked(self, column: int) -> list[Property]:
        """What a program for a column may ask: always the column, but for colours no length of the list."""
        asked = [one for one in self.properties if column != COLOURS or one.body != self.length]
        unchanged = call(COLUMNS[column], self.parameter)
        if all(one.body != unchanged for one in asked):
            asked.insert(0, Property(self.itself, unchanged, 0))
        return asked

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

    def _more(self, body: Expression) -> int:
        """What the properties cost that a program asks for."""
        asked = free_variables(body)
        return sum(one.cost for one in self.properties if one.variable in asked)


def _worth(scenes: Sequence[Scene], column: int) -> int:
    """What a program for a column may cost; nothing if it changes in one example alone."""
    changes = [scene.changes(column) for scene in scenes]
    if sum(map(bool, changes)) < min(LEAST_EXAMPLES, len(scenes)):
        return 0
    return BASE_COST + int(COST_PER_CHANGE * sum(changes))


def _described(parameter: Variable, asked: int) -> Iterator[tuple[str, Expression, int]]:
    """Names of properties of objects, what they stand for, and what they cost beside the names."""
    starts, sizes, colours = (call(column, parameter) for column in COLUMNS)
    places, zero = call(INDICES, sizes), Literal(0, INT)
    if asked == OWN:
        yield from (("starts", starts, 0), ("sizes", sizes, 0), ("colours", colours, 0))
        yield "length", call(LEN, parameter), 0
        yield "numbers", call(ONE_TO, call(LEN, sizes)), PROPERTY_COST
        yield "is_single", call(EQ, sizes, Literal(1, INT)), SINGLE_COST
        yield "is_longest", call(EQ, sizes, call(MAX, sizes)), PROPERTY_COST
        yield "is_shortest", call(EQ, sizes, call(MIN, sizes)), PROPERTY_COST
        yield "is_first", call(EQ, places, zero), PROPERTY_COST
        yield "is_last", call(EQ, places, call(SUB, call(LEN, sizes), Literal(1, INT))), PROPERTY_COST
        yield "longest_colour", call(AT, colours, call(ARGMAX, sizes)), PROPERTY_COST
    elif asked == SIZES_BESIDE:  # None is longer or shorter than itself.
        yield "sizes", sizes, 0
        yield "size_before", call(PREVIOUS, sizes, call(HEAD, sizes)), PROPERTY_COST
        yield "size_after", call(NEXT, sizes, call(LAST, sizes)), PROPERTY_COST
    else:
        yield "colours", colours, 0
        yield "colour_before", call(PREVIOUS, colours, zero), PROPERTY_COST
        yield "colour_after", call(NEXT, colours, zero), PROPERTY_COST
