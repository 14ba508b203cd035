"""Lists that are split and put together, and lists of lists."""

from __future__ import annotations

from itertools import chain, pairwise, zip_longest

from ..drawing import distinct, integers, lists, one_of, ordered
from ..meant import meant

number = integers(-9, 30)
numbers = lists(number, 0, 8)
some = lists(number, 2, 8)
short = lists(number, 1, 5)
rows = lists(lists(integers(0, 20), 1, 4), 1, 4)
rows_maybe_empty = lists(one_of(lists(integers(0, 20), 1, 4), lists(integers(0, 20), 0, 2)), 1, 5)
table = one_of(
    lists(lists(integers(0, 9), 2, 2), 2, 4),
    lists(lists(integers(0, 9), 3, 3), 2, 4),
    lists(lists(integers(0, 9), 4, 4), 2, 3),
)
three = lists(number, 3, 3)


@meant(numbers)
def pairs_of_two(values: list[int]) -> list[list[int]]:
    """The list cut into pieces of two, the last may be shorter."""
    return [values[i : i + 2] for i in range(0, len(values), 2)]


@meant(lists(number, 3, 9), integers(2, 4))
def pieces_of_size(values: list[int], size: int) -> list[list[int]]:
    """The list cut into pieces of a size, the last may be shorter."""
    return [values[i : i + size] for i in range(0, len(values), size)]


@meant(some)
def two_halves(values: list[int]) -> list[list[int]]:
    """The list cut in the middle, the second half may be longer."""
    return [values[: len(values) // 2], values[len(values) // 2 :]]


@meant(lists(number, 3, 8), integers(1, 4))
def cut_at(values: list[int], position: int) -> list[list[int]]:
    """What is before a position, and the rest."""
    return [values[:position], values[position:]]


@meant(some)
def dealt_to_two(values: list[int]) -> list[list[int]]:
    """The items in turn to one list and to another."""
    return [values[::2], values[1::2]]


@meant(some)
def evens_and_odds(values: list[int]) -> list[list[int]]:
    """The even numbers and the odd numbers."""
    return [[value for value in values if value % 2 == 0], [value for value in values if value % 2]]


@meant(some, integers(0, 15))
def below_and_others(values: list[int], limit: int) -> list[list[int]]:
    """The numbers below a limit, and the others."""
    return [[value for value in values if value < limit], [value for value in values if value >= limit]]


@meant(some)
def pairs_of_neighbours(values: list[int]) -> list[list[int]]:
    """Each item with the one after it."""
    return [[before, after] for before, after in pairwise(values)]


@meant(lists(one_of(integers(1, 9), integers(1, 9), 0), 3, 9))
def pieces_between_zeros(values: list[int]) -> list[list[int]]:
    """The list cut at its zeros."""
    pieces: list[list[int]] = [[]]
    for value in values:
        if value == 0:
            pieces.append([])
        else:
            pieces[-1].append(value)
    return pieces


@meant(numbers, numbers)
def one_list_after_the_other(first: list[int], second: list[int]) -> list[int]:
    """Both lists in one."""
    return first + second


@meant(three, three)
def taken_in_turns(first: list[int], second: list[int]) -> list[int]:
    """An item of the first list, one of the second, and so on."""
    return [value for pair in zip(first, second, strict=True) for value in pair]


@meant(short, short)
def taken_in_turns_and_the_rest(first: list[int], second: list[int]) -> list[int]:
    """Items of both lists in turns, and what the longer one has more."""
    return [value for pair in zip_longest(first, second) for value in pair if value is not None]


@meant(ordered(integers(1, 40), 0, 5), ordered(integers(1, 40), 0, 5))
def merged_in_order(first: list[int], second: list[int]) -> list[int]:
    """Two sorted lists as one."""
    return sorted(first + second)


@meant(distinct(integers(1, 9), 1, 6), distinct(integers(1, 9), 1, 6))
def merged_without_repetition(first: list[int], second: list[int]) -> list[int]:
    """The first list and what only the second one has."""
    return first + [value for value in second if value not in first]


@meant(three, three)
def paired_items(first: list[int], second: list[int]) -> list[list[int]]:
    """Pairs of what is at the same place."""
    return [[a, b] for a, b in zip(first, second, strict=True)]


@meant(rows_maybe_empty)
def all_rows_in_one(lines: list[list[int]]) -> list[int]:
    """All items of all rows."""
    return list(chain.from_iterable(lines))


@meant(rows)
def sum_of_each_row(lines: list[list[int]]) -> list[int]:
    """The sum of each row."""
    return [sum(line) for line in lines]


@meant(table)
def sum_of_each_column(lines: list[list[int]]) -> list[int]:
    """The sum of each column."""
    return [sum(column) for column in zip(*lines, strict=True)]


@meant(table)
def rows_as_columns(lines: list[list[int]]) -> list[list[int]]:
    """The table with rows and columns exchanged."""
    return [list(column) for column in zip(*lines, strict=True)]


@meant(rows)
def first_of_each_row(lines: list[list[int]]) -> list[int]:
    """The first item of each row."""
    return [line[0] for line in lines]


@meant(rows)
def largest_of_each_row(lines: list[list[int]]) -> list[int]:
    """The largest item of each row."""
    return [max(line) for line in lines]


@meant(rows_maybe_empty)
def lengths_of_rows(lines: list[list[int]]) -> list[int]:
    """How many items each row has."""
    return [len(line) for line in lines]


@meant(rows_maybe_empty)
def rows_with_items(lines: list[list[int]]) -> list[list[int]]:
    """The rows that are not empty."""
    return [line for line in lines if line]


@meant(rows)
def longest_row(lines: list[list[int]]) -> list[int]:
    """The longest row, the first of them."""
    return max(lines, key=len)


@meant(lists(lists(integers(0, 9), 2, 3), 2, 3))
def rows_are_equally_long(lines: list[list[int]]) -> bool:
    """Whether all rows have the same length."""
    return len({len(line) for line in lines}) == 1
