"""Rules for text put together: format strings."""

from __future__ import annotations

import ast

from .tree import integer

PARTS_OF_A_LONG_TEXT = 3
"""This many parts in a row become a format string; two only if one of them is a number written out."""


def format_in_braces(node: ast.expr) -> ast.expr | None:
    """``format(x, ".2f")`` is ``f"{x:.2f}"``: where x fits in braces."""
    match node:
        case ast.Call(func=ast.Name(id="format"), args=[value, ast.Constant(value=str()) as form]):
            if _fits_in_braces(value):
                return ast.JoinedStr([ast.FormattedValue(value, -1, ast.JoinedStr([form]))])
    return None


def digits_in_braces(node: ast.expr) -> ast.expr | None:
    """``f"{x:x}".zfill(2)`` is ``f"{x:02x}"``, and ``f"{x:x}".upper()`` is ``f"{x:X}"``: always."""
    match node:
        case ast.Call(
            func=ast.Attribute(
                value=ast.JoinedStr(
                    values=[ast.FormattedValue(value, -1, ast.JoinedStr(values=[ast.Constant(value=str() as digits)]))]
                ),
                attr=method,
            ),
            args=arguments,
        ):
            if method == "upper" and digits == "x":
                return _formatted_as(value, "X")
            if method == "zfill" and digits in ("x", "X", "b", "o") and (width := integer(arguments[0])) is not None:
                return _formatted_as(value, f"0{width}{digits}") if width > 0 else None
    return None


def _formatted_as(value: ast.expr, form: str) -> ast.expr:
    return ast.JoinedStr([ast.FormattedValue(value, -1, ast.JoinedStr([ast.Constant(form)]))])


def plain_text(node: ast.expr) -> ast.expr | None:
    """``f"z.{2}f"`` is ``"z.2f"``."""
    if not isinstance(node, ast.JoinedStr) or not any(isinstance(part, ast.FormattedValue) for part in node.values):
        return None
    parts = [_without_braces(part) for part in node.values]
    if not all(isinstance(part, ast.Constant) for part in parts):
        return None
    return ast.Constant("".join(str(part.value) for part in parts if isinstance(part, ast.Constant)))


def _without_braces(part: ast.expr) -> ast.expr:
    """What stands in braces by itself, else the part as it is."""
    return part.value if isinstance(part, ast.FormattedValue) and part.format_spec is None else part


def format_string(node: ast.expr) -> ast.expr | None:
    """``"(" + s + ")"`` is ``f"({s})"``: where a part is a text constant, so that all are text.

    Python 3.11 allows no backslash and no quotes of the same sort within the braces.
    """
    match node:
        case ast.BinOp(op=ast.Add()):
            parts = _summands(node)
            numbers = sum(_number_written_out(part) is not None for part in parts)
            constants = sum(isinstance(part, ast.Constant | ast.JoinedStr) for part in parts)
            texts = all(not isinstance(part, ast.Constant) or isinstance(part.value, str) for part in parts)
            long = len(parts) >= PARTS_OF_A_LONG_TEXT or any(isinstance(part, ast.JoinedStr) for part in parts)
            if texts and constants > 0 and (long or numbers):
                return _formatted(parts)
    return None


def _summands(node: ast.expr) -> list[ast.expr]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return [*_summands(node.left), *_summands(node.right)]
    return [node]


def _number_written_out(node: ast.expr) -> ast.expr | None:
    """x where the expression is ``str(x)``."""
    match node:
        case ast.Call(func=ast.Name(id="str"), args=[value]):
            return value
    return None


def _formatted(parts: list[ast.expr]) -> ast.expr | None:
    """The parts as a format string, unless one of them would need quotes, backslashes or much room."""
    values: list[ast.expr] = []
    for part in parts:
        match part:
            case ast.Constant():
                values.append(part)
            case ast.JoinedStr(values=inner):
                values += inner
            case _:
                value = _number_written_out(part) or part
                if not _fits_in_braces(value):
                    return None
                values.append(ast.FormattedValue(value, -1))
    return ast.JoinedStr(values)


def _fits_in_braces(node: ast.expr) -> bool:
    """Whether an expression is short and plain enough to be read within a text."""
    plain = (ast.Name, ast.Subscript, ast.Slice, ast.Attribute, ast.Call, ast.BinOp, ast.UnaryOp, ast.Constant)
    parts = [part for part in ast.walk(node) if isinstance(part, ast.expr)]
    return all(isinstance(part, plain) and not _is_text(part) for part in parts) and len(ast.unparse(node)) <= 24


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


RULES = (format_in_braces, digits_in_braces, plain_text, format_string)
