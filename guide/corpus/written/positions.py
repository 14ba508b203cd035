"""Positions in lists: where something is, every other item, slices."""

from __future__ import annotations

from ..drawing import distinct, integers, lists, one_of, ordered
from ..meant import meant

number = integers(-9, 20)
numbers = lists(number, 1, 8)
maybe_empty = lists(number, 0, 8)
three_or_more = lists(number, 3, 9)
digits = lists(integers(0, 9), 2, 8)
positions_to_take = distinct(integers(0, 3), 1, 3)


@meant(numbers)
def position_of_largest(values: list[int]) -> int:
    """Where the largest item is."""
    return values.index(max(values))


@meant(lists(integers(1, 6), 2, 8), integers(1, 6))
def first_position_of(values: list[int], value: int) -> int:
    """Where a value is first; -1 if it is not there."""
    return values.index(value) if value in values else -1


@meant(lists(integers(0, 4), 3, 9), integers(0, 4))
def all_positions_of(values: list[int], value: int) -> list[int]:
    """All positions of a value."""
    return [i for i, other in enumerate(values) if other == value]


@meant(maybe_empty)
def every_other_item(values: list[int]) -> list[int]:
    """Every other item, from the first."""
    return values[::2]


@meant(maybe_empty)
def every_other_from_the_second(values: list[int]) -> list[int]:
    """Every other item, from the second."""
    return values[1::2]


@meant(lists(number, 3, 10))
def every_third_item(values: list[int]) -> list[int]:
    """The third, the sixth, the ninth item and so on."""
    return values[2::3]


@meant(one_of(three_or_more, ordered(number, 3, 7)))
def middle_item(values: list[int]) -> int:
    """The item in the middle."""
    return values[len(values) // 2]


@meant(one_of(three_or_more, ordered(number, 3, 7)))
def second_item(values: list[int]) -> int:
    """The second item."""
    return values[1]


@meant(one_of(three_or_more, ordered(number, 3, 7)))
def last_but_one(values: list[int]) -> int:
    """The item before the last."""
    return values[-2]


@meant(three_or_more)
def without_both_ends(values: list[int]) -> list[int]:
    """All but the first and the last item."""
    return values[1:-1]


@meant(three_or_more)
def both_ends(values: list[int]) -> list[int]:
    """The first and the last item."""
    return [values[0], values[-1]]


@meant(maybe_empty)
def first_half_of_items(values: list[int]) -> list[int]:
    """The first half, without the middle item."""
    return values[: len(values) // 2]


@meant(three_or_more, integers(0, 6))
def item_at_position(values: list[int], position: int) -> int:
    """The item at a position, counted from 0."""
    return values[position]


@meant(three_or_more, integers(1, 7))
def item_by_number(values: list[int], number: int) -> int:
    """The item with a number, counted from 1."""
    return values[number - 1]


@meant(lists(number, 4, 9), integers(0, 2), integers(3, 6))
def items_from_to(values: list[int], start: int, stop: int) -> list[int]:
    """The items from a position to before another."""
    return values[start:stop]


@meant(lists(number, 4, 7), positions_to_take)
def items_at_positions(values: list[int], positions: list[int]) -> list[int]:
    """The items at these positions, in their order."""
    return [values[position] for position in positions]


@meant(three_or_more, integers(0, 5))
def without_item_at(values: list[int], position: int) -> list[int]:
    """The list without the item at a position."""
    return values[:position] + values[position + 1 :]


@meant(lists(number, 4, 8), integers(0, 3), integers(30, 99))
def replaced_at(values: list[int], position: int, new: int) -> list[int]:
    """The list with another item at a position."""
    return [*values[:position], new, *values[position + 1 :]]


@meant(maybe_empty)
def positions_of_even_items(values: list[int]) -> list[int]:
    """Where the even items are."""
    return [i for i, value in enumerate(values) if value % 2 == 0]


@meant(numbers)
def first_negative_position(values: list[int]) -> int:
    """Where the first negative item is; the length if there is none."""
    return next((i for i, value in enumerate(values) if value < 0), len(values))


@meant(lists(integers(0, 5), 2, 8))
def items_at_home(values: list[int]) -> list[int]:
    """The items that equal their position."""
    return [value for i, value in enumerate(values) if i == value]


@meant(maybe_empty)
def sum_at_odd_positions(values: list[int]) -> int:
    """The sum of the second item, the fourth and so on."""
    return sum(values[1::2])


@meant(digits)
def items_times_their_numbers(values: list[int]) -> list[int]:
    """The first item once, the second twice, the third three times and so on."""
    return [i * value for i, value in enumerate(values, start=1)]


@meant(lists(number, 2, 4))
def starts_with_the_largest(values: list[int]) -> bool:
    """Whether no item is larger than the first."""
    return values[0] == max(values)


@meant(distinct(number, 2, 8))
def distance_of_extremes(values: list[int]) -> int:
    """How many places the largest and the smallest item are apart."""
    return abs(values.index(max(values)) - values.index(min(values)))
