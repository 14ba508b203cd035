"""Statements of printed Python: loops with an accumulator, and functions within functions."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..core.types import INT, STR, Type
from .templates import hint_of
from .tree import load

IGNORED = "_"
"""What nothing reads."""

Finish = Callable[[ast.expr], list[ast.stmt]]


@dataclass(frozen=True)
class Step:
    """The function of a loop as statements that return its value.

    `value` and `item` are the names of what it takes; a loop without items, or
    whose step ignores them, has ``_`` there.
    """

    value: str
    item: str
    body: list[ast.stmt]
    type: Type


def loop(step: Step, start: ast.expr, iterable: ast.expr, *, collected: tuple[str, ast.expr] | None) -> list[ast.stmt]:
    """Statements that apply the step over and over.

    With `collected`, a name and what it begins with, every value is appended there.
    """
    before = [assigned(step.value, start)]
    if collected is not None:
        before.append(assigned(*collected))

    grows = collected is None and isinstance(start, ast.List) and _only_grows(step)

    def finish(value: ast.expr) -> list[ast.stmt]:
        statements = _grown(step, value) if grows else _advanced(step, value)
        if collected is not None:
            statements.append(appended(collected[0], load(step.value)))
        return statements

    body = finished(step.body, finish)
    if not body:
        return before
    return [*before, ast.For(ast.Name(step.item, ast.Store()), iterable, body, [], lineno=0)]


def while_loop(
    step: Step,
    start: ast.expr,
    test: ast.expr,
    *,
    counter: str | None = None,
    collected: str | None = None,
    is_last_collected: bool = True,
) -> list[ast.stmt]:
    """Statements that apply the step for as long as the test says.

    A `counter` counts the steps. In `collected` all values are listed, the first of them too, or all but the last.
    """
    before: list[ast.stmt] = [assigned(step.value, start)]
    first: list[ast.stmt] = []
    after: list[ast.stmt] = []
    if counter is not None:
        before.append(assigned(counter, ast.Constant(0)))
        after.append(ast.AugAssign(ast.Name(counter, ast.Store()), ast.Add(), ast.Constant(1)))
    if collected is not None:
        begin = listed(step.value) if is_last_collected else ast.List([], ast.Load())
        before.append(assigned(collected, begin))
        (after if is_last_collected else first).append(appended(collected, load(step.value)))
    body = [*first, *finished(step.body, lambda value: [*_advanced(step, value), *after])]
    return [*before, ast.While(test, body or [ast.Pass()], [])]


def while_new(step: Step, start: ast.expr, seen: str) -> list[ast.stmt]:
    """Statements that apply the step until a value comes again, and list the values in `seen`."""
    test = ast.Compare(load(step.value), [ast.NotIn()], [load(seen)])
    body = [appended(seen, load(step.value)), *finished(step.body, lambda value: _advanced(step, value))]
    return [assigned(step.value, start), assigned(seen, ast.List([], ast.Load())), ast.While(test, body, [])]


def best_loop(step: Step, start: ast.expr, iterable: ast.expr, *, best: str, choose: str) -> list[ast.stmt]:
    """Statements that apply the step over and over, and keep the value that `max` or `min` chooses."""
    value = ast.Name(step.value, ast.Load())
    chosen = ast.Call(ast.Name(choose, ast.Load()), [ast.Name(best, ast.Load()), value], [])

    def finish(new: ast.expr) -> list[ast.stmt]:
        return [*_advanced(step, new), assigned(best, chosen)]

    body = finished(step.body, finish) or [ast.Pass()]
    before = [assigned(step.value, start), assigned(best, value)]
    return [*before, ast.For(ast.Name(step.item, ast.Store()), iterable, body, [], lineno=0)]


def pair_loop(
    names: tuple[str, str], number: str, starts: list[ast.expr], times: ast.expr, body: list[ast.stmt]
) -> list[ast.stmt]:
    """Statements that move two values on: the second becomes the first, and what the body returns the second.

    With a `number`, that of what is made next is called so, from 2 on.
    """
    targets = ast.Tuple([ast.Name(name, ast.Store()) for name in names], ast.Store())

    def finish(value: ast.expr) -> list[ast.stmt]:
        pair = ast.Tuple([ast.Name(names[1], ast.Load()), value], ast.Load())
        return [ast.Assign([targets], pair, lineno=0)]

    two = ast.Constant(2)
    end = ast.BinOp(times, ast.Add(), two)
    counting = counted(times) if number == IGNORED else ast.Call(ast.Name("range", ast.Load()), [two, end], [])
    before = ast.Assign([targets], ast.Tuple(starts, ast.Load()), lineno=0)
    return [before, ast.For(ast.Name(number, ast.Store()), counting, finished(body, finish), [], lineno=0)]


def group_loop(groups: str, names: tuple[str, str], rows: ast.expr) -> list[ast.stmt]:
    """Statements that put each of the values, which come with keys, into the list of its key."""
    key, value = map(load, names)
    lists = ast.Call(ast.Attribute(load(groups), "setdefault", ast.Load()), [key, ast.List([], ast.Load())], [])
    grown = ast.Expr(ast.Call(ast.Attribute(lists, "append", ast.Load()), [value], []))
    target = ast.Tuple([ast.Name(name, ast.Store()) for name in names], ast.Store())
    return [assigned(groups, ast.Dict([], [])), ast.For(target, rows, [grown], [], lineno=0)]


def block_loop(
    result: str, names: tuple[str, str, str], rows: ast.expr, is_gap: ast.expr, edited: ast.expr
) -> list[ast.stmt]:
    """Statements that collect the gaps of a list as they are, and what is made of its blocks."""
    gap, run, block = names
    runs = ast.Call(ast.Attribute(load("itertools"), "groupby", ast.Load()), [rows, is_gap], [])
    target = ast.Tuple([ast.Name(name, ast.Store()) for name in (gap, run)], ast.Store())
    kept = assigned(block, ast.Call(load("list"), [load(run)], []))
    grown = ast.AugAssign(ast.Name(result, ast.Store()), ast.Add(), ast.IfExp(load(gap), load(block), edited))
    return [assigned(result, ast.List([], ast.Load())), ast.For(target, runs, [kept, grown], [], lineno=0)]


def repeated(value: ast.expr, block: str) -> ast.expr:
    """``[value] * len(block)``."""
    return ast.BinOp(ast.List([value], ast.Load()), ast.Mult(), ast.Call(load("len"), [load(block)], []))


def is_mark(item: str, mark: ast.expr) -> ast.expr:
    """``lambda item: item == mark``."""
    return ast.Lambda(arguments_named(item), ast.Compare(load(item), [ast.Eq()], [mark]))


def listed(name: str) -> ast.expr:
    """The list of one value."""
    return ast.List([ast.Name(name, ast.Load())], ast.Load())


def assigned(name: str, value: ast.expr) -> ast.stmt:
    return ast.Assign([ast.Name(name, ast.Store())], value, lineno=0)


def counted(n: ast.expr, *, less: int = 0) -> ast.expr:
    """``range(n - less)``."""
    match n:
        case ast.Constant(value=int() as number):
            count: ast.expr = ast.Constant(number - less)
        case _:
            count = ast.BinOp(n, ast.Sub(), ast.Constant(less)) if less else n
    return ast.Call(ast.Name("range", ast.Load()), [count], [])


def at_most_one(value: str, n: ast.expr) -> ast.expr:
    """``[value][:n]``: a list of the value, or none of it where n is 0."""
    single = listed(value)
    match n:
        case ast.Constant(value=int() as number) if number > 0:
            return single
    return ast.Subscript(single, ast.Slice(None, n), ast.Load())


def definition(
    name: str, parameters: Sequence[tuple[str, Type]], result: Type, body: list[ast.stmt]
) -> ast.FunctionDef:
    """A function with hints."""
    hints = ", ".join(f"{parameter}: {hint_of(type_)}" for parameter, type_ in parameters)
    node = ast.parse(f"def {name}({hints}) -> {hint_of(result)}:\n    pass").body[0]
    assert isinstance(node, ast.FunctionDef)
    node.body = body
    return node


def arguments_named(name: str) -> ast.arguments:
    """The arguments of a function that takes one."""
    return ast.arguments([], [ast.arg(name)], None, [], [], None, [])


def as_expression(body: list[ast.stmt], longest: int) -> ast.expr | None:
    """What the statements return, where that is one expression and a choice in it is not long."""
    match body:
        case [ast.Return(value=ast.expr() as value)]:
            return value
        case [
            ast.If(test=test, body=[ast.Return(value=ast.expr() as then)]),
            ast.Return(value=ast.expr() as otherwise),
        ]:
            choice = ast.IfExp(test, then, otherwise)
            return choice if len(ast.unparse(choice)) <= longest else None
    return None


def _only_grows(step: Step) -> bool:
    """Whether each way through the step leaves the list as it is or adds to it, so that nothing else can hold it."""
    returned = [part.value for node in step.body for part in ast.walk(node) if isinstance(part, ast.Return)]
    return all(
        isinstance(value, ast.expr) and (_is_named(value, step.value) or _is_added_to(value, step.value))
        for value in returned
    )


def _is_named(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _is_added_to(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and _is_named(node.left, name)


def _grown(step: Step, value: ast.expr) -> list[ast.stmt]:
    """What the value has more than the list is added to the list itself."""
    match value:
        case ast.BinOp(right=ast.List(elts=[item])) if not isinstance(item, ast.Starred):
            return [appended(step.value, item)]
        case ast.BinOp(op=op, right=right):
            return [ast.AugAssign(ast.Name(step.value, ast.Store()), op, right)]
    return []


def appended(name: str, value: ast.expr) -> ast.stmt:
    """``name.append(value)``."""
    return ast.Expr(ast.Call(ast.Attribute(load(name), "append", ast.Load()), [value], []))


def finished(statements: list[ast.stmt], finish: Finish) -> list[ast.stmt]:
    """The statements with something else where they return: what would end a function goes on in a loop."""
    for place, statement in enumerate(statements):
        match statement:
            case ast.Return(value=ast.expr() as value):
                return [*statements[:place], *finish(value)]
            case ast.If(test=test, body=then):
                choice = _choice(test, finished(then, finish), finished(statements[place + 1 :], finish))
                return [*statements[:place], *choice]
    return statements


def _choice(test: ast.expr, then: list[ast.stmt], otherwise: list[ast.stmt]) -> list[ast.stmt]:
    if not then and not otherwise:
        return []
    if not then:
        return [ast.If(ast.UnaryOp(ast.Not(), test), otherwise, [])]
    return [ast.If(test, then, otherwise)]


def _advanced(step: Step, value: ast.expr) -> list[ast.stmt]:
    """The value becomes the accumulator; not in place for lists, which others may hold too."""
    match value:
        case ast.Name(id=step.value):
            return []
        case ast.BinOp(left=ast.Name(id=step.value), op=op, right=right) if step.type in (INT, STR):
            return [ast.AugAssign(ast.Name(step.value, ast.Store()), op, right)]
    return [ast.Assign([ast.Name(step.value, ast.Store())], value, lineno=0)]
