"""Properties that people see in values: an empty list, two words, an item that occurs more than once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any

from ...dsl.core.types import BOOL, DECIMAL, INT, STR, Type
from ...support.written import json_text

MONTHS = 12
"""What is larger is not a month."""
NUMBER = re.compile(r"(?<![0-9])[0-9]{1,2}(?![0-9])")
"""What may be a day or a month in a text."""


@dataclass(frozen=True)
class Property:
    """What a value may be, or may have in it.

    Parameters
    ----------
    noun
        In words, as they follow "an example with".
    holds
        Whether a value has the property.
    is_inside
        Whether the noun is about something in the value, rather than about the whole.
    is_variety
        Whether examples that all lack it are too much alike, whatever is looked for.
    """

    noun: str
    holds: Callable[[Any], bool]
    is_inside: bool = False
    is_variety: bool = False


def inside(noun: str, holds: Callable[[Any], bool], *, is_variety: bool = False) -> Property:
    """A property of something in a value."""
    return Property(noun, holds, is_inside=True, is_variety=is_variety)


def _is_ascending(items: Sequence[Any]) -> bool:
    return all(one <= other for one, other in pairwise(items))


def _is_descending(items: Sequence[Any]) -> bool:
    return all(one >= other for one, other in pairwise(items))


def _distinct(items: Sequence[Any]) -> int:
    return len(set(map(repr, items) if any(isinstance(item, list | dict) for item in items) else items))


def _words(text: str) -> int:
    return len(text.split())


def _numbers(text: str) -> int:
    return len(re.findall("[0-9]+", text))


def _has_several(mark: str, text: str) -> bool:
    return text.count(mark) > 1


def _lacks(mark: str, text: str) -> bool:
    return mark not in text


def is_mark(character: str) -> bool:
    """Whether a character is neither a letter nor a digit nor a blank."""
    return not character.isalnum() and not character.isspace()


def _repeats(items: Sequence[Any]) -> bool:
    return _distinct(items) < len(items)


INTEGERS = (
    Property("an even number", lambda n: n % 2 == 0, is_variety=True),
    Property("an odd number", lambda n: n % 2 == 1, is_variety=True),
    Property("a number of one digit", lambda n: abs(n) < 10, is_variety=True),
    Property("a number of two digits or more", lambda n: abs(n) >= 10, is_variety=True),
    Property("a negative number", lambda n: n < 0, is_variety=True),
    Property("the number 0", lambda n: n == 0),
    Property("the number 1", lambda n: n == 1),
)
DECIMALS = (
    Property("a whole number", lambda x: x == x.to_integral_value(), is_variety=True),
    Property("a number that is not whole", lambda x: x != x.to_integral_value(), is_variety=True),
    Property("a negative number", lambda x: x < 0, is_variety=True),
    Property("the number 0", lambda x: x == 0),
    Property("a number between 0 and 1", lambda x: 0 < x < 1),
    Property("a number that ends in 5", lambda x: f"{x.normalize():f}"[-1] == "5"),
)
TRUTH_VALUES = (
    Property("true", lambda value: value, is_variety=True),
    Property("false", lambda value: not value, is_variety=True),
)
TEXTS = (
    Property("an empty text", lambda s: not s),
    Property("a single word", lambda s: _words(s) == 1, is_variety=True),
    inside("two words", lambda s: _words(s) == 2, is_variety=True),
    inside("three words or more", lambda s: _words(s) > 2),
    inside("a single number", lambda s: _numbers(s) == 1),
    inside("two numbers", lambda s: _numbers(s) == 2),
    inside("three numbers or more", lambda s: _numbers(s) > 2),
    inside("a 0 at the beginning", lambda s: s[:1] == "0"),
    inside(f"a two-digit number above {MONTHS}", lambda s: any(int(n) > MONTHS for n in NUMBER.findall(s))),
    inside("a digit", lambda s: any(map(str.isdigit, s))),
    Property("a text without digits", lambda s: not any(map(str.isdigit, s))),
    inside("a capital letter", lambda s: any(map(str.isupper, s)), is_variety=True),
    Property("a text in capital letters", str.isupper),
    Property("a text without capital letters", lambda s: not any(map(str.isupper, s))),
    inside("two of the same mark in a row", lambda s: any(one == two and is_mark(one) for one, two in pairwise(s))),
    inside("two blanks in a row", lambda s: "  " in s),
    inside("a blank at the beginning", lambda s: s[:1].isspace()),
    inside("a blank at the end", lambda s: s[-1:].isspace()),
    inside("a punctuation mark", lambda s: any(map(is_mark, s))),
    inside("a letter that occurs more than once", lambda s: _repeats([c for c in s if c.isalpha()])),
    Property("a text without repeated letters", lambda s: bool(s) and not _repeats([c for c in s if c.isalpha()])),
    Property("a single character", lambda s: len(s) == 1),
)
ORDERED = (
    inside("items that are not in ascending order", lambda xs: not _is_ascending(xs), is_variety=True),
    inside("items in ascending order", lambda xs: len(xs) > 1 and _is_ascending(xs)),
    inside("items in descending order", lambda xs: len(xs) > 1 and _is_descending(xs)),
)
"""Of lists whose items have an order."""
LISTS = (
    Property("an empty list", lambda xs: not xs),
    Property("a list of one item", lambda xs: len(xs) == 1),
    Property("a list of two items", lambda xs: len(xs) == 2),
    inside("an item that occurs more than once", _repeats, is_variety=True),
    inside("equal items next to each other", lambda xs: any(one == two for one, two in pairwise(xs))),
    inside("items that are all different", lambda xs: len(xs) > 1 and not _repeats(xs), is_variety=True),
    inside("items that are all alike", lambda xs: len(xs) > 1 and _distinct(xs) == 1),
    inside("an even number of items", lambda xs: len(xs) % 2 == 0),
    inside("an odd number of items", lambda xs: len(xs) % 2 == 1),
)
OPTIONAL = (Property("null", lambda value: value is None, is_variety=True),)
NESTED = (inside("lists of different lengths", lambda rows: len({len(row) for row in rows}) > 1),)
"""Of lists of lists."""


def properties_of(type_: Type) -> tuple[Property, ...]:
    """The properties that values of a type may have, the more telling first."""
    if type_.is_optional:
        return OPTIONAL
    if type_.item is not None:
        ordered = ORDERED if type_.item in (INT, DECIMAL, STR) else ()
        return (*ordered, *LISTS, *(NESTED if type_.item.is_list else ()))
    return {INT: INTEGERS, DECIMAL: DECIMALS, BOOL: TRUTH_VALUES, STR: TEXTS}.get(type_, ())


def beyond(type_: Type, shown: Sequence[Any]) -> Iterator[Property]:
    """Properties that no value shown has, since they go beyond what is shown."""
    if not shown:
        return
    if type_ in (INT, DECIMAL):
        most, least = max(shown), min(shown)
        yield Property(f"a number above {json_text(most)}", lambda n: n > most)
        yield Property(f"a number below {json_text(least)}", lambda n: n < least)
    elif type_ == STR or type_.is_list:
        longest = max(map(len, shown))
        unit = "character" if type_ == STR else "item"
        yield inside(f"more than {longest} {unit}{'s' * (longest != 1)}", lambda xs: len(xs) > longest)


def of_marks(shown: Sequence[str]) -> Iterator[Property]:
    """What texts may be like whose marks differ from those of the texts shown, which have all the same."""
    if not shown:
        return
    counts = [Counter(filter(is_mark, text)) for text in shown]
    for mark in counts[0]:
        name = json_text(mark)
        if all(count[mark] == 1 for count in counts):
            yield inside(f"more than one {name}", partial(_has_several, mark))
        if all(count[mark] for count in counts):
            yield Property(f"a text without {name}", partial(_lacks, mark))
