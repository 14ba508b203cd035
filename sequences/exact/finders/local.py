"""Rules that make a term from earlier ones in other than linear ways: squares, halves, convolutions, sums of all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import comb

from ....dsl.core.bounds import MAX_BITS
from ....dsl.core.expression import Expression, Function, Undefined, Variable
from ....dsl.core.types import INT, list_of
from ...rules.algebra import PRIME, as_integers, combination
from ...rules.bits import expression_bits, integer_bits, numbers_bits
from ...rules.building import divided, integer, integers, offset, weighted
from ...rules.rule import Rule, apply, position
from ...rules.writing import digits, summed

SCREEN = 2**61 - 1
"""Whether features can add up to the terms is told by a determinant modulo this prime."""

FAR = 1000
"""Where the first term has a larger number, powers of 2 have no part in a rule."""

TERMS = Variable("xs", list_of(INT))
PLACE = Variable("k", INT)
"""The terms so far, and how many they are."""


@dataclass(frozen=True)
class Feature:
    """A part of a local rule.

    Parameters
    ----------
    text
        What it is in the formula of a(n).
    lag
        How many terms there must be before.
    value
        Its value, of the terms before and the number of the term, which is the sum of their count and the first's.
    expression
        The same of `TERMS` and the number of the term as an expression; None for the number 1.
    """

    text: str
    lag: int
    value: Callable[[Sequence[int], int], int]
    expression: Callable[[Expression], Expression] | None


def _at(back: int) -> Expression:
    return apply("at", TERMS, integer(-back))


def _half(number: Expression, addend: int) -> Expression:
    """The term whose number is half of this one, where the first has the number 0."""
    return apply("at", TERMS, divided(offset(number, addend), 2))


def _labelled(product: Expression) -> Expression:
    """The sum over the terms with binomial coefficients."""
    coefficients = apply("choose", offset(PLACE, -1), apply("indices", TERMS))
    return apply("dot", coefficients, product)


ONE = Feature("", 0, lambda _, n: 1, None)
NUMBER = Feature("n", 0, lambda _, n: n, lambda n: n)
POWER = Feature("2^n", 0, lambda _, n: 2**n, lambda n: apply("power", integer(2), n))
BACKGROUNDS = ((), (ONE,), (NUMBER,), (ONE, NUMBER))

FEATURES = (
    Feature("a(n-1)", 1, lambda a, _: a[-1], lambda _: _at(1)),
    Feature("n a(n-1)", 1, lambda a, n: n * a[-1], lambda n: apply("mul", n, _at(1))),
    Feature("a(n-1)^2", 1, lambda a, _: a[-1] ** 2, lambda _: apply("mul", _at(1), _at(1))),
    Feature("n^2 a(n-1)", 1, lambda a, n: n * n * a[-1], lambda n: apply("mul", apply("mul", n, n), _at(1))),
    Feature("a(n-2)", 2, lambda a, _: a[-2], lambda _: _at(2)),
    Feature("n a(n-2)", 2, lambda a, n: n * a[-2], lambda n: apply("mul", n, _at(2))),
    Feature("a(n-2)^2", 2, lambda a, _: a[-2] ** 2, lambda _: apply("mul", _at(2), _at(2))),
    Feature("a(n-1) a(n-2)", 2, lambda a, _: a[-1] * a[-2], lambda _: apply("mul", _at(1), _at(2))),
    POWER,
    Feature("the sum of all before", 1, lambda a, _: sum(a), lambda _: apply("sum", TERMS)),
    Feature(
        "the convolution a(0)a(n-1) + ... + a(n-1)a(0)",
        1,
        lambda a, _: sum(x * y for x, y in zip(a, reversed(a), strict=True)),
        lambda _: apply("dot", TERMS, apply("reverse", TERMS)),
    ),
    Feature(
        "the convolution a(1)a(n-1) + ... + a(n-1)a(1)",
        2,
        lambda a, _: sum(x * y for x, y in zip(a[1:], reversed(a[1:]), strict=True)),
        lambda _: apply("dot", apply("tail", TERMS), apply("reverse", apply("tail", TERMS))),
    ),
    Feature(
        "the sum of C(n-1,i) a(i)",
        1,
        lambda a, _: sum(comb(len(a) - 1, i) * x for i, x in enumerate(a)),
        lambda _: _labelled(TERMS),
    ),
    Feature(
        "the sum of C(n-1,i) a(i) a(n-1-i)",
        1,
        lambda a, _: sum(comb(len(a) - 1, i) * x * a[-1 - i] for i, x in enumerate(a)),
        lambda _: _labelled(apply("mul", TERMS, apply("reverse", TERMS))),
    ),
    Feature("the term half-way", 1, lambda a, _: a[len(a) // 2], lambda _: _half(PLACE, 0)),
    Feature("the term just before half-way", 1, lambda a, _: a[(len(a) - 1) // 2], lambda _: _half(PLACE, -1)),
)


def local_rules(terms: Sequence[int], *, start: int) -> Iterator[Rule]:
    """The shortest sums of at most two features, of 1 and of n, for rules that look back by one term and by two."""
    for lag in (1, 2):
        if len(terms) < lag + 4 or start < 0:
            return
        features = [f for f in FEATURES if f.lag <= lag and (f is not POWER or start <= FAR)]
        shortest = min(_solved(terms, features, lag, start), key=lambda rule: rule.bits, default=None)
        if shortest is not None:
            yield shortest


def _solved(terms: Sequence[int], features: Sequence[Feature], lag: int, start: int) -> Iterator[Rule]:
    target = terms[lag:]
    screened, values = (
        {f.text: _column(f, [term % prime for term in terms], lag, start) for f in (ONE, NUMBER, *features)}
        for prime in (SCREEN, PRIME)
    )
    for background in BACKGROUNDS:
        fixed = [screened[feature.text] for feature in background]
        size = len(background) + 3
        if size + lag > len(terms):
            continue
        reduced = _reduced([target, *(screened[feature.text] for feature in features)], fixed)
        for one, other in combinations(range(len(features)), 2):
            if _dependent(reduced[0], reduced[one + 1], reduced[other + 1]):
                chosen = [*background, features[one], features[other]]
                weights = combination(target, [values[feature.text] for feature in chosen])
                if weights is not None and any(weight for weight, f in zip(weights, chosen, strict=True) if f.lag):
                    used = [(weight, f) for weight, f in zip(weights, chosen, strict=True) if weight]
                    yield _rule(used, terms[:lag], start)


def _column(feature: Feature, terms: Sequence[int], lag: int, start: int) -> list[int]:
    """Its value for each of the terms after the first."""
    return [feature.value(terms[:i], start + i) for i in range(lag, len(terms))]


def _reduced(columns: Sequence[Sequence[int]], fixed: Sequence[Sequence[int]]) -> list[list[int]]:
    """The columns modulo the prime, with what the fixed ones can make zero taken off and left out."""
    work = [[value % SCREEN for value in column] for column in (*fixed, *columns)]
    for i in range(len(fixed)):
        pivot = next((row for row, value in enumerate(work[i]) if value), None)
        if pivot is None:
            continue
        inverse = pow(work[i][pivot], -1, SCREEN)
        ratios = [value * inverse % SCREEN for value in work[i]]
        for j in range(i + 1, len(work)):
            lead = work[j][pivot]
            work[j] = [
                (v - lead * r) % SCREEN for row, (v, r) in enumerate(zip(work[j], ratios, strict=True)) if row != pivot
            ]
    return work[len(fixed) :]


def _dependent(one: Sequence[int], two: Sequence[int], three: Sequence[int]) -> bool:
    """Whether the first rows and the last two of three columns look as if the columns were dependent."""
    return all(
        (
            one[i] * (two[j] * three[k] - two[k] * three[j])
            - one[j] * (two[i] * three[k] - two[k] * three[i])
            + one[k] * (two[i] * three[j] - two[j] * three[i])
        )
        % SCREEN
        == 0
        for i, j, k in ((0, 1, 2), (-1, -2, -3))
    )


def _rule(used: Sequence[tuple[Fraction, Feature]], first: Sequence[int], start: int) -> Rule:
    weights, divisor = as_integers([weight for weight, _ in used])
    parts = list(zip(weights, (feature for _, feature in used), strict=True))[::-1]

    def following(count: int) -> list[int]:
        values = list(first[:count])
        while len(values) < count:
            total = sum(weight * feature.value(values, start + len(values)) for weight, feature in parts)
            if total % divisor:
                raise Undefined("the next term is not an integer")
            if total.bit_length() > MAX_BITS:
                break
            values.append(total // divisor)
        return values

    right = summed([(weight, f" {feature.text}" if feature.text else "") for weight, feature in parts]).replace(
        "  ", " "
    )
    over = f"({right.strip()})/{divisor}" if divisor > 1 else right.strip()
    given = ", ".join(f"a({start + i}) = {digits(value)}" for i, value in enumerate(first))
    body = divided(weighted([(weight, _placed(feature, start)) for weight, feature in parts]), divisor)
    return Rule(
        kind="recurrence",
        words="each term is made from earlier ones",
        formula=f"a(n) = {over}, {given}",
        expression=_expression(body, first, start),
        bits=5 + expression_bits(body) + numbers_bits(first) + integer_bits(divisor),
        free=len(parts) + len(first),
        following=following,
    )


def _placed(feature: Feature, start: int) -> Expression | None:
    return feature.expression(offset(PLACE, start)) if feature.expression else None


def _expression(body: Expression, first: Sequence[int], start: int) -> Expression:
    """The list of terms, grown by one for each number up to that of the index."""
    numbers = apply("range", integer(len(first)), offset(position(start), 1))
    step = Function((TERMS, PLACE), apply("append", TERMS, body))
    return apply("at", apply("fold", numbers, integers(first), step), position(start))
