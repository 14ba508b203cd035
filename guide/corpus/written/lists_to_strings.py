"""Texts that are made of lists of numbers: joined, as ranges, as bars."""

from __future__ import annotations

from ..drawing import amounts, distinct, integers, lists, ordered, truth
from ..meant import meant

numbers = lists(integers(0, 99), 0, 6)
changes = lists(integers(-20, 30), 1, 6)
bars = lists(integers(0, 7), 1, 5)
digits = lists(integers(0, 9), 2, 7)
years = ordered(integers(1980, 2025), 1, 5)
pages = distinct(integers(1, 40), 1, 6)
small = lists(integers(1, 12), 1, 5)


@meant(numbers)
def text_numbers_with_commas(numbers: list[int]) -> str:
    """The numbers with commas."""
    return ", ".join(str(number) for number in numbers)


@meant(digits)
def text_of_digits(digits: list[int]) -> str:
    """The digits as one number."""
    return "".join(map(str, digits))


@meant(years)
def text_first_to_last_year(years: list[int]) -> str:
    """From the first year to the last."""
    return f"{years[0]}-{years[-1]}"


@meant(lists(integers(-10, 35), 2, 7))
def text_lowest_to_highest(numbers: list[int]) -> str:
    """From the least number to the largest."""
    return f"{min(numbers)} to {max(numbers)}"


@meant(small)
def text_sum_written_out(numbers: list[int]) -> str:
    """The sum with its result."""
    return " + ".join(map(str, numbers)) + f" = {sum(numbers)}"


@meant(bars)
def text_bars(numbers: list[int]) -> str:
    """A bar of hashes in a line for each number."""
    return "\n".join("#" * number for number in numbers)


@meant(bars)
def text_tallies(numbers: list[int]) -> str:
    """A stroke for each, with blanks between the numbers."""
    return " ".join("|" * number for number in numbers)


@meant(changes)
def text_signs(changes: list[int]) -> str:
    """Plus for each that grows, minus for each that falls, a nought otherwise."""
    return "".join("+" if change > 0 else "-" if change < 0 else "0" for change in changes)


@meant(changes)
def text_with_signs(changes: list[int]) -> str:
    """The numbers with their signs."""
    return " ".join(f"{change:+d}" for change in changes)


@meant(lists(integers(0, 23), 2, 2))
def text_opening_hours(hours: list[int]) -> str:
    """From when to when it is open."""
    return f"{min(hours):02d}:00-{max(hours):02d}:00"


@meant(lists(integers(0, 59), 3, 3))
def text_of_time(parts: list[int]) -> str:
    """Hours, minutes and seconds with two digits each."""
    return ":".join(f"{part:02d}" for part in parts)


@meant(lists(truth, 2, 7))
def text_of_answers(answers: list[bool]) -> str:
    """A y for true and an n for false."""
    return "".join("y" if answer else "n" for answer in answers)


@meant(lists(integers(1, 26), 2, 6))
def text_of_letter_numbers(numbers: list[int]) -> str:
    """The capitals with these places in the alphabet."""
    return "".join(chr(number + 64) for number in numbers)


@meant(lists(amounts(0.5, 40, 2), 1, 5))
def text_of_prices(prices: list[float]) -> str:
    """The prices with two places."""
    return " | ".join(f"{price:.2f}" for price in prices)


@meant(pages)
def text_pages_in_order(pages: list[int]) -> str:
    """The pages in order."""
    return ("p. " if len(pages) == 1 else "pp. ") + ", ".join(map(str, sorted(pages)))


@meant(changes)
def text_state_of_balance(changes: list[int]) -> str:
    """What is left, and whether it is a gain or a loss."""
    total = sum(changes)
    return f"{'gain' if total >= 0 else 'loss'} of {abs(total)}"


@meant(lists(integers(1, 9), 2, 7))
def text_trend(numbers: list[int]) -> str:
    """Whether the last number is above the first, below or the same."""
    return "up" if numbers[-1] > numbers[0] else "down" if numbers[-1] < numbers[0] else "same"


@meant(small)
def text_in_brackets(numbers: list[int]) -> str:
    """Each number in brackets."""
    return "".join(f"({number})" for number in numbers)


@meant(lists(integers(1, 30), 1, 7))
def text_evens_only(numbers: list[int]) -> str:
    """The even numbers with dashes, or none."""
    return "-".join(str(number) for number in numbers if number % 2 == 0) or "none"


@meant(lists(integers(0, 255), 3, 4))
def text_with_dots(parts: list[int]) -> str:
    """The numbers with dots."""
    return ".".join(map(str, parts))
