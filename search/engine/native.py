"""The compiled code as Python sees it: kernels by address, entry points as functions of arrays and integers."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from functools import cache, lru_cache
from types import SimpleNamespace
from typing import Any

import numpy as np

from ...dsl.language.language import BUILTIN, Language
from .codegen import numbering
from .codegen.generation import EntryPoint, entry_points, is_checked, kernel_symbol
from .codegen.machine import callable_at
from .codegen.objects import addresses, own_addresses

ENTRY_WORDS = 2
"""An entry point takes the addresses of what it is given and of where results go."""


@cache
def engine() -> SimpleNamespace:
    """The compiled entry points of the search loops, by name."""
    return SimpleNamespace(**{entry.name: _Entry(entry) for entry in entry_points()})


@lru_cache(maxsize=64)
def kernels(language: Language = BUILTIN) -> np.ndarray:
    """The addresses of the compiled kernels, by number."""
    found = addresses()
    builtin = [found[kernel_symbol(number)] for number in range(len(numbering.kernels()))]
    return np.array([*builtin, *own_addresses(language)], np.int64)


class _Entry:
    """A compiled entry point.

    Any object with its attributes is passed as a record, an array as address and shape; results come back as
    integers.
    """

    def __init__(self, entry: EntryPoint) -> None:
        self.entry = entry
        kinds = [kind for parameter in entry.parameters for kind in parameter.kinds.values()]
        # Of a record its attributes, none of what is passed as it is.
        self.attributes = [tuple(filter(None, parameter.kinds)) for parameter in entry.parameters]
        self.kinds = [(np.dtype(kind.item), kind.dimensions) for kind in kinds]
        self.arena = next((place for place, kind in enumerate(kinds) if kind.is_arena), None)
        self.function = callable_at(addresses()[entry.name], ENTRY_WORDS)
        self.room = max(entry.results, 1)
        self.checked = is_checked()

    def __call__(self, *arguments: Any) -> Any:
        values = self._values(arguments)
        words, results = self._words(values), np.zeros(self.room, np.int64)
        status = self.function(_address(words), _address(results))
        if status or (self.checked and self.arena is not None and _failed_check(values[self.arena])):
            raise IndexError(f"{self.entry.name} reaches outside of an array")
        return int(results[0]) if self.entry.results == 1 else tuple(results.tolist())

    def _values(self, arguments: Sequence[Any]) -> list[Any]:
        """The arrays and integers that are passed, with the attributes of a record in its place."""
        values: list[Any] = []
        for argument, attributes in zip(arguments, self.attributes, strict=True):
            values += [getattr(argument, name) for name in attributes] if attributes else [argument]
        return values

    def _words(self, values: Sequence[Any]) -> np.ndarray:
        words: list[int] = []
        for value, (item, dimensions) in zip(values, self.kinds, strict=True):
            if dimensions:
                assert (value.dtype, value.ndim, value.flags.c_contiguous) == (item, dimensions, True)
                words += [_address(value), *value.shape]
            else:
                words.append(int(value))
        return np.array(words, np.int64)


def _failed_check(arena: np.ndarray) -> bool:
    """Whether a kernel has noted an access out of bounds in the first word of the arena's header."""
    return bool(ctypes.c_int64.from_address(_address(arena) - 16).value)


def _address(array: Any) -> int:
    """Where the items of a writable array lie; this is several times faster than asking the array."""
    return ctypes.addressof(ctypes.c_byte.from_buffer(array)) if array.size else 0
