"""The Python of one primitive: an expression with the parameters free, or a helper function."""

from __future__ import annotations

import ast
import builtins
import inspect
import re
import textwrap
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..core.expression import Call, Literal
from ..core.primitive import UNDEFINED_ERRORS, Primitive
from ..core.types import ANY, BOOL, CLASSES, FLOAT, INT, STR, Type
from .qualifying import unqualified
from .rendering import rendered
from .tree import has_text, inside_texts, is_repeated, load, substituted

HINTS = {INT: "int", BOOL: "bool", STR: "str", FLOAT: "float", ANY: "object"}


@dataclass(frozen=True)
class Template:
    """An expression over the parameters of a primitive.

    `repeated` are the parameters that it may evaluate more than once, or within the braces of a
    format string, so that only something simple should be put there.
    """

    parameters: tuple[str, ...]
    body: ast.expr
    repeated: frozenset[str]

    def filled(self, values: Mapping[str, ast.expr]) -> ast.expr:
        """The expression with the parameters replaced, its own variables renamed where they would clash."""
        for name in sorted(inside_texts(self.body) & set(values)):
            if has_text(values[name]):
                function = ast.Lambda(
                    ast.arguments([], [ast.arg(name)], None, [], [], None, []),
                    self.filled({**values, name: load(name)}),
                )
                return ast.Call(function, [values[name]], [])
        return substituted(self.body, values)


def template_of(primitive: Primitive, bound: Mapping[str, Type]) -> Template | None:
    """The template that a primitive declares for what its type variables stand for, None if a helper must do.

    Where none is declared it is a reference of one line.
    """
    if primitive.python_for_text is not None and STR in bound.values():
        return _declared(primitive, primitive.python_for_text)
    if primitive.python_for_scalars is not None and all(_of_scalars(*pair) for pair in bound.items()):
        return _declared(primitive, primitive.python_for_scalars)
    return _declared(primitive, primitive.python)


def template_for(call: Call, names: Mapping[str, str]) -> Template | None:
    """The template of a primitive as it is called, spelled out where its last argument is known.

    `names` are other names for functions and constants that it uses.
    """
    primitive = call.primitive
    match call.arguments[-1]:
        case Literal(value) if primitive.spelled is not None:
            try:
                template = _declared(primitive, primitive.spelled(value))
            except UNDEFINED_ERRORS:  # There is no such pattern. The Python says so when it is run.
                return template_of(primitive, call.application.bound)
            if template is None or not names:
                return template
            return template_over(
                template.parameters, substituted(template.body, {k: load(v) for k, v in names.items()})
            )
    return template_of(primitive, call.application.bound)


@cache
def _declared(primitive: Primitive, python: str | None) -> Template | None:
    function = _definition(primitive.reference)
    parameters = tuple(argument.arg for argument in function.args.args)
    if python is not None:
        return template_over(parameters, ast.parse(python, mode="eval").body)
    match _statements(function):
        case [ast.Return(value=ast.expr() as body)] if primitive.helper is None:
            return template_over(parameters, body)
    return None


def template_over(parameters: tuple[str, ...], body: ast.expr) -> Template:
    """The expression as a template."""
    formatted = inside_texts(body)
    return Template(
        parameters, body, frozenset(name for name in parameters if is_repeated(name, body) or name in formatted)
    )


def may_be_called(primitive: Primitive) -> bool:
    """Whether a helper may have to stand for the primitive, wherever an expression would evaluate something again."""
    pythons = (primitive.python, primitive.python_for_text, primitive.python_for_scalars)
    templates = [_declared(primitive, python) for python in pythons]
    return any(template is None or template.repeated for template in templates)


def helper_name(primitive: Primitive, taken: Set[str]) -> str:
    """What the helper of a primitive is called: its name, unless Python or the program has one like it."""
    function = primitive.helper
    name = primitive.name if function is None or function.__name__ == "_" else function.__name__
    while hasattr(builtins, name) or name in taken:
        name += "_"
    return name


def helper_source(primitive: Primitive, types: tuple[Type, ...] | None, result: Type | None, *, name: str) -> str:
    """The helper as a function of its own, with hints where all its uses agree on the types."""
    function = _definition(primitive.helper or primitive.reference)
    function.decorator_list = []
    function.name = name
    for part in ast.walk(function):
        if isinstance(part, ast.Name) and part.id == primitive.name:  # It calls itself.
            part.id = name
    comment = re.sub(r"; undefined.*", ".", ast.get_docstring(function) or "")
    body = _statements(function)
    if primitive.helper is None and primitive.python is not None:
        body = [ast.Return(ast.parse(primitive.python, mode="eval").body)]
    function.body = [ast.Expr(ast.Constant(comment)), *body]
    for position, argument in enumerate(function.args.args):
        hint = "list" if primitive.parameters[position].is_list else None
        text = hint if types is None or types[position].is_function else hint_of(types[position])
        argument.annotation = ast.parse(text, mode="eval").body if text else None
    function.returns = ast.parse(hint_of(result), mode="eval").body if result is not None else None
    return rendered([unqualified(function)])


def _of_scalars(variable: str, type_: Type) -> bool:
    """Whether there are no lists in what the variable of a signature stands for, beside the sequence itself."""
    return _is_scalar(type_.item if variable == "s" and type_.item is not None else type_)


def _is_scalar(type_: Type) -> bool:
    """Whether values of the type are found in dictionaries and sets: a row that has parts is a list to Python."""
    is_built = type_.is_list or type_.name in ("Record", "Dict", "Tuple")
    return not is_built and all(map(_is_scalar, type_.parts))


def hint_of(type_: Type) -> str:
    """The Python hint of a type."""
    if type_.item is not None:
        return "list" if type_.item == ANY else f"list[{hint_of(type_.item)}]"
    if type_.is_optional:
        return f"{hint_of(type_.parts[0])} | None"
    if type_.is_dict:
        return f"dict[{', '.join(map(hint_of, type_.parts))}]"
    if type_.parts:
        return "dict" if type_.is_record else "list"
    class_ = CLASSES.get(type_.name)
    return HINTS[type_] if class_ is None else f"{class_.__module__}.{class_.__name__}"


def _definition(function: Callable[..., Any]) -> ast.FunctionDef:
    node = ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
    assert isinstance(node, ast.FunctionDef)
    return node


def _statements(function: ast.FunctionDef) -> list[ast.stmt]:
    return [part for part in function.body if not (isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant))]


def result_within(call: Call) -> Type:
    """The type of what the primitive itself returns, within rows and items."""
    result = call.application.result
    for lifted in (call.application.rows, call.application.broadcast):
        result = result.item if any(lifted) and result.item else result
    return result
