"""Values of all types as rows of integers, side by side in one array."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ...dsl.core.types import Type
from .productions import TypeClass, type_class_of

WIDTH = 32
"""How many items of a value are considered, the first ones."""
SEPARATOR = -(2**62)
"""Stands between the rows of a nested value."""


@dataclass(frozen=True)
class Sequences:
    """N values as rows of integers: a scalar is one item, a string its code points, rows follow one another.

    Parameters
    ----------
    items : int64, (N, WIDTH)
        Zero after the end.
    lengths : int64, (N,)
        Of the whole values, which may be longer than `WIDTH`.
    rows : int64, (N,)
        The number of rows of a nested value, else that of its items.
    kinds : int64, (N,)
    """

    items: np.ndarray
    lengths: np.ndarray
    rows: np.ndarray
    kinds: np.ndarray

    @property
    def present(self) -> np.ndarray:
        """Which places of `items` are filled: bool, (N, WIDTH)."""
        filled: np.ndarray = np.arange(self.items.shape[1]) < self.lengths[:, None]
        return filled

    def cut(self, width: int) -> Sequences:
        """The same with room for only this many items."""
        return Sequences(self.items[:, :width], self.lengths, self.rows, self.kinds)

    def take(self, rows: np.ndarray) -> Sequences:
        """The values at these rows."""
        return Sequences(self.items[rows], self.lengths[rows], self.rows[rows], self.kinds[rows])


def sequences(values: Sequence[tuple[Any, Type]], *, separated: bool = False) -> Sequences:
    """Put values with their types side by side; `separated`, with a separator between the rows of nested ones."""
    count = len(values)
    items = np.zeros((count, WIDTH), np.int64)
    lengths, rows, kinds = (np.zeros(count, np.int64) for _ in range(3))
    for number, (value, type_) in enumerate(values):
        flat = flattened(value, type_, separated=separated)
        lengths[number] = len(flat)
        shown = flat[:WIDTH]
        items[number, : len(shown)] = shown
        rows[number] = len(value) if type_.is_sequence else 1
        kinds[number] = type_class_of(type_)
    return Sequences(items, lengths, rows, kinds)


def from_words(type_: Type, words: np.ndarray, lengths: np.ndarray) -> Sequences:
    """The same of values of one type that are words (see `dsl.core.layout`), at most two lists in one another.

    Parameters
    ----------
    words : int64, (..., W)
        The first words of each.
    lengths : int64, (...)
        Of the whole values.
    """
    words, lengths = words.reshape(-1, words.shape[-1]), lengths.reshape(-1)
    kinds = np.full(len(words), int(type_class_of(type_)), np.int64)
    rows = lengths if type_.is_sequence else np.ones_like(lengths)
    before = np.zeros_like(lengths)
    if type_.depth > 1:
        rows = words[:, 0]
        before = 1 + rows
        lengths = lengths - before
    place = np.arange(WIDTH) + before[:, None]
    inside = (np.arange(WIDTH) < lengths[:, None]) & (place < words.shape[1])
    items = np.where(inside, np.take_along_axis(words, np.where(inside, place, 0), axis=1), 0)
    return Sequences(items, lengths, rows, kinds)


def flattened(value: Any, type_: Type, *, separated: bool = False) -> list[int]:
    """The integers of a value, row after row."""
    kind = type_class_of(type_)
    if kind in (TypeClass.INTS, TypeClass.BOOLS):
        return list(value)
    if kind == TypeClass.STR:
        return [ord(character) for character in value]
    if type_.item is None:
        return [int(value)]
    flat: list[int] = []
    for number, row in enumerate(value):
        if separated and number:
            flat.append(SEPARATOR)
        flat += flattened(row, type_.item, separated=separated)
    return flat
