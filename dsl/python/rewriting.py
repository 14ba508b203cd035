"""Expressions rewritten until they are what a person would write.

A rule looks at one expression, whose parts have been rewritten already, and returns another
one that has the same value wherever the given one has a value, or None. Where the given one
raises an error the other may have a value: the program is undefined there.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TypeVar

from . import (
    arithmetic,
    comparisons,
    comprehensions,
    format_strings,
    functions,
    idioms,
    iterables,
    mappings,
    ordering,
    slices,
    structures,
    tuples,
    zips,
)

Tree = TypeVar("Tree", ast.expr, ast.stmt)
Rule = Callable[[ast.expr], ast.expr | None]
Rules = tuple[Rule, ...]

REAL_RULES: tuple[Rule, ...] = (
    *slices.RULES,
    *arithmetic.RULES,
    *comparisons.RULES,
    *format_strings.RULES,
    *iterables.RULES,
    *ordering.RULES,
    *idioms.RULES,
    *functions.RULES,
    *structures.RULES,
    *tuples.RULES,
    *mappings.RULES,
    *zips.RULES,
    *comprehensions.RULES,
)
"""The rules that hold for real numbers too, in the order in which they are tried."""

RULES: tuple[Rule, ...] = (*arithmetic.EXACT_RULES, *comparisons.EXACT_RULES, *REAL_RULES)
"""All rules."""


class _Rewriter(ast.NodeTransformer):
    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.rules = rules

    def visit(self, node: ast.AST) -> ast.AST:
        node = self.generic_visit(node)
        while isinstance(node, ast.expr):
            changed = next((new for rule in self.rules if (new := rule(node)) is not None), None)
            if changed is None:
                break
            node = self.generic_visit(changed)
        return node


def tidied(node: Tree, rules: tuple[Rule, ...] = RULES) -> Tree:
    """The expression, or the statement with all its expressions, rewritten; the given one may be changed."""
    tidy = _Rewriter(rules).visit(node)
    assert isinstance(tidy, ast.expr | ast.stmt)
    return tidy  # type: ignore[return-value]
