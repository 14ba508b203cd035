"""Loop synthesis: loops whose step is searched for, from the examples of it that the goal gives away.

Feser, Chaudhuri, Dillig, "Synthesizing data structure transformations from input-output
examples", PLDI 2015, section 4: a list mapped over tells the function's value on every item, one
scanned tells every step but the first, and so on. The body is a task like any other, in which the
program's own parameters may be used too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice, pairwise, product
from typing import Any

import numpy as np

from ...dsl.core.expression import Expression, Function, Literal, Undefined, Variable, call, evaluate
from ...dsl.core.types import BOOL, INT, STR, Type, list_of
from ...dsl.core.values import same_value
from ...dsl.language.language import BUILTIN
from ...dsl.text.variables import fresh_variables
from ..cost.literals import constant_cost
from ..cost.prior import FUNCTION_COST, VARIABLE_COST
from ..readings.scene.cutting import Cut, cuts
from ..task.goals import Bound, Goal
from ..task.problem import Problem
from ..task.task import Example, Task
from .context.context import Known, SearchContext
from .piecewise import (
    EDIT_BLOCKS,
    EDITS,
    FILL_BLOCKS,
    all_numbers,
    edited,
    edited_blocks,
    marks_between,
    numbers_written,
)
from .trails import loops_of, steps_in

LEAST_TRIED, LEAST_TRIED_OF_TEXTS, LEAST_TRIED_OF_BLOCKS = 200_000, 50_000, 5_000
"""How many candidates the search must have tried before: easy tasks need no loop, but lists of texts soon do, and the
blocks of a list are hardly ever left or changed as a whole by chance."""
MOST_COLLECTION_COST, MOST_START_COST, MOST_COUNT_COST = 7, 6, 12
"""The most that the list a loop runs over, its start and its number of steps may cost."""
MOST_FOLDED_COST = 4
"""What is folded is a parameter, or a parameter reversed."""
LEAST_STEPS = 3
"""How many steps must be known of a loop that makes one value of a list."""
MOST_LOOPS = 4
MOST_STARTS = 40
MOST_ITERATIONS = 1000
"""No step is looked for that is taken more often: to test one takes as long as its steps."""
MOST_ROWS = 10
"""Examples that a body is searched with; the others only test it."""
MOST_ROUNDS = 3
"""How often a body may fail on the others, which then join the examples."""
MOST_BODIES = 8
SHARE, LEAST_CANDIDATES = 0.2, 40_000
"""The bodies together may try so many candidates for each that the search has tried, the first of them half of
these, the second a quarter; and each so many at least."""
LEAST_OF_TRAILS = 100_000
"""The same of the steps from number to number, which choose more often."""
LEAST_BODY = 3
"""A body that costs less is not worth a loop."""


JOIN_COST = BUILTIN.searched["join"].cost

Close = Callable[[Expression], Iterable[tuple[int, Expression]]]
"""The loops that a body makes, with what they cost more."""


@dataclass(frozen=True)
class Row:
    """An example of a body: its arguments and the program's, and what it should give."""

    inputs: tuple[Any, ...]
    output: Any


@dataclass(frozen=True)
class Loop:
    """A loop that would give the goal if it had the right body.

    `cost` is that of all but the body and what `close` adds; `close` makes the
    loop of a body, in no way or several, with what that adds to the cost. The body
    may use the program's parameters too if they are `shared`. Texts `in_pieces` tell all that the body gives: such
    loops come first.
    """

    cost: int
    parameters: tuple[Variable, ...]
    rows: Sequence[Row]
    result: Type
    close: Close
    shared: bool = True
    in_pieces: bool = False


