"""Lists made item by item, which become one comprehension together."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from .templates import Template
from .tree import bound_in, calling, names_in

BY_ITEM, CONDITIONS = frozenset({"map", "filter", "map_by_position"}), frozenset({"filter", "keep_characters"})
BY_CHARACTER = frozenset({"edit_characters", "edit_by_position", "keep_characters"})
"""The primitives whose function makes the items, or the characters, of a stream; and those whose function keeps some
of them."""


@dataclass(frozen=True)
class Source:
    """What a comprehension runs over, and the name of its items.

    Where these are tuples, `parts` are the names of what they are taken apart into, and `name` is their display.
    """

    name: str
    iterable: ast.expr
    parts: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return ast.unparse(self.iterable)

    @property
    def target(self) -> ast.expr:
        """What a loop assigns to."""
        if self.parts:
            return ast.Tuple([ast.Name(part, ast.Store()) for part in self.parts], ast.Store())
        return ast.Name(self.name, ast.Store())


def taken_apart(iterable: ast.expr, parts: Sequence[str]) -> Stream:
    """The stream of the tuples of a Python list, whose parts have these names."""
    element = ast.List([ast.Name(part, ast.Load()) for part in parts], ast.Load())
    return Stream(element, (Source(ast.unparse(element), iterable, tuple(parts)),))


@dataclass(frozen=True)
class Stream:
    """A list not yet written down: an element for each item of the sources that meets the conditions."""

    element: ast.expr
    sources: tuple[Source, ...]
    conditions: tuple[ast.expr, ...] = ()

    @property
    def origin(self) -> tuple[object, ...]:
        """Two streams of one origin have their items at the same places."""
        return (*(source.text for source in self.sources), *map(ast.unparse, self.conditions))


Value = ast.expr | Stream


def merged_of(streams: list[Stream]) -> Stream:
    """One stream that runs over all sources side by side."""
    sources: dict[str, Source] = {}
    for stream in streams:
        for source in stream.sources:
            sources.setdefault(source.name, source)
    return replace(streams[0], sources=tuple(sources.values()))


def written(value: Value) -> ast.expr:
    """A value as a Python expression."""
    if not isinstance(value, Stream):
        return value
    first = value.sources[0]
    if len(value.sources) == 1 and not value.conditions and ast.unparse(value.element) == first.name:
        listed = not first.text.startswith("range(")
        return first.iterable if listed else ast.Call(ast.Name("list", ast.Load()), [first.iterable], [])
    target, iterable = _side_by_side(value.sources)
    return ast.ListComp(value.element, [ast.comprehension(target, iterable, list(value.conditions), 0)])


def _side_by_side(sources: tuple[Source, ...]) -> tuple[ast.expr, ast.expr]:
    """Target and iterable of a comprehension over the sources: plain, enumerate or zip."""
    if len(sources) == 1:
        return sources[0].target, sources[0].iterable
    for index, items in (sources, sources[::-1]) if len(sources) == 2 else ():
        if index.text == f"range(len({items.text}))":
            return ast.Tuple([index.target, items.target], ast.Store()), calling("enumerate", items.iterable)
    target = ast.Tuple([source.target for source in sources], ast.Store())
    return target, calling("zip", *(source.iterable for source in sources))


def joined(characters: ast.expr) -> ast.expr:
    return ast.Call(ast.Attribute(ast.Constant(""), "join", ast.Load()), [characters], [])


def unlisted(iterable: ast.expr) -> ast.expr:
    """``range(n)`` for ``list(range(n))``: a comprehension needs no list to run over."""
    match iterable:
        case ast.Call(func=ast.Name(id="list"), args=[ast.Call(func=ast.Name(id="range")) as inner]):
            return inner
    return iterable


@dataclass(frozen=True)
class Loop:
    """A template that is one comprehension: what runs over which parameter, and what else it needs.

    `variables` maps a parameter to the name of its items, `counters` to the
    name of their positions; `inside` are the parameters used for every item.
    """

    comprehension: ast.ListComp
    variables: Mapping[str, str]
    counters: Mapping[str, str]
    inside: frozenset[str]


def loop_of(template: Template | None) -> Loop | None:
    """How a template runs over its parameters; None if it is not a comprehension."""
    body = None if template is None else template.body
    if template is None or not isinstance(body, ast.ListComp) or len(body.generators) != 1 or bound_in(body.elt):
        return None
    generator = body.generators[0]
    inside = names_in(body.elt).union(*map(names_in, generator.ifs))
    match generator.target, generator.iter:
        case ast.Name(id=variable), ast.Name(id=parameter):
            variables, counters = {parameter: variable}, {}
        case ast.Tuple(elts=[ast.Name(id=counter), ast.Name(id=variable)]), ast.Call(
            func=ast.Name(id="enumerate"), args=[ast.Name(id=parameter)]
        ):
            variables, counters = {parameter: variable}, {parameter: counter}
        case ast.Tuple(elts=targets), ast.Call(func=ast.Name(id="zip"), args=arguments) if all(
            isinstance(part, ast.Name) for part in (*targets, *arguments)
        ):
            names = [part.id for part in (*arguments, *targets) if isinstance(part, ast.Name)]
            variables, counters = dict(zip(names[: len(arguments)], names[len(arguments) :], strict=True)), {}
        case _:
            return None
    parameters = frozenset(template.parameters)
    return Loop(body, variables, counters, parameters & inside) if set(variables) <= parameters else None


def is_used_twice(variable: str, comprehension: ast.ListComp) -> bool:
    parts = [comprehension.elt, *comprehension.generators[0].ifs]
    return sum(isinstance(n, ast.Name) and n.id == variable for part in parts for n in ast.walk(part)) > 1


def filled(template: Template, values: Sequence[Value]) -> ast.expr:
    """A template with values put in."""
    return template.filled({name: written(value) for name, value in zip(template.parameters, values, strict=True)})
