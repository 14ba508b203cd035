"""Programs that say something else as text or Python are found."""

from __future__ import annotations

from random import Random

import pytest

from induce import parse
from induce.check.promises import printed
from induce.check.promises.promise import Tally
from induce.dsl.program import Program


def test_programs_say_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printed, "PROGRAMS", 40)
    assert printed.batch(3) == Tally(40)


def test_other_python_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Program, "python", lambda program: "def solve(xs):\n    return sum(xs) + 1\n")
    found = list(printed.faults(parse("(xs: List[Int]) -> sum(xs)"), Random(1)))
    assert found
    assert all("the program gives" in fault for fault in found)
