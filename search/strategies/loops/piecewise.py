"""Texts and lists edited piece by piece: what an edit makes of each piece, where the same stands between the pieces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, product
from typing import Any

from ....dsl.core.primitive import UNDEFINED_ERRORS, Primitive
from ....dsl.language.language import BUILTIN
from ...readings.texts.pieces import LIST_MARKS

EDITS = tuple(BUILTIN.searched[name] for name in ("edit_numbers", "edit_last_number", "edit_words"))
"""The primitives that edit the pieces of a text and keep what stands between them."""
EDIT_BLOCKS, FILL_BLOCKS = (BUILTIN.vocabulary[name] for name in ("edit_blocks", "fill_blocks"))
"""The same for the blocks of a list, and what puts one item in all places of a block."""
MOST_MARKS = 3
MOST_DIGITS = 16
"""Numbers written with more characters are not integers of the search, and Python refuses very long ones."""


@dataclass(frozen=True)
class Items:
    """The items of lists in texts, each with what it has become, and the marks between them before and after."""

    mark: str
    other: str
    pairs: list[tuple[str, str]]


def edited(edit: Primitive, before: str, after: str) -> list[tuple[str, str]] | None:
    """The pieces of a text with what each has become; None if it has none, or if the rest has changed too."""
    given, made = taken_apart(edit, before), taken_apart(edit, after)
    if given is None or made is None or given[0] != made[0] or not given[1]:
        return None
    return list(zip(given[1], made[1], strict=True))


def items_between(texts: Sequence[str], made: Sequence[str]) -> Iterator[Items]:
    """The items of texts with what each has become, where both are lists with a mark between their items."""
    for mark, other in sorted(product(LIST_MARKS, LIST_MARKS), key=_plainness):
        rows = [text.split(mark) for text in texts]
        others = [text.split(other) for text in made]
        counts = [*map(len, rows)]
        if len({*counts}) > 1 and counts == [*map(len, others)] and all(all(row) for row in (*rows, *others)):
            pairs = [pair for row, one in zip(rows, others, strict=True) for pair in zip(row, one, strict=True)]
            yield Items(mark, other, pairs)


def _plainness(marks: tuple[str, str]) -> tuple[int, bool, int]:
    """The longest marks come first, and before others the same mark in both places."""
    mark, other = marks
    return -len(mark), mark != other, -len(other)


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


def marks_between(lists: Sequence[list[Any]]) -> list[Any]:
    """Items that may stand between the blocks of lists: those of which all lists have some, the most frequent first."""
    counts = [Counter(map(repr, items)) for items in lists]
    common = set.intersection(*(set(count) for count in counts)) if counts else set()
    known = {repr(item): item for item in (lists[0] if lists else ())}
    often = sorted(common, key=lambda text: (-sum(count[text] for count in counts), text))
    return [known[text] for text in often[:MOST_MARKS]]


def edited_blocks(mark: Any, before: list[Any], after: list[Any]) -> list[tuple[list[Any], list[Any]]] | None:
    """The blocks between marks with what each has become; None if something else has changed too.

    In lists of one length it is the same places that are blocks: one may have got a mark in its middle.
    """
    runs = [(is_gap, [*items]) for is_gap, items in groupby(before, lambda item: bool(item == mark))]
    if len(before) == len(after):
        made, start = [], 0
        for _, items in runs:
            made.append(after[start : start + len(items)])
            start += len(items)
    else:
        others = [(is_gap, [*items]) for is_gap, items in groupby(after, lambda item: bool(item == mark))]
        if [is_gap for is_gap, _ in others] != [is_gap for is_gap, _ in runs]:
            return None
        made = [items for _, items in others]
    pairs = [(is_gap, items, one) for (is_gap, items), one in zip(runs, made, strict=True)]
    if any(is_gap and items != one for is_gap, items, one in pairs):
        return None
    return [(items, one) for is_gap, items, one in pairs if not is_gap]


def numbers_written(texts: Sequence[str]) -> list[int] | None:
    """The integers that texts write, each of them one, whatever else is there; None if one writes none or several."""
    found = [*map(all_numbers, texts)]
    return [number for (number,) in found] if all(len(numbers) == 1 for numbers in found) else None


def all_numbers(text: str) -> list[int]:
    """The integers that a text writes one after the other; none if one is longer than integers of the search are."""
    found = re.findall(r"-?[0-9]+", text)
    return [*map(int, found)] if all(len(number) <= MOST_DIGITS for number in found) else []
