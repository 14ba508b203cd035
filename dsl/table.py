"""The table of primitives: every declaration of every family."""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Iterable
from functools import cache
from types import MappingProxyType, ModuleType

from . import (
    arithmetic,
    comparison,
    editing,
    group,
    index,
    mask,
    membership,
    nested,
    number,
    order,
    pieces,
    reduction,
    structure,
    text,
    words,
)
from .primitive import Declaration, Primitive

FAMILIES = (
    arithmetic,
    comparison,
    structure,
    editing,
    mask,
    index,
    reduction,
    order,
    membership,
    group,
    number,
    nested,
    text,
    words,
    pieces,
)

Table = MappingProxyType[str, Primitive]


@cache
def primitives() -> Table:
    """All primitives by name, in the order of their declarations."""
    return assemble(FAMILIES)


def assemble(families: Iterable[ModuleType]) -> Table:
    """Build the table of the given family modules.

    Raises
    ------
    ValueError
        If two primitives have one name, or one has no kernel.
    """
    table: dict[str, Primitive] = {}
    for module in families:
        family = module.__name__.rpartition(".")[2]
        for value in vars(module).values():
            if isinstance(value, Declaration):
                row = value.build(family)
                if row.name in table:
                    raise ValueError(f"two primitives are called {row.name}")
                if row.kernel is None and not row.lazy:
                    raise ValueError(f"{row.name} has no kernel")
                table[row.name] = row
    return MappingProxyType(table)


@cache
def table_hash() -> str:
    """A digest of all declarations: it changes when the language does."""
    digest = hashlib.sha256()
    for family in FAMILIES:
        digest.update(inspect.getsource(family).encode())
    return digest.hexdigest()[:16]
