"""What loops are made of: the parameters of the program, and the entries of the bank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from ....dsl.core.expression import Expression, Function, Literal, Variable, call
from ....dsl.core.types import BOOL, INT, Type
from ....dsl.language.language import BUILTIN
from ....dsl.text.variables import fresh_variables
from ...cost.literals import constant_cost
from ...cost.prior import FUNCTION_COST
from ..context.context import Known, SearchContext
from .bodies import Loop, Row, consistent

MOST_COLLECTION_COST, MOST_START_COST, MOST_COUNT_COST = 7, 6, 12
"""The most that the list a loop runs over, its start and its number of steps may cost."""
MOST_STARTS = 40


class Scope:
    """A search as loops see it.

    Its `shared` parameters are those that bodies may use, with their values in each example, `shared_given`.
    """

    def __init__(self, context: SearchContext) -> None:
        self.context, self.bank = context, context.bank
        self.language = context.subsearch.problem.language
        self.parameters = context.subsearch.problem.parameters
        self.given = [example.inputs for example in context.examples]
        # Lists of lists would make the search for a step as large as the one that it is part of.
        shared = [position for position, one in enumerate(self.parameters) if one.type.depth < 2]
        self.shared = tuple(self.parameters[position] for position in shared)
        self.shared_given = [tuple(inputs[position] for position in shared) for inputs in self.given]

    def bound(self, *wanted: tuple[str, Type]) -> tuple[Variable, ...]:
        """Variables for the parameters of a body, with names like these."""
        return fresh_variables(wanted, scope=self.parameters, language=self.language)

    def rows(self, found: Iterable[tuple[tuple[Any, ...], Any, int]]) -> list[Row]:
        """The rows, with the program's parameters in their examples; none if two contradict each other."""
        return consistent(Row((*inputs, *self.shared_given[example]), output) for inputs, output, example in found)

    def entry(self, type_: Type, values: Sequence[Any], most_cost: int) -> Known | None:
        """The cheapest entry that has the given values."""
        for cost in range(1, most_cost + 1):
            for entry in self.bank.equal(type_, cost, dict(enumerate(values))):
                return self.context.known(entry, cost, type_)
        return None

    def entries_for_start(self, type_: Type) -> Iterator[Known]:
        """The entries of a type that a loop may start from."""
        return islice(self.context.entries(type_.__eq__, MOST_START_COST), MOST_STARTS)

    def starts(self, type_: Type, first: Sequence[Any]) -> Iterator[tuple[int, Expression]]:
        """What a loop may start from, and its cost: the output before any step where that is known."""
        if first:
            yield constant_cost(first[0], type_), Literal(first[0], type_)
        for entry in self.entries_for_start(type_):
            yield entry.cost, entry.express()


def loop_over(
    name: str, known: Sequence[Expression], cost: int, bound: tuple[Variable, ...], rows: Sequence[Row], result: Type
) -> Loop:
    """The loop of a primitive whose other arguments are known, and cost so much."""
    primitive = BUILTIN.vocabulary[name]

    def close(body: Expression) -> Iterator[tuple[int, Expression]]:
        yield 0, call(primitive, *known, Function(bound, body))

    return Loop(primitive.cost + FUNCTION_COST + cost, bound, rows, result, close)


def item_of(sequence: Known | Variable) -> Type:
    """The type of the items of a list."""
    assert sequence.type.item is not None
    return sequence.type.item


def item_name(type_: Type) -> str:
    """A name for an item of this type."""
    return {INT: "x", BOOL: "flag"}.get(type_, "row" if type_.is_list else "word")
