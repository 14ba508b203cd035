"""What records, tuples and missing values of the parameters look like to a search: plain values each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ...dsl.core.expression import Expression, Literal
from ...dsl.core.types import INT, STR
from ...dsl.program import NO_VALUE
from ..task.problem import Problem
from .pieces import Numbers, apply, value_on

MOST_VIEWS = 24
"""So many a search is given: beside more of them it gets nowhere."""

DEFAULTS: Mapping[Any, Any] = {INT: 0, STR: ""}
"""What often stands in for a missing value."""


@dataclass(frozen=True)
class View:
    """An expression over the parameters of a problem, and its value in each example and for each input asked.

    `extra` is what it costs beside a parameter.
    """

    body: Expression
    values: tuple[Any, ...]
    asked: tuple[Any, ...] = field(compare=False)
    extra: int = 0


class Views:
    """The views of a problem's parameters: all of them, structured ones before what is made of them."""

    def __init__(self, problem: Problem) -> None:
        self._problem, self._language = problem, problem.language
        self._rows = [example.inputs for example in problem.given.train]
        self.all: list[View] = []
        self._known: set[tuple[str, tuple[int, ...]]] = set()
        self._numbers = Numbers()
        for parameter in problem.parameters:
            self._add(parameter, 0)

    @property
    def plain(self) -> list[View]:
        """Those that a search can start from."""
        return [view for view in self.all if not view.body.type.is_structured][:MOST_VIEWS]

    def optional(self) -> list[View]:
        """Those that are missing in some examples, and not in others."""
        return [
            view
            for view in self.all
            if view.body.type.is_optional and None in view.values and any(one is not None for one in view.values)
        ]

    def equal_to(self, outputs: Sequence[Any], type_: Any) -> list[View]:
        """Those that are what the program should return."""
        return [view for view in self.all if view.body.type == type_ and repr([*view.values]) == repr([*outputs])]

    def _add(self, body: Expression, extra: int) -> None:
        values = tuple(self._value(body, row) for row in self._rows)
        key = (str(body.type), self._numbers.of(values))
        if NO_VALUE in values or key in self._known:
            return
        self._known.add(key)
        view = View(body, values, tuple(self._value(body, row) for row in self._problem.given.inputs), extra)
        self.all.append(view)
        for part, more in self._parts(view):
            self._add(part, extra + more)

    def _value(self, body: Expression, row: Sequence[Any]) -> Any:
        return value_on(body, self._problem.parameters, row)

    def _parts(self, view: View) -> Iterator[tuple[Expression, int]]:
        """What a structured value is made of, and what that costs."""
        type_, body = view.body.type, view.body
        if type_.is_record or type_.is_tuple:
            yield from ((one, 0) for one in self._fields(body, each=False))
        elif type_.is_optional:
            yield from self._optional(view)
        elif type_.item is not None and (type_.item.is_record or type_.item.is_tuple):
            yield from self._columns(view)
        elif type_.item is not None and type_.item.is_optional:
            yield from self._gaps(view)

    def _fields(self, body: Expression, *, each: bool) -> Iterator[Expression]:
        row = body.type.item if each and body.type.item else body.type
        name, places = ("field", row.keys) if row.is_record else ("part", range(len(row.parts)))
        yield from (apply(self._language, name, body, place, each=each) for place in places)

    def _columns(self, view: View) -> Iterator[tuple[Expression, int]]:
        yield from ((column, 0) for column in self._fields(view.body, each=True))
        if all(view.values):
            first = apply(self._language, "head", view.body)
            for one, column in zip(self._fields(first, each=False), self._fields(view.body, each=True), strict=True):
                if all(len(set(map(repr, self._value(column, row)))) == 1 for row in self._rows):
                    yield one, 0

    def _optional(self, view: View) -> Iterator[tuple[Expression, int]]:
        inner = view.body.type.parts[0]
        if None not in view.values:
            yield apply(self._language, "present", view.body), 0
        elif any(value is not None for value in view.values):
            yield apply(self._language, "is_missing", view.body), 0
            if inner in DEFAULTS:
                yield apply(self._language, "coalesce", view.body, Literal(DEFAULTS[inner], inner)), 2

    def _gaps(self, view: View) -> Iterator[tuple[Expression, int]]:
        """Of a list with missing values: where they are, and the list without them or with them filled."""
        item = view.body.type.item
        assert item is not None
        inner = item.parts[0]
        if not any(None in value for value in view.values):
            yield apply(self._language, "present", view.body, each=True), 0
            return
        yield apply(self._language, "drop_missing", view.body), 0
        yield apply(self._language, "is_missing", view.body, each=True), 0
        yield apply(self._language, "fill_down", view.body), 1
        yield apply(self._language, "fill_up", view.body), 2
        if inner in DEFAULTS:
            yield apply(self._language, "coalesce", view.body, Literal(DEFAULTS[inner], inner), each=True), 1
