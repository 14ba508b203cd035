"""Wrong kernels, put in the place of right ones by their addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, c_int64, c_void_p, cast
from typing import Any

import numpy as np

from ...search.engine.codegen.machine import callable_at
from ...search.engine.native import kernels
from ...search.enumeration import enumeration, evaluation

KERNEL_WORDS = 10
"""Integers that a kernel takes: see the generation of code."""
KERNEL = CFUNCTYPE(c_int64, c_int64, POINTER(c_int64), *[c_int64] * (KERNEL_WORDS - 2))
"""A kernel in Python, as compiled code calls it."""

Result = Callable[[Any, int, int, int], int]
"""What becomes of a result: takes memory, place, room and length, and returns another length; -1 for none."""


def address_of(kernel: Any) -> int:
    """Where a kernel of the kind `KERNEL` lies, as long as it is there."""
    found = cast(kernel, c_void_p).value
    assert found is not None
    return found


def _wrong_by_one(mem: Any, out: int, _cap: int, length: int) -> int:
    if length > 0:
        mem[out + length - 1] += 1
    return length


def _wrong_length(mem: Any, out: int, cap: int, length: int) -> int:
    if 0 <= length < cap:
        mem[out + length] = 1
        return length + 1
    return length


def _undefined(*_: Any) -> int:
    return -1


WAYS: dict[str, Result] = {"wrong by one": _wrong_by_one, "wrong length": _wrong_length, "undefined": _undefined}
"""What may be wrong with a kernel."""


def sabotaged(address: int, way: Result) -> Any:
    """A kernel that does what another does, and makes something wrong of the result."""
    right = callable_at(address, KERNEL_WORDS)

    def wrong(bits: int, mem: Any, *words: int) -> int:
        out, cap = words[-2:]
        return way(mem, out, cap, right(bits, address_of(mem), *words))

    return KERNEL(wrong)


@contextmanager
def in_use(others: np.ndarray) -> Iterator[None]:
    """Let searches use other kernels than the compiled ones."""
    modules: tuple[Any, ...] = (enumeration, evaluation)
    usual = [module.kernels for module in modules]
    for module in modules:
        module.kernels = lambda _language: others
    try:
        yield
    finally:
        for module, one in zip(modules, usual, strict=True):
            module.kernels = one


@contextmanager
def early_strategies() -> Iterator[None]:
    """Let the strategies of searches set to work at once, before the enumeration has come to an easy answer."""
    usual = enumeration.FIRST_BANK
    enumeration.FIRST_BANK = 1
    try:
        yield
    finally:
        enumeration.FIRST_BANK = usual


@contextmanager
def sabotage(number: int, way: Result) -> Iterator[None]:
    """Let searches use one wrong kernel among right ones."""
    wrong = sabotaged(int(kernels()[number]), way)
    others = kernels().copy()
    others[number] = address_of(wrong)
    with in_use(others):
        yield
