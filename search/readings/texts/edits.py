"""Texts edited piece by piece, lists of texts in natural order, and runs that are counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ....dsl.core.expression import Expression, Function, Variable
from ....dsl.core.types import STR
from ....dsl.text.variables import fresh_variables
from ..scene.applying import applied
from ..scene.scene import Reading, Scene
from .building import TEXTS, given_texts, is_of_use, marks_of, priced

CODES = ("run_length_code", "count_first_code", "run_length_text", "count_first_text")
MOST_COUNTED = 10
"""By how much a number in a text changes at most that is counted on."""
MOST_WIDTH = 20
MARK_COST = 2
"""What the mark costs that comes in runs: they show which one it is."""


def counted_runs(scene: Scene) -> Iterator[Reading]:
    """Runs of characters written with their lengths, and the other way round."""
    for source in given_texts(scene):
        for name in CODES:
            reading = scene.read(applied(name, source.body))
            if reading is not None and is_of_use(reading.values, scene.outputs):
                yield reading


def squeezed_runs(scene: Scene) -> Iterator[Reading]:
    """Texts with one of each run of a mark or a space, where the outputs hold them so."""
    for source in given_texts(scene):
        doubled = {c for value in source.values for c, after in pairwise(value) if c == after and not c.isalnum()}
        for mark in sorted(doubled):
            reading = scene.read(applied("squeeze_runs", source.body, mark), extra=priced(mark, MARK_COST))
            if reading is not None and is_of_use(reading.values, scene.outputs):
                yield reading


def natural_order(scene: Scene) -> Iterator[Reading]:
    """Lists of texts, and the pieces of texts, sorted so that numbers in them count as such."""
    for rows in (*scene.of_type(TEXTS), *_split(scene)):
        if any(re.search("[0-9]{2}", word) for row in rows.values for word in row):
            reading = scene.read(applied("sort_naturally", rows.body))
            if reading is not None:
                yield reading


def _split(scene: Scene) -> Iterator[Reading]:
    """Texts cut at marks into the same pieces as the outputs, in whatever order."""
    if scene.result_type != STR:
        return
    for source in given_texts(scene):
        for mark in marks_of(source.values):
            rows = scene.read(applied("split", source.body, mark))
            same_pieces = [sorted(output.split(mark)) for output in scene.outputs]
            if rows is not None and list(map(sorted, rows.values)) == same_pieces:
                yield rows


def edited_pieces(scene: Scene) -> Iterator[Reading]:
    """Texts that are the outputs once each number, each word or the last number is edited."""
    if scene.result_type != STR:
        return
    for source in given_texts(scene):
        (piece,) = fresh_variables([("x", STR)], scope=scene.problem.parameters, language=scene.problem.language)
        for name in ("edit_numbers", "edit_last_number", "edit_words"):
            for edit in _edits(scene, source, piece, of_numbers=name != "edit_words"):
                reading = scene.read(applied(name, source.body, Function((piece,), edit)))
                if reading is not None and reading.values == tuple(scene.outputs):
                    yield reading


def _edits(scene: Scene, source: Reading, piece: Variable, *, of_numbers: bool) -> Iterator[Expression]:
    if of_numbers:
        yield applied("to_text", applied("to_number", piece))
        given, made = ([re.findall("[0-9]+", value) for value in values] for values in (source.values, scene.outputs))
        if given[0] and made[0]:
            yield from (
                applied("pad_text_left", piece, width, "0")
                for width in sorted({len(run) for run in made[0]})
                if width <= MOST_WIDTH
            )
            difference = int(made[0][-1][-15:]) - int(given[0][-1][-15:])
            if 0 < abs(difference) <= MOST_COUNTED:
                yield applied("count_on", piece, difference)
        return
    for name in ("capitalize", "upper", "lower", "reverse"):
        yield applied(name, piece)
    for size in (1, 2, 3):
        yield applied("take", piece, size)
