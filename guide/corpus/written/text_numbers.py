"""Numbers in texts: with units and currencies, padded, ordinal, or among words."""

from __future__ import annotations

import re

from ..drawing import amounts, characters, code, form, integers, joined, lists, one_of, phrase, word
from ..meant import meant

unit = one_of("kg", "cm", "km", "ml", "min")
weighed = form("{} {}", integers(1, 900), unit)
tight = form("{}{}", integers(1, 900), unit)
price = form("{}{:.2f}", one_of("$", "€", "£"), amounts(0.5, 400))
large = form("{:,}", one_of(integers(100, 999), integers(1000, 99999), integers(1000000, 9999999)))
percent = form("{}%", integers(0, 120))
comma = form("{},{:02d}", integers(0, 250), integers(0, 99))
size = form("{}{}{}", integers(1, 60), one_of("x", " x "), integers(1, 60))
span = form("{}-{}", integers(1, 40), integers(41, 99))
booked = one_of(form("{:.2f}", amounts(1, 900)), form("({:.2f})", amounts(1, 900)))
counted = form("{} {} and {} {}", integers(1, 40), word, integers(1, 40), word)
with_number = form("{} {} {}", phrase, integers(1, 2000), one_of(word, phrase))
signed = form("{}{}", one_of("+", "-", "-", ""), integers(1, 60))
weather = form("{}°C", one_of(integers(-20, -1), integers(0, 38)))
receipt = form("{} {:.2f}", word, amounts(0.5, 30))
fraction = form("{}/{}", integers(0, 20), one_of(20, 20, 10, 25))
amount_in_words = joined(one_of(word, word, integers(1, 50)), " ", 2, 7)


@meant(weighed)
def number_before_unit(text: str) -> int:
    """The number that stands before a unit."""
    return int(text.split(maxsplit=1)[0])


@meant(tight)
def number_unit(text: str) -> str:
    """The unit behind a number."""
    return text.lstrip("0123456789")


@meant(price)
def number_price(text: str) -> float:
    """A price without the sign of its currency."""
    return float(text[1:])


@meant(amounts(0.5, 400))
def number_as_price(value: float) -> str:
    """An amount in dollars with two places."""
    return f"${value:.2f}"


@meant(price)
def number_whole_part(text: str) -> int:
    """The whole dollars, euros, or pounds of a price."""
    return int(text[1:].split(".", maxsplit=1)[0])


@meant(large)
def number_without_commas(text: str) -> int:
    """A large number that is written with commas."""
    return int(text.replace(",", ""))


@meant(one_of(integers(10, 999), integers(1000, 99999), integers(1000000, 90000000)))
def number_with_commas(value: int) -> str:
    """A number with commas between its thousands."""
    return f"{value:,}"


@meant(percent)
def number_share(text: str) -> float:
    """A percentage as a part of one."""
    return int(text.rstrip("%")) / 100


@meant(fraction)
def number_percent_of_test(text: str) -> str:
    """The points of a test as a percentage."""
    points, most = text.split("/")
    return f"{100 * int(points) // int(most)}%"


@meant(comma)
def number_decimal_comma(text: str) -> float:
    """A number that is written with a decimal comma."""
    return float(text.replace(",", "."))


@meant(one_of(integers(0, 9), integers(10, 9999)), integers(3, 6))
def number_padded(value: int, width: int) -> str:
    """The number with zeros before it, so wide."""
    return str(value).zfill(width)


@meant(one_of(characters("0123", 3, 6), form("{:06d}", integers(0, 99999))))
def number_without_zeros(text: str) -> str:
    """The digits without the zeros before them, but one if there is nothing else."""
    return text.lstrip("0") or "0"


@meant(one_of(integers(1, 30), integers(1, 130)))
def number_ordinal(value: int) -> str:
    """The number as 1st, 2nd, 3rd, 11th."""
    if value % 100 in (11, 12, 13):
        return f"{value}th"
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{value}{endings.get(value % 10, 'th')}"


@meant(one_of(1, integers(0, 20)), one_of("file", "guest", "ticket", "bottle", "letter"))
def number_of_things(count: int, thing: str) -> str:
    """The count and the thing, with an s unless there is one."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


@meant(size)
def number_area(text: str) -> int:
    """The area of something whose sides are written with an x between them."""
    width, height = text.split("x")
    return int(width) * int(height)


@meant(span)
def number_pages_in_range(text: str) -> int:
    """How many pages there are from the first to the last."""
    first, last = text.split("-")
    return int(last) - int(first) + 1


@meant(signed)
def number_is_gain(text: str) -> bool:
    """Whether a change goes up, which it does without a sign too."""
    return not text.startswith("-")


@meant(weather)
def number_is_freezing(text: str) -> bool:
    """Whether it is below zero."""
    return text[0] == "-"


@meant(with_number)
def number_in_the_middle(text: str) -> int:
    """The number among the words."""
    return int("".join(one for one in text if one.isdigit()))


@meant(counted)
def number_sum_in_text(text: str) -> int:
    """The sum of the two numbers that are counted."""
    return sum(int(one) for one in text.split() if one.isdigit())


@meant(amount_in_words)
def number_all_in_text(text: str) -> list[int]:
    """All numbers of a text, in their order."""
    return [int(one) for one in re.findall(r"\d+", text)]


@meant(one_of(phrase, with_number, code, amount_in_words))
def number_is_there(text: str) -> bool:
    """Whether there is a digit in the text."""
    return any(one.isdigit() for one in text)


@meant(booked)
def number_in_parentheses(text: str) -> float:
    """An amount of a balance, where parentheses mean less than nothing."""
    value = float(text.strip("()"))
    return -value if text.startswith("(") else value


@meant(lists(receipt, 1, 6))
def number_total_of_receipt(lines: list[str]) -> float:
    """The sum of the prices at the ends of the lines."""
    return round(sum(float(line.split()[1]) for line in lines), 2)


@meant(lists(form("{} {}", integers(1, 90), one_of("kg", "kg", "g", "l")), 0, 6))
def number_grams(entries: list[str]) -> list[int]:
    """The weights among the measures, from kilograms to grams."""
    return [int(entry.split()[0]) * 1000 for entry in entries if entry.endswith("kg")]
