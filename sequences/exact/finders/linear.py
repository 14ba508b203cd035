"""Linear recurrences with constant coefficients: rational generating functions, and sums of powers as closed forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from ....dsl.core.bounds import MAX_BITS
from ....dsl.core.expression import Expression
from ...rules.algebra import as_integers, combination, factors, shortest_recurrence
from ...rules.bits import expression_bits, integer_bits, numbers_bits
from ...rules.building import divided, expanded, integer, integers, raised, weighted
from ...rules.rule import Rule, apply, position
from ...rules.writing import bracketed, counted, digits, series_text, summed, written

EXCEPTIONS = 3
"""How many terms at the beginning may be exceptions."""

CLOSED = 4
"""Recurrences up to this order get a closed form where their roots are integers."""

FAR = 1000
"""Powers are counted from the first term where that has a larger number."""

LONGER = 10.0
"""A closed form is given for a recurrence if it takes at most this many bits more."""


@dataclass(frozen=True)
class Recurrence:
    """The first terms, and a(k) = c1 a(k-1) + c2 a(k-2) + ... from then on."""

    coefficients: tuple[int, ...]
    first: tuple[int, ...]

    def terms(self, count: int) -> list[int]:
        """The terms from the first on, up to one that is too large for a program."""
        values = list(self.first[:count])
        lags = [(lag, value) for lag, value in enumerate(self.coefficients, 1) if value]
        while len(values) < count:
            term = sum(value * values[-lag] for lag, value in lags)
            if term.bit_length() > MAX_BITS:
                break
            values.append(term)
        return values

    @property
    def exceptions(self) -> int:
        """How many terms at the beginning have no part in it."""
        return len(self.first) - len(self.coefficients)

    @property
    def fraction(self) -> tuple[list[int], list[int]]:
        """Numerator and denominator of the generating function, the lowest power first."""
        denominator = [1, *(-value for value in self.coefficients)]
        numerator = [
            sum(denominator[j] * self.first[i - j] for j in range(min(i, len(denominator) - 1) + 1))
            for i in range(len(self.first))
        ]
        return numerator, denominator


def linear_recurrences(terms: Sequence[int], *, start: int) -> Iterator[Rule]:
    """The shortest recurrence that begins with one of the first terms, as a closed form if it has a short one."""
    ratio = _ratio(terms)
    if ratio is not None:
        recurrence = Recurrence((ratio,), (terms[0],))
        rule = recurrence_rule(recurrence, start)
        yield _closed(rule, recurrence, start) or rule
        return
    for skipped in range(min(EXCEPTIONS, len(terms) - 2) + 1):
        found = shortest_recurrence(terms[skipped:])
        if found is None or any(value.denominator > 1 for value in found):
            continue
        first = terms[: skipped + len(found)]
        while found and found[-1] == 0:
            found.pop()
        if not found:
            continue
        recurrence = Recurrence(tuple(int(value) for value in found), tuple(first))
        rule = recurrence_rule(recurrence, start)
        yield _closed(rule, recurrence, start) or rule
        return


def _ratio(terms: Sequence[int]) -> int | None:
    """The factor from each term to the next, which may be too large to be solved for."""
    if len(terms) < 2 or terms[0] == 0 or terms[1] == 0 or terms[1] % terms[0]:
        return None
    ratio = terms[1] // terms[0]
    return ratio if all(before * ratio == after for before, after in pairwise(terms)) else None


def recurrence_rule(recurrence: Recurrence, start: int) -> Rule:
    """The recurrence as a rule."""
    order = len(recurrence.coefficients)
    return Rule(
        kind="linear recurrence",
        words=_words(recurrence),
        formula=_formula(recurrence, start),
        expression=apply("recurrence", integers(recurrence.coefficients), integers(recurrence.first), position(start)),
        bits=3 + integer_bits(order) + numbers_bits((*recurrence.coefficients, *recurrence.first)),
        free=order + len(recurrence.first),
        following=recurrence.terms,
    )


def _words(recurrence: Recurrence) -> str:
    numerator, denominator = recurrence.fraction
    over = f"{bracketed(series_text(numerator))}/({series_text(denominator)})"
    order = counted(len(recurrence.coefficients), "term")
    return f"a linear recurrence over the previous {order}; its generating function is {over}"


def _formula(recurrence: Recurrence, start: int) -> str:
    lags = [(value, f"a(n-{lag})") for lag, value in enumerate(recurrence.coefficients, 1) if value]
    given = ", ".join(f"a({start + i}) = {digits(value)}" for i, value in enumerate(recurrence.first))
    return f"a(n) = {summed(lags)}, {given}"


def _closed(rule: Rule, recurrence: Recurrence, start: int) -> Rule | None:
    """The term as a sum of powers, where all roots are integers and that is not much longer than the recurrence."""
    if recurrence.exceptions or len(recurrence.coefficients) > CLOSED:
        return None
    roots = _integer_roots(recurrence.coefficients)
    if roots is None or all(root == 1 for root, _ in roots):
        return None
    origins = sorted({0, start}) if 0 <= start <= FAR else [start]
    solved = [(_coefficients(recurrence, roots, start, origin), origin) for origin in origins]
    forms = [(parts, _sum_of_powers(parts, position(origin))) for parts, origin in solved if parts]
    if not forms:
        return None
    parts, expression = min(forms, key=lambda form: expression_bits(form[1]))
    if expression_bits(expression) > rule.bits + LONGER:
        return None
    return replace(
        rule,
        kind="geometric" if len(parts) == 1 and len(parts[0][1]) == 1 else "sum of powers",
        words=_powers_in_words(parts),
        formula=f"a(n) = {written(expression)}",
        expression=expression,
        bits=min(rule.bits, 2 + expression_bits(expression)),
    )


def _integer_roots(coefficients: Sequence[int]) -> list[tuple[int, int]] | None:
    """The roots of the characteristic polynomial with how often each is one; None unless all are integers."""
    _, parts = factors([*(-value for value in reversed(coefficients)), 1])
    if any(len(part) > 2 for part, _ in parts):
        return None
    return [(-part[0] // part[1], exponent) for part, exponent in parts]


Parts = list[tuple[int, list[Fraction]]]
"""Roots, each with the polynomial that its power is multiplied by."""


def _coefficients(recurrence: Recurrence, roots: Sequence[tuple[int, int]], start: int, origin: int) -> Parts | None:
    """The polynomials of the roots, where powers are counted from the index `origin`."""
    points = range(start - origin, start - origin + len(recurrence.first))
    columns = [[root**i * i**power for i in points] for root, times in roots for power in range(times)]
    values = combination(recurrence.first, columns)
    if values is None:
        return None
    parts = []
    for root, times in sorted(roots, key=lambda part: -abs(part[0])):
        before = sum(count for other, count in roots[: [r for r, _ in roots].index(root)])
        parts.append((root, values[before : before + times]))
    return parts


def _sum_of_powers(parts: Parts, exponent: Expression) -> Expression:
    _, denominator = as_integers([value for _, values in parts for value in values])
    terms: list[tuple[int, Expression | None]] = []
    for root, values in parts:
        numerators = [int(value * denominator) for value in values]
        power = None if root == 1 else apply("power", integer(root), exponent)
        if len(numerators) == 1:
            terms.append((numerators[0], power))
        elif power is None:
            terms += [(value, raised(exponent, i) if i else None) for i, value in enumerate(numerators)][::-1]
        else:
            factor = expanded(numerators, exponent)
            terms.append((1, apply("mul", factor, power)))
    return divided(weighted(terms), denominator)


def _powers_in_words(parts: Parts) -> str:
    names = " and ".join(digits(root) for root, _ in parts if root != 1)
    if len(parts) == 1 and len(parts[0][1]) == 1:
        return f"a geometric progression: {names} times the term before"
    return f"a sum of powers of {names}" + (", and a polynomial" if any(root == 1 for root, _ in parts) else "")
