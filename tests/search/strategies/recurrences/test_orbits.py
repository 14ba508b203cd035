"""Loops that end where a number comes again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from induce.dsl.core.expression import Variable, evaluate
from induce.dsl.core.types import BOOL, INT, Type, list_of
from induce.dsl.text.printer import print_expression
from induce.search.strategies.context.context import Known
from induce.search.strategies.recurrences.orbits import Orbits, has_orbits

from .small import programs, steps_of

NUMBERS = [5, 9, 2, 12, 7, 3, 10]
N, M = Variable("n", INT), Variable("m", INT)
START = Known(1, INT, NUMBERS, lambda: N)
MODULI = [(23,), (35,), (11,), (13,), (10,), (101,), (14,)]


def passed(n: int, m: int) -> list[int]:
    seen: list[int] = []
    while n not in seen:
        seen.append(n)
        n = n * n % m
    return seen


def orbits(wanted: Sequence[Any], type_: Type) -> Orbits:
    probes = [(n, m) for n in (0, 1, 2, 5, 12, 40) for m in (2, 7, 13, 101)]
    return Orbits((type_, wanted), steps_of((Variable("value", INT), M), probes, INT), START, MODULI)


@pytest.mark.parametrize(
    ("type_", "end"),
    [
        (list_of(INT), list),
        (INT, len),
        (INT, max),
        (INT, lambda seen: seen[-1]),
        (BOOL, lambda seen: 1 in seen),
    ],
)
def test_what_is_made_of_the_numbers_is_found(type_: Type, end: Callable[[list[int]], Any]) -> None:
    wanted = [end(passed(n, m)) for n, (m,) in zip(NUMBERS, MODULI, strict=True)]
    found = [body for _, body in programs(orbits(wanted, type_), 30)]
    assert any("orbit(n, (value: Int) -> " in print_expression(body) for body in found)
    for body in found:
        assert [evaluate(body, {"n": n, "m": m}) for n, (m,) in zip(NUMBERS, MODULI, strict=True)] == wanted


def test_a_number_must_be_passed_or_not_in_several_examples() -> None:
    wanted = [True, *[False] * 6]
    assert list(programs(orbits(wanted, BOOL), 20)) == []


def test_a_loop_that_passes_too_many_numbers_is_left() -> None:
    """None comes again in these."""
    assert list(programs(orbits([[n, *range(n + 1, n + 300)] for n in NUMBERS], list_of(INT)), 20)) == []


def test_goals_that_numbers_may_make() -> None:
    assert [has_orbits(one) for one in (INT, BOOL, list_of(INT), list_of(BOOL))] == [True, True, True, False]
