"""Places of characters in the text of a program with one argument."""

from __future__ import annotations

from induce.dsl.core.expression import Variable
from induce.dsl.core.types import INT, STR
from induce.search.strategies.characters.positions import Places

S, C, POSITION = Variable("s", STR), Variable("c", STR), Variable("i", INT)


def places_of(*texts: str) -> Places:
    return Places(S, texts, [{"s": text} for text in texts], C, POSITION, [S])
