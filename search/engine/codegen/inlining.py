"""Kernels merged into few functions: how their sources are rewritten.

Numba spends most of its time per function, not per line, so a function of a
dozen kernels compiles several times faster than a dozen functions. A kernel
is made inlinable by turning every ``return`` into an assignment and a
``break`` out of a loop that runs once.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence

RESULT = "value"
LEFT = "left"


def inlined(node: ast.FunctionDef, arguments: Mapping[str, str], prefix: str) -> list[ast.stmt]:
    """The body of a kernel as statements that leave its result in ``value``.

    Parameters
    ----------
    arguments
        Parameter name -> expression that it is bound to first.
    prefix
        Put before every local name, so that kernels in one function share none.
    """
    names = {argument.arg for argument in node.args.args}
    names |= {part.id for part in ast.walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)}
    shared = {"mem", "cap", "out"} & {argument.arg for argument in node.args.args}
    renaming = {name: f"{prefix}{name}" for name in names - shared}
    bindings = [
        ast.parse(f"{renaming[name]} = {expression}").body[0]
        for name, expression in arguments.items()
        if name not in shared
    ]
    statements = [statement for statement in node.body if not _is_docstring(statement)]
    body = [_Renamer(renaming).visit(statement) for statement in _copied(statements)]
    return [*bindings, *_without_returns(body)]


def _copied(statements: Sequence[ast.stmt]) -> list[ast.stmt]:
    return ast.parse("\n".join(map(ast.unparse, statements))).body


def _is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


class _Renamer(ast.NodeTransformer):
    def __init__(self, renaming: Mapping[str, str]) -> None:
        self.renaming = renaming

    def visit_Name(self, node: ast.Name) -> ast.Name:
        node.id = self.renaming.get(node.id, node.id)
        return node


def _without_returns(body: list[ast.stmt]) -> list[ast.stmt]:
    if not any(isinstance(part, ast.Return) for statement in body[:-1] for part in ast.walk(statement)):
        last = body[-1]
        if isinstance(last, ast.Return):
            return [*body[:-1], _assign(last)]
    once = ast.While(test=ast.Constant(value=True), body=[*_leaving(body, 0), ast.Break()], orelse=[])
    return [*ast.parse(f"{LEFT} = 0\n{RESULT} = 0").body, once]


def _assign(node: ast.Return) -> ast.stmt:
    value = node.value or ast.Constant(value=0)
    return ast.Assign(targets=[ast.Name(RESULT, ast.Store())], value=value, lineno=0)


def _leaving(body: Sequence[ast.stmt], depth: int) -> list[ast.stmt]:
    """Replace the returns in a block that lies inside of `depth` loops of the kernel."""
    replaced: list[ast.stmt] = []
    for statement in body:
        match statement:
            case ast.Return():
                replaced.append(_assign(statement))
                if depth:
                    replaced.extend(ast.parse(f"{LEFT} = 1").body)
                replaced.append(ast.Break())
            case ast.If():
                statement.body = _leaving(statement.body, depth)
                statement.orelse = _leaving(statement.orelse, depth)
                replaced.append(statement)
            case ast.For() | ast.While():
                returns = any(isinstance(part, ast.Return) for part in ast.walk(statement))
                statement.body = _leaving(statement.body, depth + 1)
                replaced.append(statement)
                if returns:
                    replaced.append(
                        ast.If(
                            ast.Compare(ast.Name(LEFT, ast.Load()), [ast.Eq()], [ast.Constant(1)]), [ast.Break()], []
                        )
                    )
            case _:
                replaced.append(statement)
    return replaced
