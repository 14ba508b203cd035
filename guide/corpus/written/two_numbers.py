"""Two or three whole numbers."""

from __future__ import annotations

from math import gcd

from ..drawing import integers, lists, one_of
from ..meant import meant

round_numbers = one_of(12, 18, 20, 24, 30, 36, 40, 48, 60, 72, 90, 100, integers(1, 60))
few, some, many = integers(1, 12), integers(1, 40), integers(1, 500)


@meant(integers(-20, 60), integers(-20, 60))
def how_far_apart(one: int, two: int) -> int:
    """The difference of two numbers, whichever is greater."""
    return abs(one - two)


@meant(integers(1, 20), some)
def rows_times_seats(rows: int, seats: int) -> int:
    """The seats of all rows."""
    return rows * seats


@meant(many, few)
def left_over_when_shared(things: int, people: int) -> int:
    """What is left when things are shared equally."""
    return things % people


@meant(many, few)
def each_ones_share(things: int, people: int) -> int:
    """How many each gets when things are shared equally."""
    return things // people


@meant(many, integers(2, 50))
def buses_needed(guests: int, seats: int) -> int:
    """How many buses it takes for all the guests."""
    return -(-guests // seats)


@meant(round_numbers, integers(2, 9))
def divides_evenly(total: int, parts: int) -> bool:
    """Whether nothing is left over."""
    return total % parts == 0


@meant(integers(2, 9), round_numbers)
def is_a_divisor_of(part: int, total: int) -> bool:
    """Whether the first number divides the second."""
    return total % part == 0


@meant(some, some)
def first_is_greater(one: int, two: int) -> bool:
    """Whether the first of two numbers is the greater one."""
    return one > two


@meant(integers(1, 12), integers(1, 12))
def within_two_of_each_other(one: int, two: int) -> bool:
    """Whether two numbers differ by no more than two."""
    return abs(one - two) <= 2


@meant(some, integers(5, 20), integers(15, 35))
def lies_between(number: int, least: int, most: int) -> bool:
    """Whether a number is not below one limit nor above the other."""
    return least <= number <= most


@meant(integers(-30, 80), integers(0, 10), integers(20, 60))
def held_between(number: int, least: int, most: int) -> int:
    """The number, or the limit that it exceeds."""
    return max(least, min(number, most))


@meant(integers(2, 90), integers(2, 90))
def greatest_common_divisor(one: int, two: int) -> int:
    """The greatest number that divides both."""
    return gcd(one, two)


@meant(integers(2, 20), integers(2, 20))
def days_until_both_meet(one: int, two: int) -> int:
    """The least number that both divide."""
    return one * two // gcd(one, two)


@meant(integers(1, 30), integers(1, 30), integers(1, 30))
def middle_of_three(one: int, two: int, three: int) -> int:
    """The number that is neither the least nor the greatest."""
    return sorted([one, two, three])[1]


@meant(integers(1, 20), integers(1, 20), integers(1, 35))
def sides_make_a_triangle(one: int, two: int, three: int) -> bool:
    """Whether the two shorter sides together are longer than the longest."""
    low, middle, high = sorted([one, two, three])
    return low + middle > high


@meant(integers(1, 15), integers(1, 15))
def same_parity(one: int, two: int) -> bool:
    """Whether both numbers are even or both are odd."""
    return one % 2 == two % 2


@meant(integers(-6, 14), integers(-6, 14))
def both_positive(one: int, two: int) -> bool:
    """Whether two numbers are above zero."""
    return one > 0 and two > 0


@meant(integers(0, 9), integers(5, 15))
def every_number_between(start: int, stop: int) -> list[int]:
    """The numbers from one to the other, both included."""
    return list(range(start, stop + 1))


@meant(integers(1, 20), integers(1, 6))
def first_multiples(number: int, count: int) -> list[int]:
    """The first so many multiples of a number."""
    return [number * factor for factor in range(1, count + 1)]


@meant(integers(1, 20), integers(15, 60), integers(2, 7))
def multiples_in_a_range(start: int, stop: int, step: int) -> int:
    """How many multiples of a number lie from start to stop."""
    return sum(number % step == 0 for number in range(start, stop + 1))


@meant(one_of(integers(10, 999), integers(1000, 99999)), integers(0, 9))
def how_often_the_digit(number: int, digit: int) -> int:
    """How often a digit is in a number."""
    return str(number).count(str(digit))


@meant(lists(integers(1, 30), 2, 6), integers(5, 25))
def how_many_exceed(numbers: list[int], limit: int) -> int:
    """How many numbers are above a limit."""
    return sum(number > limit for number in numbers)
