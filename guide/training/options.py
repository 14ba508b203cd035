"""What a training and a study have in common: how long, from which tasks, on which device."""

from __future__ import annotations

import argparse
import math
import os
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from ...support.errors import InputError

if TYPE_CHECKING:
    from ..runtime.features import Batch
    from ..tasks.stream import Replay
    from .training import Limit

MINUTES, STUDY_MINUTES = 60.0, 3.0
"""How long a network learns, and each variant of a study, unless something else is asked for."""
AGAIN = 4
"""How often each batch is seen again."""
EASY = 0.1
"""Share of the training after which programs of all difficulties are in play."""
BATCHES_A_SECOND = 1.0
"""About what one process makes new batches for."""
VALIDATION_BATCHES = 16
VALIDATION_SEED = 1_000_000_007
"""Added to the seed for what is not learnt from."""


@dataclass(frozen=True)
class Options:
    """What was asked for; see `induce train --help`."""

    minutes: float | None
    steps: int | None
    seed: int
    workers: int
    device: str

    @classmethod
    def of(cls, arguments: argparse.Namespace) -> Options:
        """The options of the command line, "auto" and the default time filled in."""
        usual = STUDY_MINUTES if arguments.study else MINUTES
        minutes = usual if arguments.minutes is None and arguments.steps is None else arguments.minutes
        return cls(minutes, arguments.steps, arguments.seed, arguments.workers, _device(arguments.device or "auto"))

    def limit(self) -> Limit:
        """When to stop."""
        from .training import Limit

        return Limit(steps=self.steps or math.inf, seconds=60 * (self.minutes or math.inf))

    def stream(self, size: int) -> Replay:
        """The tasks to learn from, easy ones first."""
        from ..tasks.lessons import DEEPEST
        from ..tasks.stream import EASIEST, Replay, Stream

        new = self.steps / (1 + AGAIN) if self.steps else 60 * (self.minutes or 0) * BATCHES_A_SECOND * self.workers
        pace = int(EASY * new / Stream.mixed / (DEEPEST - EASIEST))
        return Replay(Stream(seed=self.seed, size=size, workers=self.workers, pace=pace), AGAIN)

    def validation(self, size: int) -> list[Batch]:
        """Batches that are not learnt from."""
        from ..tasks.stream import Stream

        stream = Stream(seed=self.seed + VALIDATION_SEED, size=size, workers=self.workers)
        with closing(stream.batches()) as batches:
            return list(islice(batches, VALIDATION_BATCHES))


def share_cores(workers: int) -> None:
    """Leave cores to the processes that make tasks: threads that wait for one another are far slower than one alone."""
    import torch

    torch.set_num_threads(max(1, (os.cpu_count() or 1) - workers))


def _device(name: str) -> str:
    """The device that is meant, if torch and the device are there."""
    try:
        import torch
    except ImportError:
        raise InputError("train: torch is missing; pip install 'induce[train]'") from None
    if name == "cuda" and not torch.cuda.is_available():
        raise InputError("--device: there is no cuda device; expected cpu")
    return ("cuda" if torch.cuda.is_available() else "cpu") if name == "auto" else name
