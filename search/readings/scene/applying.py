"""Expressions of readings, put together by the names of primitives."""

from __future__ import annotations

from ....dsl.core.expression import Call, Expression, Literal, call
from ....dsl.core.types import INT, STR, list_of
from ....dsl.language.language import BUILTIN


def applied(name: str, *arguments: Expression | int | str | list[int] | list[str]) -> Call:
    """A primitive on expressions, and on constants given as they are."""
    return call(BUILTIN.vocabulary[name], *map(expression_of, arguments))


def over_rows(name: str, *arguments: Expression | int | str) -> Call:
    """The same for each row."""
    return call(BUILTIN.vocabulary[name], *map(expression_of, arguments), each=True)


def joined(rows: Expression, mark: str) -> Call:
    """Texts with a mark between them, or with nothing."""
    return applied("join", rows, mark) if mark else applied("glue", rows)


def pieces_between(text: str, mark: str) -> list[str]:
    """The texts that make this one with a mark between them; its characters where the mark is nothing."""
    return [*text] if not mark else text.split(mark) if text else []


def expression_of(argument: Expression | int | str | list[int] | list[str]) -> Expression:
    """The expression itself, or a constant as one."""
    match argument:
        case int():
            return Literal(argument, INT)
        case str():
            return Literal(argument, STR)
        case list():
            return Literal(argument, list_of(STR if argument and isinstance(argument[0], str) else INT))
    return argument
