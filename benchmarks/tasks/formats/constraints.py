"""What the constraints of a SyGuS file state, one equation or the like at a time, in plain terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Scope = Mapping[str, Any]
"""Names, and the plain terms that they stand for."""


def statements(commands: Sequence[Sequence[Any]]) -> Iterator[tuple[int, Any]]:
    """What each constraint states, with the number of the constraint, counted from 1.

    Conjunctions are taken apart, annotations dropped, and names replaced by what they stand for, those that `let`
    binds and those that are defined as constants. Of a constraint that is not a single term the statement is None.

    Raises
    ------
    RecursionError
        If terms are nested too deeply for Python.
    """
    scope: dict[str, Any] = {}
    number = 0
    for command in commands:
        match command:
            case ["define-fun", str(name), [], _, body] | ["define-const", str(name), _, body]:
                scope[name] = plain(body, scope)
            case ["constraint", *terms]:
                number += 1
                parts = conjuncts(plain(terms[0], scope)) if len(terms) == 1 else [None]
                yield from ((number, part) for part in parts)


def plain(term: Any, scope: Scope) -> Any:
    """The term without names of the scope, `let` and annotations."""
    match term:
        case str():
            return scope.get(term, term)
        case ["!", body, *_]:
            return plain(body, scope)
        case ["let", list(bindings), body]:
            return plain(body, {**scope, **dict(_bound(bindings, scope))})
        case [str(head), *arguments]:
            return [head, *(plain(argument, scope) for argument in arguments)]
        case list():
            return [plain(part, scope) for part in term]
    return term


def _bound(bindings: Sequence[Any], scope: Scope) -> Iterator[tuple[str, Any]]:
    """The names that a `let` binds, all at once; version 1 of the language has their sorts too."""
    for binding in bindings:
        match binding:
            case [str(name), value] | [str(name), _, value]:
                yield name, plain(value, scope)


def conjuncts(term: Any) -> Iterator[Any]:
    """What is stated by a term that may be a conjunction of conjunctions; a part that occurs often counts once."""
    seen: set[int] = set()
    waiting = [term]
    while waiting:
        part = waiting.pop()
        match part:
            case ["and", *parts]:
                if id(part) not in seen:
                    waiting += reversed(parts)
                seen.add(id(part))
            case _:
                yield part
