"""`induce train`: a network learns, and its weights are saved, or many learn and are compared."""

from __future__ import annotations

import argparse
import math
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from ..search.files import writable
from ..search.task import InputError
from .config import Config

if TYPE_CHECKING:
    from .features import Batch
    from .stream import Replay
    from .training import Limit, Trainer

OUTPUT = "weights.safetensors"
MINUTES = 60.0
STUDY, STUDY_MINUTES, STUDY_CANDIDATES = "study", 3.0, 3_000_000
"""The folder of a study, how long each variant learns, and what a search may take, unless others are asked for."""
AGAIN = 4
"""So many times each batch is seen again."""
EASY = 0.1
"""Share of the training after which programs of all difficulties are in play."""
BATCHES_A_SECOND = 1.0
"""About what one process makes new batches for."""
VALIDATION_BATCHES = 16
VALIDATION_SEED = 1_000_000_007
"""Added to the seed for what is not learnt from."""
LINES_EVERY = 30.0
"""Seconds between two lines where there is no terminal."""


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
        return cls(minutes, arguments.steps, arguments.seed, arguments.workers, _device(arguments.device))

    def limit(self) -> Limit:
        """When to stop."""
        from .training import Limit

        return Limit(steps=self.steps or math.inf, seconds=60 * (self.minutes or math.inf))

    def stream(self, size: int) -> Replay:
        """The tasks to learn from, easy ones first."""
        from .lessons import DEEPEST
        from .stream import EASIEST, Replay, Stream

        new = self.steps / (1 + AGAIN) if self.steps else 60 * (self.minutes or 0) * BATCHES_A_SECOND * self.workers
        pace = int(EASY * new / Stream.mixed / (DEEPEST - EASIEST))
        return Replay(Stream(seed=self.seed, size=size, workers=self.workers, pace=pace), AGAIN)

    def validation(self, size: int) -> list[Batch]:
        """Batches that are not learnt from."""
        from .stream import Stream

        stream = Stream(seed=self.seed + VALIDATION_SEED, size=size, workers=self.workers)
        with closing(stream.batches()) as batches:
            return list(islice(batches, VALIDATION_BATCHES))


def run(arguments: argparse.Namespace) -> None:
    """Train a network as the command line says, and save its weights; or make a study.

    Raises
    ------
    InputError
        If torch is missing, or a file cannot be read or written, or options do not go together.
    """
    _check_together(arguments)
    options = Options.of(arguments)
    if arguments.study:
        from .study import run as run_study

        folder, candidates = Path(arguments.output or STUDY), arguments.candidates or STUDY_CANDIDATES
        run_study(options, tasks=arguments.tasks or (), candidates=candidates, folder=folder)
        return
    output = _output(arguments.output)
    checkpoint = None if arguments.checkpoint is None else writable(arguments.checkpoint)
    trainer = _trainer(options, checkpoint)
    from ..search.synthesis import warmup
    from .training import Keeping, train

    warmup(None)
    size = trainer.config.batch
    validation = options.validation(size)
    with display() as watch:
        train(
            trainer,
            options.stream(size).batches,
            options.limit(),
            keeping=None if checkpoint is None else Keeping(checkpoint),
            validation=validation,
            watch=watch,
        )
    measured = trainer.validate(validation)
    save_weights(output, trainer, validation)
    print(
        f"{output}: {trainer.state.steps:,} steps, {trainer.state.tasks:,} tasks; on others: "
        f"loss {measured.loss:.3f}, recall {measured.recall10:.3f} at 10, {measured.recall20:.3f} at 20"
    )


def _check_together(arguments: argparse.Namespace) -> None:
    """Refuse what a study has no use for, and what only a study has."""
    others = ("steps", "checkpoint") if arguments.study else ("tasks", "candidates")
    for name in others:
        if getattr(arguments, name) is not None:
            raise InputError(f"--{name}: {'not' if arguments.study else 'only'} with --study")


