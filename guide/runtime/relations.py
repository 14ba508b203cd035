"""Relations between two values that are cheap to compute, for many pairs of values at once."""

from __future__ import annotations

import numpy as np

from .productions import TypeClass
from .sequences import WIDTH, Sequences

POSITIONS = 4
"""The last channels of `relations_of` say where an item stands."""
RELATIONS = 22
PROPERTIES = 56


def relations_of(first: Sequences, second: Sequences, output: Sequences) -> np.ndarray:
    """What is true of each item of an output beside the arguments: float32, (N, WIDTH, RELATIONS)."""
    items, filled = output.items, output.present
    index = np.arange(WIDTH)
    back = _from_the_end(first, output)
    same = _same(output, first)
    before = np.roll(items, 1, axis=1)
    step = np.where(index > 0, np.clip(items - before, -4, 4) / 4, 0)
    earlier = ((items[:, :, None] == items[:, None, :]) & (index[None, :] < index[:, None]) & filled[:, None, :]).any(2)
    where = np.where(same.any(2), np.clip(same.argmax(2) - index, -8, 8) / 8, 0)
    opposite = np.where(first.present, first.items, 0)
    least, most = _extremes(first)
    channels = [
        items == first.items,
        items == back,
        same.any(2),
        same.sum(2) > 1,
        where,
        (index > 0) & (items == before),
        step,
        earlier,
        np.clip(items - opposite, -8, 8) / 8,
        same.any(1),
        first.present & (opposite == np.roll(opposite, 1, axis=1)) & (index > 0),
        _same(output, second).any(2),
        items == second.items,
        items == most[:, None],
        items == least[:, None],
        items == index,
        (items == index + 1) | (items == output.lengths[:, None]),
        items == 0,
    ]
    known = np.stack([channel * filled for channel in channels], axis=2)
    place = [_fraction(output), _left(output), _fraction(first), _left(first)]
    return np.concatenate([known, np.stack(place, axis=2)], axis=2).astype(np.float32)


def properties_of(value: Sequences, output: Sequences) -> np.ndarray:
    """What is true of a value beside an output: float32, (N, PROPERTIES)."""
    found = [*_kinds(value, output), *_lengths(value, output), *_contents(value, output), *_orders(value, output)]
    found += _numbers(value, output)
    return np.stack(found, axis=1).astype(np.float32)


def _kinds(value: Sequences, output: Sequences) -> list[np.ndarray]:
    return [one.kinds == kind for one in (value, output) for kind in TypeClass]


def _lengths(value: Sequences, output: Sequences) -> list[np.ndarray]:
    here, there = value.lengths, output.lengths
    ratio = np.log2((1.0 + there) / (1.0 + here))
    return [
        here == there,
        there < here,
        there == here + 1,
        there == here - 1,
        there == 2 * here,
        there == 0,
        here == 0,
        value.rows == output.rows,
        np.clip(ratio, -4, 4) / 4,
        np.minimum(here, 32) / 32,
    ]


def _contents(value: Sequences, output: Sequences) -> list[np.ndarray]:
    """How much of the output the value has, and where."""
    filled, other = output.present, value.present
    shown = np.maximum(filled.sum(1), 1)
    front = (output.items == value.items) & filled & other
    back = (output.items == _from_the_end(value, output)) & filled
    same = _same(output, value)
    within, used = same.any(2), same.any(1)
    start = np.cumprod(front, axis=1).sum(1)
    alike = output.lengths == value.lengths
    return [
        front.sum(1) / shown,
        back.sum(1) / shown,
        start / shown,
        alike & (start == filled.sum(1)),
        (output.items == _reversed(value)).sum(1, where=filled) / shown * alike,
        within.sum(1) / shown,
        used.sum(1) / np.maximum(other.sum(1), 1),
        alike & (np.sort(_padded(output), axis=1) == np.sort(_padded(value), axis=1)).all(1),
    ]


