"""Characters that always become the same other character: a table of them, read off texts of one length."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ....dsl.core.expression import Expression, Literal, call
from ....dsl.core.types import STR
from ....dsl.language.language import BUILTIN

KEY_COST, LONE_KEY_COST = 4, 10
"""What a pair of characters costs that was seen more than once, and what one costs that was not."""
LEAST_PAIRS = 2
"""For a single pair there is `replace`."""
LEAST_EXCHANGED = 4
"""How many characters must have been seen to become each other before others are taken to do so."""


@dataclass(frozen=True)
class Translation:
    """The characters that change, what they become, and how many of them were seen once only."""

    before: str
    after: str
    lone: int

    @property
    def cost(self) -> int:
        """What it costs beside the text."""
        own = BUILTIN.vocabulary["translate"].cost
        return own + KEY_COST * (len(self.before) - self.lone) + LONE_KEY_COST * self.lone

    def of(self, text: Expression) -> Expression:
        """The program that translates a text."""
        return call(BUILTIN.vocabulary["translate"], text, Literal(self.before, STR), Literal(self.after, STR))


def translation_of(texts: Sequence[str], wanted: Sequence[str]) -> Translation | None:
    """The pairs of characters that make of the texts what is wanted.

    There are none if a character becomes two others, or if too few of them come again, or if all are shifted alike:
    what is shifted says of every character what becomes of it.
    """
    if any(len(text) != len(other) for text, other in zip(texts, wanted, strict=True)):
        return None
    pairs = list(zip("".join(texts), "".join(wanted), strict=True))
    becomes = dict(pairs)
    if any(becomes[one] != other for one, other in pairs):
        return None
    changed = {one: other for one, other in becomes.items() if one != other}
    seen = Counter(one for one, _ in pairs)
    lone = sum(seen[one] == 1 for one in changed)
    changed |= of_an_exchange(becomes)
    if len(changed) < LEAST_PAIRS or 2 * lone > len(changed) or _is_shift(changed):
        return None
    return Translation("".join(changed), "".join(changed.values()), lone)


def _is_shift(pairs: dict[str, str]) -> bool:
    return len({ord(other) - ord(one) for one, other in pairs.items()}) == 1


def of_an_exchange(becomes: dict[str, str]) -> dict[str, str]:
    """The pairs read backward, where characters change places: those that were not seen so."""
    changed = {one: other for one, other in becomes.items() if one != other}
    both = sum(changed.get(other) == one for one, other in changed.items())
    back = {other: one for one, other in changed.items()}
    consistent = all(becomes.get(other, one) == one for one, other in changed.items())
    if both < LEAST_EXCHANGED or not consistent or len(back) < len(changed):
        return {}
    return {one: other for one, other in back.items() if one not in becomes}
