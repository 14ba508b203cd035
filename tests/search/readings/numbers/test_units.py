"""Integers are taken apart into units that the outputs show."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce import parse, synthesize
from induce.search.readings.numbers.units import solved_units


def counts(n: int, units: list[int]) -> list[int]:
    found = []
    for unit in units:
        found.append(n // unit)
        n %= unit
    return found


@pytest.mark.parametrize("units", [[3600, 60, 1], [7, 1], [12, 3, 1], [100, 25, 5, 1]])
def test_units_are_solved_for(units: list[int]) -> None:
    shown, asked = [3725, 59, 7381, 45296, 12, 86399], [3661, 50000]
    result = synthesize([(n, counts(n, units)) for n in shown], inputs=asked, timeout=None, max_candidates=200_000)
    assert result.predictions == [counts(n, units) for n in asked]
    assert result.program is not None
    space: dict[str, Any] = {}
    exec(result.program.python(), space)
    assert [space["solve"](n) for n in asked] == [counts(n, units) for n in asked]


def test_the_number_of_coins() -> None:
    shown, asked = [41, 99, 7, 30, 65, 12], [88, 4]
    pieces = [(n, sum(counts(n, [25, 10, 5, 1]))) for n in shown]
    result = synthesize(pieces, inputs=asked, timeout=None, max_candidates=300_000)
    assert result.predictions == [sum(counts(n, [25, 10, 5, 1])) for n in asked]


def test_coins_may_be_given() -> None:
    shown = [((41, [1, 5, 10]), 5), ((99, [20, 50, 1]), 12), ((8, [2, 6]), 2), ((30, [7, 1, 3]), 6)]
    result = synthesize(shown, inputs=[(67, [1, 10, 30])], timeout=None, max_candidates=300_000)
    assert result.predictions == [9]


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=6))
def test_what_is_solved_fits(numbers: list[int]) -> None:
    rows = [counts(n, [60, 12, 1]) for n in numbers]
    found = solved_units(numbers, rows)
    assert found is None or all(
        sum(count * unit for count, unit in zip(row, found, strict=True)) == n
        for row, n in zip(rows, numbers, strict=True)
    )


def test_what_has_no_units() -> None:
    assert solved_units([5, 9], [[1, 0], [1]]) is None
    assert solved_units([5, 9], [[1, 0], [2, 0]]) is None
    assert solved_units([5, 9, 7], [[1, 0], [0, 1], [1, 1]]) is None


def test_python_takes_apart_as_the_program_does() -> None:
    program = parse("(n: Int) -> in_units(n, [3600, 60, 1])")
    assert program(3725) == [1, 2, 5]
    assert "for unit in units:" in program.python()
