"""A solver that does what the name of a task says, and suites to try it with."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from induce import InputError, Task
from induce.benchmarks.runs.outcome import Outcome
from induce.benchmarks.runs.provenance import setup_of
from induce.benchmarks.runs.store import Run, Store
from induce.benchmarks.solvers.solver import Answer, Limits
from induce.benchmarks.tasks.formats.suite import Entry, Suite
from induce.search.task.task import MISSING

EXAMPLES = [([3, 1, 2], [2, 1, 3]), ([5, 1], [1, 5])]


@dataclass(frozen=True)
class Scripted:
    """Reverses lists, unless the task's name says otherwise."""

    folder: str = ""
    failing: str = ""
    name: str = "scripted"
    settings: dict[str, Any] = field(default_factory=dict)

    def prepare(self) -> None:
        if self.failing == "input":
            raise InputError("scripted: it lacks a part; expected one")
        if self.failing == "error":
            raise RuntimeError("two\nlines")
        if self.failing == "exit":
            os._exit(7)

    def solve(self, task: Task, limits: Limits) -> Answer:
        assert set(task.expected) <= {MISSING}, "held-out outputs are shown"
        action = getattr(self, f"_{task.name}", None)
        if action is not None:
            action()
        reproduced = [[*reversed(example.inputs[0])] for example in task.train]
        if task.name == "misfit":
            reproduced[0] = []
        predictions = [[*reversed(inputs[0])] for inputs in task.inputs]
        if task.name == "wrong":
            predictions = [[0] for _ in task.inputs]
        if task.name == "deep":
            predictions = [_nested(100_000)]
        if task.name == "garbage":
            return Answer(True, 7)  # type: ignore[arg-type]
        unsupported = "no lists" if task.name == "unsupported" else ""
        return Answer(True, predictions, reproduced, "reversed", limits.seed, 3, 0.75, unsupported)

    def _hang(self) -> None:
        (Path(self.folder) / "child").write_text(
            str(subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"]).pid), encoding="utf-8"
        )
        time.sleep(600)

    def _crash(self) -> None:
        os._exit(3)

    def _raise(self) -> None:
        raise ValueError("two\nlines")

    def _refuse(self) -> None:
        raise InputError("noise: not for this task")

    def _eat(self) -> None:
        eaten = []
        while True:
            eaten.append(bytearray(50_000_000))

    def _hold(self) -> None:
        bytearray(200_000_000)[::4096] = b"1" * len(range(0, 200_000_000, 4096))

    def _delegate(self) -> None:
        subprocess.run([sys.executable, "-c", "bytearray(200_000_000)[::4096] = b'1' * 48829"], check=True)


def _nested(depth: int) -> list[Any]:
    value: list[Any] = []
    for _ in range(depth):
        value = [value]
    return value


def suite_of(*names: str, **others: Task | InputError) -> Suite:
    """Tasks of these names, one held-out input each, and others."""
    tasks = {name: reversal(name) for name in names} | others
    return Suite("scripts", tuple(Entry(name, name[:1], task) for name, task in tasks.items()))


def reversal(name: str) -> Task:
    return Task.from_examples(EXAMPLES, inputs=[[4, 9]], expected=[[9, 4]], name=name)


def begun(
    store: Store, suite: Suite, *, limits: Limits | None = None, repeats: int = 1, solver: Scripted | None = None
) -> Run:
    return store.begin(setup_of(suite, solver or Scripted(), limits or Limits(), repeats=repeats))


def statuses(outcomes: Sequence[Outcome]) -> dict[str, str]:
    return {outcome.name: outcome.status for outcome in outcomes}
