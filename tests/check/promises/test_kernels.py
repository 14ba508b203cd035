"""Kernels that differ from their references, or write where they may not, are found."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from induce.check.drawing.sabotage import KERNEL, KERNEL_WORDS, address_of
from induce.check.promises import kernels
from induce.check.promises.kernels import Trial
from induce.check.promises.promise import Tally
from induce.dsl.core.types import INT, list_of
from induce.dsl.language.language import BUILTIN
from induce.search.engine.codegen.machine import callable_at

pytestmark = pytest.mark.bounds

ROW = BUILTIN.vocabulary["reverse"]


def trial() -> Trial:
    return Trial(ROW, [list_of(INT)], Random(1))


def found(wrong: Any) -> list[str]:
    one = trial()
    kernel = KERNEL(wrong)
    one.kernel = callable_at(address_of(kernel), KERNEL_WORDS)
    return list(one.faults(20))


def test_kernels_give_what_references_give(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernels, "ROUNDS", 1)
    monkeypatch.setattr(kernels, "EVALUATIONS", 20)
    assert kernels.batch(2) == Tally(20 * len(kernels.KERNELS))


def test_another_value_is_a_fault() -> None:
    def wrong(_bits: int, mem: Any, a: int, n_a: int, *rest: int) -> int:
        for i in range(n_a):
            mem[rest[-2] + i] = mem[a + i]
        return n_a

    assert "the kernel gives" in found(wrong)[0]


def test_no_value_is_a_fault() -> None:
    assert "the kernel gives None, the reference" in found(lambda *_: -1)[0]


def test_writing_to_an_argument_is_a_fault() -> None:
    def wrong(_bits: int, mem: Any, a: int, n_a: int, *_: int) -> int:
        mem[a] += 1
        return 0

    assert found(wrong)[0].endswith("changes what it is given")


def test_writing_past_the_room_is_a_fault() -> None:
    def wrong(_bits: int, mem: Any, _a: int, _n_a: int, *rest: int) -> int:
        mem[rest[-2] + 2 * rest[-1]] = 1
        return 0

    assert "writes past the room" in found(wrong)[0]
