"""Scenes redrawn object by object: runs of items on a background of zeros, each with another start, size or colour.

A list of starts, one of sizes and one of colours say what is in a scene, and searches for each of those that change
say what is to be drawn. So "the longest is one longer" and "each has the number of its place as its colour" are small
functions of lists, as others are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...dsl.core.expression import Expression, Literal, Variable, call, free_variables, renamed, walk
from ...dsl.core.types import BOOL, INT, list_of
from ...dsl.language.language import BUILTIN
from ...dsl.text.variables import fresh_variables
from ..task.goals import Bound, Goal
from ..task.problem import Problem
from ..task.task import Example, Task
from .context.context import SearchContext

LISTS, TRUTHS = list_of(INT), list_of(BOOL)
TRIED = (10_000, 250_000)
"""After so many candidates scenes are looked at, if nothing that is believed has been found."""
SHARE, LEAST_CANDIDATES = 0.2, 50_000
"""Of the candidates that the search has tried, for each column, and the least for one."""
BELIEVED = 14
"""Where a program has been found that costs no more, nothing is searched for."""
SCENE_COST, BASE_COST, COST_PER_CHANGE = 10, 8, 2.5
"""What it costs that objects are drawn anew, and what a column may cost: so much, and so much for each object that is
changed. A dearer one would have learnt the outputs by heart."""
LEAST_EXAMPLES, LEAST_OBJECTS, LEAST_BACKGROUND = 2, 4, 0.2
"""In so many examples at least a column must change, there must be so many objects and such a share of zeros."""
MOST_OBJECTS, MOST_LENGTH = 30, 200
MOST_FOUND = 3
"""How many programs for a column are tried where it is the only one that changes."""
MASK_COST = 3
"""What it costs that some of the objects are special."""
COLUMNS = tuple(BUILTIN.vocabulary[name] for name in ("object_starts", "object_sizes", "object_colours"))
STARTS, SIZES, COLOURS = range(3)
DRAWN, LEN = BUILTIN.vocabulary["drawn"], BUILTIN.searched["len"]
MAX, MIN, EQ, INDICES, SUB = (BUILTIN.searched[name] for name in ("max", "min", "eq", "indices", "sub"))
NAMES = (("starts", LISTS), ("sizes", LISTS), ("colours", LISTS))
MASKS = (("is_longest", TRUTHS), ("is_shortest", TRUTHS), ("is_first", TRUTHS), ("is_last", TRUTHS))
"""What a program for a column may ask of the objects."""

Columns = tuple[list[int], list[int], list[int]]
"""The starts, sizes and colours of the objects of a scene."""


@dataclass(frozen=True)
class Scene:
    """The objects of one example before and after, one for one."""

    example: int
    before: Columns
    after: Columns


class Objects:
    """Scenes whose objects have other starts, sizes or colours than those of a parameter."""

    def __init__(self, context: SearchContext) -> None:
        self.context, self.bank, self.budget = context, context.bank, context.budget
        self.subsearch = context.subsearch
        self.parameters = context.subsearch.problem.parameters
        self._rounds = list(TRIED)

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs; none for deduced goals, or once a program is believed."""
        if goal.depth or goal.type != LISTS or not self._rounds or self.budget.candidates < self._rounds[0]:
            return
        if bound() <= BELIEVED:
            return
        while self._rounds and self.budget.candidates >= self._rounds[0]:
            self._rounds.pop(0)
        wanted = self.bank.goal_values(goal)
        for place, parameter in enumerate(self.parameters):
            if parameter.type != LISTS:
                continue
            given = [example.inputs[place] for example in self.context.examples]
            for scenes in scenes_of(given, wanted) if are_scenes(given, wanted) else ():
                for cost, body in self._redrawn(parameter, given, scenes, bound):
                    if goal.cost + cost < bound() and self.context.gives(body, wanted):
                        self._rounds.clear()
                        yield goal.cost + cost, goal.complete(body)

    def _redrawn(
        self, parameter: Variable, given: Sequence[list[int]], scenes: Sequence[Scene], bound: Bound
    ) -> Iterator[tuple[int, Expression]]:
        """Programs that redraw the objects of a parameter, from programs for each of the columns that change."""
        changing = [column for column in range(len(COLUMNS)) if _changes(scenes, column)]
        language = self.subsearch.problem.language
        variables = fresh_variables([*NAMES, *MASKS, ("length", INT)], scope=self.parameters, language=language)
        numbers = tuple(one for one in self.parameters if one.type == INT)
        known = dict(zip(variables, _parts(parameter), strict=True))
        chosen: list[Expression] = [known[variable] for variable in variables[: len(COLUMNS)]]
        total = SCENE_COST
        for column in changing:
            seen = variables[:-1] if column == COLOURS else variables
            rows = [self._row(scene, column, len(given[scene.example])) for scene in scenes]
            found = self._programs((*seen, *numbers), rows, _worth(scenes, column), bound() - total)
            if not found:
                return
            if column == changing[-1]:
                for cost, body in found:
                    chosen[column] = renamed(body, known)
                    yield total + cost, call(DRAWN, *chosen, known[variables[-1]])
                return
            total, chosen[column] = total + found[0][0], renamed(found[0][1], known)

    def _row(self, scene: Scene, column: int, length: int) -> Example:
        """What is known of the objects of an example, and what a column of them becomes."""
        inputs = self.context.examples[scene.example].inputs
        numbers = [value for one, value in zip(self.parameters, inputs, strict=True) if one.type == INT]
        lengths = [] if column == COLOURS else [length]
        return Example((*scene.before, *_masks(scene.before[SIZES]), *lengths, *numbers), scene.after[column])

    def _programs(
        self, variables: Sequence[Variable], rows: Sequence[Example], worth: int, most: int
    ) -> list[tuple[int, Expression]]:
        """The cheapest programs for a column, with their costs."""
        if self.budget.stopped_by():
            return []
        types = tuple(variable.type for variable in variables)
        task = Task("", tuple(rows), (), (), types, LISTS)
        problem = replace(Problem.of(task, variables, language=self.subsearch.problem.language), of_views=True)
        quota = max(LEAST_CANDIDATES, int(SHARE * self.budget.candidates))
        found = self.subsearch.search(problem, candidates=quota, most_cost=min(worth, most))
        priced = [(one.parts + self._special(one.body), one) for one in found]
        priced.sort(key=lambda pair: (pair[0], len([*walk(pair[1].body)]), pair[1].cost))
        return [(cost, one.body) for cost, one in priced if cost <= worth][:MOST_FOUND]

    def _special(self, body: Expression) -> int:
        """What the masks cost that a program asks for."""
        return MASK_COST * sum(variable.type == TRUTHS for variable in free_variables(body))


