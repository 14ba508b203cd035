"""What `extend` answers: the rule, how the sequence goes on, how sure that is, and what else it may be."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from ...dsl.program import Program
from ..rules.digits import all_digits, begun
from ..rules.rule import Interval, Number

FEW = 3
"""How many terms a short text shows."""


@dataclass(frozen=True)
class Rival:
    """Another rule that the terms allow, which continues differently.

    Parameters
    ----------
    words
        The rule in one sentence.
    program
        The rule as a program.
    terms
        How the sequence goes on by it.
    probability
        Of it and all other rules that go on so.
    """

    words: str
    program: Program
    terms: tuple[Number, ...]
    probability: float


@dataclass(frozen=True, repr=False)
class Extension:
    """The rule behind the first terms of a sequence, and the terms that come next.

    Parameters
    ----------
    status
        "found", or "none" if no rule was found; then `reason` says why, and there is no program and no term.
    given
        The terms that the rule was found on.
    start
        The number of the first of them.
    program
        The rule as a program of a term's number.
    terms
        The terms that come next.
    formula
        The rule as a formula; "" if there is none.
    words
        The rule in one sentence.
    kind
        What sort of rule it is: "polynomial", "linear recurrence" ...
    confidence
        The probability that the next terms are these; of a noisy rule, that it is one at all.
    rivals
        Rules that continue differently, the likeliest first.
    intervals
        For a noisy rule, the interval of 95% for each of the next terms.
    period
        The terms after which a noisy rule repeats itself, where it does.
    noise
        For a noisy rule, the standard deviation of what is left.
    outliers
        For a noisy rule, the numbers of terms that lie far off.
    reason
        Why there is no rule.
    notes
        What should make a person look twice.
    interrupted
        Whether it was interrupted, so that better rules may be missing.
    """

    status: str
    given: tuple[Number, ...]
    start: int
    program: Program | None = None
    terms: tuple[Number, ...] = ()
    formula: str = ""
    words: str = ""
    kind: str = ""
    confidence: float = 0.0
    rivals: tuple[Rival, ...] = ()
    intervals: tuple[Interval, ...] | None = None
    period: float | None = None
    noise: float | None = None
    outliers: tuple[int, ...] = ()
    reason: str = ""
    notes: tuple[str, ...] = ()
    interrupted: bool = False

    def __repr__(self) -> str:
        if self.program is None:
            return f"Extension(none: {self.reason})"
        return f"Extension({self.kind}: {begun(self.given, FEW)} -> {begun(self.terms, FEW)})"

    def to_json(self) -> dict[str, Any]:
        """The answer as JSON values, under the names of the attributes; the program also as Python."""
        with all_digits():
            return {
                "status": self.status,
                "given": list(self.given),
                "start": self.start,
                "program": None if self.program is None else str(self.program),
                "python": None if self.program is None else self.program.python(),
                "terms": list(self.terms),
                "formula": self.formula,
                "words": self.words,
                "kind": self.kind,
                "confidence": round(self.confidence, 6),
                "rivals": [_rival_to_json(rival) for rival in self.rivals],
                "intervals": None if self.intervals is None else [asdict(one) for one in self.intervals],
                "period": self.period,
                "noise": self.noise,
                "outliers": list(self.outliers),
                "reason": self.reason,
                "notes": list(self.notes),
                "interrupted": self.interrupted,
            }


def _rival_to_json(rival: Rival) -> dict[str, Any]:
    return {
        "words": rival.words,
        "program": str(rival.program),
        "terms": list(rival.terms),
        "probability": round(rival.probability, 6),
    }
