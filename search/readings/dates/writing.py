"""How the outputs were written from dates, times and durations: the fields that stand in all of them.

All outputs are gone through at once, from their beginnings to their ends, field by field; what no field explains has
to be the same in all. So patterns come from what the outputs show (Gulwani, "Automating string processing in
spreadsheets using input-output examples", POPL 2011, section 4).
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import reduce

from ....dsl.core.expression import Expression, Literal
from ....dsl.core.types import STR
from ....dsl.primitives.clocks import write_duration
from ....dsl.primitives.patterns import DATE, MOMENT, TIME, writer
from .columns import Column, Workshop
from .sightings import quoted

WRITE = {date: "write_date", time: "write_time", datetime: "write_moment", timedelta: "write_duration"}
TABLES = {date: ("date", DATE), time: ("time", TIME), datetime: ("moment", MOMENT)}
DURATIONS = ("H:mm:ss", "HH:mm:ss", "m:ss", "mm:ss", "H:mm", "HH:mm")

WRITE_COST = 2
"""What it costs to write a value by a pattern, in units of cost, as all that follows."""
FIELD_COST, MARK_COST, LETTER_COST, DIGIT_COST = 2, 1, 4, 12
"""The same in quarters of a unit, of a field and of a character that all outputs share."""
RARE = {"YY": 1, "Q": 1, "WW": 1, "m": 8, "s": 8, "W": 3, "DDD": 3, "DDDD": 3}
"""What a field costs more that is not written often, in quarters."""
WRONG_COST, UNEVEN_COST = 24, 12
"""What fields cost that do not go together, as an hour of 24 and AM; and those that are not usual together."""
QUARTERS = 4
MOST_STATES, MOST_WAYS, MOST_COVERS = 3000, 3, 16
"""How many positions are extended, ways to the same position are kept, and ways to write whole outputs are found."""
MOST_WRITTEN = 60
"""How many parts of the outputs are written."""

Position = tuple[int, ...]


@dataclass(frozen=True)
class Field:
    """A field of a column, and what it shows in each output; a character that all share has no column."""

    column: int | None
    pattern: str
    texts: tuple[str, ...]
    cost: int


@dataclass(frozen=True)
class Segment:
    """Fields and marks of one column that follow each other."""

    column: int
    pattern: str


class Writer:
    """Writes the columns as the outputs show them."""

    def __init__(self, workshop: Workshop, columns: Sequence[Column], outputs: Sequence[str]) -> None:
        self.workshop, self.columns, self.outputs = workshop, columns, outputs
        self._fields = [field for number in range(len(columns)) for field in _weighed([*self._fields_of(number)])]
        self._by_start: dict[str, list[Field]] = defaultdict(list)
        for field in self._fields:
            self._by_start[field.texts[0][0]].append(field)

    def _fields_of(self, number: int) -> Iterator[Field]:
        """The fields of a column that stand in every output."""
        values = self.columns[number].values
        kind = type(values[0])
        whole = kind is date or kind is timedelta or not any(value.microsecond for value in values)
        for pattern in DURATIONS if kind is timedelta else TABLES[kind][1]:
            if whole and pattern.startswith("S"):
                continue
            try:
                if kind is timedelta:
                    texts = tuple(write_duration(value, pattern) for value in values)
                else:
                    texts = tuple(map(writer(pattern, TABLES[kind][0]), values))
            except ValueError:
                continue
            if all(text in output for text, output in zip(texts, self.outputs, strict=True)):
                yield Field(number, pattern, texts, FIELD_COST + RARE.get(pattern, 0))

    def wholes(self) -> Iterator[tuple[int, Expression]]:
        """What writes the outputs from beginning to end, with its cost; the cheapest first."""
        start, end = (0,) * len(self.outputs), tuple(map(len, self.outputs))
        if start == end:
            return
        queue: list[tuple[int, int, Position, tuple[Field, ...]]] = [(0, 0, start, ())]
        ways: dict[tuple[Position, int | None], int] = defaultdict(int)
        covers: list[tuple[int, tuple[Field, ...]]] = []
        pushed = found = 0
        for _ in range(MOST_STATES):
            if not queue or found == MOST_COVERS:
                break
            cost, _, position, path = heapq.heappop(queue)
            if position == end:
                found += 1
                covers.append((cost + _oddity([field.pattern for field in path if field.column is not None]), path))
                continue
            state = (position, next((field.column for field in reversed(path) if field.column is not None), None))
            ways[state] += 1
            if ways[state] > MOST_WAYS:
                continue
            for field in self._next(position):
                pushed += 1
                further = tuple(at + len(text) for at, text in zip(position, field.texts, strict=True))
                heapq.heappush(queue, (cost + self._cost(path, field), pushed, further, (*path, field)))
        for cost, path in sorted(covers, key=lambda cover: cover[0]):
            yield -(-cost // QUARTERS), self._joined(path)

    def _cost(self, path: tuple[Field, ...], field: Field) -> int:
        """What a field adds to what is written before it."""
        before = [one.column for one in path if one.column is not None]
        if field.column is None or (before and before[-1] == field.column):
            return field.cost
        again = field.column in before
        return field.cost + QUARTERS * (WRITE_COST + (1 if again else self.columns[field.column].cost))

    def _next(self, position: Position) -> Iterator[Field]:
        """The fields with which all outputs may go on, and the character, if all have the same."""
        rest = [output[at:] for output, at in zip(self.outputs, position, strict=True)]
        if not all(rest):
            return
        for field in self._by_start[rest[0][0]]:
            if all(map(str.startswith, rest, field.texts)):
                yield field
        if len({text[0] for text in rest}) == 1:
            mark = rest[0][0]
            cost = DIGIT_COST if mark.isdigit() else LETTER_COST if mark.isalnum() else MARK_COST
            yield Field(None, quoted(mark), (mark,) * len(rest), cost)

    def _joined(self, path: Sequence[Field]) -> Expression:
        """The expression that writes fields and characters one after the other."""
        segments: list[Segment | str] = []
        column: int | None = None
        text = ""
        pattern = ""
        for field in path:
            if field.column is None:
                text += field.texts[0]
                continue
            if column is not None and (field.column != column or self.columns[column].values[0] is timedelta):
                segments += [Segment(column, pattern), text] if text else [Segment(column, pattern)]
                pattern, text = "", ""
            pattern += quoted(text) + field.pattern
            column, text = field.column, ""
        if column is not None:
            segments.append(Segment(column, pattern + quoted(text)))
        elif text:
            segments.append(text)
        parts = [Literal(one, STR) if isinstance(one, str) else self._written(one) for one in segments]
        return reduce(lambda after, before: self.workshop.applied("concat", before, after), reversed(parts))

    def _written(self, segment: Segment) -> Expression:
        column = self.columns[segment.column]
        return self.workshop.applied(WRITE[type(column.values[0])], column.body, segment.pattern)

    def parts(self) -> Iterator[tuple[int, Expression]]:
        """What writes parts that all outputs have: single fields, and as many as follow each other."""
        seen: set[Segment] = set()
        for field in self._fields:
            for find in (str.find, str.rfind):
                for segment, fields in self._runs(field, tuple(map(find, self.outputs, field.texts))):
                    if segment not in seen and len(seen) < MOST_WRITTEN:
                        seen.add(segment)
                        cost = self.columns[segment.column].cost + WRITE_COST + -(-fields * FIELD_COST // QUARTERS)
                        yield cost, self._written(segment)

    def _runs(self, first: Field, position: Position) -> Iterator[tuple[Segment, int]]:
        """A field alone, and with what follows it everywhere, with the number of fields."""
        assert first.column is not None
        pattern, fields, marks = "", 0, ""
        field: Field | None = first
        while field is not None:
            if field.column is None:
                marks += field.texts[0]
            else:
                pattern, fields, marks = pattern + quoted(marks) + field.pattern, fields + 1, ""
            if fields == 1 and not marks:
                yield Segment(first.column, pattern), 1
            position = tuple(at + len(text) for at, text in zip(position, field.texts, strict=True))
            following = [one for one in self._next(position) if one.column in (first.column, None)]
            field = max(following, key=lambda one: (one.column is not None, len(one.texts[0])), default=None)
        if fields > 1:
            yield Segment(first.column, pattern), fields


def _weighed(fields: list[Field]) -> list[Field]:
    """The fields of a column, those dearer that do not go with others: hours of 24 with AM, years of weeks alone."""
    shown = {field.pattern for field in fields}
    wrong = {"H", "HH"} if shown & {"AM", "am", "A.M.", "a.m."} else {"h", "hh"}
    wrong |= set() if shown & {"W", "WW"} else {"GGGG"}
    return [replace(field, cost=field.cost + WRONG_COST) if field.pattern in wrong else field for field in fields]


def _oddity(patterns: Sequence[str]) -> int:
    """What fields cost more together: leading zeros with some numbers only, or the year of the calendar with a week."""
    shown = set(patterns)
    uneven = {"M", "DD"} <= shown or {"MM", "D"} <= shown or (shown & {"MMM", "MMMM"} and "DD" in shown)
    weeks = shown & {"W", "WW"} and "YYYY" in shown
    quarters = "Q" in shown and shown & {"M", "MM", "D", "DD"}
    return UNEVEN_COST * (bool(uneven) + bool(weeks)) + WRONG_COST * bool(quarters)
