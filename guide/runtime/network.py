"""The shipped network in NumPy: what `model.py` computes, at run time and without torch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Self

import numpy as np

from .arrangement import Arranged, arrange
from .config import Config, Shape
from .features import Batch
from .judge import Judge
from .productions import NONTERMINALS, Production, described
from .weights import Weights, WeightsError


class Network:
    """The forward pass for one task.

    Raises
    ------
    WeightsError
        If the weights are of a variant that is only trained, never shipped, or tensors are missing.
    """

    def __init__(
        self, tensors: Mapping[str, np.ndarray], config: Config, learnt: Sequence[Production] | None = None
    ) -> None:
        self.config, self.learnt = config, described() if learnt is None else learnt
        self.usual = tensors["usual"]
        """Log-probabilities when no more is known than the kind of the result.

        float32, (KINDS, NONTERMINALS, PRODUCTIONS)
        """
        self._tensors = tensors

    @classmethod
    def from_weights(cls, weights: Weights) -> Self:
        """The network of a weights file."""
        _check(weights)
        return cls(weights.tensors, weights.config, weights.productions)

    def task_vector(self, batch: Batch) -> np.ndarray:
        """What it makes of the pairs of one task: float32, (task_vector,)."""
        arranged = arrange(batch, self.config)
        positions = self._positions(arranged)
        pairs = np.concatenate([_pooled(positions, arranged.lengths), arranged.properties], axis=1)
        pairs = self._layers("reader.pair", pairs)
        vector: np.ndarray = self._layers("reader.task", _pooled(pairs, arranged.pairs))[0]
        return vector

    def log_probabilities(self, batch: Batch) -> np.ndarray:
        """Of the productions of each nonterminal, for one task: float32, (NONTERMINALS, PRODUCTIONS)."""
        return self.productions(self.task_vector(batch))

    def productions(self, vector: np.ndarray) -> np.ndarray:
        """The same, from the vector of the task."""
        logits = self._linear("productions", vector).reshape(NONTERMINALS, -1)
        logits = logits - logits.max(axis=1, keepdims=True)
        found: np.ndarray = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
        return found

    def judge(self, vector: np.ndarray) -> Judge:
        """The second head, from the vector of the task."""
        return Judge(self._tensors, vector)

    def _positions(self, arranged: Arranged[np.ndarray]) -> np.ndarray:
        embedded = self._tensors["reader.positions.embedding.weight"][arranged.tokens].reshape(len(arranged.tokens), -1)
        entries = np.concatenate([embedded, arranged.relations], axis=1)
        entered = np.maximum(self._linear("reader.positions.entry", entries), 0)
        tape = np.zeros((len(arranged.real), entered.shape[1]), np.float32)
        tape[arranged.place] = entered
        for block in range(self.config.blocks):
            tape = (tape + np.maximum(self._convolution(block, tape), 0)) * arranged.real
        found: np.ndarray = tape[arranged.place]
        return found

    def _convolution(self, block: int, tape: np.ndarray) -> np.ndarray:
        name = f"reader.positions.body.blocks.{block}"
        weight = self._tensors[f"{name}.weight"]
        reach = len(weight) // 2
        padded = np.pad(tape, ((reach, reach), (0, 0)))
        windows = np.concatenate([padded[shift : shift + len(tape)] for shift in range(len(weight))], axis=1)
        found: np.ndarray = windows @ weight.reshape(-1, weight.shape[2]) + self._tensors[f"{name}.bias"]
        return found

    def _linear(self, name: str, given: np.ndarray) -> np.ndarray:
        found: np.ndarray = given @ self._tensors[f"{name}.weight"].T + self._tensors[f"{name}.bias"]
        return found

    def _layers(self, name: str, given: np.ndarray) -> np.ndarray:
        found: np.ndarray = np.maximum(self._linear(f"{name}.2", np.maximum(self._linear(f"{name}.0", given), 0)), 0)
        return found


def _pooled(rows: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Mean and maximum of runs of this many rows, side by side."""
    starts = np.cumsum(counts) - counts
    mean = np.add.reduceat(rows, starts, axis=0) / counts[:, None].astype(np.float32)
    return np.concatenate([mean, np.maximum.reduceat(rows, starts, axis=0)], axis=1)


def _check(weights: Weights) -> None:
    config, tensors, source = weights.config, weights.tensors, weights.source
    if config.encoder != "convolution" or config.pairs != "together":
        raise WeightsError(f"{source}: a network of the study: encoder {config.encoder}, pairs {config.pairs}")
    for name, shape in _shapes(config, replace(Shape.current(), productions=len(weights.productions))).items():
        if name not in tensors:
            raise WeightsError(f"{source}: {name} is missing")
        if tensors[name].shape != shape:
            raise WeightsError(f"{source}: {name} has the shape {tensors[name].shape}; expected {shape}")


def _shapes(config: Config, shape: Shape) -> dict[str, tuple[int, ...]]:
    """The tensors of the network and their shapes."""
    width, pair, task, beside = config.width, config.pair_vector, config.task_vector, config.candidate_vector
    linear = {
        "reader.positions.entry": (shape.roles * config.embedding + shape.relations, width),
        "reader.pair.0": (2 * width + 2 * shape.properties, pair),
        "reader.pair.2": (pair, pair),
        "reader.task.0": (2 * pair, task),
        "reader.task.2": (task, task),
        "productions": (task, shape.nonterminals * shape.productions),
        "judge.task": (task, beside),
        "judge.candidate": (3 * shape.properties + beside, beside),
        "judge.verdict": (beside, 1),
    }
    found: dict[str, tuple[int, ...]] = {
        "usual": (shape.kinds, shape.nonterminals, shape.productions),
        "reader.positions.embedding.weight": (shape.vocabulary + 1, config.embedding),
    }
    for name, (given, made) in linear.items():
        found |= {f"{name}.weight": (made, given), f"{name}.bias": (made,)}
    for block in range(config.blocks):
        name = f"reader.positions.body.blocks.{block}"
        found |= {f"{name}.weight": (config.kernel, width, width), f"{name}.bias": (width,)}
    return found
