"""The table of primitives: every declaration of every family."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType, ModuleType
from typing import Any

from ..core.primitive import Declaration, Primitive
from ..core.types import Type
from . import (
    arithmetic,
    comparison,
    editing,
    group,
    index,
    iteration,
    mask,
    membership,
    neighbour,
    nested,
    number,
    order,
    pieces,
    real,
    reduction,
    rules,
    structure,
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
    iteration,
)
"""The families whose primitives the search tries."""

INTEGER_FAMILIES = (theory,)
"""The families that it tries only where all inputs are integers; the guide does not know them."""

RULE_FAMILIES = (rules, real)
"""The families that programs may use, but no search tries."""

Table = MappingProxyType[str, Primitive]


@cache
def common() -> Table:
    """The primitives by name that the search tries whatever the inputs are, in the order of their declarations."""
    return assemble(FAMILIES)


@cache
def primitives() -> Table:
    """All primitives of the search: the common ones, then those for integers as inputs."""
    return _joined(common(), assemble(INTEGER_FAMILIES))


@cache
def vocabulary() -> Table:
    """All primitives that a program may use, those that no search tries last."""
    return _joined(primitives(), assemble(RULE_FAMILIES, compiled=False))


def _joined(one: Table, other: Table) -> Table:
    if doubled := one.keys() & other.keys():
        raise ValueError(f"two primitives are called {min(doubled)}")
    return MappingProxyType({**one, **other})


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


@cache
def numbered() -> tuple[Primitive, ...]:
    """The primitives that the engine applies, by number: all but those that take a function."""
    return tuple(row for row in primitives().values() if not row.takes_function)


@dataclass(frozen=True)
class Kernel:
    """What is compiled for a primitive: its kernel, or that of a witness.

    `parameters` and `result` are types as in a signature; without a `function` it is the lazy choice.
    """

    function: Callable[..., Any] | None
    parameters: tuple[Type, ...]
    result: Type
    elementwise: bool


@cache
def kernels() -> tuple[Kernel, ...]:
    """All kernels by number: those of the primitives in order, of their witnesses, and of their multiset witnesses."""
    own = [Kernel(row.kernel, row.parameters, row.result, row.elementwise) for row in numbered()]
    plain = [_witness_kernel(row, position, row.witnesses) for row, position in witness_numbers()]
    others = [_witness_kernel(row, position, row.multiset_witnesses) for row, position in multiset_numbers()]
    return (*own, *plain, *others)


def _witness_kernel(row: Primitive, position: int, functions: Mapping[int, Callable[..., Any]]) -> Kernel:
    others = (*row.parameters[:position], *row.parameters[position + 1 :])
    return Kernel(functions[position], (row.result, *others), row.parameters[position], row.elementwise)


@cache
def witness_numbers() -> Mapping[tuple[Primitive, int], int]:
    """Primitive and position of the argument that is deduced -> number of the kernel."""
    pairs = [(row, position) for row in numbered() for position in row.witnesses]
    return MappingProxyType({pair: len(numbered()) + index for index, pair in enumerate(pairs)})


@cache
def multiset_numbers() -> Mapping[tuple[Primitive, int], int]:
    """The same for the multiset witnesses."""
    first = len(numbered()) + len(witness_numbers())
    pairs = [(row, position) for row in numbered() for position in row.multiset_witnesses]
    return MappingProxyType({pair: first + index for index, pair in enumerate(pairs)})


@cache
def table_hash() -> str:
    """A digest of the common primitives, their signatures and meanings, by which what was learnt of them is known."""
    rows = (f"{row.name}: {row.signature}: {row.meaning}" for row in common().values())
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()[:16]
