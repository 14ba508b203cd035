"""Values of all types as rows of integers, side by side in one array."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np

from ...dsl.core.types import Type
from .productions import TypeClass, type_class_of

WIDTH = 32
"""How many items of a value are considered, the first ones."""
SEPARATOR = -(2**62)
"""Stands between the rows of a nested value."""
_SCALARS = frozenset((TypeClass.INT, TypeClass.BOOL))
_LISTS = frozenset((TypeClass.INTS, TypeClass.BOOLS))
_NESTED = (TypeClass.STRS, TypeClass.NESTED)


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


def sequences(values: Sequence[tuple[Any, Type]]) -> Sequences:
    """Put values with their types side by side."""
    kinds = _kinds(values)
    flat = [_flat(*one, kind) for one, kind in zip(values, kinds, strict=True)]
    rows = [1 if kind in _SCALARS else len(value) for (value, _), kind in zip(values, kinds, strict=True)]
    items, lengths = _side_by_side(flat)
    return Sequences(items, lengths, np.array(rows, np.int64), np.array(kinds, np.int64))


def separated(values: Sequence[tuple[Any, Type]], plain: Sequences) -> Sequences:
    """The same as `plain`, what `sequences` makes of these values, with a separator between the rows of nested ones."""
    nested = np.flatnonzero(np.isin(plain.kinds, _NESTED))
    flat = [flattened(*values[number], separated=True) for number in nested.tolist()]
    items, lengths = plain.items.copy(), plain.lengths.copy()
    items[nested], lengths[nested] = _side_by_side(flat)
    return Sequences(items, lengths, plain.rows, plain.kinds)


def _kinds(values: Sequence[tuple[Any, Type]]) -> list[int]:
    """The kinds of values; those with one type stand together, and a type takes long to look up."""
    found: list[int] = []
    last: Type | None = None
    for _, type_ in values:
        if type_ is not last:
            last, kind = type_, int(type_class_of(type_))
        found.append(kind)
    return found


def _flat(value: Any, type_: Type, kind: int) -> Sequence[int]:
    """The integers of a value, row after row."""
    if kind in _SCALARS:
        return (int(value),)
    if kind in _LISTS:
        return value  # type: ignore[no-any-return]
    return flattened(value, type_)


def _side_by_side(flat: Sequence[Sequence[int]]) -> tuple[np.ndarray, np.ndarray]:
    """The first `WIDTH` integers of each, and how many there are of all."""
    lengths = np.array([*map(len, flat)], np.int64)
    items = np.zeros((len(flat), WIDTH), np.int64)
    items[np.arange(WIDTH) < lengths[:, None]] = [*chain.from_iterable(one[:WIDTH] for one in flat)]
    return items, lengths


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
        return [*map(ord, value)]
    if type_.item is None:
        return [int(value)]
    flat: list[int] = []
    for number, row in enumerate(value):
        if separated and number:
            flat.append(SEPARATOR)
        flat += flattened(row, type_.item, separated=separated)
    return flat
