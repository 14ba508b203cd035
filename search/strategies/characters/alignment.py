"""What each character of a text has become: outputs cut into a piece for each character."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

MOST_STEPS, MOST_CHARACTERS, LONGEST_PIECE = 10_000, 400, 12
"""How often a character is looked at, how many there are at most, and how long a piece is at most."""
SEPARATORS = (" ", "-", ", ", ",", "_", ".", "|", "/", ":", ";", "+", "\n", " - ", "")
"""What may stand between pieces."""

Pieces = list[list[str]]
"""For each example a piece for each character."""


def side_by_side(texts: Sequence[str], wanted: Sequence[str]) -> Pieces | None:
    """Pieces of one length, one character mostly; None if there are none."""
    sizes = {len(after) // len(before) for before, after in zip(texts, wanted, strict=True) if before}
    if len(sizes) != 1 or (size := sizes.pop()) == 0:
        return None
    if any(len(after) != size * len(before) for before, after in zip(texts, wanted, strict=True)):
        return None
    return [[after[i : i + size] for i in range(0, len(after), size)] for after in wanted]


def separated(texts: Sequence[str], wanted: Sequence[str]) -> Iterator[tuple[str, Pieces]]:
    """Pieces between separators, and the separators."""
    if max(map(len, texts), default=0) < 2:
        return
    for mark in SEPARATORS[:-1]:
        if not any(mark in after for after in wanted):
            continue
        pieces = [after.split(mark) if after or before else [] for before, after in zip(texts, wanted, strict=True)]
        if all(len(row) == len(before) for row, before in zip(pieces, texts, strict=True)):
            yield mark, pieces


def always_alike(texts: Sequence[str], wanted: Sequence[str]) -> Pieces | None:
    """Pieces such that a character always becomes the same one; the simplest that a bounded search finds."""
    if sum(map(len, texts)) > min(MOST_CHARACTERS, sys.getrecursionlimit() // 2):
        return None
    pairs = sorted(set(zip(texts, wanted, strict=True)), key=lambda pair: len(pair[0]))
    known = _Search(pairs).found()
    return None if known is None else [[known[c] for c in text] for text in texts]


class _Search:
    """Looks for what each character becomes, one character after another, and goes back where that fails."""

    def __init__(self, pairs: Sequence[tuple[str, str]]) -> None:
        self.pairs = pairs
        self.steps = 0
        self.known: dict[str, str] = {}

    def found(self) -> dict[str, str] | None:
        """A piece for each character; None if there are none, or the search takes too long."""
        return self.known if self._goes_on(0, 0, 0) else None

    def _goes_on(self, pair: int, place: int, used: int) -> bool:
        self.steps += 1
        if pair == len(self.pairs) or self.steps > MOST_STEPS:
            return pair == len(self.pairs)
        before, after = self.pairs[pair]
        if place == len(before):
            return used == len(after) and self._goes_on(pair + 1, 0, 0)
        c = before[place]
        if c in self.known:
            piece = self.known[c]
            return after.startswith(piece, used) and self._goes_on(pair, place + 1, used + len(piece))
        for piece in _pieces(c, after[used:]):
            self.known[c] = piece
            if self._goes_on(pair, place + 1, used + len(piece)):
                return True
            del self.known[c]
        return False


def _pieces(c: str, rest: str) -> list[str]:
    """What a character may become that such a text begins with: first itself, then nothing, then the shortest."""
    same = [rest[:1]] if rest[:1].lower() == c.lower() else []
    others = (rest[:size] for size in range(min(len(rest), LONGEST_PIECE) + 1))
    return [*same, *(piece for piece in others if piece not in same)]
