"""The compiled code as Python sees it: kernels by address, entry points as functions of arrays and integers."""

from __future__ import annotations

import ctypes
from functools import cache, lru_cache
from types import SimpleNamespace
from typing import Any

import numpy as np

from ...dsl.language.language import BUILTIN, Language
from .codegen.generation import ARRAY_KINDS, GROUP_FUNCTION, LOOPS, EntryPoint, entry_points, is_checked, module_names
from .codegen.objects import addresses, callable_at, own_addresses


@cache
def engine() -> SimpleNamespace:
    """The compiled entry points of the search loops, by name."""
    return SimpleNamespace(**{entry.name: _Entry(entry) for entry in entry_points()})


@lru_cache(maxsize=64)
def groups(language: Language = BUILTIN) -> np.ndarray:
    """The addresses of the compiled kernels: primitive number n is served by group n // GROUP."""
    found = addresses()
    builtin = [found[module, GROUP_FUNCTION] for module in module_names()[:-1]]
    return np.array([*builtin, *own_addresses(language)], np.int64)


class _Entry:
    """A compiled entry point: arrays are passed as address and shape, results come back as integers."""

    def __init__(self, entry: EntryPoint) -> None:
        self.entry = entry
        self.array_kinds = [
            (np.dtype(item.rstrip("_")), dimensions) for item, dimensions in (ARRAY_KINDS[k] for k in entry.array_kinds)
        ]
        words = sum(1 + dimensions for _, dimensions in self.array_kinds) + 1
        self.function = callable_at(addresses()[LOOPS, entry.name], words)
        self.room = max(entry.results, 1)
        self.checked = is_checked()
        self.arena = entry.array_kinds.index("Memory") if "Memory" in entry.array_kinds else None

    def __call__(self, *arguments: Any) -> Any:
        words: list[int] = []
        for argument, (item, dimensions) in zip(arguments, self.array_kinds, strict=True):
            if dimensions:
                assert (argument.dtype, argument.ndim, argument.flags.c_contiguous) == (item, dimensions, True)
                words += [_address(argument), *argument.shape]
            else:
                words.append(int(argument))
        results, unused = np.zeros(self.room, np.int64), np.zeros(2, np.int64)
        status = self.function(_address(unused), _address(unused[1:]), *words, _address(results))
        if status or (self.checked and self.arena is not None and _failed_check(arguments[self.arena])):
            raise IndexError(f"{self.entry.name} reaches outside of an array")
        return int(results[0]) if self.entry.results == 1 else tuple(results.tolist())


def _failed_check(arena: np.ndarray) -> bool:
    """Whether a kernel has noted an access out of bounds in the first word of the arena's header."""
    return bool(ctypes.c_int64.from_address(_address(arena) - 16).value)


def _address(array: Any) -> int:
    """Where the items of a writable array lie; this is several times faster than asking the array."""
    return ctypes.addressof(ctypes.c_byte.from_buffer(array)) if array.size else 0
