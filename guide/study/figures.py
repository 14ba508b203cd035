"""What a study knows of each variant, as it is kept in `study.json`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any, Self

from ...support.records import record_of

LATE = 300_000
"""Candidates: tasks that the unguided search has solved by then need no guide, and say nothing of one."""


@dataclass(frozen=True)
class Trial:
    """What a search made of one task.

    `fitted`: there is a program for every example; `solved`: it also predicts every held-out output;
    `found_after`: the candidates that it took; `program`: its text.
    """

    fitted: bool
    solved: bool
    found_after: int
    program: str


@dataclass(frozen=True)
class Mark:
    """One point of a validation curve."""

    seconds: float
    loss: float
    recall10: float


@dataclass(frozen=True)
class Learning:
    """How a variant has learnt: what it took, and the figures over tasks that it did not learn from.

    `loss` and `recall10`, `recall20` are of the first head, `candidates` is the loss of the second.
    """

    parameters: int
    steps: int
    tasks: int
    seconds: float
    loss: float
    candidates: float
    recall10: float
    recall20: float
    curve: tuple[Mark, ...]


@dataclass(frozen=True)
class Guessed:
    """How many outputs the autoencoder fills in right, of so many."""

    right: int
    outputs: int


@dataclass(frozen=True)
class Woken:
    """Tasks that a variant has tried to solve half-way, for how many it has found programs, and the time that took."""

    tasks: int
    found: int
    seconds: float


@dataclass(frozen=True)
class Figures:
    """All that was measured of one variant, or of the search without a guide.

    Parameters
    ----------
    name
        Of the variant.
    trials
        By the name of the set of tasks.
    question
        Which question it belongs to; 0 for what the others are compared with.
    config
        That of the network, as JSON; with another one the figures mean nothing.
    """

    name: str
    trials: Mapping[str, tuple[Trial, ...]]
    question: int = 0
    config: str = ""
    learning: Learning | None = None
    guessed: Guessed | None = None
    woken: Woken | None = None

    def ratio(self, unguided: Figures) -> tuple[float | None, int]:
        """The median ratio of candidates taken to unguided, over so many tasks, which both fit and which take long."""
        pairs = [
            (one, other)
            for name, others in unguided.trials.items()
            for one, other in zip(self.trials[name], others, strict=True)
        ]
        ratios = [
            one.found_after / other.found_after
            for one, other in pairs
            if one.fitted and other.fitted and other.found_after > LATE
        ]
        return (median(ratios) if ratios else None), len(ratios)

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, found: Any) -> Self:
        """Read what `to_json` wrote; ValueError if it is anything else."""
        return record_of(cls, found)
