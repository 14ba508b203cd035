"""Small expressions that are split into their parts."""

from __future__ import annotations

from random import Random

from ..drawing import changed, form, integers, joined, one_of, word
from ..meant import meant

small = integers(1, 40)
pair = form("{}={}", word, small)
pairs = joined(pair, ";", 1, 4)
span = form("{}-{}", integers(1, 9), integers(9, 15))
numbers = joined(small, ",", 1, 6)
pages = joined(one_of(form("{}-{}", integers(1, 4), integers(5, 9)), integers(10, 30)), ",", 1, 4)
steps = joined(form("{}{}", one_of("L", "R", "U", "D"), integers(1, 12)), " ", 1, 5)


def equation(rng: Random) -> str:
    """A sum with its result, which may be off by one or ten."""
    left, right = rng.randint(1, 30), rng.randint(1, 30)
    return f"{left} + {right} = {left + right + rng.choice((0, 0, 1, 10))}"


@meant(numbers)
def tokens_numbers_of_commas(text: str) -> list[int]:
    """The numbers between the commas."""
    return [int(part) for part in text.split(",")]


@meant(joined(small, " + ", 2, 5))
def tokens_value_of_sum(text: str) -> int:
    """What a sum is worth."""
    return sum(int(part) for part in text.split(" + "))


@meant(form("{}: {}", word, word))
def tokens_key_of_setting(setting: str) -> str:
    """What stands before the colon."""
    return setting.split(": ", 1)[0]


@meant(pair)
def tokens_key_and_value(pair: str) -> list[str]:
    """What stands before the sign and what after it."""
    return pair.split("=")


@meant(pairs)
def tokens_keys(text: str) -> list[str]:
    """The keys of all pairs."""
    return [pair.split("=")[0] for pair in text.split(";")]


@meant(pairs)
def tokens_values(text: str) -> list[int]:
    """The numbers of all pairs."""
    return [int(pair.split("=")[1]) for pair in text.split(";")]


@meant(span)
def tokens_numbers_of_span(span: str) -> list[int]:
    """All numbers from the first to the last."""
    first, last = span.split("-")
    return list(range(int(first), int(last) + 1))


@meant(span)
def tokens_length_of_span(span: str) -> int:
    """How many numbers a span has, both ends included."""
    first, last = span.split("-")
    return int(last) - int(first) + 1


@meant(pages)
def tokens_first_pages(pages: str) -> list[int]:
    """Where each part of a list of pages begins."""
    return [int(part.split("-")[0]) for part in pages.split(",")]


@meant(pages)
def tokens_all_pages(pages: str) -> list[int]:
    """All pages that are listed, the spans written out."""
    ends = [part.split("-") for part in pages.split(",")]
    return [page for end in ends for page in range(int(end[0]), int(end[-1]) + 1)]


@meant(steps)
def tokens_directions(steps: str) -> str:
    """The letters of the steps."""
    return "".join(step[0] for step in steps.split())


@meant(steps)
def tokens_distance(steps: str) -> int:
    """How far the steps go together."""
    return sum(int(step[1:]) for step in steps.split())


@meant(form("{} {} {}", integers(1, 50), one_of("+", "-"), integers(1, 50)))
def tokens_plus_or_minus(text: str) -> int:
    """What a sum or a difference is worth."""
    left, sign, right = text.split()
    return int(left) + int(right) if sign == "+" else int(left) - int(right)


@meant(form("{}({})", word, joined(word, ", ", 1, 3)))
def tokens_arguments_of_call(call: str) -> list[str]:
    """What stands in the brackets, apart."""
    return call[call.index("(") + 1 : -1].split(", ")


@meant(form("{}({})", word, joined(word, ", ", 1, 3)))
def tokens_name_of_call(call: str) -> str:
    """What stands before the bracket."""
    return call[: call.index("(")]


@meant(joined(joined(integers(0, 9), ",", 1, 4), "|", 1, 3))
def tokens_rows_of_numbers(text: str) -> list[list[int]]:
    """The rows between the strokes, each with its numbers."""
    return [[int(cell) for cell in row.split(",")] for row in text.split("|")]


@meant(joined(word, " > ", 2, 4))
def tokens_last_of_path(path: str) -> str:
    """The last place of a path of menus."""
    return path.rsplit(" > ", maxsplit=1)[-1]


@meant(joined(one_of(word, small), " ", 2, 6))
def tokens_only_numbers(text: str) -> list[int]:
    """The numbers of a text with words between."""
    return [int(part) for part in text.split() if part.isdigit()]


@meant(equation)
def tokens_sum_is_right(text: str) -> bool:
    """Whether a sum is worth what it says."""
    left, right = text.split(" = ")
    return sum(int(part) for part in left.split(" + ")) == int(right)


@meant(one_of(span, changed(integers(1, 30), str)))
def tokens_is_span(text: str) -> bool:
    """Whether a text is a span of numbers."""
    return "-" in text


@meant(form("{}={}", word, one_of("on", "off", "yes", "no")))
def tokens_is_switched_on(setting: str) -> bool:
    """Whether something is set to on or yes."""
    return setting.split("=")[1] in ("on", "yes")
