"""Labels for numbers: grades, levels, sizes."""

from __future__ import annotations

from ..drawing import amounts, first_name, integers, lists, one_of
from ..meant import meant

mark = one_of(integers(30, 100), integers(55, 95))
points = integers(0, 100)


@meant(integers(25, 80))
def passed_or_failed(got: int) -> str:
    """A pass from fifty on."""
    return "pass" if got >= 50 else "fail"


@meant(mark)
def letter_for_a_mark(got: int) -> str:
    """An A from ninety, a B from eighty, a C from seventy, and else an F."""
    return "A" if got >= 90 else "B" if got >= 80 else "C" if got >= 70 else "F"


@meant(integers(1, 26))
def letter_at_a_place(place: int) -> str:
    """The letter at a place of the alphabet, as a capital."""
    return chr(64 + place)


@meant(one_of(integers(0, 11), integers(12, 70)))
def ticket_for_an_age(age: int) -> str:
    """The ticket for a child, an adult, or, from 65, a senior."""
    return "child" if age < 12 else "senior" if age >= 65 else "adult"


@meant(amounts(16, 36, 1))
def weight_class(index: float) -> str:
    """Under, normal or over, by a body mass index."""
    if index < 18.5:
        return "underweight"
    return "normal" if index < 25 else "overweight"


@meant(integers(-12, 38))
def weather_for_degrees(degrees: int) -> str:
    """Cold below ten degrees, hot from 25, and mild between."""
    return "cold" if degrees < 10 else "mild" if degrees < 25 else "hot"


@meant(integers(0, 12))
def stock_label(left: int) -> str:
    """Sold out, low, or in stock from five on."""
    return "sold out" if left == 0 else "low" if left < 5 else "in stock"


@meant(integers(-20, 20))
def label_of_the_sign(change: int) -> str:
    """Up for a rise, down for a fall, and same for no change."""
    return "up" if change > 0 else "down" if change < 0 else "same"


@meant(integers(1, 40))
def odd_or_even(number: int) -> str:
    """The word odd or even."""
    return "even" if number % 2 == 0 else "odd"


@meant(integers(0, 20))
def bar_of_progress(done: int) -> str:
    """A bar of twenty signs, so many of which are done."""
    return "#" * done + "-" * (20 - done)


@meant(one_of(integers(1, 20), integers(20, 130)))
def place_with_its_ending(place: int) -> str:
    """A place as 1st, 2nd, 3rd or 4th."""
    if 11 <= place % 100 <= 13:
        return f"{place}th"
    return f"{place}" + {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")


@meant(one_of(1, integers(0, 30)), one_of("apple", "ticket", "day", "file", "guest"))
def count_with_plural(count: int, thing: str) -> str:
    """A count and a thing, with an s unless there is one."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


@meant(first_name, points)
def result_of_a_pupil(name: str, got: int) -> str:
    """The name, and whether sixty points were reached."""
    return f"{name}: {'passed' if got >= 60 else 'not passed'}"


@meant(points, integers(40, 60))
def reached_the_mark(got: int, needed: int) -> bool:
    """Whether the points are enough."""
    return got >= needed


@meant(lists(mark, 2, 6))
def mean_of_the_marks(marks: list[int]) -> float:
    """The average, with one decimal."""
    return round(sum(marks) / len(marks), 1)


@meant(lists(mark, 3, 6))
def mean_without_the_worst(marks: list[int]) -> float:
    """The average of all marks but the lowest, with one decimal."""
    return round((sum(marks) - min(marks)) / (len(marks) - 1), 1)


@meant(lists(mark, 2, 6))
def number_who_passed(marks: list[int]) -> int:
    """How many marks are at least fifty."""
    return sum(got >= 50 for got in marks)


@meant(lists(mark, 2, 6))
def letters_for_the_marks(marks: list[int]) -> list[str]:
    """A letter for each mark: A from ninety, B from seventy, C below."""
    return ["A" if got >= 90 else "B" if got >= 70 else "C" for got in marks]


@meant(integers(3, 20), integers(20, 40))
def percent_that_was_right(right: int, asked: int) -> int:
    """The share of right answers in percent, rounded down."""
    return right * 100 // asked


@meant(integers(0, 3500))
def level_by_experience(experience: int) -> int:
    """A level for each five hundred points, from one to at most five."""
    return min(experience // 500 + 1, 5)


@meant(amounts(1, 5, 1))
def rounded_grade(got: float) -> str:
    """A word for a grade from one to five."""
    return ["very good", "good", "fair", "poor", "failed"][int(got + 0.5) - 1]
