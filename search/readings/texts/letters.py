"""The characters of one text, or of two together, in alphabetical order or each of them once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from ....dsl.core.expression import Expression
from ....dsl.core.types import STR
from ..scene.applying import applied
from ..scene.scene import Reading, Scene
from .building import given_texts

SAVED = 3
"""What it costs less than its parts: people say it in one breath."""


def sorted_letters(scene: Scene) -> Iterator[Reading]:
    """Sorted characters, and characters without repetitions, that are the outputs."""
    if scene.result_type != STR:
        return
    for text in _texts(scene):
        characters = applied("chars", text)
        distinct = applied("unique", characters)
        for chosen in (applied("sort", characters), applied("sort", distinct), distinct):
            reading = scene.read(applied("glue", chosen), extra=-SAVED)
            if reading is not None and reading.values == tuple(scene.outputs):
                yield reading


def _texts(scene: Scene) -> Iterator[Expression]:
    given = [reading.body for reading in given_texts(scene)]
    whole = [*given, *(applied("concat", *pair) for pair in permutations(given, 2))]
    for text in whole:
        yield from (text, applied("lower", text), applied("letters_of", text))
