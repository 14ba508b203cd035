"""Loops that go on while a condition holds."""

from __future__ import annotations

import random
from typing import Any

import pytest

from induce.dsl.core.expression import Variable, evaluate
from induce.dsl.core.types import INT, Type, list_of
from induce.dsl.text.printer import print_expression
from induce.search.strategies.context.context import Known
from induce.search.strategies.recurrences.whiles import Whiles

from .small import programs, steps_of, work

NUMBERS = [50, 7, 400, 81, 3, 1000, 2]
N = Variable("n", INT)
START = Known(1, INT, NUMBERS, lambda: N)


def whiles(wanted: list[Any], type_: Type = INT, *, counts: list[Known] | None = None) -> Whiles:
    draw = random.Random(2)
    probes = [(n,) for n in (*range(-1, 9), *(draw.randint(0, 400) for _ in range(20)))]
    steps = steps_of((Variable("value", INT),), probes, INT)
    return Whiles((type_, wanted), steps, [START], counts or [], [()] * len(NUMBERS))


def passed(n: int) -> list[int]:
    values = [n]
    while n > 2:
        n //= 2
        values.append(n)
    return values


@pytest.mark.parametrize(
    ("name", "type_", "end"),
    [
        ("repeat_while", INT, lambda values: values[-1]),
        ("steps_while", INT, lambda values: len(values) - 1),
        ("trail_while", list_of(INT), lambda values: values),
    ],
)
def test_step_and_condition_are_found(name: str, type_: Type, end: Any) -> None:
    wanted = [end(passed(n)) for n in NUMBERS]
    bodies = (body for _, body in programs(whiles(wanted, type_), 30))
    found = next(body for body in bodies if print_expression(body).startswith(f"{name}("))
    assert [evaluate(found, {"n": n}) for n in [*NUMBERS, 64]] == [*wanted, end(passed(64))]


def test_a_limit_is_solved_for() -> None:
    """No condition of the bank, whose constants are 0, 1 and 2, costs so little."""
    wanted = [next(n >> k for k in range(20) if n >> k <= 20) for n in NUMBERS]
    _, body = next(programs(whiles(wanted), 30))
    assert print_expression(body) == "repeat_while(n, (value: Int) -> value > 20, (value: Int) -> value // 2)"


def test_a_step_taken_so_many_times_needs_no_condition() -> None:
    times = [2, 0, 3, 1, 4, 2, 5]
    wanted = [(n + 1) * 2**count - 1 for n, count in zip(NUMBERS, times, strict=True)]
    count = Known(1, INT, times, lambda: Variable("m", INT))
    _, body = next(programs(whiles(wanted, counts=[count]), 30))
    assert evaluate(body, {"n": 5, "m": 3}) == 47


def test_loops_without_end_are_left_soon() -> None:
    """No step leads from any number to these; each is run a hundred times at most."""
    form = whiles([-(10**9) - n for n in NUMBERS])
    assert not list(programs(form, 20))
    assert work(form, 20) < 200_000