def save_weights(path: Path, trainer: Trainer, validation: Sequence[Batch]) -> None:
    """Write the weights and what should be known of them; InputError if they cannot be written."""
    from .weights import Weights, WeightsError, save

    state = trainer.state
    facts = {
        "seed": str(trainer.seed),
        "steps": str(state.steps),
        "tasks": str(state.tasks),
        "minutes": f"{state.seconds / 60:.1f}",
        "device": trainer.device.type,
        "version": version("induce"),
    }
    try:
        save(path, Weights(trainer.tensors(validation), trainer.config, facts))
    except WeightsError as error:
        raise InputError(str(error)) from None


@contextmanager
def display(title: str = "training") -> Iterator[Callable[[Trainer, float], None]]:
    """A callback that shows the training: a bar on a terminal, elsewhere a line now and then."""
    rate = _Rate()
    if not sys.stderr.isatty():
        yield _Lines(title, rate)
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        row = bar.add_task(title, total=1.0)

        def watch(trainer: Trainer, progress: float) -> None:
            bar.update(row, completed=min(progress, 1.0), description=f"{title}: {_described(trainer, rate(trainer))}")

        yield watch


class _Lines:
    """A line on standard error every so many seconds, and one at the end."""

    def __init__(self, title: str, rate: _Rate) -> None:
        self._title, self._rate = title, rate
        self._last = time.monotonic()

    def __call__(self, trainer: Trainer, progress: float) -> None:
        rate = self._rate(trainer)
        now = time.monotonic()
        if progress >= 1 or now >= self._last + LINES_EVERY:
            self._last = now
            text = f"{self._title}: {100 * min(progress, 1):.0f}%, {_described(trainer, rate)}"
            print(f"induce: {text}", file=sys.stderr, flush=True)


class _Rate:
    """Tasks a second, over about the last half minute."""

    SPAN = 30.0

    def __init__(self) -> None:
        self._marks: list[tuple[float, int]] = []

    def __call__(self, trainer: Trainer) -> float:
        seconds, tasks = trainer.state.seconds, trainer.state.tasks
        while len(self._marks) > 1 and self._marks[1][0] < seconds - self.SPAN:
            del self._marks[0]
        self._marks.append((seconds, tasks))
        earlier, then = self._marks[0]
        return (tasks - then) / max(seconds - earlier, 1e-9)


def _described(trainer: Trainer, rate: float) -> str:
    now = trainer.state.averages
    if now is None:
        return f"step {trainer.state.steps:,}, {rate:.0f} tasks/s"
    return (
        f"step {trainer.state.steps:,}, loss {now.loss:.3f}, recall@10 {now.recall10:.3f}, "
        f"@20 {now.recall20:.3f}, {rate:.0f} tasks/s"
    )


def share_cores(workers: int) -> None:
    """Leave cores to the processes that make tasks: threads that wait for one another are far slower than one alone."""
    import torch

    torch.set_num_threads(max(1, (os.cpu_count() or 1) - workers))


def _trainer(options: Options, checkpoint: Path | None) -> Trainer:
    """A new training, or the one of the checkpoint if there is one."""
    from .checkpoint import CheckpointError, restore_checkpoint
    from .training import Trainer

    share_cores(options.workers)
    trainer = Trainer(Config(), seed=options.seed, device=options.device)
    if checkpoint is not None and checkpoint.exists():
        try:
            restore_checkpoint(checkpoint, trainer)
        except CheckpointError as error:
            raise InputError(str(error)) from None
        print(f"induce: going on from {checkpoint}, step {trainer.state.steps:,}", file=sys.stderr)
    return trainer


def _device(name: str) -> str:
    """The device that is meant, if torch and the device are there."""
    try:
        import torch
    except ImportError:
        raise InputError("train: torch is missing; pip install 'induce[train]'") from None
    if name == "cuda" and not torch.cuda.is_available():
        raise InputError("--device: there is no cuda device; expected cpu")
    return ("cuda" if torch.cuda.is_available() else "cpu") if name == "auto" else name


def _output(path: str | None) -> Path:
    """Where the weights go; a file that was not named is never replaced."""
    if path is None and Path(OUTPUT).exists():
        raise InputError(f"{OUTPUT}: is already there; name it with --output to replace it")
    return writable(path or OUTPUT)
