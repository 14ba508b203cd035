"""Numbers of which the goal says whether they meet a condition."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from induce import synthesize

RANGES = [(1, 22), (48, 85), (10, 50), (1, 9), (100, 140), (20, 66), (5, 15)]
WIDE = [(1, 100), (50, 200), (100, 300), (10, 60), (150, 400), (1, 20), (300, 500)]
NUMBERS = [123, 4056, 907, 8, 99, 1111, 2350]


def divides_itself(n: int) -> bool:
    return all(int(digit) and n % int(digit) == 0 for digit in str(n))


def has_one_odd_digit(n: int) -> bool:
    return sum(int(digit) % 2 for digit in str(n)) == 1


def is_ascending(n: int) -> bool:
    return all(one < other for one, other in zip(str(n), str(n)[1:], strict=False))


def is_palindrome(n: int) -> bool:
    return str(n) == str(n)[::-1]


def abounds(n: int) -> bool:
    return sum(divisor for divisor in range(1, n) if n % divisor == 0) > n


def in_range(holds: Callable[[int], bool]) -> Callable[[int, int], list[int]]:
    return lambda first, last: [n for n in range(first, last + 1) if holds(n)]


def following(holds: Callable[[int], bool]) -> Callable[[int], int]:
    return lambda n: next(x for x in range(n + 1, n + 10_000) if holds(x))


def first_so_many(n: int) -> list[int]:
    return [x for x in range(1, 1000) if abounds(x)][:n]


def multiple_of_both(n: int, m: int, k: int) -> int:
    return next(x for x in range(k + 1, k + 1000) if x % n == 0 and x % m == 0)


CASES = [
    pytest.param(in_range(divides_itself), RANGES, [(20, 66), (30, 90), (60, 128)], id="divides itself"),
    pytest.param(in_range(has_one_odd_digit), RANGES, [(20, 66), (30, 90), (60, 128)], id="one odd digit"),
    pytest.param(in_range(is_ascending), WIDE, [(1, 500), (200, 260), (90, 160)], id="ascending digits"),
    pytest.param(following(is_palindrome), NUMBERS, [7801, 640, 35], id="next palindrome"),
    pytest.param(first_so_many, [1, 2, 3, 5, 8, 10, 4], [6, 7, 12], id="first abundant"),
    pytest.param(
        multiple_of_both,
        [(2, 3, 10), (4, 6, 30), (5, 7, 50), (3, 3, 9), (8, 12, 70), (6, 10, 31), (2, 9, 17)],
        [(4, 10, 55), (9, 6, 100), (7, 3, 22)],
        id="next multiple of both",
    ),
]


@pytest.mark.parametrize(("function", "given", "asked"), CASES)
def test_the_condition_is_found(function: Callable[..., Any], given: list[Any], asked: list[Any]) -> None:
    def applied(value: Any) -> Any:
        return function(*value) if isinstance(value, tuple) else function(value)

    task = [(one, applied(one)) for one in given]
    result = synthesize(task, inputs=asked, max_candidates=300_000, timeout=None)
    assert result.predictions == [*map(applied, asked)]
    assert result.program is not None
    space: dict[str, Any] = {}
    exec(result.program.python(), space)
    assert [space["solve"](*one) if isinstance(one, tuple) else space["solve"](one) for one in asked] == [
        *map(applied, asked)
    ]


def test_what_numbers_are_chosen_at_random_is_not_learnt_by_heart() -> None:
    chosen = {4, 9, 11, 17, 18, 26, 33, 35, 40, 58, 61, 62, 77, 80}

    def listed(first: int, last: int) -> list[int]:
        return [n for n in range(first, last + 1) if n in chosen]

    task = [(one, listed(*one)) for one in RANGES]
    result = synthesize(task, max_candidates=150_000, timeout=None)
    assert result.program is None or result.status != "solved"


@pytest.mark.parametrize("function", [lambda n: n * n + 1, lambda n: [*range(1, n + 1)], lambda n: [n] * 3])
def test_easy_tasks_do_not_pay(function: Callable[[int], Any]) -> None:
    task = [(n, function(n)) for n in (10, 25, 50, 100, 1, 37)]
    both = [synthesize(task, max_candidates=100_000, timeout=None, without=out) for out in ([], ["selections"])]
    assert str(both[0].program) == str(both[1].program)
    assert both[0].stats.candidates == both[1].stats.candidates
