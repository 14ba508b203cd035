"""What is made of the numbers that a loop passes, and where the goal says that it ends."""

from __future__ import annotations

import numpy as np
import pytest

from induce.dsl.core.expression import Variable, evaluate
from induce.dsl.core.types import INT, list_of
from induce.dsl.text.printer import print_expression
from induce.search.strategies.recurrences.summaries import (
    Passed,
    Summary,
    bounds_of,
    measured_summaries,
    plain_summaries,
    stretches,
)

from .small import steps_of

VALUE, PASSED = Variable("value", INT), Variable("passed", list_of(INT))
NUMBERS = np.array([[7, 22, 11, 34, 17], [6, 3, 10, 5, 16]])


def measured(wanted: list[int]) -> list[Summary]:
    return [*measured_summaries(steps_of((VALUE,), [(number,) for number in range(-3, 30)], INT), wanted)]


@pytest.mark.parametrize("summary", [*plain_summaries(), *measured([40, 50, 60])])
def test_the_series_is_what_is_written_for_each_end(summary: Summary) -> None:
    body = summary.make(PASSED)
    for row, found in zip(NUMBERS.tolist(), summary.series(Passed(NUMBERS)).tolist(), strict=True):
        assert found == [evaluate(body, {"passed": row[: end + 1]}) for end in range(len(row))]


def test_small_counts_say_too_little() -> None:
    few, many = ({print_expression(one.make(PASSED)) for one in measured(told)} for told in ([1, 2, 0], [40, 50, 60]))
    assert any("count_where" in text for text in many)
    assert not any("count_where" in text for text in few)


def test_the_ends_are_those_from_the_first_hit_on() -> None:
    series = np.array([[1, 4, 4, 4, 9], [4, 9, 4, 4, 4], [1, 2, 3, 5, 4], [1, 2, 3, 9, 9]])
    first, last = stretches(series, np.array([5, 5, 4, 5]), 4)
    assert first.tolist() == [1, 0, -1, -1]
    assert last[:2].tolist() == [3, 0]


def test_a_floor_ends_a_loop_at_one_of_the_places() -> None:
    numbers = [9, 5, 7, 3, 2, -9]
    ends = {floor: next(place for place, number in enumerate(numbers) if number <= floor) for floor in range(-2, 12)}
    low, high = bounds_of(np.array([numbers]), np.array([2]), np.array([3]))
    assert [*range(int(low[0]), int(high[0]) + 1)] == [floor for floor, end in ends.items() if end in (2, 3)] == [3, 4]
