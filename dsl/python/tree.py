"""Expressions of printed Python as trees: what they mention, and copies with something else put in."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator, Mapping


def all_names(node: ast.AST) -> Iterator[str]:
    """The names that occur in a tree, each as often as it does."""
    return (part.id for part in ast.walk(node) if isinstance(part, ast.Name))


def inside_loops(node: ast.AST) -> Iterator[str]:
    """Names in the parts of an expression that are evaluated again and again."""
    for part in ast.walk(node):
        if isinstance(part, ast.Lambda):
            yield from all_names(part.body)
        elif isinstance(part, ast.ListComp | ast.GeneratorExp):
            yield from all_names(part.elt)
            for position, generator in enumerate(part.generators):
                for inner in ([generator.iter] if position else []) + generator.ifs:
                    yield from all_names(inner)


def names_in(node: ast.AST) -> set[str]:
    """All names that occur in an expression."""
    return set(all_names(node))


def copy_of(node: ast.expr) -> ast.expr:
    """A copy that may be changed."""
    return ast.parse(ast.unparse(node), mode="eval").body


def bound_in(node: ast.AST) -> set[str]:
    """Names that an expression binds itself, in comprehensions and lambdas."""
    stored = {part.id for part in ast.walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)}
    return stored | {part.arg for part in ast.walk(node) if isinstance(part, ast.arg)}


def renaming_of(node: ast.AST, taken: set[str]) -> dict[str, str]:
    """New names for the bound variables of an expression that are among those taken."""
    renamed: dict[str, str] = {}
    for name in sorted(bound_in(node) & taken):
        used = taken | set(renamed.values()) | names_in(node)
        renamed[name] = next(new for new in fresh_names(name) if new not in used)
    return renamed


def fresh_names(name: str) -> Iterator[str]:
    """Names like the given one: its neighbours in the alphabet, then numbered ones."""
    for neighbours in ("xyzw", "ijk", "cde"):
        if len(name) == 1 and name in neighbours:
            yield from neighbours
    yield from (f"{name}{number}" for number in itertools.count(2))


def substituted(body: ast.expr, values: Mapping[str, ast.expr]) -> ast.expr:
    """A copy of an expression with values in place of names; its own variables are renamed where they would clash."""
    foreign = {name for value in values.values() for name in names_in(value)}
    changed: ast.expr = _Substitution(values, renaming_of(body, foreign)).visit(copy_of(body))
    return changed


def is_repeated(name: str, body: ast.AST) -> bool:
    """Whether a name is evaluated several times: it occurs twice, or within a comprehension or lambda."""
    return sum(found == name for found in all_names(body)) > 1 or name in set(inside_loops(body))


def same(one: ast.AST, other: ast.AST) -> bool:
    """Whether two expressions read the same, and so have the same value."""
    return ast.unparse(one) == ast.unparse(other)


def integer(node: ast.AST | None) -> int | None:
    """The value of an integer constant, None for anything else."""
    match node:
        case ast.Constant(value=int() as value) if not isinstance(value, bool):
            return value
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() as value)) if not isinstance(value, bool):
            return -value
    return None


def number(value: int) -> ast.expr:
    """An integer constant."""
    return ast.UnaryOp(ast.USub(), ast.Constant(-value)) if value < 0 else ast.Constant(value)


def load(name: str) -> ast.expr:
    """A name that is read."""
    return ast.Name(name, ast.Load())


def calling(name: str, *arguments: ast.expr) -> ast.expr:
    """The call of a function, or of a function of a module: ``math.prod``."""
    module, _, function = name.rpartition(".")
    called = ast.Attribute(load(module), function, ast.Load()) if module else load(function)
    return ast.Call(called, list(arguments), [])


class _Substitution(ast.NodeTransformer):
    def __init__(self, values: Mapping[str, ast.expr], renamed: Mapping[str, str]) -> None:
        self.values, self.renamed = values, renamed

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id in self.renamed:
            return ast.Name(self.renamed[node.id], node.ctx)
        if isinstance(node.ctx, ast.Load) and node.id in self.values:
            return copy_of(self.values[node.id])
        return node

    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.arg = self.renamed.get(node.arg, node.arg)
        return node


def is_constant(node: ast.expr) -> bool:
    """Whether it is a number, text or truth value."""
    return isinstance(node, ast.Constant) or (isinstance(node, ast.UnaryOp) and isinstance(node.operand, ast.Constant))


def is_simple(node: ast.expr) -> bool:
    """Whether evaluating it again costs nothing."""
    return isinstance(node, ast.Name) or is_constant(node) or (isinstance(node, ast.List) and not node.elts)
