"""Whole numbers: their digits and divisors, rounding, and limits."""

from __future__ import annotations

from math import isqrt

from ..drawing import integers, one_of
from ..meant import meant

counted = one_of(integers(0, 9), integers(10, 99), integers(100, 9999))
"""Numbers of one to four digits."""
positive = one_of(integers(1, 12), integers(13, 60), integers(61, 400))
"""Numbers that one would ask the divisors of."""


@meant(counted)
def sum_of_the_digits(number: int) -> int:
    """The sum of the digits."""
    return sum(int(digit) for digit in str(number))


@meant(counted)
def how_many_digits(number: int) -> int:
    """How many digits the number has."""
    return len(str(number))


@meant(one_of(integers(0, 99), integers(100, 99999)))
def digit_of_the_ones(number: int) -> int:
    """The last digit."""
    return number % 10


@meant(integers(1, 9999))
def leading_digit(number: int) -> int:
    """The first digit."""
    return int(str(number)[0])


@meant(integers(10, 9999))
def digits_turned_round(number: int) -> int:
    """The number that the digits make from right to left."""
    return int(str(number)[::-1])


@meant(counted)
def digits_one_by_one(number: int) -> list[int]:
    """The digits as a list."""
    return [int(digit) for digit in str(number)]


@meant(positive)
def all_divisors(number: int) -> list[int]:
    """All divisors, from the least to the greatest."""
    return [divisor for divisor in range(1, number + 1) if number % divisor == 0]


@meant(positive)
def number_of_divisors(number: int) -> int:
    """How many divisors the number has."""
    return sum(number % divisor == 0 for divisor in range(1, number + 1))


@meant(positive)
def sum_of_smaller_divisors(number: int) -> int:
    """The sum of all divisors but the number itself."""
    return sum(divisor for divisor in range(1, number) if number % divisor == 0)


@meant(integers(0, 300))
def up_to_the_next_ten(number: int) -> int:
    """Rounded up to a multiple of ten."""
    return -(-number // 10) * 10


@meant(integers(1, 200))
def eggs_to_buy(needed: int) -> int:
    """How many boxes of twelve hold all the eggs needed."""
    return (needed + 11) // 12


@meant(integers(0, 5000))
def down_to_the_hundred(number: int) -> int:
    """Rounded down to a multiple of one hundred."""
    return number // 100 * 100


@meant(integers(-60, 180))
def within_percent(value: int) -> int:
    """The value, but at least 0 and at most 100."""
    return max(0, min(100, value))


@meant(integers(-50, 50))
def never_negative(stock: int) -> int:
    """The value, or zero where it is negative."""
    return max(stock, 0)


@meant(integers(-99, 99))
def distance_from_zero(value: int) -> int:
    """How far the value is from zero."""
    return abs(value)


@meant(integers(-20, 60))
def sign_of_a_change(change: int) -> int:
    """One for a rise, minus one for a fall, and zero for no change."""
    return (change > 0) - (change < 0)


@meant(one_of(integers(10, 999), integers(1000, 99999)))
def greatest_digit(number: int) -> int:
    """The greatest of the digits."""
    return max(int(digit) for digit in str(number))


@meant(integers(10, 99999))
def count_of_even_digits(number: int) -> int:
    """How many of the digits are even."""
    return sum(int(digit) % 2 == 0 for digit in str(number))


@meant(integers(2, 200))
def least_prime_factor(number: int) -> int:
    """The smallest divisor above one."""
    return next(divisor for divisor in range(2, number + 1) if number % divisor == 0)


@meant(integers(1, 120))
def weights_for_the_scales(grams: int) -> list[int]:
    """The weights of 1, 2, 4 grams and so on, one of each, that make up so many grams."""
    weights, weight = [], 1
    while grams > 0:
        if grams % 2 == 1:
            weights.append(weight)
        grams, weight = grams // 2, weight * 2
    return weights


@meant(integers(100, 99999))
def check_digit_for_a_number(number: int) -> int:
    """The digit that fills the sum of the digits up to a multiple of ten."""
    return -sum(int(digit) for digit in str(number)) % 10


@meant(one_of(integers(1, 30), integers(1, 500)))
def side_of_the_square_that_fits(tiles: int) -> int:
    """The side of the greatest square that so many tiles can make."""
    return isqrt(tiles)
