"""Work in steps: all of it is done, and its outcome is kept."""

from __future__ import annotations

from induce.search.enumeration.steps import Steps, result_of


def counting(log: list[int], most: int) -> Steps[str]:
    for number in range(most):
        log.append(number)
        yield
    return f"{most} steps"


def outer(log: list[int]) -> Steps[list[str]]:
    one = yield from counting(log, 2)
    other = yield from counting(log, 3)
    return [one, other]


def test_all_steps_are_taken_and_the_outcome_is_that_of_the_last() -> None:
    log: list[int] = []
    assert result_of(outer(log)) == ["2 steps", "3 steps"]
    assert log == [0, 1, 0, 1, 2]


def test_work_without_a_pause_has_an_outcome() -> None:
    assert result_of(counting([], 0)) == "0 steps"


def test_other_work_may_take_its_turn() -> None:
    log: list[int] = []
    first, second = counting(log, 2), counting(log, 2)
    next(first)
    next(second)
    first.close()
    assert result_of(second) == "2 steps"
    assert log == [0, 0, 1]
