"""How long one waits: for the first answer of a new process, and for the guide."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from ...guide.runtime.named import SHIPPED
from ...guide.runtime.weights import WeightsError
from ...search.cost.prior import DefaultPrior
from ...search.task.task import Task

FIRST_ANSWER = "from induce import synthesize; synthesize([([3, 1, 2], [6, 4, 2]), ([5, 1], [10, 2])])"
STARTS = 3
"""Warm starts, of which the median counts."""
ASKED = 5
"""How often the guide is asked for each task."""


@dataclass(frozen=True)
class GuideLatency:
    """Milliseconds to load the weights, and then for a task."""

    load: float
    task: float


def warm_start() -> float:
    """Seconds from the start of a process to its first answer, the engine being compiled."""
    _first_answer({})
    return median(_first_answer({}) for _ in range(STARTS))


def cold_start() -> float:
    """The same on a machine that has not compiled the engine yet."""
    with tempfile.TemporaryDirectory(prefix="induce-") as folder:
        return _first_answer({"INDUCE_OBJECTS": folder})


def guide_latency(tasks: Sequence[Task]) -> GuideLatency | None:
    """How long the guide takes for a task; None if its weights cannot be used."""
    from ...guide.runtime.guide import load_guide

    began = time.perf_counter()
    try:
        guide = load_guide(SHIPPED)
    except WeightsError:
        return None
    load = time.perf_counter() - began
    times = []
    for task in tasks:
        for _ in range(ASKED):
            began = time.perf_counter()
            guide.prior(task, DefaultPrior())
            times.append(time.perf_counter() - began)
    return GuideLatency(1e3 * load, 1e3 * median(times))


def _first_answer(environment: dict[str, str]) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", FIRST_ANSWER], env={**os.environ, **environment}, check=True)
    return time.perf_counter() - began
