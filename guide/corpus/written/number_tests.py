"""What is true of one number."""

from __future__ import annotations

import itertools
from math import isqrt
from random import Random

from ..drawing import amounts, integers, one_of
from ..meant import meant

small = one_of(integers(0, 20), integers(0, 120))


def square(rng: Random) -> int:
    """A square number."""
    return rng.randint(0, 20) ** 2


def lucky(rng: Random) -> int:
    """Four digits, the first two and the last two of which mostly have one sum."""
    one, two, three = rng.randint(1, 5), rng.randint(0, 4), rng.randint(0, 6)
    return one * 1000 + two * 100 + three * 10 + abs(one + two - three)


def mirrored(rng: Random) -> int:
    """A number that reads the same from both sides."""
    half = str(rng.randint(1, 99))
    return int(half + half[::-1][rng.randint(0, 1) :])


@meant(integers(-20, 99))
def even_number(number: int) -> bool:
    """Whether the number is even."""
    return number % 2 == 0


@meant(one_of(integers(1, 100), integers(-40, 0)))
def positive_number(number: int) -> bool:
    """Whether the number is above zero."""
    return number > 0


@meant(integers(1, 60))
def shares_out_among_three(sweets: int) -> bool:
    """Whether three children can share the sweets with nothing left over."""
    return sweets % 3 == 0


@meant(integers(5, 90))
def of_working_age(age: int) -> bool:
    """Whether an age is from 18 to 65."""
    return 18 <= age <= 65


@meant(integers(3, 40))
def old_enough_to_vote(age: int) -> bool:
    """Whether somebody is at least 18."""
    return age >= 18


@meant(amounts(35.5, 41.0, 1))
def has_fever(temperature: float) -> bool:
    """Whether a temperature is 38 degrees or more."""
    return temperature >= 38


@meant(integers(-15, 20))
def freezing(degrees: int) -> bool:
    """Whether it is below zero."""
    return degrees < 0


@meant(integers(40, 130))
def pulse_out_of_range(pulse: int) -> bool:
    """Whether a pulse is below 60 or above 100."""
    return pulse < 60 or pulse > 100


@meant(one_of(integers(1, 99), integers(1, 400), integers(-50, 50)))
def has_two_digits(number: int) -> bool:
    """Whether the number has exactly two digits, with or without a sign."""
    return 10 <= abs(number) <= 99


@meant(one_of(integers(0, 200), integers(0, 40), one_of(15, 25, 35, 45, 75, 105, 995)))
def ends_in_five(number: int) -> bool:
    """Whether the last digit is a five."""
    return number % 10 == 5


@meant(one_of(integers(100, 115), integers(1000, 9999), one_of(10, 20, 30, 50, 70, 90, 200, 340), integers(1, 99)))
def has_a_zero_digit(number: int) -> bool:
    """Whether one of the digits is a zero."""
    return "0" in str(number)


@meant(one_of(small, one_of(2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 71, 97)))
def prime_number(number: int) -> bool:
    """Whether the number is a prime."""
    return number > 1 and all(number % divisor for divisor in range(2, isqrt(number) + 1))


@meant(one_of(square, small))
def square_number(number: int) -> bool:
    """Whether the number is the square of a whole number."""
    return isqrt(number) ** 2 == number


@meant(one_of(mirrored, integers(1, 2000)))
def same_from_both_sides(number: int) -> bool:
    """Whether the digits read the same from right to left."""
    return str(number) == str(number)[::-1]


@meant(integers(1, 60))
def multiple_of_three_or_five(number: int) -> bool:
    """Whether the number is a multiple of three or of five."""
    return number % 3 == 0 or number % 5 == 0


@meant(one_of(one_of(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024), integers(1, 100), integers(1, 20)))
def power_of_two(number: int) -> bool:
    """Whether halving leads to one."""
    while number > 1 and number % 2 == 0:
        number //= 2
    return number == 1


@meant(integers(-30, 30))
def positive_and_odd(number: int) -> bool:
    """Whether the number is above zero and odd."""
    return number > 0 and number % 2 == 1


@meant(one_of(one_of(12, 136, 248, 359, 1379, 256, 689, 2468), integers(10, 99), integers(100, 999)))
def digits_rise(number: int) -> bool:
    """Whether each digit is greater than the one before."""
    digits = str(number)
    return all(left < right for left, right in itertools.pairwise(digits))


@meant(one_of(lucky, lucky, integers(1000, 9999)))
def bus_ticket_is_lucky(number: int) -> bool:
    """Whether the first two of four digits have the sum of the last two."""
    one, two, three, four = map(int, str(number))
    return one + two == three + four


@meant(one_of(integers(100, 999), integers(1000, 9999), integers(10000, 99999)))
def some_digit_comes_twice(number: int) -> bool:
    """Whether a digit is in the number more than once."""
    return len(set(str(number))) < len(str(number))


@meant(one_of(amounts(0, 30, 1), integers(0, 30)))
def whole_amount(amount: float) -> bool:
    """Whether an amount has nothing after the point."""
    return amount == int(amount)