def _orders(value: Sequences, output: Sequences) -> list[np.ndarray]:
    """What each of them is by itself, and whether items rise and fall together."""
    found: list[np.ndarray] = []
    steps = []
    for one in (value, output):
        step = np.diff(one.items, axis=1)
        inner = one.present[:, 1:]
        steps.append(np.where(inner, np.sign(step), 0))
        found += [~((step < 0) & inner).any(1), ~((step > 0) & inner).any(1)]
        ordered = np.sort(_padded(one), axis=1)
        found.append(~((ordered[:, 1:] == ordered[:, :-1]) & inner).any(1))
    found.append((steps[0] == steps[1]).all(1) & (value.lengths == output.lengths))
    return found


def _numbers(value: Sequences, output: Sequences) -> list[np.ndarray]:
    """How the numbers of the two compare; text counts by its characters."""
    here, there = value.items, output.items
    both = value.present & output.present
    gap = np.where(both, np.clip(there, -(2**53), 2**53) - np.clip(here, -(2**53), 2**53), 0)
    first_gap = gap[:, :1]
    least, most = _extremes(value)
    low, high = _extremes(output)
    one = there[:, 0]
    scalar = output.lengths == 1
    total, other = _sum(value), _sum(output)
    return [
        both.any(1) & (~both | (gap == first_gap)).all(1),
        (~both | (np.abs(gap) <= 1)).all(1),
        (gap >= 0).all(1),
        (gap <= 0).all(1),
        both.any(1) & (~both | (here != 0) & (there % np.where(here == 0, 1, here) == 0)).all(1),
        total == other,
        most == high,
        least == low,
        scalar & (one == value.lengths),
        scalar & (one == total),
        scalar & (one == here[:, 0]),
        scalar & (one == _from_the_end(value, output)[:, 0]),
        low >= 0,
        (high <= 1) & (low >= 0),
        (~output.present | (there % 2 == 0)).all(1),
        (np.abs(one) > 2 * np.maximum(np.abs(most), np.abs(least))),
        np.clip(np.log2(1.0 + np.abs(high)) - np.log2(1.0 + np.abs(most)), -8, 8) / 8,
    ]


def _same(one: Sequences, other: Sequences) -> np.ndarray:
    """Which items are equal to which of another value: bool, (N, WIDTH, WIDTH)."""
    nothing = np.iinfo(np.int64).max
    here = np.where(one.present, one.items, nothing)
    there = np.where(other.present, other.items, nothing - 1)
    equal: np.ndarray = here[:, :, None] == there[:, None, :]
    return equal


def _from_the_end(value: Sequences, output: Sequences) -> np.ndarray:
    """The items of a value where those of the output stand when both end together."""
    width = value.items.shape[1]
    shift = np.arange(width) + (value.lengths - output.lengths)[:, None]
    inside = (shift >= 0) & (shift < width)
    moved = np.take_along_axis(value.items, np.where(inside, shift, 0), axis=1)
    return np.where(inside & (shift < value.lengths[:, None]), moved, np.iinfo(np.int64).min)


def _reversed(value: Sequences) -> np.ndarray:
    width = value.items.shape[1]
    shift = value.lengths[:, None] - 1 - np.arange(width)
    return np.take_along_axis(value.items, np.clip(shift, 0, width - 1), axis=1)


def _padded(value: Sequences) -> np.ndarray:
    """The items; where there is none, something that sorts behind all of them."""
    return np.where(value.present, value.items, np.iinfo(np.int64).max)


def _extremes(value: Sequences) -> tuple[np.ndarray, np.ndarray]:
    """Least and greatest item; 0 where there is none."""
    empty = value.lengths == 0
    most = np.where(value.present, value.items, np.iinfo(np.int64).min).max(1)
    return np.where(empty, 0, _padded(value).min(1)), np.where(empty, 0, most)


def _sum(value: Sequences) -> np.ndarray:
    total: np.ndarray = np.clip(value.items, -(2**53), 2**53).sum(1)
    return total


def _fraction(value: Sequences) -> np.ndarray:
    """Where an item stands between start (0) and end (1)."""
    place = np.arange(WIDTH) / np.maximum(value.lengths - 1, 1)[:, None]
    return np.where(value.present, place, 0)


def _left(value: Sequences) -> np.ndarray:
    """How many items follow, in eighths."""
    left = np.clip(value.lengths[:, None] - 1 - np.arange(WIDTH), 0, 8) / 8
    return np.where(value.present, left, 0)
