"""Integers in the digits of a base, and as names of columns; the divisors of several at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ....dsl.core.expression import Call, Expression
from ....dsl.core.types import INT, STR, Type, list_of
from ..scene.applying import applied, over_rows
from ..scene.scene import Reading, Scene

COMMON = (2, 16, 8)
OTHERS = tuple(base for base in range(3, 37) if base not in (*COMMON, 10))
"""Bases are tried in this order; others than the common ones only for outputs of nothing else."""
RARE = 6
"""What another base than the common ones costs more."""
PREFIXES = {2: "0b", 8: "0o", 16: "0x"}
MOST_SOURCES = 6
"""So many integers, or texts, are looked at."""
SIDE_BY_SIDE = (2, 1, 4, 8)
"""How many digits numbers have that stand side by side."""
WIDTHS = (8, 16, 32)
"""Numbers of digits that zeros in front fill up to, even where some outputs are longer."""


def read_bases(scene: Scene) -> Iterator[Reading]:
    """Integers that outputs write in a base, and texts that are integers in one."""
    if scene.result_type in (STR, list_of(STR)):
        yield from _written(scene)
    elif scene.result_type in (INT, list_of(INT)):
        yield from _read(scene)
        yield from _in_pieces(scene)
        yield from _of_several(scene)


def _written(scene: Scene) -> Iterator[Reading]:
    for source in _integers(scene):
        plain = scene.read(_over("to_text", source.body))
        for base in (*COMMON, *OTHERS):
            reading = scene.read(_over("in_base", source.body, base), extra=0 if base in COMMON else RARE)
            if reading is None or (plain is not None and reading.values == plain.values):
                continue  # Digits that every base has say nothing of this one.
            given = [*_with_forms(scene, reading, base)]
            yield from (one for one in given if base in COMMON or scene.is_output(one))
        if source.body.type == INT:
            yield from _equal(scene, (applied("in_base", source.body, base.body) for base in scene.of_type(INT)))
        name = scene.read(_over("column_name", source.body))
        if name is not None and _shown(scene, name):
            yield name


def _with_forms(scene: Scene, digits: Reading, base: int) -> Iterator[Reading]:
    """The digits as the outputs show them: as they are, in capitals, filled up with zeros, with a prefix."""
    forms = [digits.body]
    if any(letter.isupper() for output in _texts(scene) for letter in output):
        forms.append(_over("upper", digits.body))
    widths = sorted({len(text) for text in _texts(scene)})
    if len(widths) == 1 or widths[0] in WIDTHS:
        forms += [_over("zero_filled", form, widths[0]) for form in forms]
    for form in forms:
        reading = scene.read(form, extra=digits.extra)
        if reading is not None and _shown(scene, reading):
            yield reading
    prefix = PREFIXES.get(base)
    if prefix is not None and all(re.match(f"-?{prefix}", text, re.IGNORECASE) for text in _texts(scene)):
        for form in forms:
            whole = scene.read(_over("after_sign", form, prefix), extra=digits.extra)
            if whole is not None:
                yield whole


def _texts(scene: Scene) -> list[str]:
    """The texts in the outputs."""
    if scene.result_type == STR:
        return [str(output) for output in scene.outputs]
    return [text for output in scene.outputs for text in output] or [""]


def _shown(scene: Scene, reading: Reading) -> bool:
    """Whether every output has the text in it, or is the list of the texts."""
    if reading.body.type != scene.result_type:
        return False
    if scene.result_type == STR:
        return all(value in output for value, output in zip(reading.values, scene.outputs, strict=True))
    return scene.is_output(reading)


def _read(scene: Scene) -> Iterator[Reading]:
    for source in [*scene.of_type(STR), *scene.of_type(list_of(STR))][:MOST_SOURCES]:
        for base in (*COMMON, *OTHERS):
            reading = scene.read(_over("from_base_text", source.body, base), extra=0 if base in COMMON else RARE)
            if reading is not None and (scene.is_output(reading) or _is_written_in(source, base)):
                yield reading
        yield from _equal(scene, [_over("column_number", source.body)])
        if source.body.type == STR:
            yield from _equal(scene, (applied("from_base_text", source.body, base.body) for base in scene.of_type(INT)))


def _in_pieces(scene: Scene) -> Iterator[Reading]:
    """Texts with several numbers of as many digits side by side, perhaps after a mark: colours such as #ff8000."""
    if scene.result_type != list_of(INT):
        return
    for source in scene.of_type(STR)[:MOST_SOURCES]:
        for text in (source.body, applied("tail", source.body)):
            for size in SIDE_BY_SIDE:
                pieces = applied("chunks", text, size)
                yield from _equal(scene, (_over("from_base_text", pieces, base) for base in COMMON))


def _is_written_in(source: Reading, base: int) -> bool:
    """Whether the texts are so evidently in this base that a program may start from their numbers."""
    return base == 2 and source.body.type == STR and all(re.fullmatch("[01]{2,}", text) for text in source.values)


def _of_several(scene: Scene) -> Iterator[Reading]:
    if scene.result_type == INT:
        for source in scene.of_type(list_of(INT))[:MOST_SOURCES]:
            yield from _equal(scene, (applied(name, source.body) for name in ("gcd_of", "lcm_of")))


def _equal(scene: Scene, bodies: Iterable[Expression]) -> Iterator[Reading]:
    """Those that are the outputs already."""
    for body in bodies:
        reading = scene.exact(body)
        if reading is not None:
            yield reading


def _integers(scene: Scene) -> list[Reading]:
    """The integers that may be written: parameters, what texts say, and the code points of texts."""
    wanted: Type = INT if scene.result_type == STR else list_of(INT)
    found = scene.of_type(wanted)[:MOST_SOURCES]
    if wanted != INT:
        codes = (scene.read(applied("codes", text.body)) for text in scene.of_type(STR)[:2])
        found += [reading for reading in codes if reading is not None]
        found = [one for one in found if all(map(_are_as_many, one.values, scene.outputs))]
    return found


def _are_as_many(values: Sequence[int], output: Sequence[str]) -> bool:
    return len(values) == len(output)


def _over(name: str, body: Expression, *others: int | str) -> Call:
    """A primitive on a value, or on each item of a list."""
    return over_rows(name, body, *others) if body.type.is_list else applied(name, body, *others)
