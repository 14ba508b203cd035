"""Texts cut into as many pieces as there are items in lists: what stands between, before and after the pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from ....dsl.core.expression import Expression, Literal
from ....dsl.core.types import STR
from .applying import applied, joined, pieces_between

MARKS = re.compile(r"[\W_]+")
"""What may stand between pieces."""
LEAST_CUT = 2
"""Some text is cut into so many pieces at least."""


@dataclass(frozen=True)
class Cut:
    """The pieces of texts, with the mark that stands between them, and what all texts begin and end with."""

    before: str
    mark: str
    after: str
    pieces: tuple[list[str], ...]

    def together(self, rows: Expression) -> Expression:
        """The text that a list of pieces makes."""
        made: Expression = joined(rows, self.mark)
        if self.after:
            made = applied("concat", made, self.after)
        return applied("concat", Literal(self.before, STR), made) if self.before else made


def cuts(texts: Sequence[str], counts: Sequence[int]) -> Iterator[Cut]:
    """The ways to cut each text into so many pieces: at a mark, the longest first, or into pieces of one width."""
    most = max(counts, default=0)
    if most < LEAST_CUT:
        return
    affixes = dict.fromkeys([("", ""), _affixes(texts)])
    for before, after in affixes:
        inner = [text[len(before) : len(text) - len(after)] for text in texts]
        for mark in (*_marks(inner[[*counts].index(most)]), ""):
            pieces = _pieces(inner, counts, mark)
            if pieces is not None:
                yield Cut(before, mark, after, pieces)


def _affixes(texts: Sequence[str]) -> tuple[str, str]:
    """What all texts begin with and end with, as far as that is neither letters nor digits."""
    start = _shared(texts)
    return start, _shared([text[len(start) :][::-1] for text in texts])[::-1]


def _shared(texts: Sequence[str]) -> str:
    first = min(texts, key=len)
    columns = enumerate(first)
    alike = takewhile(lambda at: MARKS.match(at[1]) and all(text[at[0]] == at[1] for text in texts), columns)
    return "".join(c for _, c in alike)


def _marks(text: str) -> list[str]:
    """The runs of marks in a text, and what is in such runs, the longest first."""
    runs = dict.fromkeys(MARKS.findall(text))
    return sorted(dict.fromkeys([*runs, *(c for run in runs for c in run)]), key=len, reverse=True)


def _pieces(texts: Sequence[str], counts: Sequence[int], mark: str) -> tuple[list[str], ...] | None:
    if mark:
        pieces = [pieces_between(text, mark) for text in texts]
    else:
        widths = {len(text) / count for text, count in zip(texts, counts, strict=True) if count}
        (width, *others) = widths
        if others or width != int(width) or width < LEAST_CUT:
            return None
        pieces = [[text[at : at + int(width)] for at in range(0, len(text), int(width))] for text in texts]
    return tuple(pieces) if [*map(len, pieces)] == [*counts] else None
