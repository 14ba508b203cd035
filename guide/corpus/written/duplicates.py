"""Items that come more than once: unique items, counts, runs."""

from __future__ import annotations

from collections import Counter
from itertools import groupby, pairwise
from random import Random

from ..drawing import distinct, integers, lists, one_of, ordered, repeating
from ..meant import meant

few_kinds = repeating(integers(1, 30), 4, 2, 9)
maybe_twice = one_of(lists(integers(1, 8), 4, 7), distinct(integers(1, 30), 1, 7))
small = lists(integers(1, 6), 0, 8)
choices = lists(integers(1, 9), 1, 7)


def in_runs(rng: Random) -> list[int]:
    """Items that come several times one after the other."""
    return [item for _ in range(rng.randint(1, 5)) for item in [rng.randint(0, 6)] * rng.randint(1, 4)]


@meant(small)
def each_item_once(values: list[int]) -> list[int]:
    """The items without repetitions, in their order."""
    return list(dict.fromkeys(values))


@meant(small)
def distinct_items_sorted(values: list[int]) -> list[int]:
    """The items without repetitions, sorted."""
    return sorted(set(values))


@meant(small)
def how_many_kinds(values: list[int]) -> int:
    """How many different items there are."""
    return len(set(values))


@meant(small)
def how_many_repeats(values: list[int]) -> int:
    """How many items were there before."""
    return len(values) - len(set(values))


@meant(maybe_twice)
def any_item_repeated(values: list[int]) -> bool:
    """Whether an item comes more than once."""
    return len(set(values)) < len(values)


@meant(one_of(repeating(integers(1, 9), 1, 2, 5), repeating(integers(1, 9), 2, 2, 4)))
def all_items_equal(values: list[int]) -> bool:
    """Whether all items are the same."""
    return len(set(values)) == 1


@meant(few_kinds)
def item_that_comes_most(values: list[int]) -> int:
    """The item that comes most often, the first of them."""
    return max(values, key=values.count)


@meant(few_kinds)
def how_often_the_most_common(values: list[int]) -> int:
    """How often the most common item comes."""
    return max(Counter(values).values())


@meant(few_kinds)
def how_often_the_first_comes(values: list[int]) -> int:
    """How often the first item is in the list."""
    return values.count(values[0])


@meant(small, integers(1, 6))
def how_often_it_comes(values: list[int], value: int) -> int:
    """How often a value is in the list."""
    return values.count(value)


@meant(small, integers(1, 6))
def without_the_value(values: list[int], value: int) -> list[int]:
    """The items that are not the value."""
    return [other for other in values if other != value]


@meant(small)
def how_many_come_once(values: list[int]) -> int:
    """How many items come only once."""
    return sum(values.count(value) == 1 for value in values)


@meant(small)
def items_that_come_again(values: list[int]) -> list[int]:
    """The items that come more than once, each once."""
    return [value for value in dict.fromkeys(values) if values.count(value) > 1]


@meant(small)
def occurrences_of_each(values: list[int]) -> list[int]:
    """For each item, how often it is in the list."""
    return [values.count(value) for value in values]


@meant(repeating(integers(1, 30), 4, 4, 9))
def first_to_come_again(values: list[int]) -> int:
    """The first item that was there before."""
    return next(value for i, value in enumerate(values) if value in values[:i])


@meant(in_runs)
def runs_collapsed(values: list[int]) -> list[int]:
    """One item of each run."""
    return [value for value, _ in groupby(values)]


@meant(in_runs)
def lengths_of_runs(values: list[int]) -> list[int]:
    """How long each run is."""
    return [len(list(run)) for _, run in groupby(values)]


@meant(in_runs)
def longest_run(values: list[int]) -> int:
    """The length of the longest run."""
    return max(len(list(run)) for _, run in groupby(values))


@meant(in_runs)
def equal_neighbours(values: list[int]) -> int:
    """How many items equal the one before."""
    return sum(before == after for before, after in pairwise(values))


@meant(in_runs)
def items_with_run_lengths(values: list[int]) -> list[list[int]]:
    """Each run as its item and its length."""
    return [[value, len(list(run))] for value, run in groupby(values)]


@meant(choices, choices)
def in_both_lists(first: list[int], second: list[int]) -> list[int]:
    """The items of the first list that are in the second, too."""
    return [value for value in first if value in second]


@meant(choices, choices)
def only_in_the_first_list(first: list[int], second: list[int]) -> list[int]:
    """The items of the first list that are not in the second."""
    return [value for value in first if value not in second]


@meant(choices, choices)
def lists_share_an_item(first: list[int], second: list[int]) -> bool:
    """Whether an item is in both lists."""
    return bool(set(first) & set(second))


@meant(one_of(distinct(integers(1, 12), 2, 7), ordered(integers(3, 14), 2, 7)))
def numbers_that_are_missing(values: list[int]) -> list[int]:
    """The numbers between the least and the greatest that are not there."""
    return [number for number in range(min(values), max(values)) if number not in values]


@meant(lists(integers(1, 20), 0, 5))
def each_item_doubled(values: list[int]) -> list[int]:
    """Each item two times."""
    return [value for value in values for _ in range(2)]
