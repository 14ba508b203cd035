"""The ways to put a sequence to the search as a task, and what a program for such a task says of the sequence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count, pairwise
from typing import Any, Protocol

from ...dsl.core.expression import Expression, Function, Variable, evaluate, renamed
from ...dsl.core.types import INT, list_of
from ...dsl.program import Program
from ...search.cost.prior import FUNCTION_COST
from ...search.task.task import Task
from ..rules.rule import INDEX, apply, constant, position

INNER: tuple[str, ...] = (
    "selections",
    "walks",
    "comprehensions",
    "remainders",
    "loops",
    "recurrences",
    "tabulation",
    "reweighting",
)
"""What searches within the search."""
MOST_TESTED = 80
"""Integers of which it is asked whether they are terms."""
MOST_GAP = 10_000
"""After this many integers in a row that are not terms, no further term is looked for."""
REACH = 100_000
"""The primitive `such_that` looks at no more integers."""
GIVEN = 2
"""How many terms are given where each follows from all before it: most rules look two terms back."""
TERMS = list_of(INT)


class Form(Protocol):
    """A way to put a sequence to the search.

    `kind` and `words` say what its rules are, `share` is its part of the candidates, `without` names parts of the
    search that are not worth their work in it, and `overhead` is what is around the body of a rule, in units of cost.
    """

    kind: str
    words: str
    share: float
    without: tuple[str, ...]
    overhead: int

    def task(self, terms: Sequence[int], start: int) -> Task | None:
        """What the search is asked of terms, the first with the number `start`; None if they have no such form.

        Raises
        ------
        InputError
            If the terms contradict each other in this form.
        """
        ...

    def expression(self, program: Program, terms: Sequence[int], start: int) -> Expression:
        """The term with number `INDEX`, by a program for the task."""
        ...

    def following(self, program: Program, terms: Sequence[int], start: int) -> Iterator[int]:
        """The terms one after the other, from the first on, by a program for the task.

        Raises
        ------
        Undefined
            Where the program has no value.
        """
        ...


class OfIndex:
    """Number -> term."""

    kind = "program of the index"
    words = "a program of the number of the term"
    share = 0.4
    without: tuple[str, ...] = ()
    overhead = 0

    def task(self, terms: Sequence[int], start: int) -> Task:
        return Task.from_examples([(start + i, term) for i, term in enumerate(terms)])

    def expression(self, program: Program, terms: Sequence[int], start: int) -> Expression:
        return renamed(program.body, {program.parameters[0]: INDEX})

    def following(self, program: Program, terms: Sequence[int], start: int) -> Iterator[int]:
        for number in count(start):
            yield _value(program, number)


class SuchThat:
    """Integer -> whether it is a term, if the terms increase."""

    kind = "numbers such that"
    words = "the integers for which a condition holds"
    share = 0.25
    without = INNER
    overhead = 8 + FUNCTION_COST

    def task(self, terms: Sequence[int], start: int) -> Task | None:
        if any(one >= other for one, other in pairwise(terms)) or terms[0] < 0:
            return None
        first = self._first(terms)
        if terms[-1] - first <= len(terms):
            return None  # All integers are terms, or all but one.
        known = set(terms)
        tested = range(first, min(terms[-1] + 1, first + MOST_TESTED))
        return Task.from_examples([(k, k in known) for k in tested])

    def expression(self, program: Program, terms: Sequence[int], start: int) -> Expression:
        number = Variable("k", INT)
        condition = Function((number,), renamed(program.body, {program.parameters[0]: number}))
        return apply("such_that", constant(self._first(terms), INT), position(start), condition)

    def following(self, program: Program, terms: Sequence[int], start: int) -> Iterator[int]:
        last = first = self._first(terms)
        for number in range(first, first + REACH):
            if _value(program, number):
                yield number
                last = number
            if number - last > MOST_GAP:
                return

    def _first(self, terms: Sequence[int]) -> int:
        """The first integer of which it is asked whether it is a term."""
        return min(1, terms[0])


class Step:
    """The term before and the number of a term -> the term."""

    kind = "step"
    words = "each term follows from the one before and its number"
    share = 0.2
    without = INNER
    overhead = 8 + FUNCTION_COST

    def task(self, terms: Sequence[int], start: int) -> Task:
        return Task.from_examples([((before, k), term) for k, (before, term) in enumerate(pairwise(terms), start=1)])

    def expression(self, program: Program, terms: Sequence[int], start: int) -> Expression:
        before, number = Variable("before", INT), Variable("k", INT)
        body = renamed(program.body, dict(zip(program.parameters, (before, number), strict=True)))
        numbers = apply("one_to", position(start))
        return apply("fold", numbers, constant(terms[0], INT), Function((before, number), body))

    def following(self, program: Program, terms: Sequence[int], start: int) -> Iterator[int]:
        term = terms[0]
        for number in count(1):
            yield term
            term = _value(program, term, number)


class OfTermsBefore:
    """All terms before a term -> the term."""

    kind = "terms before"
    words = "each term follows from those before it"
    share = 0.15
    without = INNER
    overhead = 16 + FUNCTION_COST

    def task(self, terms: Sequence[int], start: int) -> Task:
        return Task.from_examples([(list(terms[:i]), terms[i]) for i in range(GIVEN, len(terms))])

    def expression(self, program: Program, terms: Sequence[int], start: int) -> Expression:
        before, number = Variable("terms", TERMS), Variable("k", INT)
        body = renamed(program.body, {program.parameters[0]: before})
        step = Function((before, number), apply("append", before, body))
        numbers = apply("range", constant(GIVEN, INT), apply("add", position(start), constant(1, INT)))
        grown = apply("fold", numbers, constant(list(terms[:GIVEN]), TERMS), step)
        return apply("at", grown, position(start))

    def following(self, program: Program, terms: Sequence[int], start: int) -> Iterator[int]:
        known = list(terms[:GIVEN])
        yield from known
        while True:
            known.append(_value(program, known))
            yield known[-1]


OTHERS: tuple[Form, ...] = (SuchThat(), Step(), OfTermsBefore())
"""Those that a task from number to term does not have already."""
FORMS: tuple[Form, ...] = (OfIndex(), *OTHERS)
"""The ways to put a sequence to the search."""


def _value(program: Program, *arguments: Any) -> Any:
    """The value in exact arithmetic, also for terms that are too large to be arguments of a program."""
    names = (parameter.name for parameter in program.parameters)
    return evaluate(program.body, dict(zip(names, arguments, strict=True)), exact=True)
