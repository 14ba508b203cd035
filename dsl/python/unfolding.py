"""Loops over the pairs that a comprehension makes, written as loops over what it runs over."""

from __future__ import annotations

import ast
from collections import Counter
from typing import TypeGuard

from .tree import all_names, bound_in, substituted
from .tuples import tuples_of


def unfolded(function: ast.FunctionDef) -> None:
    """Write ``for key, value in [[f(x), x] for x in xs]: ...`` as ``for x in xs: ...``, anywhere in a function."""
    for node in ast.walk(function):
        for field in ("body", "orelse"):
            statements = getattr(node, field, None)
            if isinstance(statements, list):
                statements[:] = [_loop_over_source(one, function) for one in statements]


def _loop_over_source(statement: ast.stmt, function: ast.FunctionDef) -> ast.stmt:
    match statement:
        case ast.For(target=ast.Tuple(elts=names), iter=rows, body=[ast.Expr(value=done)]):
            statement.iter = tuples_of(rows) or rows
            match rows:
                case ast.ListComp(elt=ast.List(elts=made), generators=loops) if len(made) == len(names):
                    if not _clash(loops, statement, function):
                        values = {one.id: value for one, value in zip(names, made, strict=True) if _is_name(one)}
                        return _nested(loops, [ast.Expr(substituted(done, values))])
    return statement


def _is_name(node: ast.expr) -> TypeGuard[ast.Name]:
    return isinstance(node, ast.Name)


def _clash(loops: list[ast.comprehension], statement: ast.stmt, function: ast.FunctionDef) -> bool:
    """Whether a variable of the loops means something elsewhere in the function, or in another of the loops."""
    targets = [name for loop in loops for name in bound_in(loop.target)]
    everywhere, here = Counter(all_names(function)), Counter(all_names(statement))
    taken = {one.arg for one in function.args.args} | {name for name in targets if everywhere[name] > here[name]}
    return len(set(targets)) < len(targets) or not taken.isdisjoint(targets)


def _nested(loops: list[ast.comprehension], body: list[ast.stmt]) -> ast.stmt:
    for loop in reversed(loops):
        for condition in reversed(loop.ifs):
            body = [ast.If(condition, body, [])]
        body = [ast.For(loop.target, loop.iter, body, [], lineno=0)]
    return body[0]
