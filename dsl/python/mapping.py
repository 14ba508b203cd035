"""Functions of what each row is: comprehensions, what is added up or chosen of them, sorts by a key."""

from __future__ import annotations

import ast
from collections.abc import Container, Mapping
from dataclasses import replace
from typing import Protocol

from ..core.expression import Call, Expression, Function
from .aggregates import SELECTING, aggregate
from .items import Items
from .naming import UnusedNames, item_names, parameter_names
from .sorting import SortKey, goes_at_once, nested_sorts, sorted_at_once
from .streams import Source, Stream, Value, unlisted, written
from .structures import nested_loops
from .templates import template_over
from .unpacking import part_names, parts_read


class Parts(Protocol):
    """What is asked of the writer: the parts of a comprehension as Python."""

    unused: UnusedNames
    items: Items

    @property
    def vocabulary(self) -> Container[str]: ...

    def plain(self, expression: Expression) -> ast.expr: ...
    def value(self, expression: Expression) -> Value: ...
    def inlined(self, function: Function, names: Mapping[Expression, str], rows: Expression) -> ast.expr: ...


def mapped(rows: Expression, function: Function, parts: Parts, *, keeps: bool) -> Stream:
    """The rows with the body of the function as the element, or as a condition that `keeps` some of them."""
    *counters, parameter = function.parameters
    value = parts.value(rows)
    if not counters and (places := parts_read(function)) is not None:
        return _unpacked(rows, value, function, places, parts, keeps=keeps)
    usual = parameter_names(parameter, parts.vocabulary)
    stream = value if isinstance(value, Stream) else parts.items.over(value, rows.type, "item", usual=usual)
    if counters:
        return _numbered(function, stream, rows, parts)
    element = stream.element
    name = element.id if isinstance(element, ast.Name) else parts.unused.first_of(usual)
    template = template_over((name,), parts.inlined(function, {parameter: name}, rows))
    body = template.body
    if not isinstance(element, ast.Name) and (keeps or name in template.repeated):
        stream = Stream(ast.Name(name, ast.Load()), (Source(name, unlisted(written(stream))),))
    elif not isinstance(element, ast.Name):
        body = template.filled({name: element})
    return replace(stream, conditions=(*stream.conditions, body)) if keeps else replace(stream, element=body)


def _unpacked(
    rows: Expression, value: Value, function: Function, places: Mapping[Expression, int], parts: Parts, *, keeps: bool
) -> Stream:
    """The same where the function reads nothing but the parts of a tuple, which get names of their own."""
    match value:
        case Stream(element=ast.List(elts=elements)) if all(isinstance(part, ast.Name) for part in elements):
            stream = value
        case _:
            stream = parts.items.apart(written(value), part_names(rows))
    assert isinstance(stream.element, ast.List)
    names = [part.id for part in stream.element.elts if isinstance(part, ast.Name)]
    body = parts.inlined(function, {part: names[place] for part, place in places.items()}, rows)
    return replace(stream, conditions=(*stream.conditions, body)) if keeps else replace(stream, element=body)


def _numbered(function: Function, stream: Stream, rows: Expression, parts: Parts) -> Stream:
    """What a function of a position and an item makes of each item of a stream."""
    counter, item = (parameter_names(parameter, parts.vocabulary) for parameter in function.parameters)
    if not isinstance(stream.element, ast.Name) or stream.conditions or len(stream.sources) > 1:
        stream = parts.items.over(written(stream), rows.type, "numbered", usual=item)
    (source,) = stream.sources
    positions = ast.parse(f"range(len({source.text}))", mode="eval").body
    index = parts.items.over(positions, rows.type, "item", usual=counter)
    names: dict[Expression, str] = dict(zip(function.parameters, (index.sources[0].name, source.name), strict=True))
    body = parts.inlined(function, names, rows)
    return Stream(body, (*index.sources, source))


def aggregated(call: Call, parts: Parts) -> ast.expr:
    """A function of Python on what the function says of each item."""
    rows, function, *others = call.arguments
    assert isinstance(function, Function)
    stream = mapped(rows, function, parts, keeps=call.primitive.name in SELECTING)
    return aggregate(call.primitive.name, stream, map(parts.plain, others))


def flattened(call: Call, parts: Parts) -> ast.expr:
    """`flat_map`: a comprehension with two loops."""
    rows, function = call.arguments
    assert isinstance(function, Function)
    name = parts.unused.first_of(parameter_names(function.parameters[0], parts.vocabulary))
    item = parts.unused.first_of(item_names(call.type))
    return nested_loops(parts.plain(rows), name, parts.inlined(function, {function.parameters[0]: name}, rows), item)


def sorted_rows(call: Call, parts: Parts) -> ast.expr | None:
    """Rows sorted by keys that go together into one sort; None if they do not."""
    rows, functions = nested_sorts(call)
    name = parts.unused.first_of(parameter_names(functions[0][0].parameters[0], parts.vocabulary))
    keys = [
        SortKey(parts.inlined(function, {function.parameters[0]: name}, rows), function.body.type, down)
        for function, down in functions
    ]
    parts.unused.give_back(name)
    return sorted_at_once(parts.plain(rows), name, keys) if goes_at_once(keys) else None
