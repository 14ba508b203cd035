"""Sums over divisors, and the transforms of power series."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ....dsl.core.expression import Expression, Function, Variable
from ....dsl.core.types import INT
from ...rules.building import with_index
from ...rules.rule import INDEX, apply
from .holonomic import holonomic
from .series import divisor_sums, divisors_undone, done_by, euler_undone, exp_undone, invert_undone, without_first
from .transform import RARE, SIMPLE, Transform, mapped


def divisor_transforms() -> Iterator[Transform]:
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
        return apply("sum", mapped(divisors, "d", inner))
    variable = Variable("d", INT)
    body = apply("mul", variable, with_index(inner, apply("div", INDEX, variable)))
    return apply("sum", apply("map", divisors, Function((variable,), body)))


def _moebius_sum(inner: Expression, _: int) -> Expression:
    variable = Variable("d", INT)
    body = apply("mul", apply("moebius", apply("div", INDEX, variable)), with_index(inner, variable))
    return apply("sum", apply("map", apply("divisors", INDEX), Function((variable,), body)))


def series_transforms() -> Iterator[Transform]:
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
    return apply("last", apply(name, mapped(apply("one_to", INDEX), "k", inner)))
