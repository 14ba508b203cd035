"""Comprehensions whose variables have the names of variables around them.

In a function of its own a name is free where an inner function has it from an outer one. Python 3.12 and later inline a
comprehension that binds the same name, and lose what the inner function is to have: NameError (CPython, issue 121377).
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .tree import bound_in, fresh_names, names_in

Inlined = ast.ListComp | ast.SetComp | ast.DictComp
"""Generators are functions still."""
Scope = ast.FunctionDef | ast.Lambda | ast.GeneratorExp


def unshadowed(main: ast.FunctionDef) -> ast.FunctionDef:
    """The function with other names for such variables."""
    if not any(_shadowing(main)):
        return main
    changed = ast.parse(ast.unparse(main)).body[0]  # In a tree of its own no part stands in two places.
    assert isinstance(changed, ast.FunctionDef)
    taken = names_in(main) | bound_in(main) | {one.name for one in ast.walk(main) if isinstance(one, ast.FunctionDef)}
    for node, name in [*_shadowing(changed)]:
        new = next(one for one in fresh_names(name) if one not in taken)
        taken.add(new)
        _Renaming(name, new).rename(node)
    return changed


def _shadowing(main: ast.FunctionDef) -> Iterator[tuple[Inlined, str]]:
    """Comprehensions, and the variable that has the name of one that is free in the function around them."""
    for scope in ast.walk(main):
        if isinstance(scope, Scope) and scope is not main:
            free = free_names(scope)
            for node in _inlined_in(scope):
                yield from ((node, name) for name in sorted(free & _targets(node)))


def free_names(node: ast.AST) -> set[str]:
    """The names that a tree reads and does not bind itself."""
    match node:
        case ast.Name(id=name):
            return set() if _is_stored(node) else {name}
        case ast.Lambda(args=arguments, body=body):
            return free_names(body) - bound_in(arguments)
        case ast.FunctionDef(args=arguments, body=body):
            free = set().union(*map(free_names, body))
            return free - bound_in(arguments) - set().union(*map(_stored, body))
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            first = node.generators[0].iter
            inside = set().union(*(free_names(part) for part in ast.iter_child_nodes(node)))
            rest = inside - _targets(node)
            return free_names(first) | rest
        case ast.comprehension(iter=iterable, ifs=conditions):
            return set().union(*map(free_names, (iterable, *conditions)))
    return set().union(*map(free_names, ast.iter_child_nodes(node)))


def _stored(node: ast.AST) -> set[str]:
    """The names that a statement assigns to in the function that it is a part of."""
    if isinstance(node, ast.FunctionDef):
        return {node.name}
    if isinstance(node, ast.Name):
        return {node.id} if _is_stored(node) else set()
    if isinstance(node, ast.Lambda | ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
        return set()
    return set().union(*map(_stored, ast.iter_child_nodes(node)))


def _is_stored(node: ast.Name) -> bool:
    """Whether a name is assigned to; names that are put together by hand may not say what they are for."""
    return isinstance(getattr(node, "ctx", None), ast.Store)


def _targets(node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp) -> set[str]:
    return set().union(*(bound_in(one.target) for one in node.generators))


def _inlined_in(node: ast.AST) -> Iterator[Inlined]:
    """The comprehensions that become a part of a function, not those of functions within it."""
    for part in ast.iter_child_nodes(node):
        if isinstance(part, Inlined):
            yield part
        if not isinstance(part, Scope):
            yield from _inlined_in(part)


class _Renaming(ast.NodeTransformer):
    """Gives a variable of a comprehension another name, wherever it stands."""

    def __init__(self, name: str, new: str) -> None:
        self.name, self.new = name, new

    def rename(self, node: Inlined) -> None:
        """Rename it in a comprehension, but for what is evaluated outside."""
        first = node.generators[0]
        outside, first.iter = first.iter, ast.Constant(None)
        self.generic_visit(node)
        first.iter = outside

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name(self.new, node.ctx) if node.id == self.name else node

    def visit_arg(self, node: ast.arg) -> ast.arg:
        return ast.arg(self.new, node.annotation) if node.arg == self.name else node
