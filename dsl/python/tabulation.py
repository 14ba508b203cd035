"""Tables whose cells follow from cells before them, as loops that append one cell after the other."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from typing import Protocol

from ..core.expression import Call, Expression, Function, Variable, free_variables
from .blocks import IGNORED, appended, assigned, finished
from .naming import UnusedNames, parameter_names
from .streams import unlisted
from .tree import calling, copy_of, is_simple, load

AMOUNTS = frozenset({"amounts_repeated", "amounts_once"})
TABLES = AMOUNTS | {"pair_table", "cell_table"}
"""Primitives that are written as loops over a table."""


class Parts(Protocol):
    """What is asked of the writer: the parts of a table as Python."""

    unused: UnusedNames

    def plain(self, expression: Expression) -> ast.expr: ...
    def named(self, expression: Expression, value: ast.expr) -> ast.expr: ...
    def inlined(self, function: Function, names: Mapping[Expression, str], rows: Expression) -> ast.expr: ...
    def body_of(self, function: Function, names: Mapping[Expression, str | ast.expr]) -> list[ast.stmt]: ...


Written = tuple[str, list[ast.stmt]]
"""The name that has the value in the end, and the statements that give it this value."""


def table_of_call(call: Call, parts: Parts) -> Written:
    """The statements of a call that makes a table."""
    if call.primitive.name in AMOUNTS:
        return _amounts(call, parts)
    return _pairs(call, parts) if call.primitive.name == "pair_table" else _cells(call, parts)


def _pairs(call: Call, parts: Parts) -> Written:
    given, others, top, side, step = call.arguments
    assert isinstance(top, Function)
    assert isinstance(side, Function)
    assert isinstance(step, Function)
    xs, ys = unlisted(parts.plain(given)), _listable(others, parts)
    table, row, i, j = (parts.unused.first_of((name,)) for name in ("table", "row", "i", "j"))
    x, y, *around = step.parameters
    names: dict[Expression, str | ast.expr] = {x: _name(x, step, parts), y: _name(y, step, parts)}
    cells = (f"{table}[-1][{j} + 1]", f"{row}[-1]", f"{table}[-1][{j}]")
    values = names | {one: _parsed(text) for one, text in zip(around, cells, strict=True)}
    body = finished(parts.body_of(step, values), lambda value: [appended(row, value)])
    first = parts.inlined(side, {side.parameters[0]: i}, given)
    rows: list[ast.stmt] = [
        assigned(row, ast.List([first], ast.Load())),
        _over(_stored(names[y]), ys, body, counter=j, length=_length(others, ys, parts)),
        appended(table, load(row)),
    ]
    target = _stored(names[x])
    if _reads(first, i):
        loop = _numbered(target, xs, rows, counter=i)
    else:
        loop = _for(target, xs if names[x] != IGNORED else calling("range", _length(given, xs, parts)), rows)
    edge = _edge(top, others, ys, parts, j)
    return table, [assigned(table, ast.List([edge], ast.Load())), loop]


def _cells(call: Call, parts: Parts) -> Written:
    given, *functions = call.arguments
    first, edge, step = (one for one in functions if isinstance(one, Function))
    rows = parts.plain(given)
    table, row, cells, j = (parts.unused.first_of((name,)) for name in ("table", "row", "cells", "j"))
    item = next((one.parameters[0] for one in (step, edge, first) if one.parameters[0] in _free(one)), None)
    x = IGNORED if item is None else parts.unused.first_of(parameter_names(item, frozenset()))
    above, left, corner = map(_parsed, (f"{table}[-1][{j}]", f"{cells}[-1]", f"{table}[-1][{j} - 1]"))

    def added(function: Function, *values: ast.expr) -> list[ast.stmt]:
        names: dict[Expression, str | ast.expr] = dict(zip(function.parameters, (load(x), *values), strict=True))
        return finished(parts.body_of(function, names), lambda value: [appended(cells, value)])

    branches = ast.If(
        _parsed(f"{table} and {cells}"),
        added(step, above, left, corner),
        [ast.If(load(table), added(edge, copy_of(above)), [ast.If(load(cells), added(edge, left), added(first))])],
    )
    inner: list[ast.stmt] = [
        assigned(cells, ast.List([], ast.Load())),
        _numbered(ast.Name(x, ast.Store()), load(row), [branches], counter=j, start=0),
        appended(table, load(cells)),
    ]
    loop = _for(ast.Name(row, ast.Store()), rows, inner)
    return table, [assigned(table, ast.List([], ast.Load())), loop]


def _amounts(call: Call, parts: Parts) -> Written:
    given, number, start, other, step = call.arguments
    assert isinstance(step, Function)
    xs, n = unlisted(parts.plain(given)), parts.plain(number)
    if not is_simple(n):
        n = parts.named(number, n)
    begun, rest = parts.plain(start), parts.plain(other)
    values, amount = parts.unused.first_of(("values",)), parts.unused.first_of(("amount",))
    item, kept, less = step.parameters
    x = parts.unused.first_of(parameter_names(item, frozenset()))
    names: dict[Expression, str | ast.expr] = {
        item: x, kept: _parsed(f"{values}[{amount}]"), less: _parsed(f"{values}[{amount} - {x}]"),
    }  # fmt: skip
    target = ast.Subscript(load(values), load(amount), ast.Store())
    body = finished(parts.body_of(step, names), lambda value: [ast.Assign([target], value, lineno=0)])
    bound = ast.unparse(n)
    upward = call.primitive.name == "amounts_repeated"
    order = _parsed(f"range({x}, {bound} + 1)" if upward else f"range({bound}, {x} - 1, -1)")
    inner = _for(ast.Name(amount, ast.Store()), order, body)
    before: ast.expr = ast.BinOp(ast.List([begun], ast.Load()), ast.Add(), _repeated(rest, n))
    if ast.dump(begun) == ast.dump(rest):
        before = _repeated(begun, ast.BinOp(copy_of(n), ast.Add(), ast.Constant(1)))
    return values, [assigned(values, before), _for(ast.Name(x, ast.Store()), xs, [inner])]


def _free(function: Function) -> frozenset[Variable]:
    """The variables that a body reads, its function's own among them."""
    return free_variables(function.body)


