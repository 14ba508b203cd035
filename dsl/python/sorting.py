"""Lists sorted by several keys: one call of `sorted`, whose key is a tuple."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass

from ..core.expression import Call, Expression, Function
from ..core.types import BOOL, DECIMAL, INT, Type
from .blocks import arguments_named

SORTS = {"sorted_by": False, "sorted_by_desc": True}
"""The primitives that sort by a key, and whether they go down."""


@dataclass(frozen=True)
class SortKey:
    """An expression by which is sorted, its type, and whether that goes down."""

    body: ast.expr
    type: Type
    down: bool

    @property
    def may_turn(self) -> bool:
        """Whether a negative goes the other way."""
        return self.type in (INT, DECIMAL, BOOL)

    def towards(self, down: bool) -> ast.expr:
        """The key for a sort in this direction."""
        if self.down is down:
            return self.body
        return ast.UnaryOp(ast.Not() if self.type == BOOL else ast.USub(), self.body)


def nested_sorts(call: Call) -> tuple[Expression, list[tuple[Function, bool]]]:
    """What is sorted at last, and the functions by which it is, the one that counts most first, with directions."""
    keys = []
    rows: Expression = call
    while isinstance(rows, Call) and rows.primitive.name in SORTS:
        inner, function = rows.arguments
        assert isinstance(function, Function)
        keys.append((function, SORTS[rows.primitive.name]))
        rows = inner
    return rows, keys


def goes_at_once(keys: Sequence[SortKey]) -> bool:
    """Whether one sort does it: keys that cannot be turned go one way."""
    return len({key.down for key in keys if not key.may_turn}) <= 1


def sorted_at_once(rows: ast.expr, name: str, keys: Sequence[SortKey]) -> ast.expr:
    """The rows sorted by the keys, which are about a row of this name. Rows that have them in common stay in order."""
    fixed = [key for key in keys if not key.may_turn]
    down = fixed[0].down if fixed else all(key.down for key in keys)
    bodies = [key.towards(down) for key in keys]
    keywords = [ast.keyword("reverse", ast.Constant(True))] * down
    if not (len(bodies) == 1 and isinstance(bodies[0], ast.Name) and bodies[0].id == name):
        body = bodies[0] if len(bodies) == 1 else ast.Tuple(bodies, ast.Load())
        keywords.insert(0, ast.keyword("key", ast.Lambda(arguments_named(name), body)))
    return ast.Call(ast.Name("sorted", ast.Load()), [rows], keywords)
