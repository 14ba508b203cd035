"""Streams over the items of lists, and what the items are called."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from ..core.types import Type
from .naming import UnusedNames, item_names_of
from .streams import Source, Stream, Value, is_used_twice, loop_of, merged_of, taken_apart, unlisted, written
from .templates import Template
from .tree import is_simple


class Items:
    """Names for the items of lists: the same list has items of the same name at the same depth."""

    def __init__(self, unused: UnusedNames) -> None:
        self.unused = unused
        self.names: dict[tuple[str, str], str] = {}
        self.parts: dict[tuple[str, str], tuple[str, ...]] = {}

    def over(self, iterable: ast.expr, type_: Type, level: str, *, usual: tuple[str, ...] = ()) -> Stream:
        """The stream of the items of a Python list, which are called as usual, or as the type suggests."""
        source = unlisted(iterable)
        key = (ast.unparse(source), level)
        if key not in self.names:
            pool = ("i", "j", "k") if key[0].startswith("range(") else item_names_of(source, type_)
            self.names[key] = self.unused.first_of(usual or pool)
        name = self.names[key]
        return Stream(ast.Name(name, ast.Load()), (Source(name, source),))

    def apart(self, iterable: ast.expr, pools: Sequence[tuple[str, ...]]) -> Stream:
        """The stream of the tuples of a Python list, the parts of which are called by the first free names."""
        key = (ast.unparse(iterable), "part")
        if key not in self.parts:
            self.parts[key] = tuple(self.unused.first_of(pool) for pool in pools)
        return taken_apart(iterable, self.parts[key])

    def opened(self, values: list[Value], types: list[Type], lifted: tuple[bool, ...], *, level: str) -> list[Value]:
        """The lifted values as streams that can run side by side, the others written down."""
        opened = [
            value if isinstance(value, Stream) and lift else written(value)
            for value, lift in zip(values, lifted, strict=True)
        ]
        streams = [value for value in opened if isinstance(value, Stream)]
        filtered = any(stream.conditions for stream in streams)
        alike = len({stream.origin for stream in streams}) == 1 and len(streams) == sum(lifted)
        for position, lift in enumerate(lifted):
            value = opened[position]
            if not lift:
                continue
            if not isinstance(value, Stream):
                opened[position] = self.over(value, types[position], level)
            elif filtered and value.conditions and not alike:
                opened[position] = self.over(written(value), types[position], level)
        return opened

    def evaluated_once(self, values: list[Value], types: list[Type], template: Template) -> list[Value]:
        """Elements that a template repeats have a name, unless they cost next to nothing to evaluate again."""
        return [
            self.over(written(value), type_, "again")
            if isinstance(value, Stream) and name in template.repeated and not is_simple(value.element)
            else value
            for value, type_, name in zip(values, types, template.parameters, strict=True)
        ]

    def streamed(self, template: Template, values: list[Value], types: list[Type]) -> Stream | None:
        """A template that is itself a comprehension, fused with what its parameters come from."""
        loop = loop_of(template)
        if loop is None:
            return None
        lifted = tuple(parameter in loop.variables for parameter in template.parameters)
        whole = [parameter in loop.inside or parameter in loop.counters for parameter in template.parameters]
        values = [written(value) if once else value for value, once in zip(values, whole, strict=True)]
        if any(
            once and lift and not is_simple(written(value))
            for value, once, lift in zip(values, whole, lifted, strict=True)
        ):
            return None
        streams = self.opened(values, types, lifted, level="item")
        elements: dict[str, ast.expr] = {}
        counters: list[Stream] = []
        for position, parameter in enumerate(template.parameters):
            stream = streams[position]
            if whole[position] or not lifted[position]:
                elements[parameter] = written(values[position])
            if parameter in loop.counters:
                positions = ast.parse(f"range(len({ast.unparse(written(values[position]))}))", mode="eval").body
                counters.append(self.over(positions, types[position], "item"))
                elements[loop.counters[parameter]] = counters[-1].element
            if isinstance(stream, Stream):
                variable = loop.variables[parameter]
                if is_used_twice(variable, loop.comprehension) and not is_simple(stream.element):
                    stream = streams[position] = self.over(written(stream), types[position], "again")
                elements[variable] = stream.element
        merged = merged_of([*counters, *(stream for stream in streams if isinstance(stream, Stream))])
        parts = [loop.comprehension.elt, *loop.comprehension.generators[0].ifs]
        element, *conditions = (Template(tuple(elements), part, frozenset()).filled(elements) for part in parts)
        earlier = [condition for stream in streams if isinstance(stream, Stream) for condition in stream.conditions]
        unlike = {ast.unparse(condition): condition for condition in (*earlier, *conditions)}
        return Stream(element, merged.sources, tuple(unlike.values()))


def inner_types(types: Sequence[Type], lifted: Sequence[bool]) -> list[Type]:
    """The types of the items of what is lifted, and of the rest as it is."""
    return [type_.item if lift and type_.item else type_ for type_, lift in zip(types, lifted, strict=True)]
