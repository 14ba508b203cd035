"""What is a single character: a condition on all of its characters is one on itself."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Set

from ..core.expression import Call, Expression, Literal, Variable
from ..core.types import STR
from .naming import item_names
from .tree import argument_of, load, substituted
from .unpacking import KEEPING, part_names

SAME_ITEMS = KEEPING | {"unique", "sort", "sort_desc"}
"""Primitives that give items of their first argument."""


def characters_of(rows: Expression, names: Mapping[Expression, str]) -> set[str]:
    """The names that stand for single characters: for an item of the rows, or for a part of it."""
    found = set()
    for expression, name in names.items():
        match expression:
            case Variable() if _gives_characters(rows):
                found.add(name)
            case Call(_, (_, Literal(int() as place))) if part_names(rows)[place] == item_names(STR):
                found.add(name)
    return found


def _gives_characters(rows: Expression) -> bool:
    match rows:
        case Call(primitive, (first, *_), False) if primitive.name in SAME_ITEMS:
            return _gives_characters(first)
        case Call(primitive, _, False):
            return primitive.name == "chars"
    return False


def is_list_of_text(expression: Expression) -> bool:
    """Whether it is the list of a text that has a name: that needs none of its own."""
    match expression:
        case Call(primitive, (Variable(),), False):
            return primitive.name == "chars"
    return False


def about_characters(node: ast.expr, names: Set[str]) -> ast.expr:
    """``all([d.isupper() for d in c])`` is ``c.isupper()``, and ``list(s).count(c)`` is ``s.count(c)``."""
    changed: ast.expr = _Characters(names).visit(node)
    return changed


class _Characters(ast.NodeTransformer):
    def __init__(self, names: Set[str]) -> None:
        self.names = names

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        match node:
            case ast.Call(
                func=ast.Name(id="any" | "all"),
                args=[ast.ListComp(elt=element, generators=[loop]) | ast.GeneratorExp(elt=element, generators=[loop])],
            ) if isinstance(loop.target, ast.Name) and not loop.ifs and self.is_one(loop.iter):
                assert isinstance(loop.iter, ast.Name)
                return substituted(element, {loop.target.id: load(loop.iter.id)})
            case ast.Call(func=ast.Attribute(value=whole, attr="count"), args=[character]) if self.is_one(character):
                text = argument_of(whole, "list")
                if text is not None:
                    return ast.Call(ast.Attribute(text, "count", ast.Load()), [character], [])
        return node

    def is_one(self, node: ast.expr) -> bool:
        """Whether it is the name of a character."""
        return isinstance(node, ast.Name) and node.id in self.names
