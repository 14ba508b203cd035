"""Rules that the search finds: programs of the index, of the terms before, or of what makes a number a term.

A sequence is put to the search as tasks of several forms: number -> term; the
term before and the number -> the next term; all terms before -> the next term;
integer -> whether it is a term, if the terms increase. A program for any of
them gives all terms.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import count, islice, pairwise
from math import inf
from typing import Any

from ..dsl.expression import Expression, Function, Undefined, Variable, evaluate, renamed
from ..dsl.program import Program
from ..dsl.types import INT, LIMIT, list_of
from ..search.budget import Budget
from ..search.prior import FUNCTION_COST, UNITS_PER_BIT
from ..search.synthesis import solve_task
from ..search.task import InputError, Task
from .rule import INDEX, Rule, apply, constant, position

MOST_TERMS, LEAST_TERMS = 60, 5
"""The search sees so many terms at most, and is not asked with fewer."""
MOST_CANDIDATES = 12_000_000
"""Of all forms together, where nothing else is said."""
MEMORY = 10**9
"""In bytes, likewise."""
INNER = ("remainders", "bodies", "reweighting")
"""What searches within the search."""
MOST_TESTED = 80
"""Integers of which it is asked whether they are terms."""
MOST_GAP = 10_000
"""After so many integers that are none, no further term is looked for."""
CHECKING = 1.0
"""Seconds beyond the time of a search, in which its rules may be found to give all terms of a long sequence."""
RULES_A_FORM = 3
GIVEN = 2
"""So many terms are given where each follows from all before it: most rules look two terms back."""
TERMS = list_of(INT)


@dataclass(frozen=True)
class Form:
    """A way to put a sequence to the search.

    Parameters
    ----------
    kind, words
        What the rules of this form are.
    share
        Of the candidates.
    without
        Parts of the search that are not worth their work in it.
    overhead
        What is around the body of such a rule, in units of cost.
    task
        What the search is asked, None where the terms have no such form.
    expression
        The term with number `INDEX`, from the program found, the terms and the number of the first.
    following
        The terms, as many as asked for, from the program found and the terms.
    """

    kind: str
    words: str
    share: float
    without: tuple[str, ...]
    overhead: int
    task: Callable[[Sequence[int], int], Task | None]
    expression: Callable[[Program, Sequence[int], int], Expression]
    following: Callable[[Program, Sequence[int], int], Iterator[int]]


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
    result = solve_task(
        task,
        timeout=None if budget.timeout is None else share * (budget.timeout - budget.seconds),
        max_candidates=left,
        memory=budget.memory,
        top=RULES_A_FORM,
        without=without,
    )
    budget.note("within", result.stats.candidates, result.stats.seconds)
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


def _value(program: Program, *arguments: Any) -> Any:
    """The value in exact arithmetic, also for terms that are too large to be arguments of a program."""
    names = (parameter.name for parameter in program.parameters)
    return evaluate(program.body, dict(zip(names, arguments, strict=True)), exact=True)


def _index_task(terms: Sequence[int], start: int) -> Task:
    return Task.from_examples([(start + i, term) for i, term in enumerate(terms)])


def _index_expression(program: Program, terms: Sequence[int], start: int) -> Expression:
    return renamed(program.body, {program.parameters[0]: INDEX})


def _index_following(program: Program, terms: Sequence[int], start: int) -> Iterator[int]:
    for number in count(start):
        yield _value(program, number)


def _step_task(terms: Sequence[int], start: int) -> Task:
    return Task.from_examples([((before, k), term) for k, (before, term) in enumerate(pairwise(terms), start=1)])


def _step_expression(program: Program, terms: Sequence[int], start: int) -> Expression:
    before, number = Variable("before", INT), Variable("k", INT)
    body = renamed(program.body, dict(zip(program.parameters, (before, number), strict=True)))
    numbers = apply("one_to", position(start))
    return apply("fold", numbers, constant(terms[0], INT), Function((before, number), body))


def _step_following(program: Program, terms: Sequence[int], start: int) -> Iterator[int]:
    term = terms[0]
    for number in count(1):
        yield term
        term = _value(program, term, number)


def _history_task(terms: Sequence[int], start: int) -> Task:
    return Task.from_examples([(list(terms[:i]), terms[i]) for i in range(GIVEN, len(terms))])


def _history_expression(program: Program, terms: Sequence[int], start: int) -> Expression:
    before, number = Variable("terms", TERMS), Variable("k", INT)
    body = renamed(program.body, {program.parameters[0]: before})
    step = Function((before, number), apply("append", before, body))
    numbers = apply("range", constant(GIVEN, INT), apply("add", position(start), constant(1, INT)))
    grown = apply("fold", numbers, constant(list(terms[:GIVEN]), TERMS), step)
    return apply("at", grown, position(start))


def _history_following(program: Program, terms: Sequence[int], start: int) -> Iterator[int]:
    known = list(terms[:GIVEN])
    yield from known
    while True:
        known.append(_value(program, known))
        yield known[-1]


def _member_task(terms: Sequence[int], start: int) -> Task | None:
    if any(one >= other for one, other in pairwise(terms)) or terms[0] < 0:
        return None
    first = _first_tested(terms)
    tested = range(first, min(terms[-1] + 1, first + MOST_TESTED))
    if len(tested) < 2 * len(terms) and terms[-1] - first < len(terms) + 1:
        return None  # All integers are terms.
    known = set(terms)
    return Task.from_examples([(k, k in known) for k in tested])


def _first_tested(terms: Sequence[int]) -> int:
    return min(1, terms[0])


def _member_expression(program: Program, terms: Sequence[int], start: int) -> Expression:
    number = Variable("k", INT)
    body = renamed(program.body, {program.parameters[0]: number})
    return apply("such_that", constant(_first_tested(terms), INT), position(start), Function((number,), body))


def _member_following(program: Program, terms: Sequence[int], start: int) -> Iterator[int]:
    first = last = _first_tested(terms)
    for number in count(first):
        if _value(program, number):
            yield number
            last = number
        if number - last > MOST_GAP:
            return


FORMS = (
    Form(
        kind="program of the index",
        words="a program of the number of the term",
        share=0.4,
        without=(),
        overhead=0,
        task=_index_task,
        expression=_index_expression,
        following=_index_following,
    ),
    Form(
        kind="numbers such that",
        words="the integers for which a condition holds",
        share=0.25,
        without=INNER,
        overhead=8 + FUNCTION_COST,
        task=_member_task,
        expression=_member_expression,
        following=_member_following,
    ),
    Form(
        kind="step",
        words="each term follows from the one before and its number",
        share=0.2,
        without=INNER,
        overhead=8 + FUNCTION_COST,
        task=_step_task,
        expression=_step_expression,
        following=_step_following,
    ),
    Form(
        kind="terms before",
        words="each term follows from those before it",
        share=0.15,
        without=INNER,
        overhead=16 + FUNCTION_COST,
        task=_history_task,
        expression=_history_expression,
        following=_history_following,
    ),
)
"""The ways to put a sequence to the search."""
