"""Arithmetic with the numbers of lists: of each, of pairs, of all."""

from __future__ import annotations

from itertools import accumulate, pairwise
from math import prod
from random import Random

from ..drawing import integers, lists, one_of
from ..meant import meant

numbers = lists(integers(-9, 20), 0, 7)
small = lists(integers(0, 12), 0, 7)
naturals = lists(integers(1, 30), 1, 7)
factors = lists(integers(1, 6), 1, 5)
four = lists(integers(-5, 15), 4, 4)


def maybe_steady(rng: Random) -> list[int]:
    """Numbers that grow by the same each time, or almost."""
    start, step, length = rng.randint(0, 20), rng.randint(1, 7), rng.randint(3, 6)
    values = [start + step * i for i in range(length)]
    if rng.random() < 0.5:
        values[rng.randrange(length)] += rng.choice((-1, 1, 2))
    return values


@meant(numbers, integers(-5, 9))
def added_to_each(values: list[int], number: int) -> list[int]:
    """A number added to each."""
    return [value + number for value in values]


@meant(numbers)
def each_times_two(values: list[int]) -> list[int]:
    """The double of each."""
    return [2 * value for value in values]


@meant(numbers)
def squares_of_each(values: list[int]) -> list[int]:
    """The square of each."""
    return [value**2 for value in values]


@meant(numbers)
def signs_changed(values: list[int]) -> list[int]:
    """Each with the other sign."""
    return [-value for value in values]


@meant(numbers)
def distances_from_zero(values: list[int]) -> list[int]:
    """Each without its sign."""
    return [abs(value) for value in values]


@meant(lists(integers(0, 60), 1, 7), integers(2, 9))
def remainders_of_each(values: list[int], divisor: int) -> list[int]:
    """What remains of each when it is divided."""
    return [value % divisor for value in values]


@meant(numbers)
def positive_numbers(values: list[int]) -> list[int]:
    """The numbers above zero."""
    return [value for value in values if value > 0]


@meant(numbers)
def negatives_as_zero(values: list[int]) -> list[int]:
    """The numbers with 0 in place of negative ones."""
    return [max(value, 0) for value in values]


@meant(naturals)
def even_numbers_only(values: list[int]) -> list[int]:
    """The even numbers."""
    return [value for value in values if value % 2 == 0]


@meant(lists(integers(1, 40), 3, 9), integers(2, 4))
def multiples_among(values: list[int], divisor: int) -> list[int]:
    """The numbers that can be divided."""
    return [value for value in values if value % divisor == 0]


@meant(naturals)
def sum_of_odd_numbers(values: list[int]) -> int:
    """The sum of the odd numbers."""
    return sum(value for value in values if value % 2)


@meant(numbers)
def sum_of_squares_of_all(values: list[int]) -> int:
    """The sum of the squares."""
    return sum(value**2 for value in values)


@meant(factors)
def product_of_all(values: list[int]) -> int:
    """The product of all."""
    return prod(values)


@meant(numbers)
def running_sums(values: list[int]) -> list[int]:
    """The sum up to each."""
    return list(accumulate(values))


@meant(factors)
def running_products(values: list[int]) -> list[int]:
    """The product up to each."""
    return list(accumulate(values, lambda product, value: product * value))


@meant(lists(integers(-9, 20), 1, 7))
def sums_of_neighbours(values: list[int]) -> list[int]:
    """Each added to the one after it."""
    return [before + after for before, after in pairwise(values)]


@meant(four, four)
def sums_of_two_lists(first: list[int], second: list[int]) -> list[int]:
    """The sums of what is at the same place."""
    return [a + b for a, b in zip(first, second, strict=True)]


@meant(four, four)
def larger_of_each_pair(first: list[int], second: list[int]) -> list[int]:
    """The larger of what is at the same place."""
    return [max(a, b) for a, b in zip(first, second, strict=True)]


@meant(four, lists(integers(3, 25), 4, 4))
def nowhere_larger(first: list[int], second: list[int]) -> bool:
    """Whether no number of the first list is larger than the one at its place in the second list."""
    return not any(a > b for a, b in zip(first, second, strict=True))


@meant(small)
def evens_halved_odds_tripled(values: list[int]) -> list[int]:
    """The half of even numbers and three times the odd ones."""
    return [value // 2 if value % 2 == 0 else 3 * value for value in values]


@meant(lists(integers(0, 999), 1, 6))
def digit_sums_of_each(values: list[int]) -> list[int]:
    """The sum of the digits of each."""
    return [sum(map(int, str(value))) for value in values]


@meant(lists(integers(0, 9), 1, 5))
def number_of_digits(digits: list[int]) -> int:
    """The number that the digits make."""
    number = 0
    for digit in digits:
        number = 10 * number + digit
    return number


@meant(lists(integers(1, 20), 1, 7))
def added_and_subtracted(values: list[int]) -> int:
    """The first less the second plus the third and so on."""
    return sum(values[::2]) - sum(values[1::2])


@meant(maybe_steady)
def grows_by_the_same(values: list[int]) -> bool:
    """Whether the differences of neighbours are all the same."""
    return len({after - before for before, after in pairwise(values)}) == 1


@meant(one_of(integers(1, 60), integers(2, 24)))
def divisors_of(number: int) -> list[int]:
    """All numbers that divide it."""
    return [divisor for divisor in range(1, number + 1) if number % divisor == 0]
