"""The Python of one primitive: an expression with the parameters free, or a helper function."""

from __future__ import annotations

import ast
import builtins
import inspect
import itertools
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..core.primitive import Primitive
from ..core.types import BOOL, FLOAT, INT, STR, Type

MODULES = frozenset({"collections", "functools", "itertools", "math", "re"})
"""What printed Python may import."""

EAGER_CONSUMERS = frozenset({"all", "any", "list", "max", "min", "set", "sorted", "sum", "tuple", "join"})
"""Functions of one iterable, which a generator serves as well as a list."""

HINTS = {INT: "int", BOOL: "bool", STR: "str", FLOAT: "float"}


@dataclass(frozen=True)
class Template:
    """An expression over the parameters of a primitive.

    `repeated` are the parameters that it may evaluate more than once, so that
    only something simple should be put there.
    """

    parameters: tuple[str, ...]
    body: ast.expr
    repeated: frozenset[str]

    def filled(self, values: Mapping[str, ast.expr]) -> ast.expr:
        """The expression with the parameters replaced, its own variables renamed where they would clash."""
        foreign = {name for value in values.values() for name in names_in(value)}
        body: ast.expr = _Substitution(values, renaming_of(self.body, foreign)).visit(copy_of(self.body))
        return body


@cache
def template_of(primitive: Primitive) -> Template | None:
    """The template that a primitive declares, or that its one-line reference is; None if a helper must do."""
    function = _definition(primitive)
    if primitive.python is not None:
        body = ast.parse(primitive.python, mode="eval").body
    else:
        statements = _statements(function)
        if len(statements) != 1 or not isinstance(statements[0], ast.Return) or statements[0].value is None:
            return None
        body = statements[0].value
    return template_over(tuple(argument.arg for argument in function.args.args), body)


def template_over(parameters: tuple[str, ...], body: ast.expr) -> Template:
    """The expression as a template."""
    return Template(parameters, body, frozenset(name for name in parameters if _is_repeated(name, body)))


def helper_name(primitive: Primitive) -> str:
    """What the helper of a primitive is called: its name, unless Python has one like it."""
    return f"{primitive.name}_" if hasattr(builtins, primitive.name) or primitive.name in MODULES else primitive.name


def helper_source(primitive: Primitive, types: tuple[Type, ...] | None, result: Type | None) -> str:
    """The reference as a function of its own, with hints where all its uses agree on the types."""
    function = _definition(primitive)
    function.decorator_list = []
    function.name = helper_name(primitive)
    for position, argument in enumerate(function.args.args):
        hint = "list" if primitive.parameters[position].is_list else None
        text = hint if types is None or types[position].is_function else hint_of(types[position])
        argument.annotation = ast.parse(text, mode="eval").body if text else None
    function.returns = ast.parse(hint_of(result), mode="eval").body if result is not None else None
    return rendered(function)


def hint_of(type_: Type) -> str:
    """The Python hint of a type."""
    return HINTS[type_] if type_.item is None else f"list[{hint_of(type_.item)}]"


def _definition(primitive: Primitive) -> ast.FunctionDef:
    function = _parsed(primitive.reference)
    if primitive.printed is not None:
        function.body = [function.body[0], *_parsed(primitive.printed).body]
    return function


def _parsed(function: Callable[..., Any]) -> ast.FunctionDef:
    node = ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
    assert isinstance(node, ast.FunctionDef)
    return node


def _statements(function: ast.FunctionDef) -> list[ast.stmt]:
    return [part for part in function.body if not (isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant))]


def _is_repeated(name: str, body: ast.expr) -> bool:
    """Whether a name is evaluated several times: it occurs twice, or within a comprehension or lambda."""
    if sum(found == name for found in _all_names(body)) > 1:
        return True
    return name in set(_inside_loops(body))


def _all_names(node: ast.AST) -> Iterator[str]:
    return (part.id for part in ast.walk(node) if isinstance(part, ast.Name))


