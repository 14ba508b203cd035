"""Expressions of printed Python as trees: what they mention, and copies with something else put in."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator, Mapping

from ..core.types import DECIMAL, Type


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


def inside_texts(node: ast.AST) -> set[str]:
    """Names within the braces of format strings, where Python 3.11 allows neither backslashes nor all quotes."""
    return {name for part in ast.walk(node) if isinstance(part, ast.JoinedStr) for name in all_names(part)}


def has_text(node: ast.AST) -> bool:
    """Whether there is a text constant in an expression, or a format string."""
    return any(isinstance(part, ast.Constant) and isinstance(part.value, str) for part in ast.walk(node))


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


def fresh_names(name: str) -> Iterator[str]:
    """Names like the given one: its neighbours in the alphabet, then numbered ones."""
    for neighbours in ("xyzw", "ijk", "cde"):
        if len(name) == 1 and name in neighbours:
            yield from neighbours
    yield from (f"{name}{number}" for number in itertools.count(2))


def substituted(body: ast.expr, values: Mapping[str, ast.expr]) -> ast.expr:
    """A copy of an expression with values in place of names; its own variables are renamed where they would clash."""
    changed: ast.expr = _Substitution(values).visit(copy_of(body))
    return changed


def put_in(element: ast.expr, name: str, value: ast.expr) -> ast.expr | None:
    """The expression with a value in place of a name, unless the name means something else within it."""
    return None if name in bound_in(element) else substituted(element, {name: value})


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


def name_of(function: ast.expr) -> str:
    """The last part of the name of a function."""
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def argument_of(node: ast.AST, name: str) -> ast.expr | None:
    """The argument of a call of this function with a single one."""
    match node:
        case ast.Call(func=function, args=[argument], keywords=[]) if name_of(function) == name:
            return argument
    return None


class _Substitution(ast.NodeTransformer):
    """Puts values in place of free names, scope by scope."""

    def __init__(self, values: Mapping[str, ast.expr]) -> None:
        self.values = values

    def visit_Name(self, node: ast.Name) -> ast.expr:
        value = self.values.get(node.id)
        if value is None:
            return node
        if isinstance(node.ctx, ast.Load):
            return copy_of(value)
        assert isinstance(value, ast.Name)
        return ast.Name(value.id, node.ctx)

    def visit_arg(self, node: ast.arg) -> ast.arg:
        value = self.values.get(node.arg)
        return ast.arg(value.id) if isinstance(value, ast.Name) else node

    def visit_Lambda(self, node: ast.Lambda) -> ast.expr:
        inner = self.within(node, {argument.arg for argument in node.args.args})
        return inner.generic_visit(node)  # type: ignore[return-value]

    def visit_ListComp(self, node: ast.ListComp) -> ast.expr:
        return self.comprehension(node)

    def visit_GeneratorExp(self, node: ast.GeneratorExp) -> ast.expr:
        return self.comprehension(node)

    def comprehension(self, node: ast.ListComp | ast.GeneratorExp) -> ast.expr:
        """A comprehension is a scope of its own but for what its first loop runs over."""
        first = node.generators[0]
        outer = self.visit(first.iter)
        first.iter = ast.Constant(None)
        own = {name for generator in node.generators for name in bound_in(generator.target)}
        self.within(node, own).generic_visit(node)
        first.iter = outer
        return node

    def within(self, scope: ast.expr, own: set[str]) -> _Substitution:
        """What is put into a scope: nothing for its own names, which change where a value has the same."""
        values = {name: value for name, value in self.values.items() if name not in own}
        foreign = {name for value in values.values() for name in names_in(value)}
        used = foreign | names_in(scope) | own
        for name in sorted(own & foreign):
            new = next(new for new in fresh_names(name) if new not in used)
            used.add(new)
            values[name] = load(new)
        return _Substitution(values)


def is_constant(node: ast.expr) -> bool:
    """Whether it is a number, text or truth value."""
    return isinstance(node, ast.Constant) or (isinstance(node, ast.UnaryOp) and isinstance(node.operand, ast.Constant))


def is_simple(node: ast.expr) -> bool:
    """Whether evaluating it again costs nothing."""
    match node:
        case ast.Name() | ast.List(elts=[]):
            return True
        case ast.Call(func=function, args=[ast.Constant()], keywords=[]):
            return ast.unparse(function) == "decimal.Decimal"
    return is_constant(node)


def surely_decimal(value: ast.expr, type_: Type) -> ast.expr:
    """The value of an expression of a type: a sum of decimals is one where there are none, too."""
    match value:
        case ast.Call(func=ast.Name(id="sum"), args=[items]) if type_ == DECIMAL:
            return sum_of_decimals(items)
    return value


def sum_of_decimals(items: ast.expr) -> ast.expr:
    """Their sum, a decimal also where there are none: in Python the sum of nothing is an integer."""
    nothing = ast.Call(ast.Attribute(load("decimal"), "Decimal", ast.Load()), [ast.Constant(0)], [])
    return ast.Call(load("sum"), [items, nothing], [])
