"""Recurrences with known coefficients as loops over the last few items."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from .tree import load, number

MOST_ITEMS = 4
"""A loop that moves on more items than this is harder to read than a list of them."""


def is_short(coefficients: Sequence[int], first: Sequence[int]) -> bool:
    """Whether the items that a step needs are few, and just those that are given."""
    return len(coefficients) == len(first) and 0 < len(first) <= MOST_ITEMS


def recurrence(
    names: Sequence[str], coefficients: Sequence[int], first: Sequence[int], times: ast.expr
) -> list[ast.stmt]:
    """``a, b = 0, 1`` and a loop of ``a, b = b, a + b``: as many items as there are names, the oldest first."""
    start = ast.Assign([_stored(names)], _side_by_side([number(value) for value in first]), lineno=0)
    oldest_first = list(zip(coefficients[::-1], map(load, names), strict=True))
    new = _weighted_sum(oldest_first)
    step: ast.stmt = ast.Assign([_stored(names)], _side_by_side([*map(load, names[1:]), new]), lineno=0)
    match oldest_first:
        case [(coefficient, _)]:
            step = ast.AugAssign(ast.Name(names[0], ast.Store()), ast.Mult(), number(coefficient))
    return [start, ast.For(ast.Name("_", ast.Store()), times, [step], [], lineno=0)]


def _side_by_side(values: list[ast.expr]) -> ast.expr:
    return ast.Tuple(values, ast.Load()) if len(values) > 1 else values[0]


def _stored(names: Sequence[str]) -> ast.expr:
    targets: list[ast.expr] = [ast.Name(name, ast.Store()) for name in names]
    return ast.Tuple(targets, ast.Store()) if len(targets) > 1 else targets[0]


def _weighted_sum(terms: list[tuple[int, ast.expr]]) -> ast.expr:
    """The sum of what is multiplied by the coefficients, that which is added before that which is taken away."""
    ordered = sorted((term for term in terms if term[0]), key=lambda term: term[0] < 0)
    if not ordered:
        return number(0)
    total = _multiple(*ordered[0])
    for coefficient, name in ordered[1:]:
        sign: ast.operator = ast.Sub() if coefficient < 0 else ast.Add()
        total = ast.BinOp(total, sign, _multiple(abs(coefficient), name))
    return total


def _multiple(coefficient: int, name: ast.expr) -> ast.expr:
    if coefficient == -1:
        return ast.UnaryOp(ast.USub(), name)
    return name if coefficient == 1 else ast.BinOp(number(coefficient), ast.Mult(), name)
