"""What an answer has changed against the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from .search.answer.result import Result
from .support.written import json_text

IN_WORDS = {
    "first": "a first program",
    "same": "the same program",
    "other": "another program",
    "none": "no program",
}


@dataclass(frozen=True)
class Foretold:
    """An input to be predicted whose prediction has changed; None is an output that a program does not have."""

    input: Any
    before: Any
    after: Any


@dataclass(frozen=True)
class Change:
    """What an answer has changed.

    `program` is "first" where there was no program before, "same", "other", or "none" where there is no program now.
    `searched` says whether the answer took a search, and `predictions` has those inputs, in both tasks, whose
    predictions differ.
    """

    program: Literal["first", "same", "other", "none"]
    searched: bool
    predictions: tuple[Foretold, ...] = ()

    def __str__(self) -> str:
        count = len(self.predictions)
        changed = f", {count} {'prediction' if count == 1 else 'predictions'} changed" if count else ""
        return f"{IN_WORDS[self.program]}{changed}"


def change_between(before: Result | None, after: Result, *, searched: bool) -> Change:
    """What an answer has changed against the one before, None if there was none."""
    program: Literal["first", "same", "other", "none"]
    if after.program is None:
        program = "none"
    elif before is None or before.program is None:
        program = "first"
    else:
        program = "same" if str(before.program) == str(after.program) else "other"
    if before is None:
        return Change(program, searched)
    old, new = _foretold(before), _foretold(after)
    differ = [key for key in new if key in old and repr(old[key][1]) != repr(new[key][1])]
    return Change(program, searched, tuple(Foretold(new[key][0], old[key][1], new[key][1]) for key in differ))


def _foretold(result: Result) -> dict[str, tuple[Any, Any]]:
    """Inputs and predictions, by the text of the input."""
    calls: Sequence[Any] = [result.task.signature.called(values) for values in result.task.inputs]
    plain = [one[0] if len(one) == 1 else one for one in calls]
    return {json_text(one): pair for one, pair in zip(plain, zip(plain, result.predictions, strict=True), strict=True)}
