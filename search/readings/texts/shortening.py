"""Texts that are cut where they are too long, with a mark in place of what is left out: after so many characters, after
so many words, or after the words that fit into a width.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from ....dsl.core.expression import Expression
from ....dsl.core.types import STR
from ...cost.literals import common_start
from ..scene.applying import applied
from ..scene.scene import Reading, Scene
from .building import given_texts, priced

MARK_COST = 3
"""What the mark costs: the outputs show it."""
LONGEST_MARK, MOST_WIDTHS = 6, 100
LEAST_CUT, ROUND = 2, 5
"""How many outputs must be cut to say where that is; one will do for a width that is a multiple of this."""
SAVED = 4
"""What it costs less than its parts to shorten a text: people have a word for it."""


@dataclass(frozen=True)
class Cut:
    """Texts that are cut, what is kept of them, and the texts that are left as they are."""

    texts: Sequence[str]
    kept: Sequence[str]
    left: Sequence[str]
    mark: str

    def sizes(self) -> range:
        """How long a text may be that is left as it is at most, as far as the examples say."""
        return range(max(map(len, self.left), default=0), min(map(len, self.texts)))


def shortened_texts(scene: Scene) -> Iterator[Reading]:
    """Texts cut where they are too long, with a mark at the end, where that gives the outputs."""
    if scene.result_type != STR:
        return
    for source in given_texts(scene):
        cut = _cut(source.values, scene.outputs)
        if cut is not None:
            extra = priced(cut.mark, MARK_COST) - SAVED
            by_width = filter(scene.gives_outputs, _by_width(source.body, cut))
            bodies = (*_by_characters(source.body, cut), *_by_words(source.body, cut), *islice(by_width, 1))
            yield from filter(None, (scene.exact(body, extra=extra) for body in bodies))


def _cut(texts: Sequence[str], outputs: Sequence[str]) -> Cut | None:
    """What the outputs say of how texts are cut; None if they are not."""
    cut = [(text, output) for text, output in zip(texts, outputs, strict=True) if text != output]
    left = [text for text, output in zip(texts, outputs, strict=True) if text == output]
    end = "".join(common_start([output[::-1][:LONGEST_MARK] for _, output in cut]))[::-1]
    for mark in (end[start:] for start in range(len(end))):
        kept = [output[: -len(mark)] for _, output in cut]
        if not any(map(str.isalnum, mark)) and all(
            part and text.startswith(part) for part, (text, _) in zip(kept, cut, strict=True)
        ):
            return Cut([text for text, _ in cut], kept, left, mark)
    return None


def _by_characters(text: Expression, cut: Cut) -> Iterator[Expression]:
    """After so many characters where the text has more than that, or more than that and the mark."""
    size = len(cut.kept[0])
    if {*map(len, cut.kept)} != {size}:
        return
    for limit in (size + len(cut.mark), size):
        if limit in cut.sizes() and (len(cut.kept) >= LEAST_CUT or limit % ROUND == 0):
            beginning = applied("concat", applied("take", text, size), cut.mark)
            yield applied("if_else", applied("lt", limit, applied("len", text)), beginning, text)


def _by_words(text: Expression, cut: Cut) -> Iterator[Expression]:
    """After so many words, where the text has more."""
    counts = {len(part.split()) for part in cut.kept}
    if len(counts) == 1:
        words, count = applied("words", text), counts.pop()
        beginning = applied("concat", applied("join", applied("take", words, count), " "), cut.mark)
        yield applied("if_else", applied("lt", count, applied("len", words)), beginning, text)


def _by_width(text: Expression, cut: Cut) -> Iterator[Expression]:
    """After the words that fit into a width together with the mark, the roundest width first."""
    least = max(max(map(len, cut.kept)) + len(cut.mark), cut.sizes().start)
    widths = sorted(range(least, cut.sizes().stop), key=lambda width: (width % 10 > 0, width % ROUND > 0, width))
    for width in widths[:MOST_WIDTHS]:
        yield applied("shortened", text, width, cut.mark)
