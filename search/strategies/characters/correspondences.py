"""Characters that always become the same text: a table of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ....dsl.core.expression import Expression, Variable
from ....dsl.language.language import BUILTIN
from ...readings.scene.applying import applied

LEAST_ENTRIES = 2
"""For one there is a condition, or `replace`."""
LEAST_EXCHANGED = 4
"""How many characters must have been seen to become each other before others are taken to do so."""
KEY_COST, LONE_KEY_COST = 4, 10
"""What an entry costs whose character was seen more than once, and what one costs whose character was not."""
DROPPED_COST = 3
"""What it costs more to leave out a letter or digit that others are not left out with: mostly it is their kind."""
PIECE_COST = 2
"""What each character of a piece costs, unless all are single ones."""


@dataclass(frozen=True)
class Correspondence:
    """What characters become that change: a piece for each, and how many of them were seen once only."""

    pieces: dict[str, str]
    lone: int

    @classmethod
    def of(cls, characters: Sequence[str], wanted: Sequence[str]) -> Correspondence | None:
        """The table that says of each character what it becomes; None if one becomes two different texts."""
        found: dict[str, str] = {}
        for c, piece in zip(characters, wanted, strict=True):
            if found.setdefault(c, piece) != piece:
                return None
        seen = Counter(characters)
        changed = {c: piece for c, piece in sorted(found.items()) if c != piece}
        if len(changed) < LEAST_ENTRIES:
            return None
        return cls(changed | of_an_exchange(found), sum(seen[c] == 1 for c in changed))

    @property
    def is_borne_out(self) -> bool:
        """Whether most of it was seen more than once."""
        return 2 * self.lone <= len(self.pieces)

    @property
    def translates(self) -> bool:
        """Whether it makes a character of each."""
        return all(len(piece) == 1 for piece in self.pieces.values())

    @property
    def is_shift(self) -> bool:
        """Whether all characters move on alike, which says of every other one what it becomes."""
        return self.translates and len({ord(piece) - ord(c) for c, piece in self.pieces.items()}) == 1

    @property
    def cost(self) -> int:
        """What it costs beside the text."""
        name = "translate" if self.translates else "lookup_or"
        entries = KEY_COST * (len(self.pieces) - self.lone) + LONE_KEY_COST * self.lone
        entries += DROPPED_COST * sum(c.isalnum() and not piece for c, piece in self.pieces.items())
        texts = 0 if self.translates else PIECE_COST * sum(map(len, self.pieces.values()))
        return BUILTIN.vocabulary[name].cost + entries + texts

    def translation(self, text: Expression) -> Expression:
        """A text of which each character becomes its own."""
        return applied("translate", text, "".join(self.pieces), "".join(self.pieces.values()))

    def lookup(self, character: Variable) -> Expression:
        """What one character becomes; itself if the table has none."""
        return applied("lookup_or", character, [*self.pieces], [*self.pieces.values()], character)


def translation_of(texts: Sequence[str], wanted: Sequence[str]) -> Correspondence | None:
    """The table of single characters by which the texts become what is wanted.

    There is none if a character becomes two others, if too few of them come again, or if a shift says more.
    """
    if any(len(text) != len(other) for text, other in zip(texts, wanted, strict=True)):
        return None
    found = Correspondence.of("".join(texts), "".join(wanted))
    return found if found is not None and found.is_borne_out and not found.is_shift else None


def of_an_exchange(becomes: dict[str, str]) -> dict[str, str]:
    """The pairs read backward, where characters change places: those that were not seen so."""
    changed = {one: other for one, other in becomes.items() if one != other}
    both = sum(changed.get(other) == one for one, other in changed.items())
    back = {other: one for one, other in changed.items()}
    consistent = all(becomes.get(other, one) == one for one, other in changed.items())
    if both < LEAST_EXCHANGED or not consistent or len(back) < len(changed):
        return {}
    return {one: other for one, other in back.items() if one not in becomes}
