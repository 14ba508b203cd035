"""How a network learns: a stream of batches, one step each, until time or steps are spent."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ..runtime.features import Batch
from .checkpoint import save_checkpoint
from .trainer import Point, Trainer

Source = Callable[[int], Generator[Batch, None, None]]
"""The batches of a stream from this number on."""

POINTS = 20
"""How many points the curve of a whole training has at most."""
WAKING = 0.5
"""Share of the training after which it solves tasks itself, if `wake_sleep`."""
RECALL = 4
"""The interval, in steps, at which it then learns from the programs that it found."""


@dataclass(frozen=True)
class Limit:
    """When to stop: after this many seconds or steps, whichever comes first."""

    seconds: float = math.inf
    steps: float = math.inf

    def progress(self, *, seconds: float, steps: int) -> float:
        """The share that is spent; 1 or more when it is over."""
        return max(seconds / self.seconds, steps / self.steps)


@dataclass(frozen=True)
class Keeping:
    """Where checkpoints go, and after how many seconds there is a new one."""

    path: Path
    every: float = 60.0


def train(
    trainer: Trainer,
    source: Source,
    limit: Limit,
    *,
    keeping: Keeping | None = None,
    validation: Sequence[Batch] = (),
    wake: Callable[[Trainer], list[Batch]] | None = None,
    watch: Callable[[Trainer, float], None] | None = None,
) -> None:
    """Train until the limit; a trainer that was restored goes on where it was.

    Parameters
    ----------
    source
        The stream of tasks; it is asked for the batches from the first one that was not taken yet.
    validation
        Batches for the points of the curve.
    wake
        Solves tasks with the network as it is and returns what was found, if the config has `wake_sleep`.
    watch
        Called after every step with the trainer and the progress.
    """
    state = trainer.state
    is_first = True
    saved = time.monotonic()
    with closing(_batches(trainer, source)) as batches:
        while (progress := limit.progress(seconds=state.seconds, steps=state.steps)) < 1:
            if wake is not None and state.found is None and trainer.config.wake_sleep and progress >= WAKING:
                state.found = wake(trainer)
            begun = time.monotonic()
            batch = next(batches)
            # The processes of a stream take their time to start, which is not spent on learning; nor is validation,
            # nor solving tasks.
            begun, is_first = time.monotonic() if is_first else begun, False
            trainer.learn(batch, progress=progress)
            state.seconds += time.monotonic() - begun
            before, progress = progress, limit.progress(seconds=state.seconds, steps=state.steps)
            if int(before * POINTS) < int(progress * POINTS):
                _add_point(trainer, validation)
            if keeping is not None and time.monotonic() >= saved + keeping.every:
                save_checkpoint(keeping.path, trainer)
                saved = time.monotonic()
            if watch is not None:
                watch(trainer, progress)
    if keeping is not None:
        save_checkpoint(keeping.path, trainer)


def _batches(trainer: Trainer, source: Source) -> Generator[Batch, None, None]:
    """The stream from where the training is, and now and then what the network found itself."""
    state = trainer.state
    with closing(source(state.taken)) as stream:
        while True:
            if state.found and state.steps % RECALL == 0:
                yield state.found[state.steps // RECALL % len(state.found)]
            else:
                state.taken += 1
                yield next(stream)


def _add_point(trainer: Trainer, validation: Sequence[Batch]) -> None:
    """A point of the curve, if anything is known yet."""
    state = trainer.state
    measured = trainer.validate(validation) if validation else None
    if state.averages is not None:
        state.points.append(Point(state.steps, state.tasks, state.seconds, state.averages, measured))
