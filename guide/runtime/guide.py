"""A trained network as the search asks it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from ...search.cost.prior import Prior
from ...search.task.task import Task
from ...search.task.values import Values
from .features import batch_of, shown
from .network import Network
from .prior import GuidedPrior, changes
from .productions import is_known, matched, type_class_of
from .weights import load


@dataclass(frozen=True)
class NetworkGuide:
    """Costs by what a network makes of a task's examples."""

    network: Network

    @cached_property
    def _matched(self) -> tuple[Mapping[str, int], tuple[str, ...]]:
        return matched(self.network.learnt)

    @property
    def changed(self) -> tuple[str, ...]:
        """The primitives that are not any more what the network has learnt of them; they keep their usual cost."""
        return self._matched[1]

    def prior(self, task: Task, usual: Prior) -> Prior | None:
        """The usual prior, changed by what the network says, in some milliseconds; None for types that it never saw."""
        if not all(map(is_known, (*task.parameter_types, task.result_type))):
            return None
        said = self.network.log_probabilities(batch_of([shown(task)]))
        before = self.network.usual[type_class_of(task.result_type)]
        return GuidedPrior(usual, changes(said, before), self._matched[0])

    def odds(self, task: Task, values: Sequence[Values]) -> np.ndarray:
        """Log-odds that values are parts of the task's program: float32."""
        return self.network.judge(self.network.task_vector(batch_of([shown(task)]))).odds(task, values)


def load_guide(path: str | Path) -> NetworkGuide:
    """The guide that a weights file holds.

    Raises
    ------
    WeightsError
        If it cannot be used.
    """
    return NetworkGuide(Network.from_weights(load(path)))
