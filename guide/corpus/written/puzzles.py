"""Little puzzles with lists: turn, sort, mirror, pad, grow, alternate, rearrange."""

from __future__ import annotations

from itertools import groupby, pairwise
from random import Random

from ..drawing import distinct, integers, lists, one_of, repeating
from ..meant import meant

number = integers(0, 20)
numbers = lists(number, 0, 7)
some = lists(number, 2, 8)
with_negatives = lists(integers(-12, 12), 1, 8)
with_zeros = lists(one_of(integers(1, 9), integers(1, 9), 0), 1, 8)
in_runs = repeating(integers(0, 5), 3, 1, 8)


def maybe_mirrored(rng: Random) -> list[int]:
    """A list that often reads the same from its end."""
    half = [rng.randint(0, 9) for _ in range(rng.randint(1, 3))]
    values = half + half[::-1][rng.randint(0, 1) :]
    if rng.random() < 0.5:
        values[rng.randrange(len(values))] = rng.randint(0, 9)
    return values


@meant(numbers)
def turned_round(values: list[int]) -> list[int]:
    """The list from its end."""
    return values[::-1]


@meant(numbers)
def smallest_first(values: list[int]) -> list[int]:
    """The list sorted."""
    return sorted(values)


@meant(numbers)
def largest_first(values: list[int]) -> list[int]:
    """The list sorted from the largest."""
    return sorted(values, reverse=True)


@meant(lists(number, 0, 5))
def with_its_mirror_image(values: list[int]) -> list[int]:
    """The list and after it the list from its end."""
    return values + values[::-1]


@meant(lists(number, 0, 5))
def twice_in_a_row(values: list[int]) -> list[int]:
    """The list two times."""
    return values * 2


@meant(maybe_mirrored)
def reads_the_same_backwards(values: list[int]) -> bool:
    """Whether the list is the same from its end."""
    return values == values[::-1]


@meant(some)
def halves_exchanged(values: list[int]) -> list[int]:
    """The second half before the first."""
    return values[len(values) // 2 :] + values[: len(values) // 2]


@meant(lists(number, 3, 8))
def first_three_turned(values: list[int]) -> list[int]:
    """The list with its first three items the other way round."""
    return values[:3][::-1] + values[3:]


@meant(numbers)
def odd_ones_before_even_ones(values: list[int]) -> list[int]:
    """The odd numbers, then the even ones, each in their order."""
    return [value for value in values if value % 2] + [value for value in values if value % 2 == 0]


@meant(with_negatives)
def sorted_by_size_without_sign(values: list[int]) -> list[int]:
    """The list sorted by the distance from zero."""
    return sorted(values, key=abs)


@meant(lists(integers(1, 99), 2, 7))
def sorted_by_last_digit(values: list[int]) -> list[int]:
    """The list sorted by the last digits of its numbers."""
    return sorted(values, key=lambda value: value % 10)


@meant(lists(one_of(integers(1, 9), 0), 2, 9))
def without_zeros_at_the_end(values: list[int]) -> list[int]:
    """The list without the zeros that come after the last other number."""
    while values and values[-1] == 0:
        values = values[:-1]
    return values


@meant(with_zeros)
def zeros_filled_from_the_left(values: list[int]) -> list[int]:
    """The list with the number before it in place of each zero."""
    filled: list[int] = []
    for value in values:
        filled.append(filled[-1] if filled and value == 0 else value)
    return filled


@meant(lists(one_of(integers(1, 9), integers(1, 9), integers(1, 9), integers(1, 9), 0), 2, 9))
def cut_at_the_first_zero(values: list[int]) -> list[int]:
    """What is before the first zero."""
    kept = []
    for value in values:
        if value == 0:
            break
        kept.append(value)
    return kept


@meant(distinct(integers(1, 15), 1, 5))
def gaps_filled(values: list[int]) -> list[int]:
    """All numbers from the smallest to the largest."""
    return list(range(min(values), max(values) + 1))


@meant(lists(number, 0, 5))
def padded_to_six(values: list[int]) -> list[int]:
    """The list with zeros up to a length of six."""
    return values + [0] * (6 - len(values))


@meant(numbers)
def framed_with_zeros(values: list[int]) -> list[int]:
    """The list between two zeros."""
    return [0, *values, 0]


@meant(in_runs)
def runs_grown_by_one(values: list[int]) -> list[int]:
    """Each run of equal items one item longer."""
    return [item for value, run in groupby(values) for item in [value, *run]]


@meant(lists(integers(0, 4), 1, 5))
def each_as_often_as_it_says(values: list[int]) -> list[int]:
    """Each number as often as its value: one 1, two 2s and so on."""
    return [value for value in values for _ in range(value)]


@meant(lists(number, 1, 7))
def taken_from_both_ends(values: list[int]) -> list[int]:
    """The first, the last, the second, the last but one, and so on."""
    taken = []
    while values:
        taken.append(values[0])
        values = values[:0:-1]
    return taken


@meant(lists(number, 1, 6))
def sum_put_at_the_end(values: list[int]) -> list[int]:
    """The list and its sum."""
    return [*values, sum(values)]


@meant(lists(number, 1, 7))
def all_replaced_by_the_largest(values: list[int]) -> list[int]:
    """As many items, all of them the largest."""
    return [max(values)] * len(values)


@meant(distinct(number, 2, 7))
def without_the_smallest_item(values: list[int]) -> list[int]:
    """The list without its smallest item."""
    return [value for value in values if value != min(values)]


@meant(lists(one_of(0, 1), 2, 8))
def switches_turned(values: list[int]) -> list[int]:
    """A 1 for each 0 and a 0 for each 1."""
    return [1 - value for value in values]


@meant(lists(number, 2, 4))
def never_goes_down(values: list[int]) -> bool:
    """Whether no item is smaller than the one before."""
    return all(before <= after for before, after in pairwise(values))
