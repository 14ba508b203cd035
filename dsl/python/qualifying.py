"""Names of modules that are printed without the module: what is calculated should not drown in it."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Set

EXPORTED = {
    "collections": ("Counter",),
    "decimal": ("ROUND_CEILING", "ROUND_DOWN", "ROUND_FLOOR", "ROUND_HALF_UP", "ROUND_UP", "Decimal"),
    "functools": ("reduce",),
    "itertools": (
        "accumulate",
        "combinations",
        "dropwhile",
        "groupby",
        "islice",
        "pairwise",
        "permutations",
        "product",
        "takewhile",
    ),
}
"""The modules, and what is imported from them by name."""

NAMES = frozenset(name for names in EXPORTED.values() for name in names)
"""What helpers must not be called."""


def unqualified(function: ast.FunctionDef) -> ast.FunctionDef:
    """The function with such names alone, but for those that it calls something else by; the given one is changed."""
    changed: ast.FunctionDef = _Unqualified(set(_own(function))).visit(function)
    return changed


def _own(function: ast.stmt) -> Iterator[str]:
    """The names that a definition binds anywhere."""
    for node in ast.walk(function):
        match node:
            case ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()) | ast.FunctionDef(name=name):
                yield name


class _Unqualified(ast.NodeTransformer):
    def __init__(self, own: Set[str]) -> None:
        self.own = own

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        self.generic_visit(node)
        match node:
            case ast.Attribute(value=ast.Name(id=module), attr=name) if name in EXPORTED.get(module, ()):
                return node if name in self.own else ast.Name(name, ast.Load())
        return node


def foreign_names(source: str) -> set[str]:
    """The names that definitions use without binding them."""
    found: set[str] = set()
    for definition in ast.parse(source).body:
        own = set(_own(definition))
        found |= {part.id for part in ast.walk(definition) if isinstance(part, ast.Name) and part.id not in own}
    return found


def import_of(used: Set[str]) -> str:
    """The lines that import those of the names that are used, if there are any."""
    lines = []
    for module, exported in EXPORTED.items():
        names = ", ".join(name for name in exported if name in used)
        lines.append(f"from {module} import {names}\n" if names else "")
    return "".join(lines)
