"""What readers of texts share: expressions in few words, and whether a value is of use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ....dsl.core.types import STR, list_of
from ...cost.literals import constant_cost
from ..scene.applying import applied
from ..scene.scene import Reading, Scene

TEXTS = list_of(STR)
PLACES = (0, -1, 1, 2, -2, 3)
"""Which of several pieces are read: the first, the last, and those near them."""
MOST_MARKS = 5
"""At how many marks texts are cut."""


def priced(value: str, cost: int) -> int:
    """What a reading costs beyond its parts if this constant, whose price is that of its length, is to cost so much."""
    return cost - constant_cost(value, STR)


def given_texts(scene: Scene) -> list[Reading]:
    """The parameters that are texts; none if texts cannot be of use."""
    if scene.result_type not in (STR, TEXTS):
        return []
    given = set(scene.problem.parameters)
    return [reading for reading in scene.of_type(STR) if reading.body in given]


def is_of_use(values: Sequence[str], outputs: Sequence[Any]) -> bool:
    """Whether every value stands in its output, in whatever case; one that is empty only in an empty output."""
    return any(values) and all(
        value.casefold() in as_text(output).casefold() if value else not output
        for value, output in zip(values, outputs, strict=True)
    )


def as_text(output: Any) -> str:
    """An output that is a text, or the items of one that is a list of texts."""
    return output if isinstance(output, str) else "\0".join(output)


def items_of(rows: Reading) -> Iterator[Reading]:
    """The first, the last and other items of lists, where every list has them."""
    shortest = min(map(len, rows.values))
    for place in PLACES:
        if -shortest <= place < shortest:
            body = applied("at", rows.body, place)
            yield Reading(body, tuple(row[place] for row in rows.values), rows.extra)


def marks_of(values: Sequence[str]) -> list[str]:
    """The characters that are neither letters nor digits and stand in all texts, the most frequent ones first."""
    shared = set.intersection(*({c for c in value if not c.isalnum()} for value in values))
    return sorted(shared, key=lambda mark: (-sum(value.count(mark) for value in values), mark))[:MOST_MARKS]


def cuts_of(scene: Scene) -> Iterator[Reading]:
    """The texts given, and their pieces between the marks that all of them have."""
    for reading in given_texts(scene):
        yield reading
        for mark in marks_of(reading.values):
            pieces = tuple(value.split(mark) for value in reading.values)
            yield from items_of(Reading(applied("split", reading.body, mark), pieces))
