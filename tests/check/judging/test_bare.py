"""Printed Python in a bare process: what it gives, and what it does not find there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from induce.check.judging.bare import Raised, run_bare
from induce.check.judging.pythons import Python, pythons
from induce.check.judging.values import alike


def test_values_and_errors_come_back() -> None:
    source = "from decimal import Decimal\n\ndef solve(x):\n    return [10 // x, Decimal('0.5'), None]\n"
    assert run_bare([(source, [(5,), (0,)]), (source, [])]) == [
        [[2, Decimal("0.5"), None], Raised("ZeroDivisionError: integer division or modulo by zero")],
        [],
    ]


def test_induce_and_what_is_installed_are_not_there() -> None:
    told = run_bare([(f"import {name}\n\ndef solve():\n    return 1\n", [()]) for name in ("induce", "numpy")])
    assert told == [[Raised(f"ModuleNotFoundError: No module named '{name}'")] for name in ("induce", "numpy")]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("xs.sort()\n    return xs", "ValueError: changes its arguments"),
        ("return xs is 3", 'SyntaxError: "is" with a literal. Did you mean "=="? (<string>, line 2)'),
    ],
)
def test_what_printed_python_must_not_do(body: str, told: str) -> None:
    assert run_bare([(f"def solve(xs):\n    {body}\n", [([2, 1],)])]) == [[Raised(told)]]


@pytest.mark.parametrize("place", ["", "import sys\n    "])
def test_what_is_printed_is_told_of_the_program_that_prints_it(place: str) -> None:
    stream = ", file=sys.stderr" if place else ""
    loud = f"def solve():\n    {place}print('hello'{stream})\n"
    quiet = "def solve():\n    return 1\n"
    assert run_bare([(loud, [()]), (quiet, [()])]) == [[Raised(r"prints 'hello\n'")], [1]]


def test_what_is_printed_at_once_is_told_too() -> None:
    source = "print('hello')\n\ndef solve():\n    return 1\n"
    assert run_bare([(source, [()])]) == [[Raised(r"prints 'hello\n'")]]


@pytest.mark.parametrize("python", pythons(), ids=str)
def test_each_python_runs_as_what_it_is(python: Python) -> None:
    source = "import sys\n\ndef solve():\n    return sys.version_info.minor\n"
    assert run_bare([(source, [()])], python) == [[python.minor]]


@pytest.mark.parametrize(
    ("got", "expected", "same"),
    [
        (2.0, 2, True),
        (True, 1, False),
        ((1, 2), [1, 2], False),
        ([1, [2]], [1, [2]], True),
        ({"a": 1}, {"a": 1.0}, True),
        ({"a": 1}, {"b": 1}, False),
        (date(2021, 1, 2), date(2021, 1, 2), True),
        (0.1, Decimal("0.1"), False),
        (Decimal("0.3333333333333333333"), Decimal("0.3333333333333333"), True),
        (Decimal("0.1000001"), Decimal("0.1"), False),
        (None, 0, False),
        ("a", ["a"], False),
    ],
)
def test_values_that_are_one_answer(got: Any, expected: Any, same: bool) -> None:
    assert alike(got, expected) is same
