"""What a transform is: terms made of simpler ones, which may have a rule."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ....dsl.core.expression import Expression, Function, Variable
from ....dsl.core.types import INT
from ...rules.building import with_index
from ...rules.rule import Finder, apply
from .holonomic import holonomic
from .linear import linear_recurrences
from .periodic import periodic
from .polynomial import polynomials
from .series import Terms

SIMPLE: tuple[Finder, ...] = (polynomials, periodic, linear_recurrences)
RICH: tuple[Finder, ...] = (*SIMPLE, holonomic)

USUAL, RARE = 5.0, 9.0
"""What it takes to say which transform it is."""

SMALL = 1000
"""Terms of more bits are not multiplied with one another, and not taken for those of a power series."""


@dataclass(frozen=True)
class Transform:
    """What makes terms out of simpler ones.

    Parameters
    ----------
    formula
        The term a(n) by the simpler ones, b(n).
    undone, done
        The simpler terms, None if there are none, and the terms that they make; of terms and the number of the first.
    expression
        The term with number `INDEX`, of the simpler term as an expression of `INDEX` and of the number of the first.
    finders
        What finds rules of the simpler terms.
    origin
        The number of the first term, where the transform sets it.
    inner
        The number of the first of the simpler terms, where it is another one.
    given
        This many terms at the beginning are exceptions.
    bits
        What it takes to say that it is this one.
    closed
        Whether it is a formula of n where the rule of the simpler terms is.
    """

    formula: str
    undone: Callable[[Sequence[int], int], Terms | None]
    done: Callable[[Sequence[int], int], Terms]
    expression: Callable[[Expression, int], Expression]
    finders: tuple[Finder, ...]
    origin: int | None = None
    inner: int | None = None
    given: int = 0
    bits: float = USUAL
    closed: bool = False


def size_of(terms: Sequence[int]) -> int:
    """How many bits the longest term has."""
    return max(abs(term).bit_length() for term in terms)


def mapped(items: Expression, name: str, inner: Expression) -> Expression:
    """The inner expression for each of the items."""
    variable = Variable(name, INT)
    return apply("map", items, Function((variable,), with_index(inner, variable)))
