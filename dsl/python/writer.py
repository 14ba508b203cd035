"""Expressions translated to Python: one statement or expression for each part, with streams where lists are made."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..core.decimals import Style
from ..core.expression import Call, Expression, Function, Literal, Variable, free_variables, walk
from ..core.primitive import MODULES
from ..core.types import STR, Type
from ..language.language import Language
from .aggregates import AGGREGATES
from .blocks import IGNORED, Step, arguments_named, as_expression, counted, definition
from .characters import about_characters, characters_of, is_list_of_text
from .decimals import calculates, constant, in_floats, operands
from .helpers import Helpers
from .items import Items, inner_types
from .loops import is_loop, loop_of_call
from .mapping import aggregated, flattened, mapped, sorted_rows
from .naming import UnusedNames, names_for_value, parameter_names
from .qualifying import NAMES
from .recurrences import is_short, recurrence
from .rewriting import Rules, tidied
from .sharing import eager_parts, uses_in
from .sorting import SORTS
from .statements import LONG, simplified
from .streams import (
    BY_CHARACTER,
    BY_ITEM,
    CONDITIONS,
    Stream,
    Value,
    filled,
    joined,
    loop_of,
    merged_of,
    written,
)
from .structures import WRITERS
from .supports import scopes_of
from .tabulation import TABLES, table_of_call
from .templates import result_within, template_for, template_of
from .tree import calling, copy_of, is_simple, load, surely_decimal

WORTH_A_NAME = 16
"""Shorter arguments stay where they are."""


class Writer:
    """Translates the expressions of one program."""

    def __init__(
        self, parameters: Sequence[Variable], body: Expression, language: Language, *, rules: Rules, style: Style
    ) -> None:
        self.vocabulary, self.rules = language.vocabulary, rules
        self.is_exact = style is Style.EXACT or any(map(calculates, walk(body)))
        primitives = {part.primitive for part in walk(body) if isinstance(part, Call)}
        taken = {parameter.name for parameter in parameters} | MODULES
        self.helpers = Helpers(primitives, taken | NAMES, self.hinted)
        self.scopes = scopes_of(primitives)
        defined, taken = set().union(*self.scopes), taken | set(self.helpers.names.values())
        self.renamed = {name: f"{name}_" for name in sorted(defined & taken)}
        self.unused = UnusedNames(taken | defined | set(self.renamed.values()))
        self.items = Items(self.unused)
        self.statements: list[ast.stmt] = []
        self.known: dict[Expression, Value] = {}
        self.eager: set[Expression] = set()
        self.shared: set[Expression] = set()

    def hinted(self, type_: Type) -> Type:
        """The type of which a hint tells: among floats decimals are floats."""
        return type_ if self.is_exact else in_floats(type_)

    def block(self, expression: Expression) -> list[ast.stmt]:
        """Statements that return the value of the expression; only the chosen branch is evaluated."""
        outer = self.statements, dict(self.known), self.eager, self.shared
        self.statements = []
        self.eager = set(eager_parts(expression))
        counts = uses_in(expression)
        self.shared = {
            part for part in self.eager if counts[part] > 1 and isinstance(part, Call) and not is_list_of_text(part)
        }
        if isinstance(expression, Call) and expression.primitive.lazy:
            condition, then, otherwise = expression.arguments
            test = self.plain(condition)
            statements = [*self.statements, ast.If(test, self.block(then), []), *self.block(otherwise)]
        else:
            value = self.plain(expression)
            statements = [*self.statements, ast.Return(value)]
        self.statements, self.known, self.eager, self.shared = outer
        return statements

    def plain(self, expression: Expression) -> ast.expr:
        """The expression as one Python expression."""
        return written(self.value(expression))

    def value(self, expression: Expression) -> Value:
        """The expression, as a stream if it is a list made item by item."""
        if expression in self.known:
            known = self.known[expression]
            return known if isinstance(known, Stream) else copy_of(known)
        match expression:
            case Variable(name):
                return load(name)
            case Literal(value):
                return ast.parse(constant(value, exact=self.is_exact), mode="eval").body
            case Function():
                raise AssertionError("a function is no value")
        value = self.applied(expression)
        if expression in self.shared and not is_simple(written(value)):
            return self.named(expression, written(value))
        return value

    def named(self, expression: Expression, value: ast.expr) -> ast.expr:
        """Give the value of an expression a name in a statement of its own."""
        value = surely_decimal(value, expression.type)
        name = self.unused.first_of(names_for_value(expression))
        self.statements.append(ast.Assign([ast.Name(name, ast.Store())], value, lineno=0))
        self.known[expression] = load(name)
        return load(name)

    def applied(self, call: Call) -> Value:
        """A primitive on its arguments: in a form of its own, or over the rows and items that it is applied to."""
        value = self.of_function(call)
        if value is None:
            value = self.of_own_form(call)
        return self.over_rows(call) if value is None else value

    def of_function(self, call: Call) -> Value | None:
        """A loop, or what a function says of each item; None of other calls."""
        name = call.primitive.name
        match call.arguments:
            case over, Function() as function if name in BY_ITEM:
                return mapped(over, function, self, keeps=name in CONDITIONS)
            case over, Function() as function if name in BY_CHARACTER:
                return joined(written(mapped(over, function, self, keeps=name in CONDITIONS)))
        if name in AGGREGATES:
            return aggregated(call, self)
        if is_loop(call, self.shared) or name in TABLES:
            return self.looped(call)
        if name in SORTS and (in_order := sorted_rows(call, self)) is not None:
            return in_order
        if name == "flat_map":
            return flattened(call, self)
        return self.handed(call) if call.primitive.takes_function else None

    def of_own_form(self, call: Call) -> ast.expr | None:
        """What has a form of its own in Python, for which all arguments are plain expressions; None of other calls."""
        if call.primitive.name in WRITERS and not call.each:
            return WRITERS[call.primitive.name]([self.plain(argument) for argument in call.arguments])
        if call.primitive.lazy:
            test, then, otherwise = (self.plain(argument) for argument in call.arguments)
            return ast.IfExp(test, then, otherwise)
        if call.primitive.name == "recurrence" and call in self.eager:
            match call.arguments:
                case Literal(coefficients), Literal(first), n if is_short(coefficients, first):
                    return self.stepped(call, coefficients, first, self.plain(n))
        return None

    def over_rows(self, call: Call) -> Value:
        """A primitive on each of the rows that it is applied to, or on the values themselves."""
        values = [self.value(argument) for argument in operands(call)]
        rows, broadcast = call.application.rows, call.application.broadcast
        types = [argument.type for argument in call.arguments]
        if not any(rows):
            return self.shortened(call, values, types, broadcast)
        values = self.settled(call, values, rows)
        streams = self.items.opened(values, types, rows, level="row")
        template = template_for(call, self.renamed)
        if template is not None and call.primitive.spelled:
            streams = self.items.evaluated_once(streams, types, template)
        given = inner_types(types, rows)
        inner = [stream.element if isinstance(stream, Stream) else stream for stream in streams]
        merged = merged_of([stream for stream in streams if isinstance(stream, Stream)])
        element = written(self.broadcasted(call, list(inner), given, broadcast, nested=True))
        return replace(merged, element=element)

    def shortened(self, call: Call, values: list[Value], types: list[Type], broadcast: tuple[bool, ...]) -> Value:
        """Apply without rows; where that gets too long, name the arguments first."""
        values = self.settled(call, values, broadcast)
        value = self.broadcasted(call, list(values), types, broadcast)
        if len(ast.unparse(tidied(copy_of(written(value)), self.rules))) <= LONG:
            return value
        for position, argument in enumerate(call.arguments):
            text = ast.unparse(written(values[position]))
            if len(text) > WORTH_A_NAME and argument in self.eager and isinstance(argument, Call):
                values[position] = self.named(argument, written(values[position]))
        return self.broadcasted(call, values, types, broadcast)

    def settled(self, call: Call, values: list[Value], lifted: tuple[bool, ...]) -> list[Value]:
        """Name the arguments that would be evaluated for every item or more than once."""
        template = template_for(call, self.renamed)
        loop = loop_of(template)
        for position, argument in enumerate(call.arguments):
            value = values[position]
            loops = any(lifted) and not lifted[position]
            repeated = template is None or template.parameters[position] in template.repeated
            if template is None and not loops:
                continue
            single = loops or (
                repeated and not (lifted[position] and isinstance(value, Stream) and is_simple(value.element))
            )
            fused = loop is not None and template is not None and template.parameters[position] not in loop.inside
            streamed = fused and isinstance(value, Stream) and not loops
            if single and not streamed and argument in self.eager and not is_simple(written(value)):
                values[position] = self.named(argument, written(value))
        return values

    def broadcasted(
        self, call: Call, values: list[Value], types: list[Type], broadcast: tuple[bool, ...], *, nested: bool = False
    ) -> Value:
        """Apply a primitive to values, item by item where it broadcasts."""
        if not any(broadcast):
            return self.instantiated(call, values, types, nested=nested)
        streams = self.items.opened(values, types, broadcast, level="nested" if nested else "item")
        template = template_for(call, self.renamed)
        if template is not None:
            streams = self.items.evaluated_once(streams, types, template)
        merged = merged_of([stream for stream in streams if isinstance(stream, Stream)])
        given = inner_types(types, broadcast)
        inner: list[Value] = [stream.element if isinstance(stream, Stream) else stream for stream in streams]
        element = written(self.instantiated(call, inner, given, nested=True))
        return replace(merged, element=element)

    def instantiated(self, call: Call, values: list[Value], types: list[Type], *, nested: bool) -> Value:
        """The template of a primitive with the values put in, or a call of its helper."""
        primitive = call.primitive
        template = template_for(call, self.renamed)
        if template is not None:
            result = call.application.result
            if not nested and result.is_list and loop_of(template) is not None:
                stream = self.items.streamed(template, values, types)
                if stream is not None:
                    return stream
            if result_within(call) == STR and loop_of(template) is not None:
                stream = None if nested else self.items.streamed(template, values, types)
                return joined(written(stream) if stream is not None else filled(template, values))
            pairs = zip(map(written, values), template.parameters, strict=True)
            if not nested or all(is_simple(value) or name not in template.repeated for value, name in pairs):
                return filled(template, values)
        return self.helpers.call(primitive, values, types, result_within(call))

    def handed(self, call: Call) -> ast.expr:
        """A template or helper that is handed the function as a lambda expression."""
        parts: list[ast.expr] = []
        for argument in call.arguments:
            if isinstance(argument, Function):
                (parameter,) = argument.parameters
                name = self.unused.first_of(parameter_names(parameter, self.vocabulary))
                parts.append(
                    ast.Lambda(arguments_named(name), self.inlined(argument, {parameter: name}, call.arguments[0]))
                )
                self.unused.give_back(name)  # It is known within the lambda expression alone.
            else:
                parts.append(self.plain(argument))
        template = template_of(call.primitive, call.application.bound)
        if template is not None and call.primitive.python is not None:
            return filled(template, [*parts])
        return self.helpers.call(call.primitive, parts, [argument.type for argument in call.arguments], call.type)

    def inlined(self, function: Function, names: Mapping[Expression, str], rows: Expression) -> ast.expr:
        """The value of a function for a row, or for its parts, with these names: its body, or a call of it."""
        body = self.body_of(function, names)
        value = as_expression(body, LONG)
        if value is None:
            hints = [(name, self.hinted(given.type)) for given, name in names.items()]
            step = simplified(definition("step", hints, self.hinted(function.body.type), body), self.rules)
            value = as_expression(step.body, LONG)
        if value is not None:
            return about_characters(value, characters_of(rows, names))
        step.name = self.unused.first_of(("step",))
        self.statements.append(step)
        return calling(step.name, *map(load, names.values()))

    def looped(self, call: Call) -> ast.expr:
        """The other loops: statements that leave the value in a variable."""
        if call not in self.eager:
            body = self.block(call)
            name = self.unused.first_of(("loop",))
            self.statements.append(definition(name, [], self.hinted(call.type), body))
            return ast.Call(ast.Name(name, ast.Load()), [], [])
        make = table_of_call if call.primitive.name in TABLES else loop_of_call
        result, statements = make(call, self)
        self.statements += statements
        self.known[call] = ast.Name(result, ast.Load())
        return ast.Name(result, ast.Load())

    def stepped(self, call: Call, coefficients: list[int], first: list[int], n: ast.expr) -> ast.expr:
        """A recurrence with known coefficients: the last items have names, and move on n times."""
        names = [self.unused.first_of((letter,)) for letter in "abcd"[: len(first)]]
        self.statements += recurrence(names, coefficients, first, counted(n))
        self.known[call] = ast.Name(names[0], ast.Load())
        return ast.Name(names[0], ast.Load())

    def step_of(self, function: Expression) -> Step:
        """The function of a loop with names for what it takes."""
        assert isinstance(function, Function)
        value, *items = function.parameters
        names: dict[Expression, str] = {value: self.unused.first_of(parameter_names(value, self.vocabulary))}
        for item in items:
            used = item in free_variables(function.body)
            names[item] = self.unused.first_of(parameter_names(item, self.vocabulary)) if used else IGNORED
        item_name = names[items[0]] if items else IGNORED
        return Step(names[value], item_name, self.body_of(function, names), value.type)

    def body_of(self, function: Function, names: Mapping[Expression, str | ast.expr]) -> list[ast.stmt]:
        """Statements that return the value of a function whose parameters, or parts of them, have these names, or are
        these expressions of Python."""
        outer = self.items.names, self.items.parts, dict(self.known)
        # A comprehension within the body has names of its own: those around it may be in use.
        self.items.names, self.items.parts = {}, {}
        self.known |= {one: load(name) if isinstance(name, str) else name for one, name in names.items()}
        statements = self.block(function.body)
        self.items.names, self.items.parts, self.known = outer
        return statements
