"""Lists of the numbers that a loop passes tell its step and its end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from induce import parse, synthesize
from induce.dsl.core.expression import Variable, evaluate
from induce.dsl.core.types import INT
from induce.dsl.text.printer import print_expression
from induce.search.strategies.loops.trails import loops_of, steps_in

N, VALUE = Variable("n", INT), Variable("value", INT)
HALF = parse("(value: Int) -> value // 2").body


def passed(
    step: Callable[[int], int], goes_on: Callable[[int], bool], *, is_last_listed: bool
) -> Callable[[int], list[int]]:
    def trail(n: int) -> list[int]:
        found = []
        while goes_on(n):
            found.append(n)
            n = step(n)
        return [*found, n] if is_last_listed else found

    return trail


def test_steps_go_from_each_number_to_the_next() -> None:
    assert steps_in([[9, 4, 2], [5, 2, 1], [7]]) == [(9, 4), (4, 2), (5, 2), (2, 1)]
    assert steps_in([[9, 4, 2], [4, 2]]) == []


@pytest.mark.parametrize(
    ("trails", "text"),
    [
        ([[40, 20, 10, 5], [9, 4], [3]], "trail_while(n, (value: Int) -> value > 5, (value: Int) -> value // 2)"),
        ([[40, 20, 10], [9], []], "init(trail_while(n, (value: Int) -> value > 5, (value: Int) -> value // 2))"),
        (
            [[40, 20, 10, 5, 2, 1], [9, 4, 2, 1], [1]],
            "trail_while(n, (value: Int) -> value > 1, (value: Int) -> value // 2)",
        ),
        ([[40, 20], [9, 4, 2], [20]], None),
    ],
)
def test_a_limit_ends_the_loop_where_the_numbers_do(trails: list[list[int]], text: str | None) -> None:
    starts = [40, 9, 3 if len(trails[2]) else 2] if trails[2] != [20] else [40, 9, 20]
    if trails[2] == [1]:
        starts = [40, 9, 1]
    scopes = [{"n": start} for start in starts]
    found = [body for _, body in loops_of(trails, N, VALUE, HALF, scopes)]
    assert [print_expression(body) for body in found][:1] == ([] if text is None else [text])
    for body in found:
        assert [evaluate(body, scope) for scope in scopes] == trails


@pytest.mark.parametrize("is_last_listed", [True, False])
def test_constants_of_a_step_are_solved_for(is_last_listed: bool) -> None:
    trail = passed(lambda n: n - 37 if n % 2 == 0 else n - 50, lambda n: n > 60, is_last_listed=is_last_listed)
    given = (200, 431, 90, 305, 512, 77, 60)
    result = synthesize([(n, trail(n)) for n in given], inputs=[333, 420, 61], max_candidates=600_000, timeout=None)
    assert result.predictions == [trail(333), trail(420), trail(61)]
    assert result.program is not None
    assert "while value > 60:" in result.program.python()
