"""Numbers that a problem gives: integers and decimals, and those that its texts write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ....dsl.core.expression import Call, Expression, walk
from ....dsl.core.types import DECIMAL, INT, STR, list_of
from ..scene.applying import applied, over_rows
from ..scene.scene import Reading, Scene

MOST_TEXTS, MOST_NUMBERS = 10, 6
"""How many texts are read, and how many numbers of each."""
LONGEST_TEXT = 2_000
"""Longer texts are not searched for numbers."""
MOST_QUANTITIES = 24
SAVED_AT, SAVED = {0: 5, -1: 4}, 2
"""What it costs less than its parts to name the first or the last number in a text, and another one."""
SAVED_OF_LINES = 4
"""The same for the one number in each text of a list."""

READABLE = re.compile(r"[0-9]|\A(?:[IVXLCDM]+|[ivxlcdm]+|[A-Za-z]+(?:-[a-z]+)?)\Z")
EXPONENT = re.compile(r"[0-9.][eE][-+]?[0-9]")
ONE_INTEGER = re.compile(r"[^0-9-]*[0-9]+[^0-9-]*")
POINT, COMMA = ".", ","


@dataclass(frozen=True)
class Quantity:
    """A reading of numbers, with its values as decimals."""

    reading: Reading
    values: tuple[Decimal, ...]

    @property
    def body(self) -> Expression:
        return self.reading.body

    @property
    def is_whole(self) -> bool:
        """Whether its type is that of integers."""
        return self.body.type == INT

    @property
    def decimal(self) -> Expression:
        """It as a decimal."""
        return applied("decimal", self.body) if self.is_whole else self.body


def quantities(scene: Scene) -> list[Quantity]:
    """What has been read so far as a number, the parameters first."""
    found = scene.of_type(INT, DECIMAL)[:MOST_QUANTITIES]
    return [Quantity(reading, tuple(Decimal(value) for value in reading.values)) for reading in found]


def read_numbers(scene: Scene) -> Iterator[Reading]:
    """The numbers that texts write, in the plainest way in which all of them can be read."""
    for text in texts_with_numbers(scene):
        yield from _numbers_of(scene, text)
    for lines in scene.of_type(list_of(STR)):
        yield from _numbers_of_lines(scene, lines)


def _numbers_of_lines(scene: Scene, lines: Reading) -> Iterator[Reading]:
    """The integers that texts of a list write beside something else, where each of them writes one."""
    texts = [text for value in lines.values for text in value]
    if texts and all(len(text) <= LONGEST_TEXT and ONE_INTEGER.fullmatch(text) for text in texts):
        numbers = scene.read(over_rows("to_number", over_rows("digits_of", lines.body)), extra=-SAVED_OF_LINES)
        if numbers is not None and any(not text.isdigit() for text in texts):
            yield numbers


def texts_with_numbers(scene: Scene) -> list[Reading]:
    """The texts of which each may write a number."""
    return [
        reading
        for reading in scene.of_type(STR)
        if not is_written(reading.body)
        and all(len(value) <= LONGEST_TEXT and READABLE.search(value) for value in reading.values)
    ][:MOST_TEXTS]


def is_written(body: Expression) -> bool:
    """Whether a text has been written from numbers."""
    return any(isinstance(part, Call) and part.type in (INT, DECIMAL) for part in walk(body))


def _numbers_of(scene: Scene, text: Reading) -> Iterator[Reading]:
    plain = list(_as_number(scene, text))
    if plain and scene.foretells(plain[0].body):
        yield from plain
        return
    if any(EXPONENT.search(value) for value in text.values):
        without = scene.read(applied("without_exponent", text.body))
        if without is not None:
            yield from (without, *_as_number(scene, without))
            return
    for name in ("word_number", "from_roman"):
        reading = scene.read(applied(name, text.body))
        if reading is not None:
            yield reading
            return
    yield from _numbers_within(scene, text)
    yield from plain


def _numbers_within(scene: Scene, text: Reading) -> Iterator[Reading]:
    """The numbers in texts that also have something else, by their position."""
    known = set()
    for point in points_of(text):
        source = text.body if point == POINT else applied("points_swapped", text.body)
        numerals = scene.read(applied("numerals", source))
        if numerals is None or repr(numerals.values) in known:
            continue
        known.add(repr(numerals.values))
        counts = {len(value) for value in numerals.values}
        fewest = min(counts)
        positions = [*range(min(fewest, MOST_NUMBERS)), *([-1] if max(counts) > 1 and fewest else [])]
        for position in positions:
            number = scene.read(applied("at", numerals.body, position), extra=-SAVED_AT.get(position, SAVED))
            if number is not None:
                yield number
                yield from _as_number(scene, number)


def _as_number(scene: Scene, number: Reading) -> Iterator[Reading]:
    """The text as a number and nothing else: an integer if it will do for what is to be predicted."""
    found = [scene.read(applied(name, number.body), extra=number.extra) for name in ("to_number", "to_decimal")]
    read = [reading for reading in found if reading is not None]
    for reading in sorted(read, key=lambda reading: not scene.foretells(reading.body)):
        yield reading
        if scene.foretells(reading.body):
            return


def points_of(text: Reading) -> list[str]:
    """What the decimals may stand behind: a comma where it could, and a point unless it groups digits."""
    with_comma = any(re.search(r"[0-9],[0-9]", value) for value in text.values)
    groups = all(re.search(r"[0-9]\.[0-9]{3}(?![0-9])|[0-9],[0-9]", value) for value in text.values)
    split = any(re.search(r",[0-9]{1,2}(?![0-9])|,[0-9]{4,}", value) for value in text.values)
    if with_comma and split:
        return [COMMA, POINT]
    return [POINT, COMMA] if groups or with_comma else [POINT]
