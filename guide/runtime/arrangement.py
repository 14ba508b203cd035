"""A batch as the network reads it: nothing but what is there, side by side.

The positions of all pairs lie on one tape, with so many empty rows behind each
pair that no kernel reaches the next. A convolution is then a few products of
matrices, for one task as for a batch, and nothing is computed for padding.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from .config import Config
from .features import END, PADDING, START, Batch
from .relations import POSITIONS

Array = TypeVar("Array")


@dataclass(frozen=True)
class Arranged(Generic[Array]):
    """B tasks with P pairs that have R positions, on a tape of T rows; arrays of NumPy or torch.

    Parameters
    ----------
    tokens : int64, (R, ROLES)
    relations : float32, (R, RELATIONS)
    place : int64, (R,)
        The row of each position on the tape.
    index : int64, (R,)
        Which position of its pair it is.
    real : float32, (T, 1)
        1 for the rows of positions, 0 for those between pairs.
    lengths : int64, (P,)
        How many positions each pair has.
    properties : float32, (P, 2 * PROPERTIES)
    pairs : int64, (B,)
        How many pairs each task has.
    nodes : int64, (N, 3)
    candidates : float32, (M, 3 * PROPERTIES)
        Mean, least and greatest over the pairs.
    owners : int64, (M,)
        The tasks of the candidates.
    useful : float32, (M,)
    """

    tokens: Array
    relations: Array
    place: Array
    index: Array
    real: Array
    lengths: Array
    properties: Array
    pairs: Array
    nodes: Array
    candidates: Array
    owners: Array
    useful: Array


def arrange(batch: Batch, config: Config) -> Arranged[np.ndarray]:
    """Lay a batch out as the configured network reads it."""
    tokens = batch.tokens[batch.present].transpose(0, 2, 1).astype(np.int64)
    inside = positions(batch)
    relations = batch.relations[batch.present][inside]
    if config.boundary == "shared":
        tokens[tokens == END] = START
    if not config.positions:
        relations[:, -POSITIONS:] = 0
    lengths = inside.sum(axis=1)
    gap = config.kernel // 2
    first = np.cumsum(lengths + gap) - lengths - gap
    index = np.broadcast_to(np.arange(inside.shape[1]), inside.shape)[inside]
    place = np.repeat(first, lengths) + index
    real = np.zeros((int(lengths.sum()) + gap * len(lengths), 1), np.float32)
    real[place] = 1
    pairs = batch.present.sum(axis=1)
    owners, rank = np.nonzero(batch.known)
    return Arranged(
        tokens=tokens[inside],
        relations=relations,
        place=place,
        index=index,
        real=real,
        lengths=lengths,
        properties=batch.properties[batch.present],
        pairs=pairs,
        nodes=batch.nodes.astype(np.int64),
        candidates=pooled(batch.candidates[owners, rank], batch.present[owners]),
        owners=owners,
        useful=batch.useful[owners, rank].astype(np.float32),
    )


def positions(batch: Batch) -> np.ndarray:
    """Which positions of each pair that is present are used by any role: bool, (P, LENGTH)."""
    used = (batch.tokens[batch.present] != PADDING).any(axis=1)
    behind = np.cumsum(used[:, ::-1], axis=1)[:, ::-1]
    inside: np.ndarray = behind > 0
    inside[:, 0] = True
    return inside


def pooled(candidates: np.ndarray, present: np.ndarray) -> np.ndarray:
    """Mean, least and greatest of each property over the pairs: float32, (M, 3 * PROPERTIES).

    Parameters
    ----------
    candidates : float32, (M, PAIRS, PROPERTIES)
    present : bool, (M, PAIRS)
    """
    there = present[:, :, None]
    mean = candidates.sum(axis=1, where=there) / np.maximum(present.sum(axis=1), 1)[:, None]
    least = candidates.min(axis=1, where=there, initial=np.inf)
    most = candidates.max(axis=1, where=there, initial=-np.inf)
    found: np.ndarray = np.concatenate([mean, least, most], axis=1).astype(np.float32)
    return found