def are_scenes(given: Sequence[list[int]], wanted: Sequence[list[int]]) -> bool:
    """Whether lists look like objects on a background of zeros, of which some have changed."""
    items = [x for xs in given for x in xs]
    objects = [size for xs in given for size in objects_of(xs)[SIZES]]
    changed = sum(xs != ys for xs, ys in zip(given, wanted, strict=True))
    return (
        all(len(xs) == len(ys) <= MOST_LENGTH for xs, ys in zip(given, wanted, strict=True))
        and items.count(0) >= LEAST_BACKGROUND * len(items)
        and LEAST_OBJECTS <= len(objects) < sum(objects)
        and changed >= min(LEAST_EXAMPLES, len(given))
        and all(0 < len(objects_of(xs)[SIZES]) <= MOST_OBJECTS for xs in given)
    )


def objects_of(xs: list[int]) -> Columns:
    """The starts, sizes and colours of the runs of items that are not zero."""
    starts, sizes, colours = (column.reference(xs) for column in COLUMNS)
    return starts, sizes, colours


def scenes_of(given: Sequence[list[int]], wanted: Sequence[list[int]]) -> Iterator[list[Scene]]:
    """Ways to see what has become of each object.

    First the examples with as many objects as before tell, if they are enough: in others, and where an object touches
    the end of a list, some may have been drawn over or cut. Else those that are missing have the size 0.
    """
    before, after = [*map(objects_of, given)], [*map(objects_of, wanted)]
    alike = [
        Scene(number, one, other)
        for number, (one, other) in enumerate(zip(before, after, strict=True))
        if len(one[SIZES]) == len(other[SIZES])
    ]
    whole = [scene for scene in alike if not _touches_the_end(scene, len(given[scene.example]))]
    for told in [whole, alike] if len(whole) < len(alike) else [alike]:
        if len(told) >= min(LEAST_EXAMPLES, len(given)):
            yield told
            break
    if len(alike) < len(given):
        aligned = [_aligned(one, other) for one, other in zip(before, after, strict=True)]
        if all(one is not None for one in aligned):
            pairs = zip(before, aligned, strict=True)
            yield [Scene(number, one, other) for number, (one, other) in enumerate(pairs) if other is not None]


