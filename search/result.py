"""What a search returns."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from ..dsl.program import Program
from .question import Question, telling_question
from .task import Task


@dataclass(frozen=True)
class Candidate:
    """A program that reproduces every example it is to, its cost, and its share of the probability."""

    program: Program
    cost: int
    probability: float


@dataclass(frozen=True)
class Stats:
    """What the search took, and what ended it.

    `stopped_by` is "solved", "time", "candidates", "memory", "exhausted" or
    "interrupted"; `level` the cost that the enumeration has come to.
    """

    seconds: float
    candidates: int
    stored: int
    level: int
    stopped_by: str


@dataclass(frozen=True)
class Result:
    """The answer to a task.

    `status` is "solved" if `program` reproduces every example, or all but the
    few that may be wrong, which are then `disbelieved`; "partial" if it is only
    the best found, "none" without a program. `programs` are the ranked rivals,
    `predictions` the program's outputs for the inputs to be predicted (None
    where it has none), `fits` which examples it reproduces, `reason` why
    there is no better answer, `notes` what should make you look twice.
    """

    status: Literal["solved", "partial", "none"]
    program: Program | None
    programs: tuple[Candidate, ...]
    predictions: list[Any]
    fits: tuple[bool, ...]
    reason: str
    stats: Stats
    notes: tuple[str, ...] = ()
    task: Task | None = field(default=None, repr=False, compare=False)

    @property
    def disbelieved(self) -> tuple[int, ...]:
        """The numbers of the examples that an answer takes to be wrong."""
        return tuple(i for i, fits in enumerate(self.fits) if not fits) if self.status == "solved" else ()

    def question(self) -> Question | None:
        """The input that would tell the rivals apart, and their outputs; None if they agree, or there are none."""
        if self.task is None:
            return None
        given = [example.inputs for example in self.task.train]
        return telling_question(self.programs, self.task.inputs, given)

    def to_json(self, *, timed: bool = True) -> dict[str, Any]:
        """The result as JSON values; without what depends on the machine's speed unless `timed`."""
        stats, question = asdict(self.stats), self.question()
        if not timed:
            del stats["seconds"]
        return {
            "status": self.status,
            "program": None if self.program is None else str(self.program),
            "python": None if self.program is None else self.program.python(),
            "predictions": self.predictions,
            "programs": [
                {"program": str(one.program), "cost": one.cost, "probability": round(one.probability, 6)}
                for one in self.programs
            ],
            "fits": list(self.fits),
            "disbelieved": list(self.disbelieved),
            "reason": self.reason,
            "notes": list(self.notes),
            "question": None if question is None else asdict(question),
            "stats": stats,
        }
