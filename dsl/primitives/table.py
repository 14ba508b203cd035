"""The built-in primitives: the families, and the table that their declarations make."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType, ModuleType

from ..core.primitive import Declaration, Primitive
from . import (
    aggregates,
    arithmetic,
    bases,
    blocks,
    characters,
    clocks,
    combinations,
    comparison,
    counting,
    dates,
    decimals,
    dictionary,
    dicts,
    editing,
    forms,
    grammars,
    group,
    index,
    integers,
    iteration,
    layout,
    loops,
    mask,
    measures,
    membership,
    missing,
    multiples,
    neighbour,
    nested,
    notations,
    number,
    numerals,
    order,
    pieces,
    predicates,
    primes,
    real,
    record,
    reduction,
    relations,
    rounding,
    rows,
    rules,
    runs,
    scenes,
    structure,
    tabulation,
    text,
    theory,
    words,
)

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
    neighbour,
    text,
    words,
    pieces,
    runs,
    iteration,
)
"""The families whose primitives the search tries."""

INTEGER_FAMILIES = (theory, integers, primes, multiples)
"""The families that it tries only where all inputs are integers; the guide does not know them."""

TYPED_FAMILIES = (decimals,)
"""The families of types that few tasks have: without their types the search has no instance of them; the guide does
not know them."""

UNSEARCHED_FAMILIES = (
    rules,
    real,
    dictionary,
    forms,
    characters,
    predicates,
    record,
    dicts,
    missing,
    rows,
    aggregates,
    combinations,
    counting,
    numerals,
    rounding,
    measures,
    notations,
    bases,
    blocks,
    relations,
    layout,
    dates,
    clocks,
    loops,
    tabulation,
    grammars,
    scenes,
)
"""The families that programs may use, but the enumeration does not try: other means propose them."""

Table = MappingProxyType[str, Primitive]


def assemble(families: Iterable[ModuleType], *, compiled: bool = True) -> Table:
    """Build the table of the given family modules.

    Raises
    ------
    ValueError
        If two primitives have one name, or one has no kernel though they are to be `compiled`.
    """
    table: dict[str, Primitive] = {}
    for module in families:
        family = module.__name__.rpartition(".")[2]
        for value in vars(module).values():
            if isinstance(value, Declaration):
                row = value.build(family)
                if row.name in table:
                    raise ValueError(f"two primitives are called {row.name}")
                if compiled and row.kernel is None and not row.lazy and not row.takes_function:
                    raise ValueError(f"{row.name} has no kernel")
                table[row.name] = row
    return MappingProxyType(table)
