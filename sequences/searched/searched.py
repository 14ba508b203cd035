"""Rules that the search finds: programs of the index, of the terms before, or of what makes a number a term.

A sequence is put to the search as tasks of several forms: number -> term; the
term before and the number -> the next term; all terms before -> the next term;
integer -> whether it is a term, if the terms increase. A program for any of
them gives all terms.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from math import inf
from typing import Any

from ...dsl.core.expression import Undefined
from ...dsl.core.types import LIMIT
from ...dsl.program import Program
from ...search.cost.prior import UNITS_PER_BIT
from ...search.options import SearchOptions
from ...search.synthesis import solve_task
from ...search.task.budget import Budget
from ...support.errors import InputError
from ..rules.rule import Rule
from .forms import FORMS, Form

MOST_TERMS, LEAST_TERMS = 60, 5
"""The most terms that the search sees, and the fewest with which it is asked."""
MOST_CANDIDATES = 12_000_000
"""Of all forms together, where nothing else is said."""
MEMORY = 10**9
"""In bytes, likewise."""
CHECKING = 1.0
"""Seconds beyond the time of a search, in which its rules may be found to give all terms of a long sequence."""
RULES_A_FORM = 3
LEAST_TIME = 1e-3
"""In seconds, for a form whose turn comes as the time runs out."""


def searched_rules(
    terms: Sequence[int],
    *,
    start: int = 0,
    budget: Budget | None = None,
    forms: Sequence[Form] | None = None,
    without: Collection[str] = (),
) -> list[Rule]:
    """Rules that reproduce all of the terms, the shortest first.

    Parameters
    ----------
    start
        The number of the first term.
    budget
        What all forms may spend together, and have spent: None for `MOST_CANDIDATES`.
    forms
        Those of `FORMS` that are tried, None for all.
    without
        Parts of the search that are switched off.
    """
    budget = budget or Budget(None, MOST_CANDIDATES, MEMORY)
    forms = FORMS if forms is None else forms
    if not are_searchable(terms):
        return []
    seen = list(terms[:MOST_TERMS])
    rules: list[Rule] = []
    for number, form in enumerate(forms):
        share = form.share / sum(later.share for later in forms[number:])
        rules += _of_form(form, terms, seen, start, budget, share, {*form.without, *without})
    return sorted(rules, key=lambda rule: rule.bits)


def are_searchable(terms: Sequence[int]) -> bool:
    """Whether there are enough terms for a search, and none too large for it among those that it sees."""
    return len(terms) >= LEAST_TERMS and all(abs(term) <= LIMIT for term in terms[:MOST_TERMS])


def _of_form(
    form: Form,
    terms: Sequence[int],
    seen: Sequence[int],
    start: int,
    budget: Budget,
    share: float,
    without: Collection[str],
) -> Iterator[Rule]:
    """The rules of one form that reproduce all of the terms, found with a share of what is left of the budget."""
    try:
        task = form.task(seen, start)
    except InputError:  # One term after itself may be followed by different ones.
        return
    if task is None or budget.stopped_by():
        return
    left = None if budget.max_candidates is None else max(1, int(share * (budget.max_candidates - budget.total)))
    options = SearchOptions(
        timeout=None if budget.timeout is None else max(LEAST_TIME, share * (budget.timeout - budget.seconds)),
        max_candidates=left,
        memory=budget.memory,
        top=RULES_A_FORM,
        without=without,
    )
    result = solve_task(task, options, cancelled=budget.cancelled)
    budget.note("subsearch", result.stats.candidates, result.stats.seconds)
    if result.stats.stopped_by == "interrupted":
        budget.interrupted = True  # No other form is tried.
    for candidate in result.programs:
        following = _Following(form, candidate.program, tuple(seen), start)
        if not following.gives(terms, budget):
            continue
        yield Rule(
            kind=form.kind,
            words=form.words,
            formula="",
            expression=form.expression(candidate.program, seen, start),
            bits=(candidate.cost + form.overhead) / UNITS_PER_BIT,
            free=0,
            following=following,
        )


@dataclass(frozen=True)
class _Following:
    """The terms of a rule; fewer than asked for where its program has no value."""

    form: Form
    program: Program
    seen: tuple[int, ...]
    start: int

    def __call__(self, number: int) -> list[Any]:
        found: list[Any] = []
        with suppress(Undefined):
            found.extend(islice(self._from_the_first(), number))
        return found

    def gives(self, terms: Sequence[int], budget: Budget) -> bool:
        """Whether these are the terms; not if that is unknown for so long that the time is over by far."""
        deadline = inf if budget.timeout is None else budget.timeout + CHECKING
        following = self._from_the_first()
        with suppress(Undefined):
            return all(next(following, None) == term and budget.seconds < deadline for term in terms)
        return False

    def _from_the_first(self) -> Iterator[int]:
        return self.form.following(self.program, self.seen, self.start)
