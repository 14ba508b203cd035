"""What an operator means: how the meanings of its operands are put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from .grammar import LEFT, RIGHT, Tokens, applied

MOST_TRIED = 300
"""How many ways to read the first example are compared with the others."""
MOST_PARTS = 12
CONSTANT = 3
"""A token that is no operand weighs as much as so many operands."""

Use = tuple[Sequence[Tokens], Tokens]
"""What the operands mean, and what the operator makes of them."""


def meanings_of(uses: Sequence[Use]) -> list[Tokens]:
    """The meanings that an operator may have by all its uses, the simplest first."""
    if not uses:
        return []
    operands, whole = max(uses, key=lambda use: len({*use[0]}))  # Where the operands differ there is the least doubt.
    ways = islice(_ways(dict(zip((LEFT, RIGHT), operands, strict=False)), whole, MOST_PARTS), MOST_TRIED)
    fitting = [way for way in ways if all(applied(way, given) == made for given, made in uses)]
    return sorted(fitting, key=_weight)


def _ways(operands: dict[str, Tokens], whole: Tokens, most: int) -> Iterator[Tokens]:
    """The ways to put tokens together of operands and single tokens; operands are tried first."""
    if not whole:
        yield ()
        return
    if len(whole) > most * max(1, *map(len, operands.values())):
        return
    parts = [(slot, value) for slot, value in operands.items() if value and whole[: len(value)] == value]
    for part, value in [*parts, (whole[0], whole[:1])]:
        for rest in _ways(operands, whole[len(value) :], most - 1):
            yield (part, *rest)


def _weight(way: Tokens) -> int:
    return sum(1 if part in (LEFT, RIGHT) else CONSTANT for part in way)
