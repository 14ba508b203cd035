"""What a search may spend, and what it has spent."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from math import inf

from ...dsl.core.patience import until

INTERRUPTED = "interrupted"
"""What stopped a search that a person has stopped."""

RATES = {
    "store": 1.5e6,
    "match": 1.0e7,
    "deduce": 2.0e6,
    "branch": 1.0e6,
    "constants": 1.0e7,
    "subsearch": 1.0e6,
    "edits": 1.0e5,
    "concatenation": 1.0e5,
    "tables": 100_000,
    "comprehensions": 1.0e5,
    "references": 2.0e4,
    "firsts": 1.0e6,
    "walks": 1.0e6,
    "recurrences": 1.0e6,
    "tabulation": 1.0e6,
}
"""Candidates per second that are assumed until this search has measured its own."""

LEAST_MEASURED = 0.05
"""Seconds that a phase must have taken for its rate to be known."""

CALL = 0.02
"""Seconds that a call of a kernel takes, about."""

CHUNK = 30_000
"""Candidates for a call of a kernel under a candidate budget."""

LEAST_QUOTA = 4
"""The fewest candidates for one: those of long lists and texts take a millisecond each."""

USUAL_WORDS = 250
"""So many words of values, over all examples, take no longer than is assumed here; of more all work takes longer."""

CHUNK_WORDS = 3_000_000
"""Words for a call of a kernel under a candidate budget, at most, where there are more than usual."""

STEADY = 4
"""A call may be so many times as fast as is assumed of large values: other primitives than those measured are not."""

FASTER = 4
"""A call that took so many times less than it may is followed by one of as many times the candidates."""

ENDING, ENDING_SHARE = 0.1, 0.1
"""Seconds, and at most this share of the time, that are left when a search ends: for what comes after it."""

WORD, WORDS_SHARE = 1.5e-6, 0.4
"""The same for each word of the values: a program that is found is run on all of them, and what it says compared."""

TRIFLE = 20_000
"""This many candidates are always affordable."""


def never() -> bool:
    """Whether a search that nobody can cancel is cancelled."""
    return False


@dataclass
class Budget:
    """Limits of one search.

    Decisions under a candidate budget look at candidates alone, so that the
    same call takes the same steps on any machine; the clock then only stops it.
    `candidates` are those of this search, `others` those of searches that take
    turns with it, which count as well. `cancelled` says whether whoever waits for the
    search has asked for its end; the budgets of all its parts ask the same. `words` are those of
    the values that it works on, over all examples.
    """

    timeout: float | None
    max_candidates: int | None
    memory: int
    started: float = field(default_factory=time.perf_counter)
    candidates: int = 0
    others: int = 0
    share: float = 1.0
    interrupted: bool = False
    cancelled: Callable[[], bool] = never
    words: int = 1
    _spent: dict[str, list[float]] = field(default_factory=lambda: {phase: [0.0, 0.0] for phase in RATES})

    @property
    def seconds(self) -> float:
        return time.perf_counter() - self.started

    @property
    def total(self) -> int:
        """The candidates of all searches that share the limits."""
        return self.candidates + self.others

    @property
    def effort(self) -> float:
        """The seconds that all work so far would take at the assumed rates: the same on any machine."""
        return sum(candidates / RATES[phase] for phase, (candidates, _) in self._spent.items())

    def beside(self, *, share: float, memory: int) -> Budget:
        """The budget of a search that takes turns with others under the same limits.

        Parameters
        ----------
        share
            Of the work, for this search.
        memory
            In bytes.
        """
        return Budget(self.timeout, self.max_candidates, memory, self.started, share=share, cancelled=self.cancelled)

    def first(self, share: float) -> Budget:
        """The budget of a search that others follow under the same limits."""
        timeout = None if self.timeout is None else share * self.timeout
        most = None if self.max_candidates is None else int(share * self.max_candidates)
        return Budget(timeout, most, self.memory, self.started, cancelled=self.cancelled)

    @contextmanager
    def portion(self, share: float) -> Iterator[Budget]:
        """The budget of a part of the work, which counts in this one: this share of what is left."""
        timeout = None if self.timeout is None else share * max(0.0, self.timeout - self.seconds)
        most = None if self.max_candidates is None else int(share * max(0, self.max_candidates - self.total))
        part = Budget(timeout, most, self.memory, cancelled=self.cancelled)
        try:
            yield part
        finally:
            self.candidates += part.candidates

    def shares(self, count: int) -> Iterator[Budget]:
        """A budget for each of several parts: an even share of what those before have left."""
        for left in range(count, 0, -1):
            with self.portion(1 / left) as part:
                yield part

    @contextmanager
    def keeping_back(self, words: int) -> Iterator[None]:
        """Within it the time is a little shorter: what is left is for checking and ranking what a search has found.

        Parameters
        ----------
        words
            Those of the values, over all examples.
        """
        kept = 0.0
        if self.timeout is not None:
            usual = min(ENDING, ENDING_SHARE * self.timeout)
            kept = max(usual, min(words * WORD, WORDS_SHARE * self.timeout))
            self.timeout -= kept
        try:
            yield
        finally:
            if self.timeout is not None:
                self.timeout += kept

    def patience(self, beyond: float = 0.0) -> AbstractContextManager[None]:
        """Within it the interpreter raises `OutOfTime` so many seconds after the time is over."""
        return until(None if self.timeout is None else self.started + self.timeout + beyond)

    def note(self, phase: str, candidates: int, seconds: float) -> None:
        """Record the candidates that a phase has tried, and its time."""
        self.candidates += candidates
        spent = self._spent[phase]
        spent[0] += candidates
        spent[1] += seconds

    def measured(self, phase: str) -> float | None:
        """Candidates a second in a phase so far; None if it has taken too little time to tell."""
        candidates, seconds = self._spent[phase]
        return candidates / seconds if seconds > LEAST_MEASURED else None

    def rate(self, phase: str) -> float:
        """Candidates a second in a phase, as measured so far or else assumed."""
        measured = self.measured(phase)
        return self.assumed(phase) if measured is None else measured

    def steady_rate(self, phase: str) -> float:
        """The same, but as assumed under a candidate budget, so that decisions do not depend on the machine."""
        return self.rate(phase) if self.max_candidates is None else RATES[phase]

    def assumed(self, phase: str) -> float:
        """Candidates a second that are assumed where values are so large."""
        return RATES[phase] / max(1.0, self.words / USUAL_WORDS)

    def affords(self, phase: str, work: float, share: float) -> bool:
        """Whether this many candidates are few, or take at most this share of what is left."""
        if work <= TRIFLE:
            return True
        work /= self.share
        if self.max_candidates is not None:
            return work <= share * (self.max_candidates - self.total)
        if self.timeout is not None:
            return work <= share * (self.timeout - self.seconds) * self.rate(phase)
        return True

    def stopped_by(self) -> str | None:
        """Which limit is reached, if one is; "interrupted" if the search is to end for that."""
        if self.interrupted or self.cancelled():
            return INTERRUPTED
        if self.max_candidates is not None and self.total >= self.max_candidates:
            return "candidates"
        if self.timeout is not None and self.seconds >= self.timeout:
            return "time"
        return None

    def is_over(self) -> bool:
        """Whether a limit is reached."""
        return self.stopped_by() is not None

    def watch(self, share: float) -> Callable[[], bool]:
        """Tells whether a limit is reached, or this share of the time spent that is left now.

        Under a candidate budget it tells of limits alone.
        """
        if self.timeout is None or self.max_candidates is not None:
            return self.is_over
        began = self.seconds
        end = began + share * (self.timeout - began)
        return lambda: self.interrupted or self.cancelled() or self.seconds >= end

    def leaves(self, seconds: float) -> bool:
        """Whether more than so many seconds are left.

        Under a candidate budget, which looks at no clock, it is true until somebody cancels the search.
        """
        if self.cancelled():
            return False
        if self.timeout is None or self.max_candidates is not None:
            return True
        return self.timeout - self.seconds > seconds

    def at_most(self, work: int) -> int:
        """This much work, or what the candidate budget still allows if that is less."""
        return work if self.max_candidates is None else max(0, min(work, self.max_candidates - self.total))

    def part(self, candidates: int, memory: int) -> Budget:
        """The budget of a search within this one, which has half of its memory at most: its own bank is there, too."""
        timeout = None if self.timeout is None else max(0.0, self.timeout - self.seconds)
        return Budget(
            timeout, self.at_most(candidates), min(memory, self.memory // 2),
            cancelled=self.cancelled,
        )  # fmt: skip

    def quota(self, phase: str) -> int:
        """Candidates for the next call of a kernel: about 20 ms of work, within the candidate budget.

        Under such a budget always the same number for a task: where a call ends must not depend on the machine.
        """
        if self.max_candidates is not None:
            return self.at_most(max(LEAST_QUOTA, CHUNK_WORDS // self.words) if self.words > USUAL_WORDS else CHUNK)
        most = STEADY * self.assumed(phase) if self.words > USUAL_WORDS else inf
        return max(LEAST_QUOTA, int(CALL * min(most, self.rate(phase))))

    def quotas(self, phase: str, count: int) -> list[int]:
        """The same for several calls side by side: the later ones get what the others leave."""
        quota = self.quota(phase)
        if self.max_candidates is None:
            quota = max(LEAST_QUOTA, quota // max(1, count))  # The rate is that of all together.
        return [self.at_most(quota * (number + 1)) - self.at_most(quota * number) for number in range(count)]


class Pace:
    """How many candidates the next of several calls of one kind may try.

    Where values are long, one kind may take a hundred times as long as the usual ones of its phase. Then there are
    few at first, and more while calls are short. Under a candidate budget, which looks at no clock, it is the quota.
    """

    def __init__(self, budget: Budget, phase: str) -> None:
        self._budget, self._phase = budget, phase
        self._is_cautious = budget.max_candidates is None and budget.words > USUAL_WORDS
        self._most = LEAST_QUOTA

    def quota(self) -> int:
        """Candidates for the next call."""
        quota = self._budget.quota(self._phase)
        return min(quota, self._most) if self._is_cautious else quota

    def note(self, candidates: int, seconds: float) -> None:
        """Record the candidates that a call has tried, and its time."""
        self._budget.note(self._phase, candidates, seconds)
        self._most = self._most * FASTER if seconds < CALL / FASTER else max(LEAST_QUOTA, self._most // FASTER)
