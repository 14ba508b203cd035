"""Loops of which some examples are steps of others: `fold`, `iterate`, and lists of all numbers that are passed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ....dsl.core.expression import Expression, Function, Variable, call
from ....dsl.core.types import INT, Type
from ....dsl.language.language import BUILTIN
from ...cost.prior import FUNCTION_COST, VARIABLE_COST
from ..context.context import Known
from .bodies import Loop, Row, consistent, gives
from .scope import Scope, item_name, item_of
from .trails import loops_of, steps_in

LEAST_STEPS = 3
"""How many steps must be known of a loop that makes one value of a list."""
MOST_ITERATIONS = 1000
"""No step is looked for that is taken more often: to test one takes as long as its steps."""


class StepLoops:
    """Loops whose steps lead from one example to another, or from one item of an output to the next."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope

    def trails(self, values: Sequence[list[int]]) -> Iterator[Loop]:
        """Loops that a condition ends, and that pass the items of the goal."""
        bound = self.scope.bound(("value", INT))
        rows = consistent(Row((before,), after) for before, after in steps_in(values))
        firsts = {example: value[0] for example, value in enumerate(values) if value}
        names = [one.name for one in self.scope.parameters]
        scopes = [dict(zip(names, given, strict=True)) for given in self.scope.given]
        for start in self.scope.parameters if rows else ():
            if start.type == INT and all(scopes[example][start.name] == first for example, first in firsts.items()):

                def close(body: Expression, start: Expression = start) -> Iterator[tuple[int, Expression]]:
                    yield from loops_of(values, start, bound[0], body, scopes)

                yield Loop(VARIABLE_COST, bound, rows, INT, close, shared=False)

    def folds(self, result: Type, values: Sequence[Any], collection: Known) -> Iterator[Loop]:
        """A list without its last item, if that is an example too, tells the last step."""
        where = {repr(before): example for example, before in enumerate(collection.values)}
        last = [(where.get(repr(before[:-1])), e) for e, before in enumerate(collection.values) if before]
        rows = self.scope.rows(
            ((values[earlier], collection.values[e][-1]), values[e], e) for earlier, e in last if earlier is not None
        )
        item = item_of(collection)
        bound = self.scope.bound(("acc", result), (item_name(item), item))
        empty = [value for value, before in zip(values, collection.values, strict=True) if not before]
        yield from self._recursion("fold", collection.express(), collection.cost, bound, rows, values, empty, result)

    def iterates(self, result: Type, values: Sequence[Any]) -> Iterator[Loop]:
        """Examples that differ in a number alone, by one, tell a step."""
        where = {repr(inputs): example for example, inputs in enumerate(self.scope.given)}
        bound = self.scope.bound(("value", result))
        for position, count in enumerate(self.scope.parameters):
            if count.type != INT or max(x[position] for x in self.scope.given) > MOST_ITERATIONS:
                continue
            before = [where.get(repr((*x[:position], x[position] - 1, *x[position + 1 :]))) for x in self.scope.given]
            rows = self.scope.rows(((values[b],), values[e], e) for e, b in enumerate(before) if b is not None)
            zero = [value for value, inputs in zip(values, self.scope.given, strict=True) if inputs[position] == 0]
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
        wanted = [Row(inputs, value) for inputs, value in zip(self.scope.given, values, strict=True)]

        def close(body: Expression) -> Iterator[tuple[int, Expression]]:
            for start in self.scope.starts(result, first):
                loop = call(BUILTIN.searched[name], over, start[1], Function(bound, body))
                if all(gives(loop, self.scope.parameters, row) for row in wanted):
                    yield start[0], loop
                    return

        yield Loop(BUILTIN.searched[name].cost + FUNCTION_COST + cost, bound, rows, result, close)
