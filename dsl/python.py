"""Programs as the Python that a person would write.

Element-wise primitives and those whose template is a comprehension become one
comprehension together (stream fusion: Coutts, Leshchinskiy, Stewart, "Stream
fusion", ICFP 2007, in its simplest form); what is used twice gets a name; a
primitive that takes more than an expression becomes a helper function.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from .expression import Call, Expression, Literal, Variable
from .primitive import Primitive
from .program import NAMES, Program
from .templates import (
    MODULES,
    Template,
    bound_in,
    copy_of,
    fresh_names,
    helper_name,
    helper_source,
    hint_of,
    is_simple,
    names_in,
    rendered,
    template_of,
    tidied,
)
from .types import BOOL, INT, STR, Type, list_of

ITEM_NAMES = {
    list_of(INT): ("x", "y", "z", "w"),
    list_of(BOOL): ("p", "q", "r"),
    list_of(STR): ("word", "text"),
    STR: ("c", "d"),
}
"""What the items of a sequence are called, by its type."""

LONG = 72
"""An expression longer than this is broken up by naming its arguments."""

WORTH_A_NAME = 16
"""Shorter arguments stay where they are."""


def python_source(program: Program, *, name: str = "solve") -> str:
    """Self-contained Python source: imports, helpers, and the program as the last function."""
    writer = _Writer(program)
    body = writer.block(program.body)
    hints = ", ".join(f"{parameter.name}: {hint_of(parameter.type)}" for parameter in program.parameters)
    lines = [rendered(statement) for statement in body]
    indented = "\n".join(f"    {line}" for text in lines for line in text.splitlines())
    main = f"def {name}({hints}) -> {hint_of(program.body.type)}:\n{indented}\n"
    parts = [*writer.helpers(), main]
    used = {part.id for text in parts for part in ast.walk(ast.parse(text)) if isinstance(part, ast.Name)}
    imports = "".join(f"import {module}\n" for module in sorted(MODULES & used))
    return "\n\n".join([imports.rstrip("\n")] * bool(imports) + parts) if imports else "\n\n".join(parts)


@dataclass(frozen=True)
class _Source:
    """What a comprehension runs over, and the name of its items."""

    name: str
    iterable: ast.expr

    @property
    def text(self) -> str:
        return ast.unparse(self.iterable)


@dataclass(frozen=True)
class _Stream:
    """A list not yet written down: an element for each item of the sources that meets the conditions."""

    element: ast.expr
    sources: tuple[_Source, ...]
    conditions: tuple[ast.expr, ...] = ()

    @property
    def origin(self) -> tuple[object, ...]:
        """Two streams of one origin have their items at the same places."""
        return (*(source.text for source in self.sources), *map(ast.unparse, self.conditions))


_Value = ast.expr | _Stream


class _Writer:
    """Translates the expressions of one program."""

    def __init__(self, program: Program) -> None:
        self.taken = {parameter.name for parameter in program.parameters} | MODULES
        self.loop_names: dict[tuple[str, str], str] = {}
        self.uses: dict[Primitive, set[tuple[tuple[Type, ...], Type]]] = {}
        self.statements: list[ast.stmt] = []
        self.known: dict[Expression, _Value] = {}
        self.eager: set[Expression] = set()
        self.shared: set[Expression] = set()

    def helpers(self) -> Iterator[str]:
        """The sources of the helpers used, each with hints if all its uses agree on the types."""
        for primitive, uses in self.uses.items():
            types, result = next(iter(uses)) if len(uses) == 1 else (None, None)
            yield helper_source(primitive, types, result) + "\n"

    def block(self, expression: Expression) -> list[ast.stmt]:
        """Statements that return the value of the expression; only the chosen branch is evaluated."""
        outer = self.statements, dict(self.known), self.eager, self.shared
        self.statements = []
        self.eager = set(_eager(expression))
        counts = _uses(expression)
        self.shared = {part for part in self.eager if counts[part] > 1 and isinstance(part, Call)}
        if isinstance(expression, Call) and expression.primitive.lazy:
            condition, then, otherwise = expression.arguments
            test = tidied(self.plain(condition))
            statements = [*self.statements, ast.If(test, self.block(then), []), *self.block(otherwise)]
        else:
            value = self.plain(expression)
            statements = [*self.statements, ast.Return(tidied(value))]
        self.statements, self.known, self.eager, self.shared = outer
        return statements

    def plain(self, expression: Expression) -> ast.expr:
        """The expression as one Python expression."""
        return self.written(self.value(expression))

    def value(self, expression: Expression) -> _Value:
        """The expression, as a stream if it is a list made item by item."""
        if expression in self.known:
            known = self.known[expression]
            return known if isinstance(known, _Stream) else copy_of(known)
        match expression:
            case Variable(name):
                return ast.Name(name, ast.Load())
            case Literal(value):
                return ast.parse(repr(value), mode="eval").body
        value = self.applied(expression)
        if expression in self.shared:
            return self.named(expression, self.written(value))
        return value

    def named(self, expression: Expression, value: ast.expr) -> ast.expr:
        """Give the value of an expression a name in a statement of its own."""
        usual = NAMES.get(expression.type, ("rows",))
        name = self.fresh(usual)
        self.statements.append(ast.Assign([ast.Name(name, ast.Store())], tidied(value), lineno=0))
        self.known[expression] = ast.Name(name, ast.Load())
        return ast.Name(name, ast.Load())

    def fresh(self, usual: tuple[str, ...]) -> str:
        """A name that nothing else has: one of the usual ones, or one like the first."""
        for name in usual:
            if name not in self.taken:
                self.taken.add(name)
                return name
        name = next(new for new in fresh_names(usual[0]) if new not in self.taken)
        self.taken.add(name)
        return name

    def applied(self, call: Call) -> _Value:
        """A primitive on its arguments, over the rows and items that it is applied to."""
        if call.primitive.lazy:
            test, then, otherwise = (self.plain(argument) for argument in call.arguments)
            return ast.IfExp(test, then, otherwise)
        values = [self.value(argument) for argument in call.arguments]
        rows, broadcast = call.application.rows, call.application.broadcast
        types = [argument.type for argument in call.arguments]
        if not any(rows):
            return self.shortened(call, values, types, broadcast)
        values = self.settled(call, values, rows)
        streams = self.opened(values, types, rows, level="row")
        inner_types = [type_.item if lift and type_.item else type_ for type_, lift in zip(types, rows, strict=True)]
        inner = [stream.element if isinstance(stream, _Stream) else stream for stream in streams]
        merged = self.merge([stream for stream in streams if isinstance(stream, _Stream)])
        element = self.written(self.broadcasted(call, list(inner), inner_types, broadcast, nested=True))
        return replace(merged, element=element)

    def shortened(self, call: Call, values: list[_Value], types: list[Type], broadcast: tuple[bool, ...]) -> _Value:
        """Apply without rows; where that gets too long, name the arguments first."""
        values = self.settled(call, values, broadcast)
        value = self.broadcasted(call, list(values), types, broadcast)
        if len(ast.unparse(tidied(copy_of(self.written(value))))) <= LONG:
            return value
        for position, argument in enumerate(call.arguments):
            text = ast.unparse(self.written(values[position]))
            if len(text) > WORTH_A_NAME and argument in self.eager and isinstance(argument, Call):
                values[position] = self.named(argument, self.written(values[position]))
        return self.broadcasted(call, values, types, broadcast)

    def settled(self, call: Call, values: list[_Value], lifted: tuple[bool, ...]) -> list[_Value]:
        """Name the arguments that would be evaluated for every item or more than once."""
        template = template_of(call.primitive)
        loop = _loop_of(template)
        for position, argument in enumerate(call.arguments):
            value = values[position]
            loops = any(lifted) and not lifted[position]
            repeated = template is None or template.parameters[position] in template.repeated
            if template is None and not loops:
                continue
            single = loops or (
                repeated and not (lifted[position] and isinstance(value, _Stream) and is_simple(value.element))
            )
            fused = loop is not None and template is not None and template.parameters[position] not in loop.inside
            streamed = fused and isinstance(value, _Stream) and not loops
            if single and not streamed and argument in self.eager and not is_simple(self.written(value)):
                values[position] = self.named(argument, self.written(value))
        return values

    def broadcasted(
        self, call: Call, values: list[_Value], types: list[Type], broadcast: tuple[bool, ...], *, nested: bool = False
    ) -> _Value:
        """Apply a primitive to values, item by item where it broadcasts."""
        primitive = call.primitive
        if not any(broadcast):
            return self.instantiated(call, values, types, nested=nested)
        streams = self.opened(values, types, broadcast, level="nested" if nested else "item")
        template = template_of(primitive)
        for position, stream in enumerate(streams):
            repeated = template is not None and template.parameters[position] in template.repeated
            if isinstance(stream, _Stream) and repeated and not is_simple(stream.element):
                streams[position] = self.over(self.written(stream), types[position], "again")
        merged = self.merge([stream for stream in streams if isinstance(stream, _Stream)])
        inner_types = [
            type_.item if lift and type_.item else type_ for type_, lift in zip(types, broadcast, strict=True)
        ]
        inner: list[_Value] = [stream.element if isinstance(stream, _Stream) else stream for stream in streams]
        element = self.written(self.instantiated(call, inner, inner_types, nested=True))
        return replace(merged, element=element)

    def instantiated(self, call: Call, values: list[_Value], types: list[Type], *, nested: bool) -> _Value:
        """The template of a primitive with the values put in, or a call of its helper."""
        primitive = call.primitive
        template = template_of(primitive)
        if template is not None:
            result = call.application.result
            if not nested and result.is_list and _loop_of(template) is not None:
                stream = self.streamed(template, values, types)
                if stream is not None:
                    return stream
            if self.result_of(call) == STR and _loop_of(template) is not None:
                stream = None if nested else self.streamed(template, values, types)
                return _joined(self.written(stream) if stream is not None else self.filled(template, values))
            pairs = zip(map(self.written, values), template.parameters, strict=True)
            if not nested or all(is_simple(value) or name not in template.repeated for value, name in pairs):
                return self.filled(template, values)
        self.uses.setdefault(primitive, set()).add((tuple(types), self.result_of(call)))
        return ast.Call(ast.Name(helper_name(primitive), ast.Load()), [self.written(value) for value in values], [])

    def filled(self, template: Template, values: list[_Value]) -> ast.expr:
        return template.filled(
            {name: self.written(value) for name, value in zip(template.parameters, values, strict=True)}
        )

    def result_of(self, call: Call) -> Type:
        """The type of what the primitive itself returns, within rows and items."""
        result = call.application.result
        for lifted in (call.application.rows, call.application.broadcast):
            result = result.item if any(lifted) and result.item else result
        return result

    def streamed(self, template: Template, values: list[_Value], types: list[Type]) -> _Stream | None:
        """A template that is itself a comprehension, fused with what its parameters come from."""
        loop = _loop_of(template)
        if loop is None:
            return None
        lifted = tuple(parameter in loop.variables for parameter in template.parameters)
        whole = [parameter in loop.inside or parameter in loop.counters for parameter in template.parameters]
        values = [self.written(value) if once else value for value, once in zip(values, whole, strict=True)]
        if any(
            once and lift and not is_simple(self.written(value))
            for value, once, lift in zip(values, whole, lifted, strict=True)
        ):
            return None
        streams = self.opened(values, types, lifted, level="item")
        elements: dict[str, ast.expr] = {}
        counters: list[_Stream] = []
        for position, parameter in enumerate(template.parameters):
            stream = streams[position]
            if whole[position] or not lifted[position]:
                elements[parameter] = self.written(values[position])
            if parameter in loop.counters:
                positions = ast.parse(f"range(len({ast.unparse(self.written(values[position]))}))", mode="eval").body
                counters.append(self.over(positions, types[position], "item"))
                elements[loop.counters[parameter]] = counters[-1].element
            if isinstance(stream, _Stream):
                variable = loop.variables[parameter]
                if _is_used_twice(variable, loop.comprehension) and not is_simple(stream.element):
                    stream = streams[position] = self.over(self.written(stream), types[position], "again")
                elements[variable] = stream.element
        merged = self.merge([*counters, *(stream for stream in streams if isinstance(stream, _Stream))])
        parts = [loop.comprehension.elt, *loop.comprehension.generators[0].ifs]
        element, *conditions = (Template(tuple(elements), part, frozenset()).filled(elements) for part in parts)
        earlier = [condition for stream in streams if isinstance(stream, _Stream) for condition in stream.conditions]
        unlike = {ast.unparse(condition): condition for condition in (*earlier, *conditions)}
        return _Stream(element, merged.sources, tuple(unlike.values()))

    def opened(self, values: list[_Value], types: list[Type], lifted: tuple[bool, ...], *, level: str) -> list[_Value]:
        """The lifted values as streams that can run side by side, the others written down."""
        opened = [
            value if isinstance(value, _Stream) and lift else self.written(value)
            for value, lift in zip(values, lifted, strict=True)
        ]
        streams = [value for value in opened if isinstance(value, _Stream)]
        filtered = any(stream.conditions for stream in streams)
        alike = len({stream.origin for stream in streams}) == 1 and len(streams) == sum(lifted)
        for position, lift in enumerate(lifted):
            value = opened[position]
            if not lift:
                continue
            if not isinstance(value, _Stream):
                opened[position] = self.over(value, types[position], level)
            elif filtered and value.conditions and not alike:
                opened[position] = self.over(self.written(value), types[position], level)
        return opened

    def over(self, iterable: ast.expr, type_: Type, level: str) -> _Stream:
        """The stream of the items of a Python list."""
        source = _unlisted(iterable)
        key = (ast.unparse(source), level)
        if key not in self.loop_names:
            pool = ITEM_NAMES.get(type_, ("row", "part"))
            self.loop_names[key] = self.fresh(("i", "j", "k") if key[0].startswith("range(") else pool)
        name = self.loop_names[key]
        return _Stream(ast.Name(name, ast.Load()), (_Source(name, source),))

    def merge(self, streams: list[_Stream]) -> _Stream:
        """One stream that runs over all sources side by side."""
        sources: dict[str, _Source] = {}
        for stream in streams:
            for source in stream.sources:
                sources.setdefault(source.name, source)
        return replace(streams[0], sources=tuple(sources.values()))

    def written(self, value: _Value) -> ast.expr:
        """A value as a Python expression."""
        if not isinstance(value, _Stream):
            return value
        first = value.sources[0]
        if len(value.sources) == 1 and not value.conditions and ast.unparse(value.element) == first.name:
            listed = not first.text.startswith("range(")
            return first.iterable if listed else ast.Call(ast.Name("list", ast.Load()), [first.iterable], [])
        target, iterable = _side_by_side(value.sources, names_in(value.element).union(*map(names_in, value.conditions)))
        return ast.ListComp(value.element, [ast.comprehension(target, iterable, list(value.conditions), 0)])


def _side_by_side(sources: tuple[_Source, ...], used: set[str]) -> tuple[ast.expr, ast.expr]:
    """Target and iterable of a comprehension over the sources: plain, enumerate or zip."""
    if len(sources) == 1:
        return ast.Name(sources[0].name, ast.Store()), sources[0].iterable
    for index, items in (sources, sources[::-1]) if len(sources) == 2 else ():
        if index.text == f"range(len({items.text}))":
            target = ast.Tuple([ast.Name(index.name, ast.Store()), ast.Name(items.name, ast.Store())], ast.Store())
            return target, ast.Call(ast.Name("enumerate", ast.Load()), [items.iterable], [])
    target = ast.Tuple([ast.Name(source.name, ast.Store()) for source in sources], ast.Store())
    return target, ast.Call(ast.Name("zip", ast.Load()), [source.iterable for source in sources], [])


def _joined(characters: ast.expr) -> ast.expr:
    return ast.Call(ast.Attribute(ast.Constant(""), "join", ast.Load()), [characters], [])


def _unlisted(iterable: ast.expr) -> ast.expr:
    """``range(n)`` for ``list(range(n))``: a comprehension needs no list to run over."""
    match iterable:
        case ast.Call(func=ast.Name(id="list"), args=[ast.Call(func=ast.Name(id="range")) as inner]):
            return inner
    return iterable


@dataclass(frozen=True)
class _Loop:
    """A template that is one comprehension: what runs over which parameter, and what else it needs.

    `variables` maps a parameter to the name of its items, `counters` to the
    name of their positions; `inside` are the parameters used for every item.
    """

    comprehension: ast.ListComp
    variables: Mapping[str, str]
    counters: Mapping[str, str]
    inside: frozenset[str]


def _loop_of(template: Template | None) -> _Loop | None:
    """How a template runs over its parameters, None if it is no comprehension."""
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
    return _Loop(body, variables, counters, parameters & inside) if set(variables) <= parameters else None


def _is_used_twice(variable: str, comprehension: ast.ListComp) -> bool:
    parts = [comprehension.elt, *comprehension.generators[0].ifs]
    return sum(isinstance(n, ast.Name) and n.id == variable for part in parts for n in ast.walk(part)) > 1


def _eager(expression: Expression) -> Iterator[Expression]:
    """The parts that are evaluated whatever is chosen."""
    yield expression
    if isinstance(expression, Call):
        for argument in expression.arguments[: 1 if expression.primitive.lazy else None]:
            yield from _eager(argument)


def _uses(expression: Expression) -> Counter[Expression]:
    """How often each part is used, parts of a repeated part being counted once."""
    counts: Counter[Expression] = Counter()

    def visit(part: Expression) -> None:
        counts[part] += 1
        if counts[part] == 1 and isinstance(part, Call):
            for argument in part.arguments:
                visit(argument)

    visit(expression)
    return counts
