"""What the benchmark asks of a solver, induce or a rival: an answer to a task, within limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from ...search.options import DEFAULTS
from ...search.task.task import Task


@dataclass(frozen=True)
class Limits:
    """What one task may take: seconds, candidates (None for no limit), bytes; and the seed of what is drawn."""

    timeout: float | None = DEFAULTS.timeout
    candidates: int | None = DEFAULTS.max_candidates
    memory: int = DEFAULTS.memory_bytes
    seed: int = DEFAULTS.seed


@dataclass(frozen=True)
class Answer:
    """What a solver says.

    Parameters
    ----------
    claims
        Whether the solver says that its program reproduces every example.
    reproduced
        The outputs of its program for the examples' inputs, None where undefined. The benchmark
        compares them with the examples itself. None if the solver gives predictions alone: then its claim stands.
    predictions
        Its outputs for the inputs to be predicted, None where undefined.
    program
        The program as text, "" if there is none.
    candidates, cost
        What the search tried, and what the program costs, in the solver's own units; None if it does not tell.
    confidence
        The probability, as the solver says, that all of its predictions are right; None if it does not tell.
    unsupported
        Why the solver cannot take this task at all, "" if it can. Such a task counts as not solved.
    """

    claims: bool
    predictions: list[Any]
    reproduced: list[Any] | None = None
    program: str = ""
    candidates: int | None = None
    cost: int | None = None
    confidence: float | None = None
    unsupported: str = ""


class Solver(Protocol):
    """Anything that answers tasks. It is pickled into each worker process, where `prepare` runs once, off the clock."""

    @property
    def name(self) -> str:
        """What tables call it."""
        ...

    @property
    def settings(self) -> dict[str, Any]:
        """All that its answers depend on besides task and limits, as JSON values: options, versions."""
        ...

    def prepare(self) -> None:
        """Load, compile, start: whatever is not to be charged to the first task."""
        ...

    def solve(self, task: Task, limits: Limits) -> Answer:
        """Answer a task; its held-out outputs, if it has any, have been taken out before.

        Raises
        ------
        InputError
            If the task is none for these settings.
        """
        ...
