"""Names written in another style, and words with the consonants that they begin with taken off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....dsl.core.expression import Expression, Function
from ....dsl.core.types import STR
from ....dsl.text.variables import fresh_variables
from ...cost.literals import VOWELS
from ..scene.applying import applied, joined, over_rows
from ..scene.scene import Reading, Scene
from .building import given_texts

MARKS = ("_", "-", " ", ".", "")
"""What stands between the words of a name."""


def restyled_names(scene: Scene) -> Iterator[Reading]:
    """Names such as readFile or read_file that the outputs hold in another style, or that one style makes outputs."""
    if scene.result_type != STR:
        return
    for source in given_texts(scene):
        parts = applied("name_parts", source.body)
        rows = scene.read(parts)
        if rows is None or max(map(len, rows.values)) < 2:
            continue
        for body in _styles(parts):
            reading = scene.read(body)
            if reading is not None and reading.values != source.values and scene.is_output(reading):
                yield reading


def _styles(parts: Expression) -> Iterator[Expression]:
    for mark in MARKS:
        name = joined(parts, mark)
        yield from (applied("lower", name), applied("upper", name))
        yield joined(over_rows("capitalize", parts), mark)
    rest = applied("glue", over_rows("capitalize", applied("tail", parts)))
    yield applied("concat", applied("lower", applied("head", parts)), rest)


def leading_consonants(scene: Scene) -> Iterator[Reading]:
    """What a word begins with before its first vowel, and what comes from there on, where outputs hold them apart."""
    for source in given_texts(scene):
        (c,) = fresh_variables([("c", STR)], scope=scene.problem.parameters, language=scene.problem.language)
        consonant = Function((c,), applied("not", applied("has", VOWELS, applied("lower", c))))
        first, rest = (applied(name, source.body, consonant) for name in ("leading", "without_leading"))
        before, behind = scene.read(first), scene.read(rest)
        if before is not None and behind is not None and _is_moved(before, behind, scene.outputs):
            yield from (before, behind)


def _is_moved(before: Reading, behind: Reading, outputs: Sequence[str]) -> bool:
    """Whether the outputs have the beginning behind the rest."""
    if not any(before.values) or not any(behind.values):
        return False
    pairs = zip(before.values, behind.values, outputs, strict=True)
    return all(isinstance(o, str) and f"{rest}{first}".casefold() in o.casefold() for first, rest, o in pairs)
