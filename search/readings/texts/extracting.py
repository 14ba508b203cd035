"""Ways to take a piece out of texts that give what is wanted: a word or a number counted from either side, what is
between marks, before or after them, and what is beside something of a kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....dsl.core.expression import Call, Expression
from ..scene.applying import applied
from ..scene.scene import Reading, Scene
from .building import marks_of
from .locating import located, spans_of
from .records import MARKS

CUTS = ("before", "after", "before_last", "after_last")
MOST_PLACES = 6
"""How many pieces are counted from either side."""


def extractions(scene: Scene, text: Reading, wanted: Sequence[str]) -> Iterator[Reading]:
    """Ways to take out of texts what is wanted of each; `text` has their values."""
    for rows in filter(None, (scene.read(body) for body in _cut(text))):
        yield from _counted(rows, wanted)
    marks = (*marks_of(text.values), *_long_marks(text.values))
    bodies = (applied(name, text.body, mark) for mark in marks for name in CUTS)
    readings = (scene.read(body) for body in bodies)
    yield from (one for one in readings if one is not None and list(one.values) == list(wanted))
    for pick in (0, -1):
        spans = spans_of(text.values, [re.escape(piece) for piece in wanted], pick=pick)
        if spans is not None:
            yield from (one for one in located(scene, text, spans) if list(one.values) == list(wanted))


def _cut(text: Reading) -> Iterator[Call]:
    """The lists of pieces that texts are cut into."""
    yield from (applied(name, text.body) for name in ("words", "numbers", "tokens"))
    yield from (applied("split", text.body, mark) for mark in (*marks_of(text.values), *_long_marks(text.values)))


def _long_marks(values: Sequence[str]) -> list[str]:
    """Several marks together that all texts have."""
    return sorted(set.intersection(*(set(MARKS.findall(value)) for value in values)))


def _counted(rows: Reading, wanted: Sequence[str]) -> Iterator[Reading]:
    """The items that are wanted, by their numbers from the start and from the end."""
    shortest = min(map(len, rows.values))
    for place in (*range(min(shortest, MOST_PLACES)), *range(-min(shortest, MOST_PLACES), 0)):
        if all(row[place] == piece for row, piece in zip(rows.values, wanted, strict=True)):
            yield Reading(_item(rows.body, place), tuple(wanted), rows.extra)


def _item(rows: Expression, place: int) -> Expression:
    if place in (0, -1):
        return applied("head" if place == 0 else "last", rows)
    return applied("at", rows, place)