class LoopSynthesis:
    """Loops over the entries of a bank for one goal."""

    def __init__(self, context: SearchContext) -> None:
        self.context, self.bank, self.budget = context, context.bank, context.budget
        self.subsearch = context.subsearch
        self.parameters = self.subsearch.problem.parameters
        self.given = [example.inputs for example in context.examples]
        # Lists of lists would make the search for a step as large as the one that it is part of.
        shared = [position for position, one in enumerate(self.parameters) if one.type.depth < 2]
        self.shared = tuple(self.parameters[position] for position in shared)
        self.shared_given = [tuple(inputs[position] for position in shared) for inputs in self.given]

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs, that the present bank gives for it; none for deduced goals."""
        if goal.depth or self.budget.candidates < LEAST_TRIED_OF_BLOCKS:
            return
        of_texts = STR in (goal.type, goal.type.item)
        is_early = self.budget.candidates < (LEAST_TRIED_OF_TEXTS if of_texts else LEAST_TRIED)
        found = self._edits_of_blocks(goal) if is_early else self._loops(goal)
        loops = sorted(found, key=lambda loop: (not loop.in_pieces, loop.cost))[:MOST_LOOPS]
        share = int(SHARE * self.budget.candidates)
        for loop in loops:
            share //= 2
            quota = max(LEAST_CANDIDATES, share)
            cost = goal.cost + loop.cost
            if cost + LEAST_BODY < bound():
                for more, body in self._closed(loop, bound() - cost, quota):
                    yield cost + more, goal.complete(body)

    def trails(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for a target that is a list of numbers, each of which follows from the one before."""
        if goal.depth or goal.type != list_of(INT):
            return
        for loop in self._trails(self.bank.goal_values(goal)):
            for more, body in self._closed(
                loop, bound() - loop.cost, max(LEAST_OF_TRAILS, int(SHARE * self.budget.candidates))
            ):
                yield goal.cost + loop.cost + more, goal.complete(body)

    def _closed(self, loop: Loop, most_cost: int, quota: int) -> Iterator[tuple[int, Expression]]:
        """The loop with bodies that are right on all its rows, and their costs."""
        variables = (*loop.parameters, *(self.shared if loop.shared else ()))
        types = tuple(variable.type for variable in variables)
        rows = list(loop.rows)
        chosen = _spread(rows, MOST_ROWS)
        for _ in range(MOST_ROUNDS):
            train = tuple(Example(row.inputs, row.output) for row in chosen)
            task = Task("", train, (), (), types, loop.result)
            problem = Problem.of(task, variables, language=self.subsearch.problem.language)
            solutions = self.subsearch.search(problem, candidates=quota, most_cost=most_cost)
            failed: list[Row] = []
            for solution in solutions[:MOST_BODIES]:
                wrong = [row for row in rows if not _gives(solution.body, variables, row)]
                if wrong:
                    failed = failed or wrong
                    continue
                for more, expression in loop.close(solution.body):
                    yield solution.parts + more, expression
                failed = []
                break
            if not failed:
                return
            chosen += failed[:2]

    def _loops(self, goal: Goal) -> Iterator[Loop]:
        values = self.bank.goal_values(goal)
        yield from self._iterates(goal.type, values)
        for collection in self.context.entries(lambda type_: type_.is_list, MOST_FOLDED_COST):
            yield from self._folds(goal.type, values, collection)
        if goal.type.item is not None:
            yield from self._over_items(goal, goal.type.item, values)
            yield from self._edits_of_blocks(goal)
        if goal.type == STR:
            yield from self._edits(values)
            yield from self._joins(values)

    def _over_items(self, goal: Goal, item: Type, values: Sequence[list[Any]]) -> Iterator[Loop]:
        """Loops that make the items of the goal one by one."""
        yield from self._unfolds(item, values)
        known = self._numbers([*map(numbers_written, values)]) if item == STR else None
        for loop in () if known is None else self._maps(item, values, known):
            yield replace(loop, in_pieces=True)
        lengths = np.array([*map(len, values)])[:, None]
        as_long = partial(_all_examples, np.equal, lengths)
        for collection in self.context.entries(lambda type_: type_.is_list, MOST_COLLECTION_COST, suited=as_long):
            yield from self._maps(item, values, collection)
            yield from self._scans(item, values, collection)
        longer = partial(_all_examples, np.less_equal, lengths)
        for collection in self.context.entries(goal.type.__eq__, MOST_COLLECTION_COST, suited=longer):
            yield from self._filters(values, collection)

    def _maps(self, result: Type, values: Sequence[list[Any]], collection: Known) -> Iterator[Loop]:
        item = _item_type(collection)
        if item.is_scalar and result.is_scalar and not any(one.type.is_list for one in self.parameters):
            return  # An elementwise function, which needs no loop.
        (variable,) = self._bound([(_item_name(item), item)])
        rows = self._rows(
            ((x,), y, e)
            for e, (before, after) in enumerate(zip(collection.values, values, strict=True))
            for x, y in zip(before, after, strict=True)
        )
        if rows:
            yield self._loop("map", [collection.express()], collection.cost, (variable,), rows, result)

    def _numbers(self, written: Sequence[list[int] | None]) -> Known | None:
        """The list of the numbers that texts write, if all of them write some."""
        return self._entry(list_of(INT), written, MOST_COUNT_COST) if written and all(written) else None

    def _collections(self, numbers: Sequence[list[int]]) -> Iterator[Known]:
        """Lists that a loop may make texts of: that of the numbers which the texts write, then all others."""
        written = self._numbers(numbers)
        if written is not None:
            yield written
        yield from self.context.entries(lambda type_: type_.is_list, MOST_COLLECTION_COST)

    def _joins(self, values: Sequence[str]) -> Iterator[Loop]:
        """Texts with a piece for each item of a list."""
        for collection in self._collections([all_numbers(value) for value in values]):
            for cut in cuts(values, [*map(len, collection.values)]):
                for loop in self._maps(STR, cut.pieces, collection):
                    cost = sum(constant_cost(part, STR) for part in (cut.before, cut.mark, cut.after) if part)
                    close = partial(_joined, cut, loop.close)
                    yield replace(loop, cost=loop.cost + JOIN_COST + cost, close=close, in_pieces=True)

    def _edits(self, values: Sequence[str]) -> Iterator[Loop]:
        """The pieces of a text edited one by one, where the goal has the same between its pieces."""
        texts = [position for position, one in enumerate(self.parameters) if one.type == STR]
        for position, edit in product(texts, EDITS):
            pairs = [edited(edit, given[position], value) for given, value in zip(self.given, values, strict=True)]
            rows = _consistent(Row((x,), y) for pieces in pairs for x, y in pieces or ())
            if all(pairs) and len(rows) > 1:
                loop = self._loop(edit.name, [self.parameters[position]], 1, self._bound([("x", STR)]), rows, STR)
                yield replace(loop, shared=False)

    def _edits_of_blocks(self, goal: Goal) -> Iterator[Loop]:
        """The blocks of a list edited one by one, where the goal has the same gaps between its blocks."""
        values = self.bank.goal_values(goal) if goal.type.is_list else []
        for position, one in enumerate(self.parameters):
            if one.type != goal.type or not goal.type.is_list:
                continue
            lists = [inputs[position] for inputs in self.given]
            for mark in marks_between(lists):
                yield from self._edits_between(mark, one, lists, values)

    def _edits_between(
        self, mark: Any, parameter: Variable, lists: Sequence[list[Any]], values: Sequence[list[Any]]
    ) -> Iterator[Loop]:
        pairs = [edited_blocks(mark, before, after) for before, after in zip(lists, values, strict=True)]
        found = [((x,), y, e) for e, blocks in enumerate(pairs) for x, y in blocks or ()]
        if any(blocks is None for blocks in pairs) or all(x == y for (x,), y, _ in found):
            return
        item = _item_type(parameter)
        known: list[Expression] = [parameter, Literal(mark, item)]
        cost = 1 + constant_cost(mark, item)
        bound = self._bound([("block", parameter.type)])
        alone = _consistent(Row(x, y) for x, y, _ in found)
        for rows, shared in ((alone, False), (self._rows(found), True)):
            if len(rows) > 1:
                loop = self._loop(EDIT_BLOCKS.name, known, cost, bound, rows, parameter.type)
                yield replace(loop, shared=shared, in_pieces=not shared)
        if len(alone) > 1 and all(_is_uniform(row.inputs[0], row.output) for row in alone):
            filled = [Row(row.inputs, row.output[0]) for row in alone]
            loop = self._loop(FILL_BLOCKS.name, known, cost, bound, filled, item)
            yield replace(loop, shared=False, in_pieces=True)

    def _filters(self, values: Sequence[list[Any]], collection: Known) -> Iterator[Loop]:
        item = _item_type(collection)
        (variable,) = self._bound([(_item_name(item), item)])
        kept = list(zip(collection.values, values, strict=True))
        if any([x for x in before if x in after] != after for before, after in kept):
            return
        rows = self._rows(((x,), x in after, e) for e, (before, after) in enumerate(kept) for x in before)
        if len({row.output for row in rows}) == 2:
            yield self._loop("filter", [collection.express()], collection.cost, (variable,), rows, BOOL)

    def _scans(self, result: Type, values: Sequence[list[Any]], collection: Known) -> Iterator[Loop]:
        item = _item_type(collection)
        bound = self._bound([("acc", result), (_item_name(item), item)])
        pairs = list(zip(collection.values, values, strict=True))
        rows = self._rows(
            ((after[i - 1], before[i]), after[i], e)
            for e, (before, after) in enumerate(pairs)
            for i in range(1, len(after))
        )
        if not rows:
            return

        def close(body: Expression) -> Iterator[tuple[int, Expression]]:
            for start in islice(self.context.entries(lambda type_: type_ == result, MOST_START_COST), MOST_STARTS):
                firsts = [
                    Row((start.values[e], before[0], *self.shared_given[e]), after[0])
                    for e, (before, after) in enumerate(pairs)
                    if after
                ]
                if all(_gives(body, (*bound, *self.shared), row) for row in firsts):
                    step = Function(bound, body)
                    yield start.cost, call(BUILTIN.searched["scan"], collection.express(), start.express(), step)
                    return

        cost = BUILTIN.searched["scan"].cost + FUNCTION_COST + collection.cost
        yield Loop(cost, bound, rows, result, close)

    def _unfolds(self, result: Type, values: Sequence[list[Any]]) -> Iterator[Loop]:
        if any(not value for value in values):
            return
        count = self._entry(INT, [len(value) for value in values], MOST_COUNT_COST)
        start = self._entry(result, [value[0] for value in values], MOST_COUNT_COST)
        if count is None or start is None:
            return
        bound = self._bound([("value", result)])
        rows = self._rows(((one,), other, e) for e, v in enumerate(values) for one, other in pairwise(v))
        if len(rows) > 1:
            known = [count.express(), start.express()]
            yield self._loop("unfold", known, count.cost + start.cost, bound, rows, result)

    def _trails(self, values: Sequence[list[int]]) -> Iterator[Loop]:
        """Loops that a condition ends, and that pass the items of the goal."""
        bound = self._bound([("value", INT)])
        rows = _consistent(Row((before,), after) for before, after in steps_in(values))
        firsts = {example: value[0] for example, value in enumerate(values) if value}
        names = [one.name for one in self.parameters]
        scopes = [dict(zip(names, given, strict=True)) for given in self.given]
        for start in self.parameters if rows else ():
            if start.type == INT and all(scopes[example][start.name] == first for example, first in firsts.items()):

                def close(body: Expression, start: Expression = start) -> Iterator[tuple[int, Expression]]:
                    yield from loops_of(values, start, bound[0], body, scopes)

                yield Loop(VARIABLE_COST, bound, rows, INT, close, shared=False)

    def _folds(self, result: Type, values: Sequence[Any], collection: Known) -> Iterator[Loop]:
        """A list without its last item, if that is an example too, tells the last step."""
        where = {repr(before): example for example, before in enumerate(collection.values)}
        last = [(where.get(repr(before[:-1])), e) for e, before in enumerate(collection.values) if before]
        rows = self._rows(
            ((values[earlier], collection.values[e][-1]), values[e], e) for earlier, e in last if earlier is not None
        )
        item = _item_type(collection)
        bound = self._bound([("acc", result), (_item_name(item), item)])
        empty = [value for value, before in zip(values, collection.values, strict=True) if not before]
        yield from self._recursion("fold", collection.express(), collection.cost, bound, rows, values, empty, result)

    def _iterates(self, result: Type, values: Sequence[Any]) -> Iterator[Loop]:
        """Examples that differ in a number alone, by one, tell a step."""
        where = {repr(inputs): example for example, inputs in enumerate(self.given)}
        bound = self._bound([("value", result)])
        for position, count in enumerate(self.parameters):
            if count.type != INT or max(x[position] for x in self.given) > MOST_ITERATIONS:
                continue
            before = [where.get(repr((*x[:position], x[position] - 1, *x[position + 1 :]))) for x in self.given]
            rows = self._rows(((values[b],), values[e], e) for e, b in enumerate(before) if b is not None)
            zero = [value for value, inputs in zip(values, self.given, strict=True) if inputs[position] == 0]
            yield from self._recursion("iterate", count, 1, bound, rows, values, zero, result)

    def _recursion(
        self,
        name: str,
        over: Expression,
        cost: int,
        bound: tuple[Variable, ...],
        rows: Sequence[Row],
        values: Sequence[Any],
        first: Sequence[Any],
        result: Type,
    ) -> Iterator[Loop]:
        """A loop of which some examples are steps of others; `first` are outputs before any step."""
        if len(rows) < LEAST_STEPS:
            return
        wanted = [Row(inputs, value) for inputs, value in zip(self.given, values, strict=True)]

        def close(body: Expression) -> Iterator[tuple[int, Expression]]:
            for start in self._starts(result, first):
                loop = call(BUILTIN.searched[name], over, start[1], Function(bound, body))
                if all(_gives(loop, self.parameters, row) for row in wanted):
                    yield start[0], loop
                    return

        yield Loop(BUILTIN.searched[name].cost + FUNCTION_COST + cost, bound, rows, result, close)

    def _starts(self, type_: Type, first: Sequence[Any]) -> Iterator[tuple[int, Expression]]:
        """What a loop may start from, and its cost: the output before any step where that is known."""
        if first:
            yield constant_cost(first[0], type_), Literal(first[0], type_)
        for entry in islice(self.context.entries(lambda one: one == type_, MOST_START_COST), MOST_STARTS):
            yield entry.cost, entry.express()

    def _loop(
        self,
        name: str,
        known: Sequence[Expression],
        cost: int,
        bound: tuple[Variable, ...],
        rows: Sequence[Row],
        result: Type,
    ) -> Loop:
        primitive = BUILTIN.vocabulary[name]

        def close(body: Expression) -> Iterator[tuple[int, Expression]]:
            yield 0, call(primitive, *known, Function(bound, body))

        return Loop(primitive.cost + FUNCTION_COST + cost, bound, rows, result, close)

    def _bound(self, wanted: Sequence[tuple[str, Type]]) -> tuple[Variable, ...]:
        return fresh_variables(wanted, scope=self.parameters, language=self.subsearch.problem.language)

    def _rows(self, found: Iterable[tuple[tuple[Any, ...], Any, int]]) -> list[Row]:
        """The rows, with the program's parameters in their examples; none if two contradict each other."""
        return _consistent(Row((*inputs, *self.shared_given[example]), output) for inputs, output, example in found)

    def _entry(self, type_: Type, values: Sequence[Any], most_cost: int) -> Known | None:
        """The cheapest entry that has the given values."""
        for cost in range(1, most_cost + 1):
            for entry in self.bank.equal(type_, cost, dict(enumerate(values))):
                return self.context.known(entry, cost, type_)
        return None


