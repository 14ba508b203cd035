"""Sums, powers, and sequences by a rule."""

from __future__ import annotations

from math import comb, factorial

from ..drawing import integers, lists, one_of
from ..meant import meant

count = integers(1, 20)
term = integers(1, 30)


@meant(one_of(integers(1, 12), integers(1, 60)))
def sum_of_the_numbers_up_to(last: int) -> int:
    """One plus two plus three, up to a number."""
    return last * (last + 1) // 2


@meant(one_of(integers(0, 12), integers(-20, 40)))
def number_squared(number: int) -> int:
    """The number times itself."""
    return number**2


@meant(integers(0, 24))
def twice_and_one_more(number: int) -> int:
    """The number doubled, plus one."""
    return 2 * number + 1


@meant(integers(0, 16))
def two_to_the_power(exponent: int) -> int:
    """Two to the power of a number."""
    power: int = 2**exponent
    return power


@meant(integers(2, 9), integers(0, 6))
def power_of_a_base(base: int, exponent: int) -> int:
    """A number to the power of another."""
    power: int = base**exponent
    return power


@meant(integers(0, 12))
def orders_of_so_many(things: int) -> int:
    """In how many orders things can stand: the factorial."""
    return factorial(things)


@meant(integers(2, 30))
def handshakes_of_guests(guests: int) -> int:
    """How many hands are shaken when everybody greets everybody."""
    return guests * (guests - 1) // 2


@meant(integers(4, 12), integers(1, 4))
def ways_to_choose(things: int, chosen: int) -> int:
    """How many choices of so many things there are."""
    return comb(things, chosen)


@meant(integers(-10, 30), integers(-5, 12), count)
def term_of_equal_steps(start: int, step: int, place: int) -> int:
    """The term at a place, counted from one, of a sequence with equal steps."""
    return start + (place - 1) * step


@meant(integers(0, 20), integers(1, 9), integers(1, 8))
def terms_of_equal_steps(start: int, step: int, terms: int) -> list[int]:
    """So many numbers with equal steps between them."""
    return [start + step * place for place in range(terms)]


@meant(integers(1, 9), integers(1, 7))
def doubled_again_and_again(start: int, times: int) -> list[int]:
    """A number, and what doubling it so many times gives."""
    return [start * 2**time for time in range(times + 1)]


@meant(one_of(integers(0, 12), integers(13, 50)))
def squares_up_to_limit(limit: int) -> list[int]:
    """The squares that are not above a limit, from one on."""
    return [root**2 for root in range(1, limit + 1) if root**2 <= limit]


@meant(integers(1, 25))
def sum_of_the_first_squares(last: int) -> int:
    """The sum of the squares up to that of a number."""
    return sum(number**2 for number in range(1, last + 1))


@meant(integers(1, 60))
def sum_of_even_numbers_up_to(last: int) -> int:
    """The sum of the even numbers up to a number."""
    return sum(range(2, last + 1, 2))


@meant(integers(20, 90), integers(0, 8))
def fish_in_the_pond(fish: int, years: int) -> int:
    """The fish after some years, in each of which a quarter is added and eight are caught."""
    for _ in range(years):
        fish += fish // 4 - 8
    return fish


@meant(integers(0, 6), integers(0, 6), integers(3, 8))
def each_is_the_sum_of_two(first: int, second: int, terms: int) -> list[int]:
    """So many numbers, each of which is the sum of the two before."""
    found = [first, second]
    while len(found) < terms:
        found.append(found[-1] + found[-2])
    return found


@meant(one_of(integers(1, 30), integers(30, 300)))
def days_the_sweets_last(sweets: int) -> int:
    """How many days sweets last when each day a third of them is eaten, rounded up."""
    days = 0
    while sweets > 0:
        sweets -= (sweets + 2) // 3
        days += 1
    return days


@meant(one_of(integers(1, 30), integers(1, 2000)))
def halvings_to_one(number: int) -> int:
    """How often a number can be halved, rounding down, until it is one."""
    return number.bit_length() - 1


@meant(integers(1, 9), integers(-9, 9), integers(-9, 9))
def value_of_a_line(slope: int, start: int, x: int) -> int:
    """The slope times x, plus the start."""
    return slope * x + start


@meant(lists(integers(-4, 9), 1, 4), integers(-3, 5))
def value_of_a_polynomial(coefficients: list[int], x: int) -> int:
    """The value of a polynomial whose coefficients are listed from the highest."""
    value = 0
    for coefficient in coefficients:
        value = value * x + coefficient
    return value


@meant(integers(1, 6), integers(1, 6))
def table_of_products(rows: int, columns: int) -> list[list[int]]:
    """The times table of so many rows and columns."""
    return [[row * column for column in range(1, columns + 1)] for row in range(1, rows + 1)]


@meant(lists(term, 1, 6))
def running_totals(numbers: list[int]) -> list[int]:
    """The sum so far at each number."""
    return [sum(numbers[: place + 1]) for place in range(len(numbers))]


@meant(lists(term, 2, 4), lists(integers(0, 5), 2, 4))
def weighted_sum(values: list[int], weights: list[int]) -> int:
    """Each value times its weight, added up."""
    return sum(value * weight for value, weight in zip(values, weights, strict=True))
