"""From the first terms of a sequence to its rule, and to the terms that come next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from time import monotonic
from typing import TypeVar

from ...search.synthesis import warmup
from ...search.task.budget import Budget
from ...search.task.settings import Progress
from ...support.errors import InputError
from ...support.kinds import SECONDS
from ..exact.exact import distinct, exact_rules
from ..noisy import NoisyRule, noisy_rules
from ..rules.digits import all_digits
from ..rules.rule import Number, Rule
from ..rules.verifying import continuation
from ..searched.searched import MEMORY, MOST_CANDIDATES, are_searchable, searched_rules
from ..terms.terms import LEAST_TERMS, terms_of
from .answer import Extension, Rival
from .weighing import Weighed, weighed_exact, weighed_noisy

AnyRule = TypeVar("AnyRule", bound=Rule)

NOISE = ("auto", "none")
SOLVING, SEARCHING = 0.4, 0.9
"""Shares of the time after which no more rules are solved for, and searched for; the rest is for noisy ones."""
FITTING = 1 / 3000
"""Seconds for each of very many terms that noisy rules take, which the search leaves them."""
SURE = 0.95
"""With this much confidence in a rule that was solved for, no other is searched for."""
UNSURE = 0.1
"""With less confidence in an exact rule the terms may as well be noisy."""
MOST_COUNT = 10_000
MOST_START = 10**15
"""Noisy rules calculate with the number of a term in double precision."""
MOST_RIVALS = 5
LEAST_PROBABILITY = 0.005
"""What is less probable does not count as a rival."""
FEW = 7
"""Fewer terms fit many rules."""


def extend_terms(
    terms: Iterable[object],
    *,
    count: int = 10,
    start: int = 0,
    validate: int | None = None,
    noise: str = "auto",
    timeout: float = 5.0,
    progress: Callable[[Progress], None] | None = None,
) -> Extension:
    """Find the rule behind the first terms of a sequence, and continue it.

    Parameters
    ----------
    progress
        Called if the search engine has to be compiled first, which is not in the time.

    The other options are those of `api.extend`.

    Raises
    ------
    InputError
        As `api.extend`.
    """
    found: list[Weighed] = []
    interrupted = False
    with all_digits():
        given = terms_of(terms)
        _check(given, count=count, start=start, validate=validate, noise=noise, timeout=timeout)
        integers = _integers(given)
        if integers is not None:
            found, interrupted = _exact(
                integers, count=count, start=start, validate=validate, timeout=timeout, progress=progress
            )
        if noise == "auto" and not interrupted and (not found or found[0].probability < UNSURE):
            try:
                noisy = _noisy(given, count=count, start=start, validate=validate)
                found = max(found, noisy, key=lambda one: one[0].probability if one else 0.0)
            except KeyboardInterrupt:
                interrupted = True
        if not found:
            reason = "interrupted before there was a rule" if interrupted else _reason(given, noise)
            answer = Extension("none", given, start, reason=reason, notes=tuple(_notes(given)))
        else:
            answer = _answer(found, given, start, count)
        return replace(answer, interrupted=interrupted)


def _check(
    terms: Sequence[Number], *, count: int, start: int, validate: int | None, noise: str, timeout: float
) -> None:
    """Refuse options that are not valid, or do not fit the terms."""
    if type(count) is not int or not 0 < count <= MOST_COUNT:
        raise InputError(f"count: {count!r:.40}; expected 1 to {MOST_COUNT}")
    if type(start) is not int or abs(start) >= MOST_START:
        raise InputError(f"start: {start!r:.40}; expected an integer of at most 15 digits")
    most = len(terms) - LEAST_TERMS + 1
    if validate is not None and (type(validate) is not int or not 0 < validate <= most):
        raise InputError(f"validate: {validate!r:.40}; expected 1 to {most}, of {len(terms)} terms")
    if noise not in NOISE:
        raise InputError(f"noise: {noise!r:.40}; expected {' or '.join(NOISE)}")
    SECONDS.checked(timeout, "timeout")


def _exact(
    terms: Sequence[int],
    *,
    count: int,
    start: int,
    validate: int | None,
    timeout: float,
    progress: Callable[[Progress], None] | None,
) -> tuple[list[Weighed], bool]:
    """Exact rules: those solved for, and where none of them is sure, those that a search finds in the time left.

    Also whether it was interrupted while it searched.
    """
    began = monotonic()
    solved = exact_rules(terms, start=start, validate=validate, timeout=SOLVING * timeout)
    verified = _verified(solved, terms, start=start, count=count)
    found = weighed_exact(verified, terms)
    left = SEARCHING * timeout - FITTING * len(terms) - (monotonic() - began)
    earlier = terms[: len(terms) - (validate or 0)]
    if left <= 0 or (found and found[0].probability >= SURE) or not are_searchable(earlier):
        return found, False
    try:
        warmup(progress)
        budget = Budget(left, MOST_CANDIDATES, MEMORY)
        rules = distinct([*solved, *searched_rules(earlier, start=start, budget=budget)], terms)
        both = _verified(rules, terms, start=start, count=count)
    except KeyboardInterrupt:
        return found, True
    known = {following: rule for rule, following in reversed(verified)}
    told = [(_told(rule, known.get(following)), following) for rule, following in both]
    return weighed_exact(told, terms), budget.interrupted


def _told(rule: Rule, solved: Rule | None) -> Rule:
    """A rule that was searched for, in the words of one that was solved for and goes on alike."""
    if solved is None or rule.formula:
        return rule
    return replace(rule, kind=solved.kind, words=solved.words, formula=solved.formula)


def _noisy(terms: Sequence[Number], *, count: int, start: int, validate: int | None) -> list[Weighed]:
    """Noisy rules, or exact ones that round a real function to the terms."""
    rules = noisy_rules(terms, start=start, validate=validate)
    found = _verified(rules, terms, start=start, count=count)
    integers = _integers(terms)
    if integers is not None and all(rule.intervals is None for rule, _ in found):
        return weighed_exact(found, integers)
    return weighed_noisy(found, known=len(terms), whole=integers is not None)


def _integers(terms: Sequence[Number]) -> list[int] | None:
    """The terms if all are integers."""
    integers = [term for term in terms if isinstance(term, int)]
    return integers if len(integers) == len(terms) else None


def _verified(
    rules: Iterable[AnyRule], terms: Sequence[Number], *, start: int, count: int
) -> list[tuple[AnyRule, tuple[Number, ...]]]:
    """The rules that survive being printed, read back and run, and how they go on."""
    pairs = ((rule, continuation(rule, terms, start=start, count=count)) for rule in rules)
    return [(rule, following) for rule, following in pairs if following is not None]


def _answer(found: Sequence[Weighed], terms: tuple[Number, ...], start: int, count: int) -> Extension:
    """The likeliest rule as the answer, the others as its rivals."""
    best, *others = found
    rule, end = best.rule, len(terms) + len(best.terms)
    intervals = None if rule.intervals is None else tuple(rule.intervals(end)[len(terms) :])
    rivals = [
        Rival(one.rule.words, one.rule.program, one.terms, one.probability)
        for one in others
        if one.probability >= LEAST_PROBABILITY
    ]
    noisy = rule if isinstance(rule, NoisyRule) and intervals is not None else None
    notes = [*_notes(terms), *(_noise_notes(terms) if noisy else ())]
    if len(best.terms) < count:
        notes.append(f"the program has no value from n = {start + end} on")
    return Extension(
        status="found",
        given=terms,
        start=start,
        program=rule.program,
        terms=best.terms,
        formula=rule.formula,
        words=rule.words,
        kind=rule.kind,
        confidence=best.probability,
        rivals=tuple(rivals[:MOST_RIVALS]),
        intervals=intervals,
        period=rule.period if isinstance(rule, NoisyRule) else None,
        noise=None if noisy is None else noisy.noise,
        outliers=() if noisy is None else noisy.outliers,
        notes=tuple(notes),
    )


def _reason(terms: Sequence[Number], noise: str) -> str:
    """Why there is no rule."""
    if isinstance(terms[0], float):
        chance = "no rule is better than chance"
        return chance if noise == "auto" else "decimals have noisy rules alone, and these are switched off"
    exact = "no exact rule with fewer numbers than terms gives all of them"
    return f"{exact}, and no noisy one is better than chance" if noise == "auto" else exact


def _notes(terms: Sequence[Number]) -> Iterator[str]:
    """What should make a person look twice at any rule of the terms."""
    if len(set(terms)) == 1:
        yield "all terms are equal, which says little of what comes next"
    if len(terms) < FEW:
        yield f"{len(terms)} terms fit many rules: give more to be sure"


def _noise_notes(terms: Sequence[Number]) -> Iterator[str]:
    """The same of a noisy rule."""
    if isinstance(terms[0], int):
        yield "no exact rule was found, or none that is likely: the terms are taken to be noisy"