def _inside_loops(node: ast.AST) -> Iterator[str]:
    """Names in the parts of an expression that are evaluated again and again."""
    for part in ast.walk(node):
        if isinstance(part, ast.Lambda):
            yield from _all_names(part.body)
        elif isinstance(part, ast.ListComp | ast.GeneratorExp):
            yield from _all_names(part.elt)
            for position, generator in enumerate(part.generators):
                for inner in ([generator.iter] if position else []) + generator.ifs:
                    yield from _all_names(inner)


def names_in(node: ast.AST) -> set[str]:
    """All names that occur in an expression."""
    return set(_all_names(node))


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
    if len(name) == 1 and name in "xyzw":
        yield from "xyzw"
    if len(name) == 1 and name in "ijk":
        yield from "ijk"
    yield from (f"{name}{number}" for number in itertools.count(2))


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


class _Tidy(ast.NodeTransformer):
    """What a person would write: generators in reductions, constants on the right of comparisons, flat sums."""

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        self.generic_visit(node)
        return _sum(node.left, node.right) if isinstance(node.op, ast.Add) else node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if len(node.args) == 1 and isinstance(node.args[0], ast.ListComp | ast.GeneratorExp):
            comprehension = node.args[0]
            if name == "list" and isinstance(node.func, ast.Name):
                return ast.ListComp(comprehension.elt, comprehension.generators)
            if name in EAGER_CONSUMERS:
                node.args = [ast.GeneratorExp(comprehension.elt, comprehension.generators)]
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        self.generic_visit(node)
        mirrored = {ast.Lt: ast.Gt, ast.LtE: ast.GtE, ast.Eq: ast.Eq, ast.NotEq: ast.NotEq}.get(type(node.ops[0]))
        if len(node.ops) == 1 and mirrored and is_constant(node.left) and not is_constant(node.comparators[0]):
            return ast.Compare(node.comparators[0], [mirrored()], [node.left])
        return node


def _sum(left: ast.expr, right: ast.expr) -> ast.expr:
    """Left and right added from left to right: integers, text and lists add up alike in any grouping."""
    if isinstance(right, ast.BinOp) and isinstance(right.op, ast.Add):
        return ast.BinOp(_sum(left, right.left), ast.Add(), right.right)
    return ast.BinOp(left, ast.Add(), right)


def tidied(node: ast.expr) -> ast.expr:
    """The expression as a person would write it."""
    tidy: ast.expr = _Tidy().visit(node)
    return tidy


class _Renderer(ast.NodeTransformer):
    """Puts finished text where `ast.unparse` has a style of its own: a name prints as it is."""

    def visit_Expr(self, node: ast.Expr) -> ast.Expr:
        return node if isinstance(node.value, ast.Constant) else self.generic_visit(node)  # type: ignore[return-value]

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        if isinstance(node.value, str) and '"' not in node.value:
            inner = repr(node.value + '"')[1:-2].replace("\\'", "'")
            return ast.Name(f'"{inner}"', ast.Load())
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        if len(node.args) == 1 and not node.keywords and isinstance(node.args[0], ast.GeneratorExp):
            return ast.Name(ast.unparse(node.func) + ast.unparse(node.args[0]), ast.Load())
        return node


def rendered(node: ast.stmt) -> str:
    """The text of a statement."""
    return ast.unparse(ast.fix_missing_locations(_Renderer().visit(node)))


def is_constant(node: ast.expr) -> bool:
    """Whether it is a number, text or truth value."""
    return isinstance(node, ast.Constant) or (isinstance(node, ast.UnaryOp) and isinstance(node.operand, ast.Constant))


def is_simple(node: ast.expr) -> bool:
    """Whether evaluating it again costs nothing."""
    return isinstance(node, ast.Name) or is_constant(node) or (isinstance(node, ast.List) and not node.elts)
