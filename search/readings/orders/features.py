"""What an item of a list may be sorted or grouped by: small expressions over it, and over the list that it is from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ....dsl.core.expression import Expression, Function, Undefined, Variable, evaluate
from ....dsl.core.types import INT, STR, Type
from ..scene.applying import applied


@dataclass(frozen=True)
class Feature:
    """A key of items: an expression over `item`, what it costs, and its value by example and item."""

    item: Variable
    body: Expression
    cost: int
    values: tuple[dict[str, Any], ...]

    @property
    def function(self) -> Function:
        return Function((self.item,), self.body)

    @property
    def is_item(self) -> bool:
        """Whether it is the item itself."""
        return self.body == self.item

    def of(self, example: int, item: Any) -> Any:
        """Its value for an item of the list of an example."""
        return self.values[example][repr(item)]


def features(
    item: Variable, source: Expression, tables: Sequence[Sequence[Any]], inputs: Sequence[dict[str, Any]]
) -> list[Feature]:
    """The features of items that are defined for all of them and differ among them, the cheapest first.

    Parameters
    ----------
    item
        What stands for an item.
    source, tables
        What the items are from: an expression over the parameters, and its value in each example.
    inputs
        The values of the parameters in each example.
    """
    found: list[Feature] = []
    seen: set[str] = set()
    for body, cost in sorted(_bodies(item, item.type, source), key=lambda pair: pair[1]):
        try:
            values = tuple(
                {repr(one): evaluate(body, {**scope, item.name: one}) for one in table}
                for table, scope in zip(tables, inputs, strict=True)
            )
        except Undefined:
            continue
        text = repr(values)
        if text not in seen and any(len({*map(repr, column.values())}) > 1 for column in values):
            seen.add(text)
            found.append(Feature(item, body, cost, values))
    return found


def _bodies(item: Expression, type_: Type, source: Expression) -> Iterator[tuple[Expression, int]]:
    """Expressions over an item and what they cost; of a tuple they are those of its parts."""
    if type_.is_tuple:
        for place, part in enumerate(type_.parts):
            yield from ((body, cost + 1) for body, cost in _of_plain(applied("part", item, place), part))
        return
    yield from _of_plain(item, type_)
    yield applied("count_of", source, item), 3


def _of_plain(item: Expression, type_: Type) -> Iterator[tuple[Expression, int]]:
    yield item, 1
    yield from _of_number(item) if type_ == INT else _of_text(item) if type_ == STR else ()


def _of_number(x: Expression) -> Iterator[tuple[Expression, int]]:
    yield applied("abs", x), 3
    yield applied("is_even", x), 3
    yield applied("is_positive", x), 4
    yield applied("eq", x, 0), 4
    yield applied("digit_sum", x), 4
    yield applied("mod", x, 10), 5
    yield applied("sum", applied("bits", x)), 5
    yield applied("len", applied("to_text", x)), 5


def _of_text(x: Expression) -> Iterator[tuple[Expression, int]]:
    yield applied("len", x), 3
    yield applied("lower", x), 3
    yield applied("to_number", x), 3
    yield applied("take", x, 1), 4
    yield applied("take_last", x, 1), 4
    yield applied("reverse", x), 4
    yield applied("glue", applied("sort", applied("chars", x))), 5
    yield applied("sum", applied("codes", x)), 9  # It grows with the length, and is taken for it.
    yield applied("digit_sum", applied("to_number", x)), 5
    yield applied("len", applied("unique", applied("chars", x))), 6
    for name in ("is_lower", "is_upper", "is_letter", "is_digit", "is_alnum"):
        yield applied("all", applied(name, x)), 3
