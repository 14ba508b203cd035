"""Where a text may say a date, a time of day or both, and by which pattern.

Patterns are found from the text, in one pass over its numbers and names. What is no date after all, as 31 February,
is left out; what can be read in two ways, as 03/05/2021, is seen in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ....dsl.core.patience import look
from ....dsl.primitives.patterns import READ, date_from, fields_of, first_read, moment_from, regexes_of, time_from

LONGEST = 300
"""No dates are looked for in longer texts."""

DATE, TIME, MOMENT, DURATION = "date", "time", "moment", "duration"
FROM = {DATE: date_from, TIME: time_from, MOMENT: moment_from}

_NAME = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)(?![A-Za-z])"
)
_WEEKDAY = f"(?i:{READ['dddd']})"
_SPACE = r"(?:[^\w\n]{1,3}|_| of | at )"
_MARK = r"[^\w\n:]{1,3}|_"
_NO_SPACE = r"(?:[^\w\n]{0,3}|_| of )"
_DAY = r"\d{1,2}(?:(?:st|nd|rd|th)\b|(?!\d|st|nd|rd|th))"

_SHAPES = tuple(
    (re.compile(rf"(?:({_WEEKDAY})({_SPACE}))?{regex}(?!\d)"), orders)
    for regex, orders in (
        (rf"(\d{{1,2}})({_MARK})(\d{{1,2}})(\4)(\d{{4}})", ("D M YYYY", "M D YYYY")),
        (rf"(\d{{4}})({_MARK})(\d{{1,2}})(\4)(\d{{1,2}})", ("YYYY M D",)),
        (rf"(\d{{1,2}})({_MARK})(\d{{1,2}})(\4)('?\d\d)", ("D M YY", "M D YY", "YY M D")),
        (rf"({_DAY})({_NO_SPACE})({_NAME})({_NO_SPACE})('?\d\d|\d{{4}})", ("D MMM Y",)),
        (rf"({_NAME})({_NO_SPACE})({_DAY})({_SPACE})('?\d\d|\d{{4}})", ("MMM D Y",)),
        (rf"(\d{{4}})({_NO_SPACE})({_NAME})({_NO_SPACE})({_DAY})", ("Y MMM D",)),
        (r"(\d{8})", ("YYYYMMDD", "MMDDYYYY", "DDMMYYYY")),
        (r"(\d{7})", ("MDDYYYY", "DMMYYYY")),
        (r"(\d{6})", ("YYMMDD", "DDMMYY", "MMDDYY")),
        (rf"({_NAME})({_NO_SPACE})('?\d\d|\d{{4}})", ("MMM Y",)),
        (rf"(\d{{4}})({_MARK})(\d{{3}}|\d{{1,2}})", ("YYYY DDD", "YYYY M")),
        (rf"(\d{{1,2}})({_MARK})(\d{{4}})", ("M YYYY",)),
    )
)
"""Regular expressions of dates, each with the orders in which their fields may stand."""

WITHOUT_DAY = ("M YYYY", "YYYY M", "YYYY DDD")
"""Orders of few numbers, which are none beside further numbers: 31/02/2021 is not February."""

_CLOCK = re.compile(
    r"(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:([.,])(\d{1,6}))?)?(?:(\s?)([ap](?:\.\s?m\.|m\b)))?(?![\d:])", re.IGNORECASE
)
_HOUR = re.compile(r"(\d{1,2})(\s?)([ap](?:\.m\.|m\b))", re.IGNORECASE)
_COMPACT = re.compile(r"(\d{2})(\d{2})(\d{2})?(?!\d)")
_JOINT = re.compile(r"[^\w\n]{1,3}|T|_|,? at ")
_START = re.compile(r"(?<!\d)(?=\d)|(?<![A-Za-z])(?=[A-Za-z])|(?<=T)(?=\d)")


@dataclass(frozen=True)
class Sighting:
    """A part of a text, what kind of value it may say, and by which pattern."""

    start: int
    end: int
    kind: str
    pattern: str


def value_of(text: str, kind: str, pattern: str) -> Any:
    """What a text says by a pattern; None if it does not read so."""
    try:
        return first_read(text, regexes_of(pattern), FROM[kind])  # type: ignore[no-untyped-call]
    except ValueError:
        return None


def quoted(text: str) -> str:
    """A text as a pattern that stands for it."""
    plain = not any(field in READ or field.startswith("[") for field in fields_of(text)) and "|" not in text
    if plain or not text:
        return text
    return (
        f"[{text}]"
        if not set("[]|") & set(text)
        else "".join("[[]" if c == "[" else c if c == "]" else f"[{c}]" for c in text)
    )


@lru_cache(maxsize=4096)
def sightings(text: str) -> tuple[Sighting, ...]:
    """What may be dates and times in a text, without what lies within a longer one of them."""
    if len(text) > LONGEST or not any(c.isdigit() for c in text):
        return ()
    found: dict[Sighting, None] = {}
    reached = 0
    for place in _START.finditer(text):
        look()
        if place.start() < reached:
            continue
        here = [*_moments(text, place.start())]
        if here:
            reached = max(one.end for one in here)
            found.update(dict.fromkeys(one for one in here if one.end == reached))
    return tuple(found)


def wholes(text: str) -> dict[tuple[str, str], None]:
    """The kinds and patterns by which a text reads as a whole."""
    found = {(one.kind, one.pattern): None for one in sightings(text) if (one.start, one.end) == (0, len(text))}
    if (parts := re.fullmatch(r"\d{1,6}:[0-5]\d(:[0-5]\d)?", text)) is not None:
        found |= {(DURATION, pattern): None for pattern in (["H:mm:ss"] if parts[1] else ["H:mm", "m:ss"])}
    return found


def _moments(text: str, start: int) -> Iterator[Sighting]:
    """The dates, times and both together that begin here."""
    dates, times = [*_dates(text, start)], [*_times(text, start)]
    for firsts, seconds in ((dates, _times), (times, _dates)):
        for first in firsts:
            yield first
            joint = _JOINT.match(text, first.end)
            begins = [joint.end()] if joint else []
            for second in (later for begin in begins for later in seconds(text, begin)):
                pattern = f"{first.pattern}{quoted(joint[0] if joint else '')}{second.pattern}"
                zone = "Z" if re.match(r"Z\b", text[second.end :]) else ""
                yield Sighting(start, second.end + len(zone), MOMENT, pattern + zone)


def _dates(text: str, start: int) -> Iterator[Sighting]:
    for regex, orders in _SHAPES:
        found = regex.match(text, start)
        if found is None:
            continue
        goes_on = re.search(r"\d[/.-]$", text[:start]) or re.match(r"[/.-]\d", text[found.end() :])
        for order in orders:
            if goes_on and order in WITHOUT_DAY:
                continue
            pattern = _pattern(found, order)
            if value_of(found[0], DATE, pattern) is not None:
                yield Sighting(start, found.end(), DATE, pattern)


def _pattern(found: re.Match[str], order: str) -> str:
    """The pattern of a date whose fields have this order."""
    weekday, after, *parts = (part or "" for part in found.groups())
    pattern = f"dddd{quoted(after)}" if weekday else ""
    fields = order.split(" ")
    for position, part in enumerate(parts):
        if position % 2:
            pattern += quoted(part)
            continue
        field = fields[position // 2]
        if field == "D" and not part.isdigit():
            field = "Do"
        elif field == "Y" or part.startswith("'"):
            field = "YYYY" if len(part) == 4 else "'YY" if part.startswith("'") else "YY"
        elif field == "MMM" and len(part) > 3:
            field = "MMMM"
        pattern += field
    return pattern


def _times(text: str, start: int) -> Iterator[Sighting]:
    found = _CLOCK.match(text, start)
    if found is not None:
        _, minute, second, point, fraction, space, half = found.groups()
        pattern = f"{'h' if half else 'H'}:{'mm' if len(minute) == 2 else 'm'}"
        if second:
            pattern += ":ss" if len(second) == 2 else ":s"
        if fraction:
            pattern += f"{point}{'S' * len(fraction)}"
        if half:
            pattern += f"{space}{_half(half)}"
        yield from _time(text, start, found.end(), pattern)
    elif (found := _HOUR.match(text, start)) is not None:
        yield from _time(text, start, found.end(), f"h{found[2]}{_half(found[3])}")
    elif (found := _COMPACT.match(text, start)) is not None and text[:start][-1:] == "T":
        yield from _time(text, start, found.end(), "HHmmss" if found[3] else "HHmm")


def _half(text: str) -> str:
    """How AM or PM is written."""
    return ("A.M." if "." in text else "AM") if text[0].isupper() else "a.m." if "." in text else "am"


def _time(text: str, start: int, end: int, pattern: str) -> Iterator[Sighting]:
    if value_of(text[start:end], TIME, pattern) is not None:
        yield Sighting(start, end, TIME, pattern)
