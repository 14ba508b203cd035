"""A training that is killed goes on to what one learns that was left alone, and leaves nothing beside it.

`python -m induce.check.crashes.training network` is `induce train` of the smallest network, which keeps its state
after each step; with `prior` it is `induce train --prior` on few functions.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from random import Random

from ...guide import command
from ...guide.choice import samples
from ...guide.runtime.weights import load
from ...support.files import ABANDONED, parts_of
from .killing import ended, module_started

STEPS = 40
"""Of a training: it takes longer to begin than to make them."""
OUTPUT, CHECKPOINT = "output", "checkpoint"
EVERY, DRAWS = 60, 2
"""Of which functions of the corpus the prior is learnt, and how many tasks of each."""
PATIENCE = 10.0
"""Seconds within which the processes of a training end with it."""


def faults(draw: Random, folder: Path, *, kills: int, kind: str) -> Iterator[str]:
    """Kill a training of a kind so many times, and then let it end."""
    whole, killed = folder / "whole", folder / "killed"
    for place in (whole, killed):
        place.mkdir()
    began = time.monotonic()
    ended(_started(kind, whole))
    seconds = time.monotonic() - began
    for kill in range(kills):
        process = _started(kind, killed)
        _killed_alone(process, draw.uniform(0, seconds))
        if not _is_over(process.pid):
            yield f"kill {kill}: processes that it has started go on"
            os.killpg(process.pid, signal.SIGKILL)
    try:
        _age(killed)
        ended(_started(kind, killed))
    except RuntimeError as error:
        yield f"after the kills a training {error}"
        return
    if left := {path.name for path in killed.iterdir()} - {OUTPUT, CHECKPOINT}:
        yield f"left behind: {', '.join(sorted(left))}"
    _, learnt = KINDS[kind]
    if learnt(killed / OUTPUT) != learnt(whole / OUTPUT):
        yield "after the kills something else is learnt"


def _started(kind: str, folder: Path) -> subprocess.Popen[bytes]:
    return module_started(__spec__.name, kind, cwd=folder)


def _killed_alone(process: subprocess.Popen[bytes], seconds: float) -> None:
    """Kill a process after so many seconds, unless it has ended by then; none of those that it has started."""
    try:
        process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _is_over(group: int) -> bool:
    """Whether all processes of a group end soon."""
    until = time.monotonic() + PATIENCE
    while running := _runs(group):
        if time.monotonic() > until:
            break
        time.sleep(0.02)
    return not running


def _runs(group: int) -> bool:
    """Whether a process of a group has not ended; one that nobody has waited for has."""
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, of = status.read_text().rpartition(")")[2].split()[:3]
            if int(of) == group and state != "Z":
                return True
    return False


def _age(folder: Path) -> None:
    """Let what is left of a file that was being written look as if it had been there for long."""
    for part in (part for name in (OUTPUT, CHECKPOINT) for part in parts_of(folder / name)):
        os.utime(part, (0.0, time.time() - 2 * ABANDONED))


def _train_network() -> None:
    from ...guide.runtime import config
    from ...guide.training import options, training

    command.Config = partial(config.Config, batch=8, width=16, blocks=1)  # type: ignore[attr-defined, assignment]
    options.VALIDATION_BATCHES = 1
    training.Keeping = partial(training.Keeping, every=0.0)  # type: ignore[misc, assignment]
    _train(steps=STEPS)


def _weights(output: Path) -> object:
    return {name: tensor.tobytes() for name, tensor in load(output).tensors.items()}


def _learn_prior() -> None:
    """The functions are those of this process: those of its workers are all."""
    samples.FUNCTIONS = dict([*samples.FUNCTIONS.items()][::EVERY])  # type: ignore[attr-defined]
    _train(prior=True, draws=DRAWS)


def _train(**asked: object) -> None:
    """Train in the current folder."""
    nothing = dict.fromkeys(("minutes", "steps", "device", "study", "prior", "draws", "tasks", "candidates"))
    command.run(Namespace(**nothing | asked, seed=0, workers=1, output=OUTPUT, checkpoint=CHECKPOINT))


KINDS: Mapping[str, tuple[Callable[[], None], Callable[[Path], object]]] = {
    "network": (_train_network, _weights),
    "prior": (_learn_prior, Path.read_bytes),
}
"""How each kind is trained, and what it has learnt."""


if __name__ == "__main__":
    KINDS[sys.argv[1]][0]()
