"""Rules of sums, products, divisor sums and other transforms of terms that have a simpler rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...rules.bits import numbers_bits
from ...rules.building import later, with_index
from ...rules.rule import Rule, position
from ...rules.writing import written
from .plain_transforms import plain_transforms, powers
from .series_transforms import divisor_transforms, series_transforms
from .transform import SMALL, Transform, size_of

CLOSED = frozenset({"constant", "polynomial", "geometric", "sum of powers"})
"""Rules that are formulas of n."""

FEWEST = 4
"""How many simpler terms are needed."""


def transforms(terms: Sequence[int], *, start: int) -> Iterator[Rule]:
    """The rules of everything that the terms may be a transform of."""
    series = series_transforms() if size_of(terms) <= SMALL else ()
    for transform in (*plain_transforms(), *powers(terms), *divisor_transforms(), *series):
        later_terms = terms[transform.given :]
        origin = start + transform.given if transform.origin is None else transform.origin
        simpler = transform.undone(later_terms, origin)
        if simpler is not None and len(simpler) >= FEWEST:
            inner = origin if transform.inner is None else transform.inner
            for finder in transform.finders:
                for rule in finder(simpler, start=inner):
                    yield _outer(transform, rule, terms, start, origin)


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
