"""Primitives at concrete types, and the arguments that they are tried on."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from ...dsl.core.primitive import Primitive
from ...dsl.core.types import BOOL, DECIMAL, INT, STR, Type, list_of

CHOICES: Mapping[str, tuple[Type, ...]] = {
    "a": (INT, BOOL, DECIMAL),
    "e": (INT, BOOL, DECIMAL),
    "n": (INT, DECIMAL),
    "s": (list_of(INT), STR, list_of(BOOL)),
    "t": (INT, STR, list_of(INT), list_of(list_of(INT))),
}
"""What type variables are tried with."""


def bindings(row: Primitive) -> list[dict[str, Type]]:
    """What the type variables of a primitive with a kernel may stand for."""
    letters = sorted(set("".join(map(_variable_in, (*row.parameters, row.result)))) & CHOICES.keys())
    choices = product(*(CHOICES[letter] for letter in letters))
    return [dict(zip(letters, choice, strict=True)) for choice in choices]


def _variable_in(pattern: Type) -> str:
    return _variable_in(pattern.item) if pattern.item is not None else pattern.name if pattern.is_variable else ""