def _name(variable: Variable, function: Function, parts: Parts) -> str:
    """What an item is called, if the function reads it."""
    return parts.unused.first_of(parameter_names(variable, frozenset())) if variable in _free(function) else IGNORED


def _listable(expression: Expression, parts: Parts) -> ast.expr:
    """What is run over several times: by a name, unless it is as short."""
    value = unlisted(parts.plain(expression))
    match value:
        case ast.Call(func=ast.Name(id="range")):
            return value
        case ast.Call(func=ast.Name(id="list"), args=[ast.Name() as text]):
            return text
    return value if is_simple(value) else parts.named(expression, value)


def _length(expression: Expression, value: ast.expr, parts: Parts) -> ast.expr:
    """How many items a list has."""
    match expression:
        case Call(primitive, (count,), False) if primitive.name in ("iota", "one_to"):
            return parts.plain(count)
    return calling("len", copy_of(value))


def _edge(top: Function, expression: Expression, ys: ast.expr, parts: Parts, counter: str) -> ast.expr:
    """The first row: one cell more than there are items."""
    (number,) = top.parameters
    count = _one_more(_length(expression, ys, parts))
    value = parts.inlined(top, {number: counter}, expression)
    if not _reads(value, counter):
        return _repeated(value, count)
    if top.body == number:
        return calling("list", calling("range", count))
    return ast.ListComp(
        value, [ast.comprehension(ast.Name(counter, ast.Store()), calling("range", count), [], 0)]
    )  # fmt: skip


def _one_more(count: ast.expr) -> ast.expr:
    match count:
        case ast.BinOp(left=rest, op=ast.Sub(), right=ast.Constant(value=1)):
            return rest
    return ast.BinOp(count, ast.Add(), ast.Constant(1))


def _repeated(value: ast.expr, count: ast.expr) -> ast.expr:
    """``[value] * count``."""
    return ast.BinOp(ast.List([copy_of(value)], ast.Load()), ast.Mult(), copy_of(count))


def _over(target: ast.expr, iterable: ast.expr, body: list[ast.stmt], *, counter: str, length: ast.expr) -> ast.stmt:
    """A loop over items and their numbers, of which it needs those alone that the body reads."""
    if not any(_reads(statement, counter) for statement in body):
        return _for(target, iterable, body)
    if isinstance(target, ast.Name) and target.id == IGNORED:
        return _for(ast.Name(counter, ast.Store()), calling("range", length), body)
    return _numbered(target, iterable, body, counter=counter, start=0)


def _reads(node: ast.AST, name: str) -> bool:
    """Whether Python has a name in it: a function written apart is called with it, even if it does not read it."""
    return any(isinstance(part, ast.Name) and part.id == name for part in ast.walk(node))


def _numbered(target: ast.expr, iterable: ast.expr, body: list[ast.stmt], *, counter: str, start: int = 1) -> ast.stmt:
    """A loop over items and their numbers."""
    pair = ast.Tuple([ast.Name(counter, ast.Store()), target], ast.Store())
    return _for(pair, calling("enumerate", iterable, *([ast.Constant(start)] if start else [])), body)


def _for(target: ast.expr, iterable: ast.expr, body: Sequence[ast.stmt]) -> ast.stmt:
    match iterable:
        case ast.Call(func=ast.Name(id="list"), args=[inner], keywords=[]):
            iterable = inner  # The characters of a text need no list.
    return ast.For(target, iterable, [*body], [], lineno=0)


def _stored(name: str | ast.expr) -> ast.expr:
    assert isinstance(name, str)
    return ast.Name(name, ast.Store())


def _parsed(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body
