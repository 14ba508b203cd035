"""A grammar of phrases: operators between, before and after their operands, and words with a meaning of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

Tokens = tuple[str, ...]
"""The words of a phrase, or what they mean."""

LEFT, RIGHT = "{x}", "{y}"
"""The operands of an operator, in what it means; one that has a single operand has the first."""

DEEPEST = 60
"""So many operators may stand within one another."""


class Place(Enum):
    """Where an operator stands."""

    BETWEEN = "between its operands"
    BEFORE = "before its operand"
    AFTER = "after its operand"


@dataclass(frozen=True)
class Operator:
    """A word that does something to the phrases beside it.

    Parameters
    ----------
    word
        None where nothing stands between two phrases.
    meaning
        Of what its operands mean, and of other tokens.
    """

    word: str | None
    place: Place
    meaning: Tokens

    def operands(self, phrase: Tokens) -> list[Tokens] | None:
        """The operands of a phrase whose outermost operator it is; None if it cannot be.

        As in the language, the one on the left is as long as possible.
        """
        if len(phrase) < 2:
            return None
        if self.place == Place.AFTER:
            return [phrase[:-1]] if phrase[-1] == self.word else None
        if self.place == Place.BEFORE:
            return [phrase[1:]] if phrase[0] == self.word else None
        if self.word is None:
            return [phrase[:-1], phrase[-1:]]
        for at in range(len(phrase) - 2, 0, -1):
            if phrase[at] == self.word:
                return [phrase[:at], phrase[at + 1 :]]
        return None

    def rule(self, between: str) -> str:
        """As a rule of the language; `between` stands between tokens of a meaning."""
        word = () if self.word is None else (self.word,)
        pattern = {
            Place.BETWEEN: (LEFT, *word, RIGHT),
            Place.BEFORE: (*word, LEFT),
            Place.AFTER: (LEFT, *word),
        }[self.place]
        return f"{' '.join(pattern)} -> {between.join(self.meaning)}"


def applied(meaning: Tokens, operands: Sequence[Tokens]) -> Tokens:
    """What an operator of this meaning makes of what its operands mean."""
    values = dict(zip((LEFT, RIGHT), operands, strict=False))
    return tuple(one for token in meaning for one in values.get(token, (token,)))


@dataclass(frozen=True)
class Grammar:
    """Operators, those that hold the least together first, and what words mean by themselves."""

    operators: Sequence[Operator]
    lexicon: Mapping[str, Tokens]

    def meaning(self, phrase: Tokens, depth: int = DEEPEST) -> Tokens | None:
        """What a phrase means; None if that cannot be told."""
        for operator in self.operators if depth else ():
            operands = operator.operands(phrase)
            if operands is not None:
                values = [self.meaning(operand, depth - 1) for operand in operands]
                known = [value for value in values if value is not None]
                return applied(operator.meaning, known) if len(known) == len(values) else None
        return self.lexicon.get(phrase[0]) if len(phrase) == 1 else None

    def rules(self, between: str) -> list[str]:
        """As the rules of `interpret`; `between` stands between tokens of a meaning."""
        words = (f"{word} -> {between.join(meaning)}" for word, meaning in self.lexicon.items())
        return [*(operator.rule(between) for operator in self.operators), *words]
