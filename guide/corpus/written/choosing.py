"""One of two values, or one of two things to do with a value."""

from __future__ import annotations

from ..drawing import amounts, city, first_name, form, full_name, integers, lists, one_of, phrase, truth, word
from ..meant import meant

some, signed = integers(1, 60), integers(-20, 40)
small_list = lists(integers(1, 30), 0, 5)
nickname = one_of("", "", first_name)
"""A nickname, or none."""


@meant(signed, signed)
def larger_of_two(one: int, two: int) -> int:
    """The larger of two numbers."""
    return max(one, two)


@meant(amounts(1, 90), amounts(1, 90))
def cheaper_of_two(one: float, two: float) -> float:
    """The smaller of two prices."""
    return min(one, two)


@meant(word, one_of(word, phrase))
def longer_text_of_two(one: str, two: str) -> str:
    """The longer of two texts, the first where they are equally long."""
    return one if len(one) >= len(two) else two


@meant(word, word)
def first_in_the_alphabet(one: str, two: str) -> str:
    """The text that comes first in the alphabet."""
    return min(one, two)


@meant(integers(1, 30), integers(1, 30))
def even_one_of_two(one: int, two: int) -> int:
    """The first number if it is even, else the second."""
    return one if one % 2 == 0 else two


@meant(one_of(0, integers(1, 15), some), integers(1, 20))
def default_for_zero(value: int, default: int) -> int:
    """The value, or the default where it is zero."""
    return value if value != 0 else default


@meant(nickname, first_name)
def nickname_if_there_is_one(nick: str, name: str) -> str:
    """The nickname, or the name where it is empty."""
    return nick or name


@meant(one_of(one_of("", "-", "n/a", "?"), city))
def city_or_unknown(place: str) -> str:
    """The city, or the word unknown where none is given."""
    return "unknown" if place in ["", "-", "n/a", "?"] else place


@meant(one_of([], small_list), integers(0, 20))
def first_number_or_default(numbers: list[int], default: int) -> int:
    """The first number, or a default where the list is empty."""
    return numbers[0] if numbers else default


@meant(small_list)
def greatest_number_or_zero(numbers: list[int]) -> int:
    """The greatest number, or zero where the list is empty."""
    return max(numbers, default=0)


@meant(integers(1, 60))
def halved_if_even(number: int) -> int:
    """Half of an even number, and an odd one as it is."""
    return number // 2 if number % 2 == 0 else number


@meant(signed)
def doubled_unless_negative(number: int) -> int:
    """Twice the number, or zero where it is negative."""
    return 2 * number if number >= 0 else 0


@meant(some, some, truth)
def one_or_the_other(one: int, two: int, wanted: bool) -> int:
    """The first number if it is wanted, else the second."""
    return one if wanted else two


@meant(integers(1, 12), integers(1, 12), one_of("plus", "minus", "times"))
def result_of_an_operation(one: int, two: int, operation: str) -> int:
    """The sum, difference or product, as it is asked for."""
    return {"plus": one + two, "minus": one - two, "times": one * two}[operation]


@meant(signed, signed)
def nearer_to_zero(one: int, two: int) -> int:
    """The number that is nearer to zero, the first where both are."""
    return one if abs(one) <= abs(two) else two


@meant(some, some, some)
def nearer_to_the_target(one: int, two: int, target: int) -> int:
    """The number that is nearer to a target, the first where both are."""
    return min(one, two, key=lambda number: abs(number - target))


@meant(full_name, truth)
def name_formal_or_short(name: str, formal: bool) -> str:
    """The full name, or the first name only."""
    return name if formal else name.split(maxsplit=1)[0]


@meant(form("{} {}", one_of("left", "right", "straight"), integers(1, 200)))
def turn_to_other_side(step: str) -> str:
    """The step with left in place of right, and right in place of left."""
    side, metres = step.split()
    other = {"left": "right", "right": "left"}.get(side, side)
    return f"{other} {metres}"


@meant(one_of(word, phrase))
def shortened_if_long(text: str) -> str:
    """The text, or its first ten characters and three points where it is longer."""
    return text if len(text) <= 10 else text[:10] + "..."


@meant(lists(word, 1, 4))
def only_one_or_how_many(items: list[str]) -> str:
    """The item where there is only one, else how many there are."""
    return items[0] if len(items) == 1 else f"{len(items)} items"


@meant(lists(some, 2, 5), lists(some, 2, 5))
def list_with_greater_sum(one: list[int], two: list[int]) -> list[int]:
    """The list that sums to more, the first where both do."""
    return one if sum(one) >= sum(two) else two


@meant(lists(integers(1, 20), 1, 6), truth)
def sorted_up_or_down(numbers: list[int], down: bool) -> list[int]:
    """The numbers in order, from the greatest where that is asked for."""
    return sorted(numbers, reverse=down)
