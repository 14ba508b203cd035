"""Rules of sums, products, divisor sums and other transforms of terms that have a simpler rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, pairwise
from math import factorial, isqrt
from operator import mul

from ...dsl.expression import Expression, Function, Variable
from ...dsl.types import INT
from ..bits import numbers_bits
from ..building import integer, later, offset, raised, with_index
from ..rule import INDEX, Finder, Rule, apply, position
from ..writing import digits, written
from .holonomic import holonomic
from .linear import linear_recurrences
from .periodic import periodic
from .polynomial import polynomials
from .series import (
    Terms,
    divisor_sums,
    divisors_undone,
    done_by,
    euler_undone,
    exp_undone,
    invert_undone,
    without_first,
)

SIMPLE: tuple[Finder, ...] = (polynomials, periodic, linear_recurrences)
RICH: tuple[Finder, ...] = (*SIMPLE, holonomic)

USUAL, RARE = 5.0, 9.0
"""What it takes to say which transform it is."""

SMALL = 1000
"""Series of longer terms are not transformed."""

CLOSED = frozenset({"constant", "polynomial", "geometric", "sum of powers"})
"""Rules that are formulas of n."""

FEWEST = 4
"""So many simpler terms are needed."""


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
        So many terms at the beginning are exceptions.
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


def transforms(terms: Sequence[int], *, start: int) -> Iterator[Rule]:
    """The rules of everything that the terms may be a transform of."""
    series = _of_series() if _size(terms) <= SMALL else ()
    for transform in (*_along(), *_powers(terms), *_over_divisors(), *series):
        later_terms = terms[transform.given :]
        origin = start + transform.given if transform.origin is None else transform.origin
        simpler = transform.undone(later_terms, origin)
        if simpler is not None and len(simpler) >= FEWEST:
            inner = origin if transform.inner is None else transform.inner
            for finder in transform.finders:
                for rule in finder(simpler, start=inner):
                    yield _outer(transform, rule, terms, start, origin)


def _size(terms: Sequence[int]) -> int:
    """How many bits the longest term has."""
    return max(abs(term).bit_length() for term in terms)


def _outer(transform: Transform, rule: Rule, terms: Sequence[int], start: int, origin: int) -> Rule:
    """The rule of the terms, by that of the simpler ones."""
    first = list(terms[: transform.given])
    shift = start + transform.given - origin
    expression = with_index(transform.expression(rule.expression, origin), position(shift))

    def following(count: int) -> list[int]:
        simpler = rule.following(max(count, 1))
        return [*first, *transform.done([int(value) for value in simpler], origin)][:count]

    formula = f"{transform.formula}, {rule.formula.replace('a(', 'b(')}" if rule.formula else transform.formula
    if transform.closed and rule.kind in CLOSED and not first:
        formula = f"a(n) = {written(expression)}"
    return Rule(
        kind="transform",
        words=f"{transform.formula}, where b(n) is {rule.words}",
        formula=formula,
        expression=later(first, expression, start),
        bits=transform.bits + rule.bits + numbers_bits(first),
        free=rule.free + transform.given,
        following=following,
    )


def _mapped(items: Expression, name: str, inner: Expression) -> Expression:
    """The inner expression for each of the items."""
    variable = Variable(name, INT)
    return apply("map", items, Function((variable,), with_index(inner, variable)))


def _before(inner: Expression) -> Expression:
    return with_index(inner, offset(INDEX, -1))


def _from(first: int) -> Expression:
    """The numbers from the first up to `INDEX`."""
    return apply("one_to", INDEX) if first == 1 else apply("range", integer(first), offset(INDEX, 1))


def _along() -> Iterator[Transform]:
    """Sums, differences, products and ratios, and multiples of n and n!."""
    yield Transform(
        "a(n) = the sum of the b(k) up to k = n",
        lambda terms, _: [terms[0], *(after - before for before, after in pairwise(terms))],
        lambda terms, _: list(accumulate(terms)),
        lambda inner, first: apply("sum", _mapped(_from(first), "k", inner)),
        RICH,
    )
    yield Transform(
        "a(n) = b(n) - b(n-1)",
        lambda terms, _: list(accumulate(terms)),
        lambda terms, _: [terms[0], *(after - before for before, after in pairwise(terms))],
        lambda inner, first: _unless_first(inner, apply("sub", inner, _before(inner)), first),
        RICH,
    )
    yield Transform(
        "a(n) = n! b(n)",
        lambda terms, first: _quotients(terms, [factorial(n) for n in _numbers(terms, first)]) if first >= 0 else None,
        lambda terms, first: [factorial(n) * value for n, value in zip(_numbers(terms, first), terms, strict=True)],
        lambda inner, _: _factorials(inner),
        SIMPLE,
        closed=True,
    )
    yield Transform(
        "a(n) = the product of the b(k) up to k = n",
        lambda terms, _: _ratios(terms),
        lambda terms, _: list(accumulate(terms, mul)),
        lambda inner, first: apply("product", _mapped(_from(first), "k", inner)),
        RICH,
    )
    yield Transform(
        "a(n) = b(n)/b(n-1)",
        lambda terms, _: None if 0 in terms or _size(terms) > SMALL else list(accumulate(terms, mul)),
        lambda terms, _: _ratios(terms) or [],
        lambda inner, first: _unless_first(inner, apply("div", inner, _before(inner)), first),
        SIMPLE,
    )
    for given in (0, 1):
        yield Transform(
            "a(n) = n b(n)",
            lambda terms, first: _quotients(terms, _numbers(terms, first)),
            lambda terms, first: [n * value for n, value in zip(_numbers(terms, first), terms, strict=True)],
            lambda inner, _: apply("mul", INDEX, inner),
            RICH,
            origin=1,
            given=given,
            closed=True,
        )


def _factorials(inner: Expression) -> Expression:
    product = apply("product", apply("one_to", INDEX))
    return product if inner == integer(1) else apply("mul", product, inner)


def _numbers(terms: Sequence[int], first: int) -> range:
    return range(first, first + len(terms))


def _unless_first(inner: Expression, expression: Expression, first: int) -> Expression:
    return apply("if_else", apply("eq", INDEX, integer(first)), inner, expression)


def _ratios(terms: Sequence[int]) -> Terms | None:
    if 0 in terms:
        return None
    ratios = _quotients(terms[1:], terms[:-1])
    return None if ratios is None else [terms[0], *ratios]


def _quotients(terms: Sequence[int], divisors: Sequence[int]) -> Terms | None:
    """The terms over the divisors, if all come out even."""
    if any(term % divisor for term, divisor in zip(terms, divisors, strict=True)):
        return None
    return [term // divisor for term, divisor in zip(terms, divisors, strict=True)]


def _powers(terms: Sequence[int]) -> Iterator[Transform]:
    """Squares of simpler terms, and powers of one base."""
    if min(terms) < 0 or max(terms) < 2:
        return
    roots = [isqrt(term) for term in terms]
    if all(root * root == term for root, term in zip(roots, terms, strict=True)):
        yield Transform(
            "a(n) = b(n)^2",
            lambda _terms, _: roots,
            lambda values, _: [value * value for value in values],
            lambda inner, _: raised(inner, 2),
            RICH,
            closed=True,
        )
    base = min(term for term in terms if term > 1)
    exponents = [_exponent(term, base) for term in terms]
    known = [exponent for exponent in exponents if exponent is not None]
    if len(known) == len(terms) and max(known) > 1:
        yield Transform(
            f"a(n) = {digits(base)}^b(n)",
            lambda _terms, _: known,
            lambda values, _: [base**value if 0 <= value < 10**4 else 0 for value in values],
            lambda inner, _: apply("power", integer(base), inner),
            SIMPLE,
            closed=True,
        )


def _exponent(value: int, base: int) -> int | None:
    """The power of the base that the value is."""
    exponent = 0
    while value > 1 and value % base == 0:
        value, exponent = value // base, exponent + 1
    return exponent if value == 1 else None


def _over_divisors() -> Iterator[Transform]:
    """Sums over the divisors of n, of terms counted from 1; before them there may be an exception."""
    for given in (0, 1):
        for power, factor in ((0, ""), (1, "d ")):
            yield Transform(
                f"a(n) = the sum of the {factor}b(n/d) over the divisors d of n",
                lambda terms, _, power=power: divisors_undone(terms, power=power),  # type: ignore[misc]
                lambda terms, _, power=power: divisor_sums(terms, power=power),  # type: ignore[misc]
                partial(_divisor_sum, power=power),
                SIMPLE,
                origin=1,
                given=given,
                bits=RARE,
            )
        yield Transform(
            "a(n) = the sum of the mu(n/d) b(d) over the divisors d of n",
            lambda terms, _: divisor_sums(terms, power=0),
            lambda terms, _: divisors_undone(terms, power=0),
            _moebius_sum,
            SIMPLE,
            origin=1,
            given=given,
            bits=RARE,
        )


def _divisor_sum(inner: Expression, _: int, *, power: int) -> Expression:
    divisors = apply("divisors", INDEX)
    if power == 0:
        return apply("sum", _mapped(divisors, "d", inner))
    variable = Variable("d", INT)
    body = apply("mul", variable, with_index(inner, apply("div", INDEX, variable)))
    return apply("sum", apply("map", divisors, Function((variable,), body)))


def _moebius_sum(inner: Expression, _: int) -> Expression:
    variable = Variable("d", INT)
    body = apply("mul", apply("moebius", apply("div", INDEX, variable)), with_index(inner, variable))
    return apply("sum", apply("map", apply("divisors", INDEX), Function((variable,), body)))


def _of_series() -> Iterator[Transform]:
    """Transforms of power series; their first term, a(0) = 1, may have been left out."""
    for name, title, undone, finders in (
        ("euler_transform", "the EULER transform of b(1), b(2), ...", euler_undone, SIMPLE),
        ("exp_transform", "the EXP transform of b(1), b(2), ...", exp_undone, SIMPLE),
        ("invert_transform", "the INVERT transform of b(1), b(2), ...", invert_undone, (holonomic,)),
    ):
        express = partial(_series_term, name)
        yield Transform(
            title,
            lambda terms, _, undone=undone: undone(terms) if terms[0] == 1 else None,  # type: ignore[misc]
            done_by(name),
            express,
            finders,
            origin=0,
            inner=1,
            bits=RARE,
        )
        yield Transform(
            title,
            lambda terms, _, undone=undone: undone([1, *terms]),  # type: ignore[misc]
            without_first(done_by(name)),
            express,
            finders,
            origin=1,
            bits=RARE,
        )


def _series_term(name: str, inner: Expression, _: int) -> Expression:
    return apply("last", apply(name, _mapped(apply("one_to", INDEX), "k", inner)))
