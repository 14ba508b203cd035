"""Printed Python laid out as Black and ruff do, so that a formatter has nothing to change.

`ast.unparse` writes slices, powers, text and long lines in a style of its own.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator, Sequence

from .documents import INDENT, Break, Document, Group, IfBroken, bracketed, laid_out, separated
from .expressions import BINARY, document, free, target_text, text_of

WIDTH = 88
"""The line length that formatters take where nothing else is set: what is pasted anywhere stays as it is."""


def rendered(statements: Sequence[ast.stmt], *, indent: int = 0) -> str:
    """The text of statements, each line indented so far, without a newline at the end."""
    lines: list[str] = []
    for position, statement in enumerate(statements):
        before = statements[position - 1] if position else None
        if before is not None and any(isinstance(part, ast.FunctionDef) for part in (before, statement)):
            lines.append("")
        lines += _lines(statement, indent)
    return "\n".join(lines)


def _lines(statement: ast.stmt, indent: int) -> Iterator[str]:
    """The lines of one statement."""
    margin = " " * indent
    match statement:
        case ast.FunctionDef():
            yield from _function(statement, indent)
        case ast.If():
            yield from _branches(statement, indent)
        case ast.While(test=test, body=body, orelse=otherwise):
            yield from _headed("while", test, body, indent)
            yield from _else(otherwise, indent)
        case ast.For(target=target, iter=iterable, body=body, orelse=otherwise):
            yield from _headed(f"for {target_text(target)} in", iterable, body, indent)
            yield from _else(otherwise, indent)
        case ast.Return(value=ast.expr() as value):
            yield _line("return ", value, indent)
        case ast.Assign(targets=targets, value=value):
            yield _line("".join(f"{target_text(target)} = " for target in targets), value, indent)
        case ast.AugAssign(target=target, op=op, value=value):
            yield _line(f"{target_text(target)} {BINARY[type(op)][0]}= ", value, indent)
        case ast.Raise(exc=ast.expr() as error, cause=cause):
            yield _line("raise ", error, indent) + (f" from {text_of(cause)}" if cause is not None else "")
        case ast.Try(body=body, handlers=handlers, orelse=[], finalbody=[]):
            yield f"{margin}try:"
            yield from _body(body, indent + INDENT)
            for handler in handlers:
                yield from _handler(handler, indent)
        case ast.Expr(value=ast.Constant(value=str() as comment)):
            yield _docstring(comment, margin)
        case ast.Expr(value=value):
            yield _line("", value, indent)
        case _:
            yield textwrap.indent(ast.unparse(statement), margin)


def _function(function: ast.FunctionDef, indent: int) -> Iterator[str]:
    result = f" -> {text_of(function.returns)}" if function.returns is not None else ""
    formals = list(_formals(function.args))
    inner = (separated(formals, ",", Break(" ")), IfBroken(","))
    # As Black has it, several may stand on a line of their own without a comma, and one alone has one.
    listed = bracketed("(", Group(inner) if len(formals) > 1 else inner, ")") if formals else "()"
    yield " " * indent + laid_out((f"def {function.name}", listed, f"{result}:"), width=WIDTH, indent=indent)
    yield rendered(function.body, indent=indent + INDENT)


def _branches(choice: ast.If, indent: int) -> Iterator[str]:
    """A choice with what is done otherwise."""
    yield from _headed("if", choice.test, choice.body, indent)
    match choice.orelse:
        case [ast.If() as other]:
            first, *others = _branches(other, indent)
            yield from [first.replace("if", "elif", 1), *others]
        case otherwise:
            yield from _else(otherwise, indent)


def _else(otherwise: list[ast.stmt], indent: int) -> Iterator[str]:
    """What is done otherwise, or after a loop that nothing has left, if that is anything."""
    if otherwise:
        yield f"{' ' * indent}else:"
        yield from _body(otherwise, indent + INDENT)


def _handler(handler: ast.ExceptHandler, indent: int) -> Iterator[str]:
    caught = f" {text_of(handler.type)}" if handler.type is not None else ""
    yield f"{' ' * indent}except{caught}{f' as {handler.name}' if handler.name else ''}:"
    yield from _body(handler.body, indent + INDENT)


def _headed(keyword: str, head: ast.expr, body: list[ast.stmt], indent: int) -> Iterator[str]:
    """A statement with a body: its first line ends in a colon."""
    yield " " * indent + laid_out((f"{keyword} ", free(head), ":"), width=WIDTH, indent=indent)
    yield from _body(body, indent + INDENT)


def _body(statements: list[ast.stmt], indent: int) -> Iterator[str]:
    """What a loop or a branch holds: an empty line stands before a function even there."""
    if isinstance(statements[0], ast.FunctionDef):
        yield ""
    yield rendered(statements, indent=indent)


def _line(before: str, value: ast.expr, indent: int) -> str:
    """A statement that is an expression behind a keyword or the names to which it is assigned."""
    if isinstance(value, ast.JoinedStr | ast.Constant) and indent + INDENT + len(text_of(value)) > WIDTH:
        return f"{' ' * indent}{before}{text_of(value)}"  # Parentheses would not make it fit.
    return " " * indent + laid_out((before, free(value)), width=WIDTH, indent=indent)


def _docstring(comment: str, margin: str) -> str:
    """A comment in three double quotes, in several lines where one would be too long."""
    lines = inspect.cleandoc(comment).splitlines()
    if len(lines) == 1 and len(margin) + len(lines[0]) + 6 <= WIDTH:
        return f'{margin}"""{lines[0]}"""'
    wrapped = [part for line in lines for part in textwrap.wrap(line, WIDTH - len(margin) - 6) or [""]]
    return "\n".join(
        [f'{margin}"""{wrapped[0]}', *(margin * bool(line) + line for line in wrapped[1:]), f'{margin}"""']
    )


def _argument(argument: ast.arg) -> Document:
    return argument.arg if argument.annotation is None else f"{argument.arg}: {text_of(argument.annotation)}"


def _formals(arguments: ast.arguments) -> Iterator[Document]:
    """The parameters of a function, with their defaults."""
    first = len(arguments.args) - len(arguments.defaults)
    for number, argument in enumerate(arguments.args):
        formal = _argument(argument)
        yield formal if number < first else (formal, " = ", document(arguments.defaults[number - first]))
    if arguments.vararg is not None:
        yield ("*", _argument(arguments.vararg))
