"""The dates, times and durations that the inputs of a task say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from ....dsl.core.expression import Expression
from ....dsl.core.types import DATE, DURATION, INT, MOMENT, STR, TIME, list_of
from ..numbers.quantities import is_written
from ..scene.scene import Scene
from .columns import Column, Workshop, column_said
from .covers import covers, parts
from .sightings import LONGEST

READ = {"date": "read_date", "time": "read_time", "moment": "read_moment", "duration": "read_duration"}
FIND = {"date": "dates_in", "time": "times_in", "moment": "moments_in"}
READ_COST, FOUND_COST, PART_COST = 2, 3, 1
"""What it costs beyond a text to read it, to find a date in it, and to take the date or the time alone."""
MOST_TEXTS = 100
"""No dates are looked for in more texts than this."""
MOST_COLUMNS, MOST_FOUND = 6, 3
"""How many columns of texts are looked at, and how many parts of the same pattern."""
MANY_TYPED = (DATE, TIME, MOMENT, DURATION)
USUAL_SECONDS = range(10**8, 10**10)
"""Since 1970, of dates that occur: from 1973 to 2286."""


def said(scene: Scene) -> Iterator[Column]:
    """Columns of what the inputs say, the likeliest first."""
    workshop = Workshop(scene)
    for reading in scene.of_type(*MANY_TYPED, *map(list_of, MANY_TYPED)):
        yield from _with_parts(workshop, column_said(reading))
    found: list[Column] = []
    texts = [reading for reading in scene.of_type(STR, list_of(STR)) if not is_written(reading.body)]
    for reading in texts[:MOST_COLUMNS]:
        for column in _said_by(workshop, column_said(reading), scene.foreseen(reading.body)):
            found.append(column)
            yield column
    known = {repr(column.values) for column in found}
    for reading in scene.of_type(INT, list_of(INT))[:MOST_COLUMNS]:
        for column in _said_by_number(workshop, column_said(reading)):
            if repr(column.values) not in known:  # A text need not be read as a number to be read as a date.
                yield column


def _said_by(workshop: Workshop, column: Column, asked: Sequence[Any]) -> Iterator[Column]:
    others = [text for value in asked for text in (value if isinstance(value, list) else [value])]
    texts = [*column.values]
    if not texts or len(texts) > MOST_TEXTS or max(map(len, texts)) > LONGEST:
        return
    whole = covers(texts, others[:MOST_TEXTS])
    for kind, pattern in whole:
        yield from _read(workshop, column, kind, pattern)
    if not whole and column.shape is None:
        for kind, pattern, least in parts(texts, others[:MOST_TEXTS]):
            found = workshop.applied(FIND[kind], column.body, pattern)
            for place in range(min(least, MOST_FOUND)):
                yield from _taken(workshop, workshop.column(column.cost + FOUND_COST, "at", found, place))


def _read(workshop: Workshop, column: Column, kind: str, pattern: str) -> Iterator[Column]:
    """A column of texts that read by a pattern: of moments the date and the time alone as well."""
    for wanted in ("date", "time", "moment") if kind == "moment" else (kind,):
        read = workshop.column(column.cost + READ_COST, READ[wanted], column.body, pattern)
        if read is not None:
            yield read


def _taken(workshop: Workshop, column: Column | None) -> Iterator[Column]:
    if column is not None:
        yield from _with_parts(workshop, column)


def _with_parts(workshop: Workshop, column: Column) -> Iterator[Column]:
    """A column, and the dates and times of day of its moments."""
    if column.values and type(column.values[0]) is datetime:
        for name in ("date_of", "time_of"):
            part = workshop.column(column.cost + PART_COST, name, column.body)
            if part is not None:
                yield part
    yield column


def _said_by_number(workshop: Workshop, column: Column) -> Iterator[Column]:
    """Dates such as 20110225, and seconds since 1970."""
    numbers = column.values
    if numbers and all(_is_date(number) for number in numbers):
        text = workshop.applied("to_text", column.body)
        read = workshop.column(column.cost + READ_COST, "read_date", text, "YYYYMMDD")
        if read is not None:
            yield read
    for unit in (1, 1000):
        if numbers and all(number // unit in USUAL_SECONDS for number in numbers):
            seconds: Expression = column.body if unit == 1 else workshop.applied("div", column.body, unit)
            yield from _taken(workshop, workshop.column(column.cost + READ_COST, "since_1970", seconds))
    if workshop.scene.result_type in (STR, list_of(STR)):
        for name in ("of_seconds", "of_minutes"):
            duration = workshop.column(column.cost + READ_COST, name, column.body)
            if duration is not None:
                yield duration


def _is_date(number: int) -> bool:
    try:
        return 1000 <= date(number // 10_000, number // 100 % 100, number % 100).year <= 9999
    except (ValueError, OverflowError):
        return False
