"""Records in texts: fields in quotation marks, and values that are found by their keys."""

from __future__ import annotations

from collections.abc import Iterator

from .building import applied, given_texts, is_of_use, items_of, priced, text
from .scene import Reading, Scene

DELIMITERS = (",", ";", "\t", "|")
BETWEEN_PAIRS = ("; ", ", ", "&", ";", ",", "|", "\n", " ")
WITHIN_PAIRS = (" = ", ": ", "=", ":")
"""What stands between the pairs of a record, and between key and value; the longer ones first."""
MOST_KEYS = 12
KEY_COST = 2


def quoted_fields(scene: Scene) -> Iterator[Reading]:
    """The fields of CSV, where a text has quotation marks."""
    for source in given_texts(scene):
        if not any('"' in value for value in source.values):
            continue
        for delimiter in DELIMITERS:
            if any(delimiter in value for value in source.values):
                rows = scene.read(applied("csv_fields", source.body, text(delimiter)))
                if rows is not None:
                    yield from (item for item in items_of(rows) if is_of_use(item.values, scene.outputs))
                    yield rows


def values_by_key(scene: Scene) -> Iterator[Reading]:
    """What follows the keys that all texts have, where it stands in the outputs."""
    for source in _queries(scene):
        for between in BETWEEN_PAIRS:
            for within in WITHIN_PAIRS:
                for key in _keys(source, between, within):
                    body = applied("value_of_key", source.body, text(between), text(within), text(key))
                    reading = scene.read(body, extra=priced(key, KEY_COST))
                    if reading is not None and is_of_use(reading.values, scene.outputs):
                        yield reading


def _queries(scene: Scene) -> Iterator[Reading]:
    """The texts given, and what follows their question marks."""
    for source in given_texts(scene):
        query = scene.read(applied("after", source.body, text("?")))
        yield source if query is None else query


def _keys(source: Reading, between: str, within: str) -> list[str]:
    """The keys that all texts have; none where no text has a second pair."""
    records = [[part.split(within, 1)[0] for part in value.split(between) if within in part] for value in source.values]
    if max(map(len, records)) < 2:
        return []
    shared = set.intersection(*map(set, records))
    return [key for key in dict.fromkeys(records[0]) if key in shared and key.strip()][:MOST_KEYS]
