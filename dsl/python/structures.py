"""What is put together of named or numbered parts, as the displays of Python."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from .tree import calling, copy_of

Writer = Callable[[list[ast.expr]], ast.expr]


def _record(parts: list[ast.expr]) -> ast.expr:
    return ast.Dict([*parts[::2]], [*parts[1::2]])


def _with_fields(parts: list[ast.expr]) -> ast.expr:
    row, *fields = parts
    return ast.Dict([None, *fields[::2]], [row, *fields[1::2]])


def _list(parts: list[ast.expr]) -> ast.expr:
    return ast.List(parts, ast.Load())


def _zipped(columns: list[ast.expr]) -> ast.expr:
    return ast.parse(
        "[list(row) for row in COLUMNS]".replace("COLUMNS", ast.unparse(calling("zip", *columns))), mode="eval"
    ).body


WRITERS: Mapping[str, Writer] = {
    "record": _record,
    "with_fields": _with_fields,
    "tuple": _list,
    "items": _list,
    "zipped": _zipped,
}
"""The primitives that take any number of arguments, and how they are written."""


def nested_loops(rows: ast.expr, name: str, body: ast.expr, item: str) -> ast.expr:
    """``[item for name in rows for item in body]``."""
    loops = [
        ast.comprehension(ast.Name(name, ast.Store()), rows, [], 0),
        ast.comprehension(ast.Name(item, ast.Store()), copy_of(body), [], 0),
    ]
    return ast.ListComp(ast.Name(item, ast.Load()), loops)