def _all_examples(compare: np.ufunc, lengths: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """For which entries all examples have lists of numbers of items that compare so with some lengths."""
    found: np.ndarray = compare(lengths, counts).all(axis=0)
    return found


def _joined(cut: Cut, close: Close, body: Expression) -> Iterator[tuple[int, Expression]]:
    """The texts of pieces that a loop makes if it has this body."""
    yield from ((more, cut.together(pieces)) for more, pieces in close(body))


def _is_uniform(before: Sequence[Any], after: Sequence[Any]) -> bool:
    """Whether a block has become as many items that are all the same."""
    return len(before) == len(after) and all(item == after[0] for item in after)


def _item_type(collection: Known | Variable) -> Type:
    assert collection.type.item is not None
    return collection.type.item


def _item_name(type_: Type) -> str:
    return {INT: "x", BOOL: "flag"}.get(type_, "row" if type_.is_list else "word")


def _consistent(rows: Iterable[Row]) -> list[Row]:
    """The rows, each once; none if two contradict each other."""
    known: dict[str, Row] = {}
    for row in rows:
        if not same_value(known.setdefault(repr(row.inputs), row).output, row.output):
            return []
    return list(known.values())


def _gives(body: Expression, variables: Sequence[Variable], row: Row) -> bool:
    names = (variable.name for variable in variables)
    try:
        return same_value(evaluate(body, dict(zip(names, row.inputs, strict=True))), row.output)
    except Undefined:
        return False


def _spread(rows: list[Row], most: int) -> list[Row]:
    """This many rows, from all over the list, those with different outputs first."""
    unlike: dict[str, Row] = {}
    for row in rows:
        unlike.setdefault(repr(row.output), row)
    first = list(unlike.values())
    others = [row for row in rows if all(row is not one for one in first)]
    return [*_every(first, most), *_every(others, max(0, most - len(first)))]


def _every(rows: list[Row], most: int) -> list[Row]:
    return [rows[i * len(rows) // most] for i in range(most)] if len(rows) > most else rows
