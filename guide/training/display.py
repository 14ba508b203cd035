"""A training as it is watched: a bar on a terminal, elsewhere a line now and then."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .trainer import Trainer

LINES_EVERY = 30.0
"""Seconds between two lines where there is no terminal."""


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
