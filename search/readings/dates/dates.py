"""The reader of dates, times and durations: what inputs say, what it leads to, how outputs are written from it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice

from ....dsl.core.types import BOOL, STR, list_of
from ..scene.scene import Reading, Scene
from .changes import between, derived
from .columns import Column, Workshop, flat_outputs
from .texts import said
from .writing import Writer

MOST_COLUMNS = 24
"""How many columns of dates and times outputs are written from."""
PARTS = {
    date: ("year_of", "month_of", "day_of", "weekday_of", "quarter_of", "iso_week", "day_of_year"),
    time: ("hour_of", "minute_of", "second_of", "minute_of_day"),
    timedelta: ("in_seconds", "in_minutes", "in_hours", "in_days"),
    datetime: ("seconds_since_1970",),
    int: (),
}
"""The numbers that values have."""
PART_COST, RARE_PART_COST = 1, 4
RARE_PARTS = frozenset({"minute_of", "second_of", "minute_of_day", "iso_week", "day_of_year", "seconds_since_1970"})
"""What such a number costs, and one that is not wanted often."""


def read_dates(scene: Scene) -> Iterator[Reading]:
    """All that dates, times and durations contribute to a search."""
    workshop = Workshop(scene)
    columns = [column for column in islice(said(scene), MOST_COLUMNS) if column.values]
    if not columns:
        return
    columns += islice(between(workshop, columns), MOST_COLUMNS)
    outputs, shape = flat_outputs(scene)
    if scene.result_type in (STR, list_of(STR)):
        alike = [column for column in columns if column.shape == shape]
        columns += islice(derived(workshop, alike, outputs), MOST_COLUMNS)
        alike = [column for column in columns if column.shape == shape and type(column.values[0]) is not int]
        yield from _written(workshop, alike, outputs)
    for column in columns:
        yield from _kept(workshop, column)
        yield from _numbers(workshop, column)


def read_spans(scene: Scene) -> Iterator[Reading]:
    """How many days, months or minutes lie between two dates or times, for outputs that show other units of these."""
    workshop = Workshop(scene)
    columns = [column for column in islice(said(scene), MOST_COLUMNS) if column.values]
    for column in islice(between(workshop, columns), MOST_COLUMNS) if len(columns) > 1 else ():
        if type(column.values[0]) is timedelta:
            minutes = workshop.column(column.cost + PART_COST, "in_minutes", column.body)
            yield from () if minutes is None else _kept(workshop, minutes)
        else:
            yield from _kept(workshop, column)


def _written(workshop: Workshop, columns: list[Column], outputs: list[str]) -> Iterator[Reading]:
    """The outputs and parts of them."""
    writer = Writer(workshop, columns, outputs)
    for cost, body in (*writer.wholes(), *writer.parts()):
        reading = workshop.reading(Column(body, cost, (), None))
        if reading is not None:
            yield reading


def _kept(workshop: Workshop, column: Column) -> Iterator[Reading]:
    """A column itself: numbers are terminals, and dates may be read further by others."""
    reading = workshop.reading(column)
    if reading is not None:
        yield reading


def _numbers(workshop: Workshop, column: Column) -> Iterator[Reading]:
    """The numbers that the values of a column have, and what is true of them."""
    names = list(PARTS[type(column.values[0])])
    if workshop.scene.result_type in (BOOL, list_of(BOOL)) and type(column.values[0]) is date:
        names.append("is_weekend")
    for name in names:
        part = workshop.column(column.cost + (RARE_PART_COST if name in RARE_PARTS else PART_COST), name, column.body)
        if part is not None:
            yield from _kept(workshop, part)
