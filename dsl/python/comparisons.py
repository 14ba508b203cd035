"""Rules for comparisons, and for logic that puts them together."""

from __future__ import annotations

import ast
from itertools import pairwise

from .tree import integer, is_constant, is_simple, same

MIRRORED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.Gt,
    ast.LtE: ast.GtE,
    ast.Gt: ast.Lt,
    ast.GtE: ast.LtE,
    ast.Eq: ast.Eq,
    ast.NotEq: ast.NotEq,
}
ORDERING = ast.Lt | ast.LtE | ast.Gt | ast.GtE
OPPOSITE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}


def mirrored(node: ast.Compare) -> ast.Compare | None:
    """The comparison the other way round, if it is a single one that can be turned."""
    turned = MIRRORED.get(type(node.ops[0])) if len(node.ops) == 1 else None
    return None if turned is None else ast.Compare(node.comparators[0], [turned()], [node.left])


def constant_on_the_right(node: ast.expr) -> ast.expr | None:
    """``0 < x`` is ``x > 0``: always."""
    match node:
        case ast.Compare(left=left, comparators=[right]) if is_constant(left) and not is_constant(right):
            return mirrored(node)
    return None


def difference_and_zero(node: ast.expr) -> ast.expr | None:
    """``x - y > 0`` is ``x > y``: for integers, and nothing else is subtracted and compared."""
    match node:
        case ast.Compare(left=ast.BinOp(left=left, op=ast.Sub(), right=right), ops=[op], comparators=[zero]):
            if integer(zero) == 0 and type(op) in MIRRORED:
                return ast.Compare(left, [op], [right])
    return None


def is_set(node: ast.expr) -> bool:
    """Whether an expression makes a set, of which two may each have what the other has not."""
    match node:
        case ast.Call(func=ast.Name(id="set")) | ast.Set() | ast.SetComp():
            return True
        case ast.BinOp(left=left, right=right):
            return is_set(left) or is_set(right)
    return False


def opposite_comparison(node: ast.expr) -> ast.expr | None:
    """``not x in xs`` is ``x not in xs``, and ``not x < y`` is ``x >= y``: what is no set is in order."""
    match node:
        case ast.UnaryOp(op=ast.Not(), operand=ast.Compare(left=left, ops=[op], comparators=[right])):
            if isinstance(op, ORDERING) and (is_set(left) or is_set(right)):
                return None
            opposite = OPPOSITE.get(type(op))
            return None if opposite is None else ast.Compare(left, [opposite()], [right])
        case ast.UnaryOp(op=ast.Not(), operand=ast.UnaryOp(op=ast.Not(), operand=operand)):
            return operand
    return None


def one_and_after_another(node: ast.expr) -> ast.expr | None:
    """``(p and q) and r`` is ``p and q and r``, and likewise with `or`: always."""
    match node:
        case ast.BoolOp(op=op, values=values):
            flat: list[ast.expr] = []
            for value in values:
                flat += value.values if isinstance(value, ast.BoolOp) and type(value.op) is type(op) else [value]
            return ast.BoolOp(op, flat) if len(flat) > len(values) else None
    return None


def between_two_bounds(node: ast.expr) -> ast.expr | None:
    """``n <= x and x <= m`` is ``n <= x <= m``: always, the middle being a name or constant."""
    match node:
        case ast.BoolOp(op=ast.And(), values=values):
            for position, pair in enumerate(pairwise(values)):
                if (chain := _chained(*pair)) is not None:
                    others = [*values[:position], chain, *values[position + 2 :]]
                    return ast.BoolOp(ast.And(), others) if len(others) > 1 else chain
    return None


def _chained(one: ast.expr, other: ast.expr) -> ast.Compare | None:
    """Two comparisons as one from the smallest to the largest, if they share what is in the middle."""
    for first in _ascending(one):
        for second in _ascending(other):
            for low, high in ((first, second), (second, first)):
                middle = low.comparators[0]
                if is_simple(middle) and same(middle, high.left):
                    return ast.Compare(low.left, [*low.ops, *high.ops], [middle, *high.comparators])
    return None


def _ascending(node: ast.expr) -> list[ast.Compare]:
    """A single comparison written with < or <=."""
    if not isinstance(node, ast.Compare) or len(node.ops) != 1:
        return []
    turned = mirrored(node) if isinstance(node.ops[0], ast.Gt | ast.GtE) else node
    return [turned] if turned is not None and isinstance(turned.ops[0], ast.Lt | ast.LtE) else []


EXACT_RULES = (difference_and_zero,)
"""A rule that real numbers may not follow: their difference may be 0 where they are not the same."""

RULES = (constant_on_the_right, opposite_comparison, one_and_after_another, between_two_bounds)
