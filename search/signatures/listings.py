"""What the parameters of a task list: rows of which each may give a key and a value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...dsl.core.expression import Call, Expression, Function, Literal, Variable, call, renamed
from ...dsl.core.types import INT, STR, Type
from ...dsl.language.language import BUILTIN
from ...dsl.text.variables import fresh_variables

VOCABULARY = BUILTIN.vocabulary


@dataclass(frozen=True)
class Listing:
    """Rows of which each may give a key and a value.

    `parts` are what may be either, over `row`. If rows hold lists, whose items come with the other part of the row,
    then `inner` is such an item.
    """

    rows: Expression
    row: Variable
    parts: tuple[Expression, ...]
    inner: Variable | None = None

    def grouped(self, key: Expression, value: Expression) -> Expression:
        """The dictionary of the values by the keys."""
        pair = call(VOCABULARY["tuple"], key, value)
        if self.inner is None:
            return call(VOCABULARY["by_key"], call(VOCABULARY["map"], self.rows, Function((self.row,), pair)))
        pairs = call(VOCABULARY["map"], self.parts[1], Function((self.inner,), pair))
        return call(VOCABULARY["by_key"], call(VOCABULARY["flat_map"], self.rows, Function((self.row,), pairs)))

    def values(self, type_: Type) -> Iterator[tuple[Expression, Expression]]:
        """The parts of a type, and what may be listed of them: positions are counted from 0, or from 1."""
        for part in self.parts:
            if part.type == type_:
                yield part, part
                if self._is_position(part):
                    yield part, call(VOCABULARY["add"], part, Literal(1, INT))

    def _is_position(self, part: Expression) -> bool:
        numbered = isinstance(self.rows, Call) and self.rows.primitive.name == "enumerated"
        return numbered and part == self.parts[0]

    def beside(self, part: Expression) -> Expression | None:
        """What the key of a row may be made of, where a part is listed; None where the row is a list."""
        if self.inner is not None:
            return None
        return next((one for one in self.parts if one != part), None) if self.row.type.is_tuple else self.row

    def with_row(self, row: Variable) -> Listing:
        """The same with another variable for the row."""
        return replace(self, row=row, parts=tuple(renamed(part, {self.row: row}) for part in self.parts))


def listings_of(parameter: Variable, scope: Sequence[Variable]) -> Iterator[Listing]:
    """What a parameter lists: its items, with or without their positions, or those of lists within it."""
    if parameter.type == STR:
        for cut in ("chars", "words"):
            yield from _listings(call(VOCABULARY[cut], parameter), scope)
    elif parameter.type.is_dict:
        yield from _listings(call(VOCABULARY["entries"], parameter), scope)
    elif parameter.type.is_list:
        yield from _listings(parameter, scope)


def _listings(rows: Expression, scope: Sequence[Variable]) -> Iterator[Listing]:
    item = rows.type.item
    assert item is not None
    if item.is_tuple:
        yield from _of_tuples(rows, scope)
        return
    row = _variable("row" if item.is_list else "word" if item == STR else "x", item, scope)
    at = [call(VOCABULARY["at"], row, Literal(place, INT)) for place in (0, 1)] if item.is_list else []
    yield Listing(rows, row, (row, *at))
    yield from _of_tuples(call(VOCABULARY["enumerated"], rows), scope)


def _of_tuples(rows: Expression, scope: Sequence[Variable]) -> Iterator[Listing]:
    assert rows.type.item is not None
    row = _variable("row", rows.type.item, scope)
    parts = [call(VOCABULARY["part"], row, Literal(place, INT)) for place in range(len(row.type.parts))]
    yield Listing(rows, row, tuple(parts))
    item = parts[1].type.item if len(parts) == 2 else None
    if item is not None:
        inner = _variable("word" if item == STR else "x", item, [*scope, row])
        yield Listing(rows, row, (*parts, inner), inner)


def _variable(name: str, type_: Type, scope: Sequence[Variable]) -> Variable:
    return fresh_variables([(name, type_)], scope=scope)[0]
