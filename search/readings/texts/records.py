"""Records in texts: fields in quotation marks or of fixed width, and values that are found by their keys."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....dsl.core.expression import Literal, call
from ....dsl.core.types import INT, list_of
from ....dsl.language.language import BUILTIN
from ...cost.prior import expression_cost
from ..scene.applying import applied
from ..scene.scene import Reading, Scene
from .building import TEXTS, given_texts, is_of_use, items_of, priced
from .pieces import SPECIAL, SPECIAL_IN_A_CLASS, forms_of, literally

DELIMITERS = (",", ";", "\t", "|")
BETWEEN_PAIRS = ("; ", ", ", "&", ";", ",", "|", "\n", " ")
WITHIN_PAIRS = (" = ", ": ", "=", ":")
"""What stands between the pairs of a record, and between key and value; the longer ones first."""
MOST_KEYS = 12
VALUE_COST, FIELD_COST, CUT_COST = 7, 3, 5
"""What the value of a key costs, each field of a pattern, and to cut a text where it has several marks."""
MARKS = re.compile(r"[^\w\n]{2,}")


def quoted_fields(scene: Scene) -> Iterator[Reading]:
    """The fields of CSV, where a text has quotation marks."""
    for source in given_texts(scene):
        if not any('"' in value for value in source.values):
            continue
        for delimiter in DELIMITERS:
            if any(delimiter in value for value in source.values):
                rows = scene.read(applied("csv_fields", source.body, delimiter))
                if rows is not None:
                    yield from (item for item in items_of(rows) if is_of_use(item.values, scene.outputs))
                    yield rows


def fixed_columns(scene: Scene) -> Iterator[Reading]:
    """The columns of texts where the items of all outputs begin at the same places, also without the space in them."""
    if scene.result_type != TEXTS or len({len(output) for output in scene.outputs}) != 1:
        return
    for source in given_texts(scene):
        starts = _starts(source, scene)
        if starts:
            rows = applied("cut_at", source.body, Literal(starts, list_of(INT)))
            for body in (rows, call(BUILTIN.vocabulary["strip"], rows, each=True)):
                reading = scene.read(body)
                if reading is not None:
                    yield reading


def _starts(source: Reading, scene: Scene) -> list[int]:
    """Where the second item of the outputs and those after it begin; none if not all are at one place in all texts."""
    starts: list[int] = []
    for column in list(zip(*scene.outputs, strict=True))[1:]:
        least = starts[-1] + 1 if starts else 1
        places = range(least, min(map(len, source.values)) + 1)
        pairs = list(zip(source.values, column, strict=True))
        place = next((place for place in places if all(s.startswith(item, place) for s, item in pairs)), None)
        if place is None:
            return []
        starts.append(place)
    return starts


def fields_between(scene: Scene) -> Iterator[Reading]:
    """The items of the outputs as the groups of a pattern, where all texts have the same around and between them."""
    if scene.result_type != TEXTS or len({len(output) for output in scene.outputs}) != 1:
        return
    columns = list(zip(*scene.outputs, strict=True))
    for source in given_texts(scene):
        gaps = [gaps_between(value, items) for value, items in zip(source.values, scene.outputs, strict=True)]
        first = gaps[0]
        if first is not None and columns and all(first[1:-1]) and all(one == first for one in gaps):
            groups = map(group_of, columns, first[1:])
            marks = ["".join(literally(c, SPECIAL) for c in gap) for gap in first]
            pattern = marks[0] + "".join(f"({group}){mark}" for group, mark in zip(groups, marks[1:], strict=True))
            body = applied("fields", source.body, pattern)
            reading = scene.read(body, extra=priced(pattern, FIELD_COST * len(columns)))
            if reading is not None:
                yield reading


def gaps_between(value: str, items: Sequence[str]) -> tuple[str, ...] | None:
    """What stands before, between and after the items of a text; None if it has them not in this order."""
    gaps, end = [], 0
    for item in items:
        start = value.find(item, end)
        if start < 0:
            return None
        gaps.append(value[end:start])
        end = start + len(item)
    return (*gaps, value[end:])


def group_of(column: Sequence[str], after: str) -> str:
    """What matches the items of a column: all up to what comes after, which may stand in each of them so many times."""
    if not after:
        return ".*"
    counts = {item.count(after[0]) for item in column}
    if len(counts) == 1:
        piece = f"[^{literally(after[0], SPECIAL_IN_A_CLASS)}]*"
        return literally(after[0], SPECIAL).join([piece] * (counts.pop() + 1))
    return next((pattern for pattern, _ in forms_of(column, narrow=False)), ".*")


def cut_at_marks(scene: Scene) -> Iterator[Reading]:
    """The pieces of texts between several marks that all of them have equally often, and what is before and after."""
    for source in given_texts(scene):
        for marks in sorted(set.intersection(*(set(MARKS.findall(value)) for value in source.values))):
            if len({value.count(marks) for value in source.values}) == 1:
                for name in ("split", "before", "after"):
                    body = applied(name, source.body, marks)
                    cut = scene.read(body, extra=CUT_COST - expression_cost(body))
                    if cut is not None and (name == "split" or is_of_use(cut.values, scene.outputs)):
                        yield cut


def values_by_key(scene: Scene) -> Iterator[Reading]:
    """What follows the keys that all texts have, where it stands in the outputs."""
    for source in _queries(scene):
        for between in BETWEEN_PAIRS:
            for within in WITHIN_PAIRS:
                for key in _keys(source, between, within):
                    body = applied("value_of_key", source.body, between, within, key)
                    reading = scene.read(body, extra=VALUE_COST - expression_cost(body))
                    if reading is not None and is_of_use(reading.values, scene.outputs):
                        yield reading


def _queries(scene: Scene) -> Iterator[Reading]:
    """The texts given, and what follows their question marks."""
    for source in given_texts(scene):
        query = scene.read(applied("after", source.body, "?"))
        yield source if query is None else query


def _keys(source: Reading, between: str, within: str) -> list[str]:
    """The keys that all texts have; none where no text has a second pair."""
    records = [[part.split(within, 1)[0] for part in value.split(between) if within in part] for value in source.values]
    if max(map(len, records)) < 2:
        return []
    shared = set.intersection(*map(set, records))
    return [key for key in dict.fromkeys(records[0]) if key in shared and key.strip()][:MOST_KEYS]
