"""What dates and times lead to, where the outputs show it: the first of the month, 30 days later, the last half hour.

How many days, months or minutes it is, is solved from the outputs, and not tried: a constant, or a number that is
given, as days, weeks or hours.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from itertools import product
from typing import Any

from ....dsl.core.expression import Expression
from ....dsl.core.types import INT
from .columns import Column, Workshop, column_said
from .sightings import sightings, value_of

Amount = Expression | int

STEPS = (5, 10, 15, 20, 30, 60, 90, 120, 180, 240, 360, 480, 720)
"""Minutes to which times are rounded: a day is a multiple of each."""
USUAL_STEPS = frozenset({5, 10, 15, 30, 60})
STEP_COST, RARE_STEP_COST, OFFSET_COST, CHANGE_COST = 2, 3, 2, 2
"""What a usual step costs, one that is not usual, slots that do not begin at midnight, and any other change."""
MOST_STEPS = 2
"""Of the steps that explain the same, the smallest are kept."""
MOST_SHOWN = 3
"""How many dates or times of an output are looked at."""
DAY = 1440
RATES = (1, -1, 7, -7, 12, -12, 24, 30, 60, -60, 1440)
"""How many days, months or minutes there may be to one of a number that is given."""
RATE_COST = 3
"""What such a number of other units costs."""
MOST_AMOUNTS = 3
"""So many numbers that are given are kept of those that explain the same."""


def derived(workshop: Workshop, columns: Sequence[Column], outputs: Sequence[str]) -> Iterator[Column]:
    """Columns that outputs show, but the given ones do not: each is made from a column and what an output says."""
    dates, times = _shown(outputs, (date, datetime)), _shown(outputs, (time, datetime))
    for column in columns:
        kind = type(column.values[0]) if column.values else None
        if kind is date:
            yield from _unlike(column, _dates_from(workshop, column, dates))
        elif kind is time:
            yield from _unlike(column, _times_from(workshop, column, times))
        elif kind is datetime:
            yield from _unlike(column, _moments_from(workshop, column, _shown(outputs, (datetime,))))


def _shown(outputs: Sequence[str], wanted: tuple[type, ...]) -> list[list[Any]]:
    """For each date or time that the outputs show, its values in all of them; in every way in which they read."""
    columns: list[list[Any]] = []
    said = [[_said(text, wanted, place) for text in outputs] for place in range(MOST_SHOWN)]
    for column in said:
        if column and all(column):
            patterns = [pattern for pattern in column[0] if all(pattern in values for values in column)]
            columns += [[values[pattern] for values in column] for pattern in patterns]
    return columns


def _said(text: str, wanted: tuple[type, ...], place: int) -> dict[str, Any]:
    """What the text says at a place, by pattern."""
    starts = sorted({one.start for one in sightings(text)})
    if place >= len(starts):
        return {}
    seen = [one for one in sightings(text) if one.start == starts[place]]
    values = {one.pattern: value_of(text[one.start : one.end], one.kind, one.pattern) for one in seen}
    return {pattern: value for pattern, value in values.items() if type(value) in wanted}


def _unlike(column: Column, found: Iterable[Column | None]) -> Iterator[Column]:
    seen = {column.values}
    for one in found:
        if one is not None and one.values not in seen:
            seen.add(one.values)
            yield one


def _constant(values: Iterable[int]) -> int | None:
    """The one value that there is, None if there are several."""
    distinct = set(values)
    return distinct.pop() if len(distinct) == 1 else None


def _amounts(workshop: Workshop, column: Column, apart: Sequence[int], around: int = 0) -> list[tuple[int, Amount]]:
    """What may be as much as this for each value of a column, with its cost: a constant, or a number that is given.

    Parameters
    ----------
    around
        Numbers count as equal if they differ by a multiple of this; 0 if they are to be equal.
    """
    constant = _constant(apart)
    if constant is not None:
        return [(0, constant)]
    if column.shape is not None:
        return []
    found: list[tuple[int, Amount]] = []
    for reading in workshop.scene.of_type(INT):
        for rate in RATES:
            differences = (rate * number - wanted for number, wanted in zip(reading.values, apart, strict=True))
            if all(one % around == 0 if around else one == 0 for one in differences):
                said = column_said(reading)
                body = said.body if rate == 1 else workshop.applied("mul", said.body, rate)
                found.append((said.cost + RATE_COST * (rate != 1), body))
                break
    return sorted(found, key=lambda pair: pair[0])[:MOST_AMOUNTS]


def _dates_from(workshop: Workshop, column: Column, shown: Sequence[Sequence[Any]]) -> Iterator[Column | None]:
    cost = column.cost + CHANGE_COST
    for values in shown:
        days = [value.date() if isinstance(value, datetime) else value for value in values]
        pairs = [*zip(column.values, days, strict=True)]
        for more, apart in _amounts(workshop, column, [(after - before).days for before, after in pairs]):
            if apart != 0:
                yield workshop.column(cost + more, "add_days", column.body, apart)
        months = [(after.year - before.year) * 12 + after.month - before.month for before, after in pairs]
        for more, amount in _amounts(workshop, column, months):
            yield from _in_month(workshop, column, amount, days, more)
        if all(day.weekday() == 0 and 0 <= (before - day).days < 7 for before, day in pairs):
            yield workshop.column(cost, "start_of_week", column.body)


def _in_month(
    workshop: Workshop, column: Column, months: Amount, days: Sequence[date], more: int
) -> Iterator[Column | None]:
    """The same day so many months later, which cost so much more, and the first and the last of that month."""
    cost = column.cost + CHANGE_COST + more
    later = column if months == 0 else workshop.column(cost, "add_months", column.body, months)
    if later is None:
        return
    if months != 0:
        yield later
    if all(day.day == 1 for day in days):
        yield workshop.column(later.cost + CHANGE_COST, "first_of_month", later.body)
    if all(day.day == calendar.monthrange(day.year, day.month)[1] for day in days):
        yield workshop.column(later.cost + CHANGE_COST, "last_of_month", later.body)


def _minutes(value: Any) -> int:
    return int(value.hour * 60 + value.minute)


def _times_from(workshop: Workshop, column: Column, shown: Sequence[Sequence[Any]]) -> Iterator[Column | None]:
    """Later by a constant, rounded down or to the nearest; then what is later than these by a constant."""
    bases = [column]
    for values in shown:
        wanted = [*map(_minutes, values)]
        slots = [] if [*map(_minutes, column.values)] == list(wanted) else [*_slots(workshop, column, wanted)]
        yield from slots
        for base in bases:
            for more, apart in _later(workshop, base, wanted):
                if apart != 0:
                    yield workshop.column(base.cost + CHANGE_COST + more, "add_minutes", base.body, apart)
        bases += [one for one in slots if one is not None]


def _later(workshop: Workshop, column: Column, wanted: Sequence[int]) -> list[tuple[int, Amount]]:
    """How many minutes the times are later than those of the column; if always the same, the shorter way round."""
    apart = [(after - _minutes(before)) % DAY for before, after in zip(column.values, wanted, strict=True)]
    shorter = [minutes if minutes <= DAY // 2 else minutes - DAY for minutes in apart]
    return _amounts(workshop, column, shorter, DAY)


def _slots(workshop: Workshop, column: Column, wanted: Sequence[int]) -> Iterator[Column | None]:
    """The times rounded so that they become what is wanted."""
    given = [*map(_minutes, column.values)]
    found = 0
    for step in STEPS:
        offset = _constant(time_ % step for time_ in wanted)
        if offset is None or found == MOST_STEPS:
            continue
        cost = column.cost + (STEP_COST if step in USUAL_STEPS else RARE_STEP_COST)
        if all((before - after) % DAY < step for before, after in zip(given, wanted, strict=True)):
            found += 1
            yield _floor(workshop, column, step, offset, cost)
        elif offset == 0:
            nearest = workshop.column(cost, "round_time", column.body, step)
            if nearest is not None and [*map(_minutes, nearest.values)] == wanted:
                found += 1
                yield nearest


def _floor(workshop: Workshop, column: Column, step: int, offset: int, cost: int) -> Column | None:
    if offset == 0:
        return workshop.column(cost, "floor_time", column.body, step)
    earlier = workshop.applied("add_minutes", column.body, -offset)
    floor = workshop.applied("floor_time", earlier, step)
    return workshop.column(cost + OFFSET_COST, "add_minutes", floor, offset)


def _moments_from(workshop: Workshop, column: Column, shown: Sequence[Sequence[Any]]) -> Iterator[Column | None]:
    for values in shown:
        pairs = zip(column.values, values, strict=True)
        minutes = [int((after - before).total_seconds() // 60) for before, after in pairs]
        for more, apart in _amounts(workshop, column, minutes):
            if apart != 0:
                yield workshop.column(column.cost + CHANGE_COST + more, "minutes_later", column.body, apart)


def between(workshop: Workshop, columns: Sequence[Column]) -> Iterator[Column]:
    """What lies between two columns of dates or times."""
    for start, end in product(columns, columns):
        if start is end or start.shape != end.shape or not start.values:
            continue
        cost = start.cost + end.cost
        kinds = {type(start.values[0]), type(end.values[0])}
        found: list[Column | None] = []
        if kinds == {date}:
            names = ("days_between", "months_between", "age_on")
            found = [workshop.column(cost + 1, name, start.body, end.body) for name in names]
        elif kinds == {datetime}:
            found = [workshop.column(cost + 1, "elapsed", start.body, end.body)]
        elif kinds == {time}:
            later, earlier = (workshop.applied("since_midnight", one.body) for one in (end, start))
            found = [workshop.column(cost + 1, "subtract_duration", later, earlier)]
        yield from (one for one in found if one is not None)
