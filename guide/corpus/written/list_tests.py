"""What is true of a list of numbers."""

from __future__ import annotations

import itertools
from random import Random

from ..drawing import distinct, integers, lists, one_of, ordered, repeating
from ..meant import meant

plain = lists(integers(-9, 30), 1, 6)
positives = lists(integers(1, 60), 1, 6)
rising = ordered(integers(1, 50), 1, 6)
marks = lists(integers(30, 100), 2, 6)


def falling(rng: Random) -> list[int]:
    """A list from high to low."""
    return sorted((rng.randint(1, 90) for _ in range(rng.randint(2, 6))), reverse=True)


def mirrored_list(rng: Random) -> list[int]:
    """A list that is the same from both ends."""
    half = [rng.randint(0, 9) for _ in range(rng.randint(1, 3))]
    return half + half[::-1][rng.randint(0, 1) :]


def swinging(rng: Random) -> list[int]:
    """A list whose items go up and down by turns."""
    return [rng.randint(1, 9) + 10 * ((place + 1) % 2) for place in range(rng.randint(3, 6))]


def balanced_pair(rng: Random) -> list[int]:
    """Payments in and out that come to zero."""
    paid = [rng.randint(-20, 20) for _ in range(rng.randint(1, 4))]
    return [*paid, -sum(paid)]


@meant(one_of(rising, positives))
def in_rising_order(numbers: list[int]) -> bool:
    """Whether the numbers are sorted."""
    return numbers == sorted(numbers)


@meant(one_of(falling, positives))
def in_falling_order(numbers: list[int]) -> bool:
    """Whether the numbers are sorted from high to low."""
    return numbers == sorted(numbers, reverse=True)


@meant(one_of(positives, plain))
def all_above_zero(numbers: list[int]) -> bool:
    """Whether all numbers are positive."""
    return all(number > 0 for number in numbers)


@meant(lists(integers(-10, 40), 1, 6))
def some_below_zero(balances: list[int]) -> bool:
    """Whether any balance is negative."""
    return any(balance < 0 for balance in balances)


@meant(one_of(repeating(integers(1, 20), 4, 3, 6), distinct(integers(1, 60), 2, 6)))
def something_comes_again(numbers: list[int]) -> bool:
    """Whether a number is in the list more than once."""
    return len(set(numbers)) < len(numbers)


@meant(one_of(repeating(integers(1, 20), 4, 3, 6), distinct(integers(1, 60), 2, 6)))
def no_number_twice(numbers: list[int]) -> bool:
    """Whether all numbers are different."""
    return len(set(numbers)) == len(numbers)


@meant(one_of(repeating(integers(1, 9), 1, 1, 5), lists(integers(1, 9), 2, 4)))
def all_the_same(numbers: list[int]) -> bool:
    """Whether the numbers are all equal."""
    return len(set(numbers)) <= 1


@meant(lists(integers(1, 9), 1, 6), integers(1, 9))
def number_is_listed(numbers: list[int], wanted: int) -> bool:
    """Whether a number is in the list."""
    return wanted in numbers


@meant(lists(integers(0, 5), 1, 6))
def has_a_zero(numbers: list[int]) -> bool:
    """Whether there is a zero in the list."""
    return 0 in numbers


@meant(one_of(mirrored_list, lists(integers(0, 9), 2, 5)))
def same_from_both_ends(numbers: list[int]) -> bool:
    """Whether the list is the same backwards."""
    return numbers == numbers[::-1]


@meant(one_of(balanced_pair, lists(integers(-20, 20), 2, 5)))
def comes_to_zero(payments: list[int]) -> bool:
    """Whether payments in and out cancel."""
    return sum(payments) == 0


@meant(lists(integers(5, 50), 1, 6))
def total_above_one_hundred(amounts: list[int]) -> bool:
    """Whether the sum is above 100."""
    return sum(amounts) > 100


@meant(marks)
def every_mark_passes(given: list[int]) -> bool:
    """Whether every mark is at least 50."""
    return all(mark >= 50 for mark in given)


@meant(marks)
def average_mark_passes(given: list[int]) -> bool:
    """Whether the average is at least 65."""
    return sum(given) / len(given) >= 65


@meant(lists(integers(1, 9), 0, 7))
def more_than_three_items(numbers: list[int]) -> bool:
    """Whether the list has more than three items."""
    return len(numbers) > 3


@meant(lists(integers(1, 30), 1, 3))
def a_pair_of_numbers(numbers: list[int]) -> bool:
    """Whether there are exactly two numbers."""
    return len(numbers) == 2


@meant(one_of(repeating(integers(1, 20), 2, 2, 5), lists(integers(1, 20), 2, 5)))
def first_equals_last(numbers: list[int]) -> bool:
    """Whether the list ends with what it begins with."""
    return numbers[0] == numbers[-1]


@meant(one_of(lists(integers(1, 12), 1, 4), lists(one_of(2, 4, 6, 8, 10, 12, 14), 1, 6)))
def all_even(numbers: list[int]) -> bool:
    """Whether all numbers are even."""
    return all(number % 2 == 0 for number in numbers)


@meant(one_of(swinging, lists(integers(1, 19), 3, 6), ordered(integers(1, 19), 3, 4)))
def up_and_down_by_turns(readings: list[int]) -> bool:
    """Whether each reading lies above both its neighbours or below both."""
    steps = [right - left for left, right in itertools.pairwise(readings)]
    return all(one * two < 0 for one, two in itertools.pairwise(steps))


@meant(one_of(rising, lists(integers(10, 20), 2, 5)))
def steps_are_small(readings: list[int]) -> bool:
    """Whether no reading differs from the one before by more than five."""
    return all(abs(right - left) <= 5 for left, right in itertools.pairwise(readings))


@meant(lists(integers(1, 30), 2, 7))
def second_half_is_heavier(loads: list[int]) -> bool:
    """Whether the second half of the loads weighs more than the first; one in the middle is left out."""
    half = len(loads) // 2
    return sum(loads[-half:]) > sum(loads[:half])


@meant(one_of(lists(integers(1, 9), 3, 6), ordered(integers(1, 9), 3, 6)))
def last_is_the_greatest(numbers: list[int]) -> bool:
    """Whether no number is above the last one."""
    return max(numbers) == numbers[-1]
