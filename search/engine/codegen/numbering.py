"""Kernels by number, which is where compiled code looks for a kernel's address.

Those of the built-in language come first: of the primitives in order, of their
witnesses, and of their multiset witnesses. Those of primitives that people add
follow, so that the built-in ones have the same numbers in every language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from ....dsl.core.primitive import Primitive
from ....dsl.core.types import Type
from ....dsl.language.language import BUILTIN, Language


@dataclass(frozen=True)
class Kernel:
    """What is compiled for a primitive: its kernel, or that of a witness.

    `parameters` and `result` are types as in a signature; without a `function` it is the lazy choice.
    """

    function: Callable[..., Any] | None
    parameters: tuple[Type, ...]
    result: Type
    elementwise: bool


@lru_cache(maxsize=64)
def numbers(language: Language) -> Mapping[Primitive, int]:
    """The primitives that the engine applies, with their numbers: all that have a kernel, and the lazy choice."""
    own = [row for row in language.own.values() if row.kernel is not None]
    return MappingProxyType(
        {row: number for number, row in enumerate(_builtin())}
        | {row: first_own() + index for index, row in enumerate(own)}
    )


@cache
def _builtin() -> tuple[Primitive, ...]:
    return tuple(row for row in BUILTIN.searched.values() if row.kernel is not None or row.lazy)


@cache
def first_own() -> int:
    """The number of the first kernel that is not built in."""
    return len(kernels())


@cache
def kernels() -> tuple[Kernel, ...]:
    """The built-in kernels by number."""
    own = [_kernel(row) for row in _builtin()]
    plain = [_witness_kernel(row, position, row.witnesses) for row, position in witness_numbers()]
    others = [_witness_kernel(row, position, row.multiset_witnesses) for row, position in multiset_numbers()]
    return (*own, *plain, *others)


def own_kernels(language: Language) -> tuple[Kernel, ...]:
    """The kernels that a language has beside the built-in ones; the first has the number `first_own`."""
    return tuple(_kernel(row) for row in language.own.values() if row.kernel is not None)


def _kernel(row: Primitive) -> Kernel:
    return Kernel(row.kernel, row.parameters, row.result, row.elementwise)


def _witness_kernel(row: Primitive, position: int, functions: Mapping[int, Callable[..., Any]]) -> Kernel:
    others = (*row.parameters[:position], *row.parameters[position + 1 :])
    return Kernel(functions[position], (row.result, *others), row.parameters[position], row.elementwise)


@cache
def witness_numbers() -> Mapping[tuple[Primitive, int], int]:
    """Primitive and position of the argument that is deduced -> number of the kernel."""
    pairs = [(row, position) for row in _builtin() for position in row.witnesses]
    return MappingProxyType({pair: len(_builtin()) + index for index, pair in enumerate(pairs)})


@cache
def multiset_numbers() -> Mapping[tuple[Primitive, int], int]:
    """The same for the multiset witnesses."""
    first = len(_builtin()) + len(witness_numbers())
    pairs = [(row, position) for row in _builtin() for position in row.multiset_witnesses]
    return MappingProxyType({pair: first + index for index, pair in enumerate(pairs)})
