"""What printed Python takes from the modules of primitives: the functions and constants that its expressions use."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from functools import cache
from types import ModuleType

from ..core.primitive import Declaration, Primitive
from .rendering import rendered

Scope = Mapping[str, ast.stmt]
"""The definitions of a module by name."""


def scopes_of(primitives: Iterable[Primitive]) -> list[Scope]:
    """What may be used where some of the primitives are spelled out: the definitions of their modules."""
    names = {one.reference.__module__ for one in primitives if one.spelled is not None}
    modules = {module for name in sorted(names) for module in _with_imported(sys.modules[name])}
    return [_definitions(module) for module in sorted(modules)]


def _with_imported(module: ModuleType) -> Iterator[str]:
    """The module, and those of the same package from which it takes something."""
    yield module.__name__
    package = module.__name__.rpartition(".")[0]
    for value in vars(module).values():
        other = getattr(value, "__module__", None)
        if isinstance(other, str) and other.rpartition(".")[0] == package and not isinstance(value, Declaration):
            yield other


@cache
def _definitions(name: str) -> Scope:
    """The functions and constants that a module defines, without its primitives.

    What constants are made of must not need the functions: see `supports`.
    """
    found: dict[str, ast.stmt] = {}
    for statement in ast.parse(inspect.getsource(sys.modules[name])).body:
        match statement:
            case ast.FunctionDef(name=called) if not isinstance(vars(sys.modules[name]).get(called), Declaration):
                found[called] = statement
            case ast.Assign(targets=[ast.Name(id=called)]):
                found[called] = statement
    found.pop("_", None)
    return found


def supports(texts: Sequence[str], scopes: Sequence[Scope], names: Mapping[str, str]) -> list[str]:
    """The definitions that some sources use, each before what uses it; some have other names there.

    Constants come first, as one text.
    """
    known: dict[str, ast.stmt] = {}
    for scope in scopes:
        known |= {names.get(name, name): _Renaming(names).visit(deepcopy(node)) for name, node in scope.items()}
    ordered: list[str] = []

    def collect(tree: ast.AST) -> None:
        read = {part.id for part in ast.walk(tree) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load)}
        for name in sorted(read & set(known)):
            if name not in ordered:
                collect(known[name])
                ordered.append(name)

    for text in texts:
        collect(ast.parse(text))
    constants = [name for name in ordered if isinstance(known[name], ast.Assign)]
    functions = [rendered([known[name]]) for name in ordered if name not in constants]
    return [rendered([known[name] for name in constants])] * bool(constants) + functions


class _Renaming(ast.NodeTransformer):
    """Gives definitions other names, wherever they are used."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name(self.names.get(node.id, node.id), node.ctx)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        node.name = self.names.get(node.name, node.name)
        self.generic_visit(node)
        return node
