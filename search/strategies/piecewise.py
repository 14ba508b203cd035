"""Texts edited piece by piece: what an edit makes of each piece, where two texts have the same between their pieces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...dsl.core.primitive import UNDEFINED_ERRORS, Primitive
from ...dsl.language.language import BUILTIN

EDITS = tuple(BUILTIN.searched[name] for name in ("edit_numbers", "edit_last_number", "edit_words"))
"""The primitives that edit the pieces of a text and keep what stands between them."""
MOST_DIGITS = 16
"""Numbers written with more characters are not integers of the search, and Python refuses very long ones."""


def edited(edit: Primitive, before: str, after: str) -> list[tuple[str, str]] | None:
    """The pieces of a text with what each has become; None if it has none, or if the rest has changed too."""
    given, made = taken_apart(edit, before), taken_apart(edit, after)
    if given is None or made is None or given[0] != made[0] or not given[1]:
        return None
    return list(zip(given[1], made[1], strict=True))


def taken_apart(edit: Primitive, text: str) -> tuple[str, list[str]] | None:
    """A text with a mark in place of each piece that the primitive edits, and these pieces; None where it has none."""
    pieces: list[str] = []

    def note(piece: str) -> str:
        pieces.append(piece)
        return "\0"

    try:
        return edit.reference(text, note), pieces
    except UNDEFINED_ERRORS:
        return None


def numbers_written(texts: Sequence[str]) -> list[int] | None:
    """The integers that texts write, each of them one, whatever else is there; None if one writes none or several."""
    found = [*map(all_numbers, texts)]
    return [number for (number,) in found] if all(len(numbers) == 1 for numbers in found) else None


def all_numbers(text: str) -> list[int]:
    """The integers that a text writes one after the other; none if one is longer than integers of the search are."""
    found = re.findall(r"-?[0-9]+", text)
    return [*map(int, found)] if all(len(number) <= MOST_DIGITS for number in found) else []
