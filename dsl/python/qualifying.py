"""Names of the module `decimal`, which are printed without it: what is calculated should not drown in it."""

from __future__ import annotations

import ast
from collections.abc import Set

MODULE = "decimal"
EXPORTED = ("ROUND_CEILING", "ROUND_DOWN", "ROUND_FLOOR", "ROUND_HALF_UP", "ROUND_UP", "Decimal")


def unqualified(function: ast.FunctionDef) -> ast.FunctionDef:
    """The function with the names of the module alone; the given one is changed."""
    changed: ast.FunctionDef = _Unqualified().visit(function)
    return changed


class _Unqualified(ast.NodeTransformer):
    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        self.generic_visit(node)
        match node:
            case ast.Attribute(value=ast.Name(id=module), attr=name) if module == MODULE and name in EXPORTED:
                return ast.Name(name, ast.Load())
        return node


def import_of(used: Set[str]) -> str:
    """The line that imports those of the names that are used, if there are any."""
    names = ", ".join(name for name in EXPORTED if name in used)
    return f"from {MODULE} import {names}\n" if names else ""
