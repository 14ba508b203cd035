"""What the variables of printed Python are called."""

from __future__ import annotations

import builtins
import keyword
from collections.abc import Container

from ..core.expression import Variable
from ..core.types import BOOL, INT, STR, Type, list_of
from ..text.variables import NAMES

ITEM_NAMES = {
    list_of(INT): ("x", "y", "z", "w"),
    list_of(BOOL): ("p", "q", "r"),
    list_of(STR): ("word", "text"),
    STR: ("c", "d"),
}
"""What the items of a sequence are called, by its type."""


def names_for(type_: Type) -> tuple[str, ...]:
    """Names for a value."""
    return NAMES.get(type_, ("rows",))


def item_names(type_: Type) -> tuple[str, ...]:
    """Names for the items of a sequence."""
    return ITEM_NAMES.get(type_, ("row", "part"))


def parameter_names(variable: Variable, primitives: Container[str]) -> tuple[str, ...]:
    """Names for a parameter of a function: its own, unless that means something else in Python, or a primitive."""
    name = variable.name
    if keyword.iskeyword(name) or hasattr(builtins, name) or name in primitives or name.startswith("_"):
        return item_names(list_of(variable.type))
    return (name,)
