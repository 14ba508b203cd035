"""Programs that say something else as text or Python are found."""

from __future__ import annotations

import pytest

from induce.check.judging.bare import Raised
from induce.check.judging.pythons import HERE, pythons
from induce.check.promises import printed
from induce.check.promises.printed import Printed
from induce.check.promises.promise import Tally


def test_programs_say_the_same() -> None:
    assert printed.batch(3, programs=40) == Tally(40, pythons=tuple(map(str, pythons())))


def test_other_python_is_a_fault() -> None:
    one = Printed("(xs: List[Int]) -> sum(xs)", "def solve(xs):\n    return sum(xs) + 1\n", ((([1],), 1),))
    (fault,) = printed.judged([one], HERE)
    assert fault == f"(xs: List[Int]) -> sum(xs) on ([1],): the program gives 1, its Python 2 (Python {HERE})"


def test_what_takes_python_too_long_is_not_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    one = Printed("(n: Int) -> n", "def solve(n):\n    return n\n", (((1,), 1), ((2,), 2)))
    outcomes = [[Raised("TimeoutError: takes longer than 10 s"), Raised("ValueError: no value")]]
    monkeypatch.setattr(printed, "run_bare", lambda *_: outcomes)
    (fault,) = printed.judged([one], HERE)
    assert fault.startswith("(n: Int) -> n on (2,): the program gives 2, its Python Raised(")
