"""Pieces of texts whose words the outputs have with other marks between them, and in another case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....dsl.core.expression import Expression
from ....dsl.core.types import STR
from ..scene.applying import applied, joined
from ..scene.scene import Reading, Scene
from .building import cuts_of, given_texts, priced
from .locating import located, spans_of

WORD, BETWEEN = re.compile(r"[^\W_]+"), re.compile(r"[\W_]+")
CASES = ("title", "lower", "upper", "capitalize")
MARK_COST = 2
"""What a mark costs between the words: the examples show which one it is."""


def respelled_pieces(scene: Scene) -> Iterator[Reading]:
    """Pieces that are the outputs once their words have other marks between them, and perhaps another case."""
    if scene.result_type != STR:
        return
    words = [WORD.findall(output) for output in scene.outputs]
    marks = {mark for output in scene.outputs for mark in BETWEEN.findall(output)}
    if len(marks) > 1 or not all(words) or (max(map(len, words)) < 2 and marks):
        return
    mark = marks.pop() if marks else ""
    if any(output != mark.join(row) for output, row in zip(scene.outputs, words, strict=True)):
        return
    for source in _sources(scene, words):
        if [WORD.findall(value.casefold()) for value in source.values] == [[*map(str.casefold, row)] for row in words]:
            for body, extra in _spellings(source, mark):
                reading = scene.exact(body, extra=source.extra + extra)
                if reading is not None:
                    yield reading
                    break


def _sources(scene: Scene, words: Sequence[Sequence[str]]) -> Iterator[Reading]:
    """Texts, their pieces between marks, and what has the words of the outputs side by side."""
    yield from cuts_of(scene)
    patterns = [r"[\W_]+".join(map(re.escape, row)) for row in words]
    for text in given_texts(scene):
        for pick in (0, -1):
            spans = spans_of(text.values, patterns, pick=pick)
            if spans is not None:
                yield from located(scene, text, spans)


def _spellings(source: Reading, mark: str) -> Iterator[tuple[Expression, int]]:
    """A text with another mark between its words, in each case, and what that costs beyond its parts."""
    inner = {between for value in source.values for between in BETWEEN.findall(value)}
    if len(inner) == 1 and not any(BETWEEN.match(value) for value in source.values):
        (old,) = inner
        text, extra = source.body, 0
        if old != mark:
            text = applied("replace", text, old, mark) if mark else applied("remove_text", text, old)
            extra = priced(old, MARK_COST) + (priced(mark, MARK_COST) if mark else 0)
    else:
        text, extra = joined(applied("tokens", source.body), mark), priced(mark, MARK_COST) if mark else 0
    yield text, extra
    yield from ((applied(case, text), extra) for case in CASES)
