"""What is made of a text and a number that belongs to it."""

from __future__ import annotations

from ..drawing import amounts, city, first_name, form, full_name, integers, iso_date, one_of, phrase, sentence, word
from ..meant import meant

score = integers(0, 100)
few = integers(1, 4)


@meant(first_name, score)
def record_with_colon(name: str, points: int) -> str:
    """The name, a colon, and the points."""
    return f"{name}: {points}"


@meant(word, integers(1, 9))
def record_times(thing: str, count: int) -> str:
    """How often the thing is there, as 3x map."""
    return f"{count}x {thing}"


@meant(word, integers(1, 6))
def record_repeated(text: str, times: int) -> str:
    """The text so many times."""
    return text * times


@meant(word, integers(1, 5))
def record_beginning(text: str, length: int) -> str:
    """The first letters."""
    return text[:length]


@meant(word, integers(1, 4))
def record_end(text: str, length: int) -> str:
    """The last letters."""
    return text[-length:]


@meant(phrase, integers(0, 3))
def record_nth_word(text: str, place: int) -> str:
    """The word at a place."""
    return text.split()[place]


@meant(phrase, few)
def record_first_words(text: str, count: int) -> str:
    """The first words."""
    return " ".join(text.split()[:count])


@meant(sentence, integers(8, 25))
def record_cut(text: str, most: int) -> str:
    """The text, cut with dots if it is too long."""
    return text if len(text) <= most else text[:most] + "..."


@meant(first_name, score)
def record_passed(name: str, points: int) -> str:
    """Who has passed or failed, with fifty points to pass."""
    return f"{name} {'passed' if points >= 50 else 'failed'}"


@meant(full_name, integers(1950, 2009))
def record_born(name: str, year: int) -> str:
    """The last name in capitals, and the year of birth."""
    return f"{name.rsplit(maxsplit=1)[-1].upper()}, *{year}"


@meant(city, integers(-15, 38))
def record_weather(place: str, degrees: int) -> str:
    """The place and its temperature."""
    return f"{place}: {degrees} C"


@meant(city, integers(-10, 12))
def record_frost(place: str, degrees: int) -> str:
    """Where it freezes and where not."""
    return f"{place} freezes" if degrees < 0 else f"{place} is mild"


@meant(word, integers(1, 120))
def record_price_in_cents(thing: str, euros: int) -> str:
    """The thing and its price in cents."""
    return f"{thing} = {euros * 100} ct"


@meant(word, integers(5, 10))
def record_right_aligned(text: str, width: int) -> str:
    """The text at the right of a column."""
    return text.rjust(width)


@meant(iso_date, integers(1, 30))
def record_moved_to_day(date: str, day: int) -> str:
    """The same month, at another day."""
    return f"{date[:8]}{day:02d}"


@meant(word, integers(1, 5))
def record_without_letter(text: str, place: int) -> str:
    """The word without the letter at a place, counted from one."""
    return text[: place - 1] + text[place:]


@meant(first_name, integers(1, 130))
def record_age_group(name: str, age: int) -> str:
    """The name and whether it is a child, an adult or a pensioner."""
    group = "child" if age < 18 else "adult" if age < 67 else "pensioner"
    return f"{name} ({group})"


@meant(one_of("minute", "hour", "day", "week", "point"), integers(1, 4))
def record_plural_unit(unit: str, count: int) -> str:
    """How many there are, with an s for more than one."""
    return f"{count} {unit}{'s' if count > 1 else ''}"


@meant(form("{} {}", word, amounts(0.5, 30)), integers(2, 9))
def record_times_price(entry: str, count: int) -> float:
    """What so many of a thing cost, with its price after its name."""
    return round(float(entry.split()[1]) * count, 2)


@meant(sentence, integers(10, 35))
def record_fits(text: str, width: int) -> bool:
    """Whether a text fits in a line of a width."""
    return len(text) <= width


@meant(phrase, integers(2, 5))
def record_has_enough_words(text: str, least: int) -> bool:
    """Whether a text has at least so many words."""
    return len(text.split()) >= least
