"""Characters that always become the same text: a table of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ....dsl.core.expression import Expression, Variable
from ....dsl.language.language import BUILTIN
from ...readings.scene.applying import applied
from .translations import KEY_COST, LONE_KEY_COST, of_an_exchange

LEAST_ENTRIES = 2
"""For one there is a condition."""
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
    def cost(self) -> int:
        """What its entries cost."""
        name = "translate" if self.translates else "lookup_or"
        entries = KEY_COST * (len(self.pieces) - self.lone) + LONE_KEY_COST * self.lone
        texts = 0 if self.translates else PIECE_COST * sum(map(len, self.pieces.values()))
        return BUILTIN.vocabulary[name].cost + entries + texts

    def translation(self, text: Expression) -> Expression:
        """A text of which each character becomes its own."""
        return applied("translate", text, "".join(self.pieces), "".join(self.pieces.values()))

    def lookup(self, character: Variable) -> Expression:
        """What one character becomes; itself if the table has none."""
        return applied("lookup_or", character, [*self.pieces], [*self.pieces.values()], character)
