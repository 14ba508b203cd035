"""What a rule of a sequence is, whoever finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from ...dsl.core.expression import Expression, Undefined, Variable, call
from ...dsl.core.expression import Literal as Constant
from ...dsl.core.types import INT, Type
from ...dsl.language.language import BUILTIN
from ...dsl.program import Program

INDEX = Variable("n", INT)
"""The parameter of every rule's program."""

Number = int | float


@dataclass(frozen=True)
class Interval:
    """Between what bounds a further term lies with 95% probability."""

    low: float
    high: float


@dataclass(frozen=True)
class Rule:
    """A rule that reproduces the terms it was found on, or comes near them where they are noisy.

    Parameters
    ----------
    kind
        What sort of rule it is, in a word or two: "polynomial", "linear recurrence".
    words
        The rule in one sentence.
    formula
        Its closed form, or its recurrence, as a formula: "a(n) = n^2 + 1"; "" if there is none.
    expression
        The term with number `INDEX`, as an expression of the language.
    bits
        What it takes to say which rule of all rules it is: the sort of rule and its constants.
    free
        How many numbers were solved for; always fewer than the terms.
    following
        The terms from the first on, as many as asked for, in exact arithmetic where the rule is exact; fewer where the
        program has no value for the next one.
    intervals
        For a noisy rule, the interval of each term from the first on, as many as asked for.
    """

    kind: str
    words: str
    formula: str
    expression: Expression
    bits: float
    free: int
    following: Callable[[int], Sequence[Number]]
    intervals: Callable[[int], list[Interval]] | None = None

    @property
    def program(self) -> Program:
        """The rule as a program of the index, in exact arithmetic."""
        return Program((INDEX,), self.expression, exact=True)

    def gives(self, terms: Sequence[Number]) -> bool:
        """Whether these are its first terms."""
        try:
            return list(self.following(len(terms))) == list(terms)
        except Undefined:
            return False


class Finder(Protocol):
    """Looks for rules of one sort."""

    def __call__(self, terms: Sequence[int], *, start: int) -> Iterator[Rule]:
        """Rules that reproduce all of the terms, the first of which has the number `start`."""
        ...


def constant(value: int | float | list[int] | list[list[int]], type_: Type) -> Constant:
    """A constant of an expression."""
    return Constant(value, type_)


def apply(name: str, *arguments: Expression) -> Expression:
    """A primitive of the language, by name, on arguments.

    Raises
    ------
    TypeError
        If it does not apply to arguments of these types.
    """
    return call(BUILTIN.vocabulary[name], *arguments)


def position(start: int) -> Expression:
    """How many terms come before the one with number `INDEX`, where the first has the number `start`."""
    if start == 0:
        return INDEX
    return apply("sub" if start > 0 else "add", INDEX, constant(abs(start), INT))
