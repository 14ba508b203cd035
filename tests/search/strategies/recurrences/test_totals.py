"""Loops of which the goal says what is made of all that they pass."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from induce.dsl.core.expression import Variable, evaluate
from induce.dsl.core.types import INT
from induce.dsl.text.printer import print_expression
from induce.search.strategies.context.context import Known
from induce.search.strategies.recurrences.totals import Totals

from .small import programs, steps_of

NUMBERS = [25, 49, 12, 33, 70, 18, 57]
N, M = Variable("n", INT), Variable("m", INT)
START = Known(1, INT, NUMBERS, lambda: N)
OTHERS = [(40,), (90,), (30,), (300,), (150,), (500,), (71,)]


def totals(wanted: Sequence[int]) -> Totals:
    probes = [(n, m) for n in (0, 1, 2, 5, 12, 40) for m in (2, 7, 13, 101)]
    return Totals(wanted, steps_of((Variable("value", INT), M), probes, INT), [START], OTHERS)


def down(n: int, _m: int) -> list[int]:
    passed = [n]
    while n > 1:
        n //= 2
        passed.append(n)
    return passed


def up(n: int, m: int) -> list[int]:
    passed = [n]
    while n < m:
        n += n + 1
        passed.append(n)
    return passed


@pytest.mark.parametrize(
    ("trail", "make", "text"),
    [
        (down, sum, "sum(trail_while(n, (value: Int) -> value > 0, (value: Int) -> value // 2))"),
        (down, lambda xs: sum(xs[1:]), "sum(tail(trail_while(n, (value: Int) -> value > 1, "),
        (down, lambda xs: sum(xs[:-1]), "sum(init(trail_while(n, (value: Int) -> value > 1, "),
        (down, lambda xs: sum(x * x for x in xs), "sum_of(trail_while(n, (value: Int) -> value > 0, "),
        (up, max, "max(trail_while(n, (value: Int) -> value < m, "),
        (up, sum, "sum(trail_while(n, (value: Int) -> value < m, "),
    ],
)
def test_what_is_made_of_the_numbers_is_found(
    trail: Callable[[int, int], list[int]], make: Callable[[list[int]], int], text: str
) -> None:
    wanted = [make(trail(n, m)) for n, (m,) in zip(NUMBERS, OTHERS, strict=True)]
    found = [body for _, body in programs(totals(wanted), 26)]
    assert any(print_expression(body).startswith(text) for body in found)
    for body in found:
        assert [evaluate(body, {"n": n, "m": m}) for n, (m,) in zip(NUMBERS, OTHERS, strict=True)] == wanted


def test_a_loop_must_take_steps_in_several_examples() -> None:
    """In two it is halved once or twice, and in the others nothing is done."""
    assert list(programs(totals([*NUMBERS[:5], 18 + 9, 57 + 28 + 14]), 24)) == []
