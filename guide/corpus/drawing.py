"""What draws the arguments of the corpus's functions: numbers, lists, and texts as people have them."""

from __future__ import annotations

from random import Random
from typing import Any

from .meant import Draw
from .stock import CITIES, FIRST_NAMES, LAST_NAMES, PLAIN_WORDS, WORDS


def integers(least: int, most: int) -> Draw:
    """Whole numbers, both bounds included."""
    return lambda rng: rng.randint(least, most)


def amounts(least: float, most: float, places: int = 2) -> Draw:
    """Numbers with so many decimal places."""
    return lambda rng: round(rng.uniform(least, most), places)


def one_of(*values: Any) -> Draw:
    """One of these values; of draws, what one of them draws."""

    def draw(rng: Random) -> Any:
        value = rng.choice(values)
        return value(rng) if callable(value) else value

    return draw


def truth(rng: Random) -> bool:
    """True or false."""
    return rng.random() < 0.5


def lists(item: Draw, least: int = 2, most: int = 7) -> Draw:
    """Lists of between `least` and `most` items."""
    return lambda rng: [item(rng) for _ in range(rng.randint(least, most))]


def distinct(item: Draw, least: int = 2, most: int = 7) -> Draw:
    """Lists of at most `most` items, none of them twice; items drawn again are left out, so there may be fewer."""

    def draw(rng: Random) -> list[Any]:
        found = {repr(value): value for value in (item(rng) for _ in range(rng.randint(least, most)))}
        return list(found.values())

    return draw


def ordered(item: Draw, least: int = 2, most: int = 7) -> Draw:
    """Sorted lists."""
    drawn = lists(item, least, most)
    return lambda rng: sorted(drawn(rng))


def repeating(item: Draw, kinds: int = 3, least: int = 3, most: int = 9) -> Draw:
    """Lists in which items come again: all are drawn from so many `kinds`."""

    def draw(rng: Random) -> list[Any]:
        few = [item(rng) for _ in range(kinds)]
        return [rng.choice(few) for _ in range(rng.randint(least, most))]

    return draw


def form(pattern: str, *parts: Draw) -> Draw:
    """Texts of a form: `str.format` with what the parts draw, as in ``form("{}, {}", last_name, first_name)``."""
    return lambda rng: pattern.format(*(part(rng) for part in parts))


def joined(item: Draw, separator: str = " ", least: int = 2, most: int = 5) -> Draw:
    """Between `least` and `most` texts, with a separator."""
    drawn = lists(item, least, most)
    return lambda rng: separator.join(map(str, drawn(rng)))


def characters(alphabet: str, least: int = 3, most: int = 8) -> Draw:
    """Texts of characters drawn from an alphabet."""
    return lambda rng: "".join(rng.choice(alphabet) for _ in range(rng.randint(least, most)))


def changed(item: Draw, *changes: Any) -> Draw:
    """A text to which one of these functions is applied, as in ``changed(word, str.upper, str.lower)``."""
    return lambda rng: rng.choice(changes)(item(rng))


def word(rng: Random) -> str:
    """A word in small letters."""
    return rng.choice(WORDS)


def plain_word(rng: Random) -> str:
    """A word of two to eleven small letters."""
    return rng.choice(PLAIN_WORDS)


def first_name(rng: Random) -> str:
    """A first name."""
    return rng.choice(FIRST_NAMES)


def last_name(rng: Random) -> str:
    """A last name."""
    return rng.choice(LAST_NAMES)


def city(rng: Random) -> str:
    """A city; some have two words."""
    return rng.choice(CITIES)


full_name = form("{} {}", first_name, last_name)
"""A first and a last name."""
plain_phrase = joined(one_of(word, plain_word, plain_word), " ", 1, 6)
"""One to six words of very different lengths."""
phrase = joined(word, " ", 2, 5)
"""Two to five words in small letters."""
sentence = changed(form("{}.", phrase), str.capitalize)
"""A phrase with a capital and a full stop."""
email = changed(form("{}.{}@{}.{}", first_name, last_name, word, one_of("com", "org", "net")), str.lower)
"""A mail address."""
iso_date = form("{}-{:02d}-{:02d}", integers(1995, 2029), integers(1, 12), integers(1, 28))
"""A date as 2024-03-09."""
clock = form("{:02d}:{:02d}", integers(0, 23), integers(0, 59))
"""A time as 07:45."""
code = form("{}-{:04d}", characters("ABCDEFGHKLMNPRSTUVWXYZ", 2, 3), integers(1, 9999))
"""The number of an article, as AB-0042."""
