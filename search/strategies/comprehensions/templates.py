"""What becomes of each item as a template with two holes: `f"{a}, {b}"` of two functions and the constant between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from ....dsl.core.expression import Expression
from ....dsl.core.patience import look
from ....dsl.core.types import INT, STR
from ....dsl.language.language import BUILTIN
from ...cost.literals import constant_cost
from ...readings.scene.applying import applied
from .items import Items

MOST_TEXTS, MOST_NUMBERS = 120, 60
"""So many texts, and numbers written as texts, may fill a hole, the cheapest ones."""
MOST_FOUND = 3
LONGEST_BETWEEN = 12
CONCAT_COST, WRITTEN_COST = BUILTIN.vocabulary["concat"].cost, BUILTIN.vocabulary["to_text"].cost


@dataclass(frozen=True)
class Part:
    """What may fill a hole, its cost, and the text that it is for each item."""

    cost: int
    body: Expression
    texts: Sequence[str]


def parts_of(items: Items) -> list[Part]:
    """What may fill a hole: texts and numbers that are not the same for all items, the cheapest first."""
    texts, numbers = items.functions(STR), items.functions(INT)
    found = [
        Part(int(texts.costs[one]), items.expression(texts.entries[one]), texts.values[one].tolist())
        for one in range(min(MOST_TEXTS, len(texts)))
    ]
    for one in range(min(MOST_NUMBERS, len(numbers))):
        written = applied("to_text", items.expression(numbers.entries[one]))
        found.append(
            Part(int(numbers.costs[one]) + WRITTEN_COST, written, list(map(str, numbers.values[one].tolist())))
        )
    varied = (part for part in found if len(set(part.texts)) > 1)
    return sorted(varied, key=lambda part: part.cost)


def filled_templates(parts: Sequence[Part], pieces: Sequence[str]) -> Iterator[tuple[int, Expression]]:
    """Templates of two holes that are the pieces, with what they cost."""
    yield from islice(_filled(parts, pieces), MOST_FOUND)


def _filled(parts: Sequence[Part], pieces: Sequence[str]) -> Iterator[tuple[int, Expression]]:
    last = [part for part in parts if all(map(str.endswith, pieces, part.texts))]
    for first in parts:
        look()
        if not last or not all(map(str.startswith, pieces, first.texts)):
            continue
        for second in last:
            between = _between(first, second, pieces)
            if between is not None:
                cost = first.cost + second.cost + CONCAT_COST
                if not between:
                    yield cost, applied("concat", first.body, second.body)
                else:
                    inner = applied("concat", between, second.body)
                    yield cost + CONCAT_COST + constant_cost(between, STR), applied("concat", first.body, inner)


def _between(first: Part, second: Part, pieces: Sequence[str]) -> str | None:
    """What always stands between the two parts; None if that is not always the same, or too long."""
    between: str | None = None
    for piece, one, other in zip(pieces, first.texts, second.texts, strict=True):
        size = len(piece) - len(one) - len(other)
        if not 0 <= size <= LONGEST_BETWEEN:
            return None
        here = piece[len(one) : len(one) + size]
        if between is not None and here != between:
            return None
        between = here
    return between
