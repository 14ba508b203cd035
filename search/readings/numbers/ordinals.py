"""Ordinal numbers that the outputs hold: 1st, 2nd, 3rd."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....dsl.core.expression import call
from ....dsl.core.types import INT, STR
from ....dsl.language.language import BUILTIN
from ..scene.scene import Reading, Scene

ORDINAL = re.compile(r"\d(st|nd|rd|th)\b")


def ordinals(scene: Scene) -> Iterator[Reading]:
    """The numbers read so far, as the ordinal numbers that stand in all outputs."""
    if scene.result_type != STR or not all(map(ORDINAL.search, scene.outputs)):
        return
    for number in scene.of_type(INT):
        reading = scene.read(call(BUILTIN.vocabulary["ordinal"], number.body))
        if reading is not None and all(map(str.__contains__, scene.outputs, reading.values)):
            yield reading
