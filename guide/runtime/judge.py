"""The second head in NumPy: whether values are parts of a task's program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ...search.task.task import Task
from ...search.task.values import Values
from .arrangement import pooled
from .features import beside_output


@dataclass(frozen=True)
class Judge:
    """What the second head knows of one task.

    Parameters
    ----------
    tensors
        The weights whose names begin with "judge.".
    vector : float32, (task_vector,)
        Of the task.
    """

    tensors: Mapping[str, np.ndarray]
    vector: np.ndarray

    def odds(self, task: Task, values: Sequence[Values]) -> np.ndarray:
        """Log-odds that values are parts of the task's program, one type's after another's."""
        return np.concatenate([self.scores(beside_output(task, one)) for one in values])

    def scores(self, candidates: np.ndarray) -> np.ndarray:
        """The same of values that are already beside the output: float32, (M, P, PROPERTIES)."""
        summary = pooled(candidates, np.ones(candidates.shape[:2], np.bool_))
        width = summary.shape[1]
        # What does not depend on the candidate is computed once.
        weight, bias = self.tensors["judge.candidate.weight"], self.tensors["judge.candidate.bias"]
        beside = weight[:, width:] @ self._linear("judge.task", self.vector) + bias
        hidden = np.maximum(summary @ weight[:, :width].T + beside, 0)
        found: np.ndarray = self._linear("judge.verdict", hidden)[:, 0]
        return found

    def _linear(self, name: str, given: np.ndarray) -> np.ndarray:
        found: np.ndarray = given @ self.tensors[f"{name}.weight"].T + self.tensors[f"{name}.bias"]
        return found
