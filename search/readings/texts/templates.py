"""Texts that characters are poured into, and texts that hide characters: the forms follow from the outputs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from ....dsl.core.expression import Expression, Variable
from ....dsl.core.types import STR
from ..scene.applying import applied
from ..scene.scene import Reading, Scene
from .building import cuts_of, given_texts, priced

HOLE = "#"
LEAST_POURED, MOST_POURED, MOST_WRITTEN = 3, 40, 80
"""How many characters are poured, and how long the outputs are at most."""
TEMPLATE_COST, PART_COST, LETTER_COST = 2, 2, 2
"""What a template costs: in itself, for each stretch between its holes, and for each letter or digit in these."""
RUNS_COST = 20
"""What it adds that the runs of digits were there before."""
MASK_COST = 2


def poured(scene: Scene) -> Iterator[Reading]:
    """Outputs that are templates with the characters of a text in their holes."""
    outputs = scene.outputs
    if scene.result_type != STR or len({len(output) for output in outputs}) > 1 or any(HOLE in o for o in outputs):
        return
    for source in _sources(scene):
        template = template_of(source.values, outputs)
        if template is not None:
            extra = _price(template) + RUNS_COST * _has_the_same_runs(scene)
            reading = scene.read(applied("pour", source.body, template), extra=extra)
            if reading is not None:
                yield reading


def _has_the_same_runs(scene: Scene) -> bool:
    """Whether a text has the digits of every output in the same runs: then these are probably meant, of any length."""
    made = [re.findall("[0-9]+", output) for output in scene.outputs]
    return any([re.findall("[0-9]+", value) for value in given.values] == made for given in given_texts(scene))


def _price(template: str) -> int:
    parts = ["".join(part) for is_hole, part in groupby(template, HOLE.__eq__) if not is_hole]
    letters = sum(c.isalnum() for part in parts for c in part)
    return priced(template, TEMPLATE_COST + PART_COST * len(parts) + LETTER_COST * letters)


def _sources(scene: Scene) -> Iterator[Reading]:
    """What may be poured: texts, their digits, their letters and digits, and as many of these as all of them have.

    The last of them, or the first: there may be a prefix or an extension.
    """
    for given in given_texts(scene):
        for body in (given.body, applied("digits_of", given.body), applied("glue", applied("tokens", given.body))):
            reading = scene.read(body)
            sizes = set() if reading is None else set(map(len, reading.values))
            if sizes and LEAST_POURED <= min(sizes) <= MOST_POURED:
                cut = [applied(name, body, min(sizes)) for name in ("take_last", "take")]
                yield from filter(None, map(scene.read, [body] if len(sizes) == 1 else cut))


def template_of(sources: Sequence[str], outputs: Sequence[str]) -> str | None:
    """The cheapest template into which the sources are poured to give the outputs; all of these are of one length.

    None if there is none, and if it would have no hole or nothing but holes.
    """
    columns, wanted = list(zip(*outputs, strict=True)), list(zip(*sources, strict=True))
    if not 0 < len(wanted) < len(columns) <= MOST_WRITTEN:
        return None

    @cache
    def rest(place: int, used: int, after_hole: bool) -> tuple[int, str] | None:
        """The cheapest way to go on with a column of the outputs and so many characters used, and its cost."""
        if place == len(columns):
            return (0, "") if used == len(wanted) else None
        ways = []
        if used < len(wanted) and columns[place] == wanted[used]:
            ways.append((0, HOLE, rest(place + 1, used + 1, True)))
        if len(set(columns[place])) == 1:
            character = columns[place][0]
            cost = PART_COST * after_hole + LETTER_COST * character.isalnum()
            ways.append((cost, character, rest(place + 1, used, False)))
        found = [(cost + more[0], character + more[1]) for cost, character, more in ways if more is not None]
        return min(found, default=None, key=lambda way: way[0])

    best = rest(0, 0, True)
    return None if best is None else best[1]


def hidden(scene: Scene) -> Iterator[Reading]:
    """Texts in the outputs whose letters and digits are hidden but for some at the ends."""
    if scene.result_type != STR:
        return
    for mask in _masks(scene):
        for source in cuts_of(scene):
            pairs = zip(source.values, scene.outputs, strict=True)
            ends = {shown for value, output in pairs if (shown := shown_ends(value, output, mask)) is not None}
            if len(ends) == 1:
                body = _hiding(source, mask, *ends.pop())
                reading = scene.read(body, extra=priced(mask, MASK_COST))
                if reading is not None and all(map(str.__contains__, scene.outputs, reading.values)):
                    yield reading


def _hiding(source: Reading, mask: str, first: int, last: int) -> Expression:
    """The text with all hidden but its ends; of letters and digits alone, one end is filled up to the whole length."""
    body = source.body
    if isinstance(body, Variable) and all(map(str.isalnum, filter(None, source.values))):
        if first == 0:
            return applied("pad_text_left", applied("take_last", body, last), applied("len", body), mask)
        if last == 0:
            return applied("pad_text_right", applied("take", body, first), applied("len", body), mask)
    return applied("hide", body, mask, first, last)


def _masks(scene: Scene) -> list[str]:
    """The characters that come twice in a row in an output, and in no input."""
    doubled = {c for output in scene.outputs for c, run in groupby(output) if len(list(run)) > 1}
    known = {c for reading in given_texts(scene) for value in reading.values for c in value}
    return sorted(doubled - known)


def shown_ends(value: str, output: str, mask: str) -> tuple[int, int] | None:
    """How many letters and digits at the beginning and at the end of a text are not hidden where the output has it.

    None if the output does not have it with letters or digits hidden.
    """
    pattern = "".join(f"[{re.escape(c)}{re.escape(mask)}]" if c.isalnum() else re.escape(c) for c in value)
    for found in re.finditer(f"(?={pattern})", output):
        there = output[found.start() : found.start() + len(value)]
        hidden_at = [after == mask for before, after in zip(value, there, strict=True) if before.isalnum()]
        if any(hidden_at):
            return hidden_at.index(True), hidden_at[::-1].index(True)
    return None
