"""Integers that outputs write as Roman numerals, words or spans, and spans read as integers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....dsl.core.expression import Expression
from ....dsl.core.types import INT, STR, list_of
from ..scene.applying import applied
from ..scene.scene import Reading, Scene
from .quantities import quantities

NOTATIONS = {
    "roman": re.compile(r"\b[IVXLCDM]+\b"),
    "number_word": re.compile(r"\b[a-z]{3,}"),
}
"""By primitive, what every output has that writes numbers so."""
DASHES = ("-", "–", "..", ":", " to ", " - ")
COMMAS = (",", ", ", ";", "; ", " ", "/")


def write_notations(scene: Scene) -> Iterator[Reading]:
    """Integers in the notations that the outputs show."""
    if scene.result_type == STR:
        for name, pattern in NOTATIONS.items():
            if all(map(pattern.search, scene.outputs)):
                yield from _in_notation(scene, name)
    yield from _spans(scene)


def _in_notation(scene: Scene, name: str) -> Iterator[Reading]:
    for source in quantities(scene):
        if not source.is_whole:
            continue
        reading = scene.read(applied(name, source.body))
        if reading is not None and all(
            value in output for value, output in zip(reading.values, scene.outputs, strict=True)
        ):
            yield reading


def _spans(scene: Scene) -> Iterator[Reading]:
    """Lists of integers as spans, and spans as lists of integers."""
    if scene.result_type == STR and any(re.search(r"[0-9].*[0-9]", output) for output in scene.outputs):
        for numbers in scene.of_type(list_of(INT)):
            yield from _written_spans(scene, numbers)
    if scene.result_type == list_of(INT):
        for text in scene.of_type(STR):
            yield from _read_spans(scene, text)


def _written_spans(scene: Scene, numbers: Reading) -> Iterator[Reading]:
    shown = "".join(scene.outputs)
    for dash in DASHES:
        if dash not in shown:
            continue
        spans = applied("spans", numbers.body, dash)
        for comma in COMMAS:
            reading = scene.exact(applied("join", spans, comma)) if comma != dash else None
            if reading is not None:
                yield reading
                return


def _read_spans(scene: Scene, text: Reading) -> Iterator[Reading]:
    for dash in DASHES:
        if not any(dash in value for value in text.values):
            continue
        for comma in COMMAS:
            if comma == dash or not any(comma in value for value in text.values):
                continue
            reading = scene.read(_expanded(text, comma, dash))
            if reading is not None:
                yield reading
                return
        alone = scene.exact(_expanded(text, ",", dash))
        if alone is not None:
            yield alone
            return


def _expanded(text: Reading, comma: str, dash: str) -> Expression:
    return applied("expanded", applied("split", text.body, comma), dash)