def _touches_the_end(scene: Scene, length: int) -> bool:
    """Whether an object may go on beyond the list: it has been moved or has grown up to there."""
    pairs = zip(zip(*scene.before, strict=True), zip(*scene.after, strict=True), strict=True)
    return any(
        (other[STARTS] == 0 < one[STARTS]) or (other[STARTS] + other[SIZES] == length > one[STARTS] + one[SIZES])
        for one, other in pairs
    )


def _aligned(before: Columns, after: Columns) -> Columns | None:
    """Which object each has become, those that are missing with the size 0; None if there are more than before."""
    ones, others = list(zip(*before, strict=True)), list(zip(*after, strict=True))
    if len(others) > len(ones):
        return None
    best: list[tuple[int, list[Any]] | None] = [(0, []), *[None] * len(others)]
    for one in ones:
        following: list[tuple[int, list[Any]] | None] = []
        for number, known in enumerate(best):
            lost = None if known is None else (known[0] + 1, [*known[1], (one[STARTS], 0, one[COLOURS])])
            shorter = best[number - 1] if number else None
            if shorter is not None:
                other = others[number - 1]
                differing = sum(x != y for x, y in zip(one, other, strict=True))
                kept = shorter[0] + 2 * differing, [*shorter[1], other]
                lost = kept if lost is None or kept[0] < lost[0] else lost
            following.append(lost)
        best = following
    if best[-1] is None:
        return None
    starts, sizes, colours = ([row[column] for row in best[-1][1]] for column in range(len(COLUMNS)))
    return starts, sizes, colours


def _changes(scenes: Sequence[Scene], column: int) -> bool:
    return any(scene.before[column] != scene.after[column] for scene in scenes)


def _worth(scenes: Sequence[Scene], column: int) -> int:
    """What a program for a column may cost; nothing if it changes in one example alone."""
    changes = [sum(x != y for x, y in zip(scene.before[column], scene.after[column], strict=True)) for scene in scenes]
    if sum(map(bool, changes)) < min(LEAST_EXAMPLES, len(scenes)):
        return 0
    return BASE_COST + int(COST_PER_CHANGE * sum(changes))


def _parts(parameter: Variable) -> list[Expression]:
    """What the names in programs for columns stand for: the columns, the masks, and the length of the list."""
    starts, sizes, colours = (call(column, parameter) for column in COLUMNS)
    places = call(INDICES, sizes)
    last = call(SUB, call(LEN, sizes), Literal(1, INT))
    ends = [call(EQ, sizes, call(MAX, sizes)), call(EQ, sizes, call(MIN, sizes))]
    sides = [call(EQ, places, Literal(0, INT)), call(EQ, places, last)]
    return [starts, sizes, colours, *ends, *sides, call(LEN, parameter)]


def _masks(sizes: Sequence[int]) -> list[list[bool]]:
    """Which objects are the longest, the shortest, the first and the last."""
    places = range(len(sizes))
    return [
        [size == max(sizes) for size in sizes],
        [size == min(sizes) for size in sizes],
        [place == 0 for place in places],
        [place == len(sizes) - 1 for place in places],
    ]
