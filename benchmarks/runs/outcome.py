"""What became of a task in a run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ...search.task.task import MISSING, Task
from ..solvers.solver import Answer

FAULTS = ("late", "died", "memory", "invalid")
"""What keeps a task from being answered at all: killed at its limit, crashed, out of memory, no task."""
STATUSES = ("solved", "fitted", "none", "unsupported", *FAULTS)


@dataclass(frozen=True)
class Outcome:
    """One row of a run.

    `status` is "solved" (held-out outputs predicted), "fitted" (the examples reproduced, a prediction wrong), "none",
    "unsupported" (the solver has no means to take it), or one of `FAULTS`; `seconds` the time that the
    solver took, `memory` the most bytes that its process held, `fault` one line on what went wrong.
    `confidence` is what the solver says the probability is that all predictions are right; `checked` whether that
    can be known here, because an output is held back for each.
    """

    number: int
    name: str
    family: str
    repeat: int
    status: str
    seconds: float = 0.0
    candidates: int | None = None
    cost: int | None = None
    program: str = ""
    memory: int | None = None
    fault: str = ""
    confidence: float | None = None
    checked: bool = False

    def __post_init__(self) -> None:
        """A file of runs may hold anything; ValueError if this is not a status."""
        if self.status not in STATUSES:
            raise ValueError(f"{self.status!r} is not a status")

    @property
    def solved(self) -> bool:
        """Whether every held-out output was predicted, by a program that reproduces the examples."""
        return self.status == "solved"

    @property
    def fitted(self) -> bool:
        """Whether the program reproduces the examples."""
        return self.status in ("solved", "fitted")


def verdict(task: Task, answer: Answer) -> str:
    """The status of an answer, which has to reproduce the examples where it shows what it makes of them."""
    if answer.unsupported:
        return "unsupported"
    fits = answer.claims and (answer.reproduced is None or _reproduces(task, answer.reproduced))
    if not fits:
        return "none"
    complete = len(answer.predictions) == len(task.inputs)
    return "solved" if complete and task.foretold(answer.predictions) else "fitted"


def is_checked(task: Task) -> bool:
    """Whether there is something to predict, and all of it is held back to compare predictions with."""
    return bool(task.expected) and all(output is not MISSING for output in task.expected)


def _reproduces(task: Task, values: Sequence[Any]) -> bool:
    return len(values) == len(task.train) and all(map(task.agrees, values, (one.output for one in task.train)))
