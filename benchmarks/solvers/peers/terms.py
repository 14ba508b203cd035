"""SMT-LIB terms: values written as terms; functions read from their definitions, and called."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ....dsl.core.primitive import UNDEFINED_ERRORS
from ...tasks.formats.smtlib import escaped, unescaped
from .operators import items_of

TOKEN = re.compile(r'"(?:[^"]|"")*"|[()]|[^\s()"]+')

Term = str | tuple["Term", ...]
"""A token, or the terms between parentheses."""


@dataclass(frozen=True)
class Function:
    """A function over values of the language: its parameters, its body, and what the operators in it mean."""

    parameters: tuple[str, ...]
    body: Term
    meanings: Mapping[str, Callable[..., Any]]

    def __call__(self, *inputs: Any) -> Any:
        """The value; None where it has none, or the body is nested too deeply for Python."""
        try:
            return self._value(self.body, dict(zip(self.parameters, inputs, strict=True)))
        except (*UNDEFINED_ERRORS, RecursionError):
            return None

    def _value(self, term: Term, scope: Mapping[str, Any]) -> Any:
        if isinstance(term, str):
            return scope[term] if term in scope else _constant(term)
        head, *arguments = term
        assert isinstance(head, str)
        if head == "as":  # Of what is written with its sort, only the empty list occurs.
            return []
        if head == "ite":
            return self._value(arguments[1 if self._value(arguments[0], scope) else 2], scope)
        values = [self._value(argument, scope) for argument in arguments]
        return -values[0] if head == "-" and len(values) == 1 else self.meanings[head](*values)


def read(text: str) -> tuple[Term, ...]:
    """The terms of a text."""
    stack: list[list[Term]] = [[]]
    for token in TOKEN.findall(text):
        if token == "(":
            stack.append([])
        elif token == ")":
            closed = tuple(stack.pop())
            stack[-1].append(closed)
        else:
            stack[-1].append(token)
    return tuple(stack[0])


def written(value: Any, sort: str) -> str:
    """A value as a term of this sort.

    Raises
    ------
    ValueError
        If it is a string with a character that SMT-LIB does not have.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value) if value >= 0 else f"(- {-value})"
    if isinstance(value, str):
        return f'"{escaped(value)}"'
    (item,) = items_of([sort])
    units = [f"(seq.unit {written(part, item)})" for part in value]
    if not units:
        return f"(as seq.empty {sort})"
    return units[0] if len(units) == 1 else f"(seq.++ {' '.join(units)})"


def _constant(token: str) -> Any:
    if token.startswith('"'):
        return unescaped(token[1:-1])
    return {"true": True, "false": False}[token] if token in ("true", "false") else int(token)
