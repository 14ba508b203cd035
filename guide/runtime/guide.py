"""A trained network as the search asks it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...search.cost.prior import Prior
from ...search.task.task import Task
from ...search.task.values import Values
from .features import batch_of, shown
from .network import Network
from .prior import GuidedPrior, changes
from .productions import type_class_of
from .weights import load


@dataclass(frozen=True)
class NetworkGuide:
    """Costs by what a network makes of a task's examples."""

    network: Network

    def prior(self, task: Task, usual: Prior) -> Prior:
        """The usual prior, changed by what the network says; some milliseconds."""
        said = self.network.log_probabilities(batch_of([shown(task)]))
        return GuidedPrior(usual, changes(said, self.network.usual[type_class_of(task.result_type)]))

    def odds(self, task: Task, values: Sequence[Values]) -> np.ndarray:
        """Log-odds that values are parts of the task's program: float32."""
        return self.network.judge(self.network.task_vector(batch_of([shown(task)]))).odds(task, values)


def load_guide(path: str | Path) -> NetworkGuide:
    """The guide that a weights file holds.

    Raises
    ------
    StaleWeights
        If it was made for another version of the language.
    WeightsError
        If it cannot be used for another reason.
    """
    return NetworkGuide(Network.from_weights(load(path)))
