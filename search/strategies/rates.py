"""Constants between decimals solved for: factor and summand of a line, also one whose values are rounded."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import islice

import numpy as np

from ...dsl.core.decimals import PLACES, SCALE
from ...dsl.core.expression import Expression, Literal, call
from ...dsl.core.types import DECIMAL, INT
from ...dsl.language.language import BUILTIN
from ..cost.literals import decimal_cost, integer_cost
from ..task.goals import Bound, Goal
from .context.context import SearchContext

MOST_ENTRIES, MOST_ENTRIES_DEEP = 200_000, 10_000
"""Entries that are tried for the target, and for a deduced goal."""
MOST_FITS, MOST_FITS_DEEP = 24, 3
"""How many of them are looked at closely."""
WORK_OF_A_FIT = 10_000
"""As much work as looking at so many entries."""
ROUNDED_PLACES = 4
"""Values of more places are not taken for rounded ones."""
MOST_DIVISOR = 400
"""Factors that no short decimal gives may be ratios of integers up to this."""
MOST_DIGITS = 6
"""Constants of more digits are not found but fitted."""
ROUNDING = ("round_half_even", "round_half_up", "truncate")

Costed = tuple[int, Expression]


@dataclass(frozen=True)
class Interval:
    """The numbers from `low` to `high`; none if `high` is less."""

    low: Fraction
    high: Fraction

    def shortest(self) -> Decimal | None:
        """The decimal within that has the fewest places, of several the one nearest to zero; None if all are long."""
        if self.high < self.low:
            return None
        for places in range(-MOST_DIGITS, PLACES + 1):
            low, high = self.low * Fraction(10) ** places, self.high * Fraction(10) ** places
            first, last = -(-low.numerator // low.denominator), high.numerator // high.denominator
            if first <= last:
                chosen = 0 if first <= 0 <= last else first if first > 0 else last
                return Decimal(chosen).scaleb(-places) if abs(chosen) < 10**MOST_DIGITS else None
        return None

    def ratio(self) -> Fraction | None:
        """The fraction within that has the smallest denominator; None if that is large."""
        found = _simplest(self.low, self.high) if self.low <= self.high else None
        return found if found is not None and found.denominator <= MOST_DIVISOR else None


def _simplest(low: Fraction, high: Fraction) -> Fraction:
    """The simplest fraction from `low` to `high`, by their continued fractions."""
    if high < 0:
        return -_simplest(-high, -low)
    whole = low.numerator // low.denominator
    if low <= 0 or whole == low:
        return Fraction(max(whole, 0))
    if whole + 1 <= high:
        return Fraction(whole + 1)
    return whole + 1 / _simplest(1 / (high - whole), 1 / (low - whole))


class Rates:
    """Solves for the constants of lines between the decimals of a bank and those of a goal."""

    def __init__(self, context: SearchContext) -> None:
        self.context, self.bank, self.budget = context, context.bank, context.budget

    def solve(self, goal: Goal, bound: Bound) -> Iterator[Costed]:
        """Programs for the target, with their costs, that the present bank gives; some of them do so only nearly."""
        wanted = [value for one in self.bank.goal_values(goal) for value in (one if isinstance(one, list) else [one])]
        if len(set(wanted)) < 2 or len(wanted) < 3:
            return
        places = max(_places(value) for value in wanted)
        slack = Fraction(1, 2 * 10**places) if places <= ROUNDED_PLACES else Fraction(1, SCALE)
        most = MOST_FITS_DEEP if goal.depth else MOST_FITS
        for entry in islice(self._fitting(goal, wanted, float(slack)), most):
            given = [
                value
                for one in self.bank.values(entry, goal.type)
                for value in (one if isinstance(one, list) else [one])
            ]
            base = goal.cost + self.bank.cost_of(entry)
            operand = self.context.expression(entry)
            for cost, body in _lines(operand, given, wanted, slack):
                for more, whole in [(0, body), *(_rounded(body, places) if places <= ROUNDED_PLACES else ())]:
                    if base + cost + more < bound():
                        yield base + cost + more, goal.complete(whole)

    def _fitting(self, goal: Goal, wanted: Sequence[Decimal], slack: float) -> Iterator[int]:
        """The entries, the cheapest first, that a line leads nearly to the goal."""
        bank, began = self.bank, time.perf_counter()
        most = self.budget.at_most(MOST_ENTRIES_DEEP if goal.depth else MOST_ENTRIES)
        target, tried, found = np.array(wanted, np.float64), 0, list[int]()
        seen: set[bytes] = set()  # What a line leads to each other needs only the cheapest.
        for level in bank.levels(goal.type):
            entries = np.arange(level.start, level.stop)[: most - tried]
            tried += len(entries)
            entries = entries[(bank.lengths[:, entries] == goal.lengths[:, None]).all(axis=0)]
            if len(entries):
                items = self._items(entries, goal.lengths)
                for row in np.flatnonzero(_are_near(items, target, slack)).tolist():
                    shape = _shape(items[row])
                    if shape not in seen:
                        seen.add(shape)
                        found.append(int(entries[row]))
            if tried >= most or len(found) >= (MOST_FITS_DEEP if goal.depth else MOST_FITS):
                break
        work = tried + WORK_OF_A_FIT * len(found)
        self.budget.note("constants", self.budget.at_most(work), time.perf_counter() - began)
        return iter(found)

    def _items(self, entries: np.ndarray, lengths: np.ndarray) -> np.ndarray:
        """The items of entries in all examples: float64, (entries, items)."""
        starts = self.bank.starts(entries)
        places = [starts[example][:, None] + np.arange(length) for example, length in enumerate(lengths.tolist())]
        items: np.ndarray = self.bank.mem[np.concatenate(places, axis=1)] / SCALE
        return items


def _are_near(given: np.ndarray, wanted: np.ndarray, slack: float) -> np.ndarray:
    """Which rows a line leads to what is wanted, with some slack."""
    rows = np.arange(len(given))
    low, high = given.argmin(axis=1), given.argmax(axis=1)
    width = given[rows, high] - given[rows, low]
    with np.errstate(divide="ignore", invalid="ignore"):
        factor = (wanted[high] - wanted[low]) / width
        left = wanted[None, :] - factor[:, None] * given
    spread = left.max(axis=1) - left.min(axis=1)
    near: np.ndarray = (width > 0) & (factor != 0) & (spread <= 4 * slack + 1e-9)
    return near


def _shape(items: np.ndarray) -> bytes:
    """What items have in common with all those that a line leads to them."""
    low, high = items.min(), items.max()
    shape: np.ndarray = np.round((items - low) / (high - low), 9)
    return min(shape.tobytes(), (np.round(1 - shape, 9) + 0.0).tobytes())


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _lines(
    operand: Expression, given: Sequence[Decimal], wanted: Sequence[Decimal], slack: Fraction
) -> Iterator[Costed]:
    """Lines through all points, each a little off at most: a factor alone, then with a summand."""
    points = [(Fraction(x), Fraction(y)) for x, y in zip(given, wanted, strict=True)]
    yield from _scaled(operand, _factors(points, slack))
    if len({x for x, _ in points}) < 3:
        return
    (least, one), (most, other) = min(points), max(points)
    slopes = Interval((other - one - 2 * slack) / (most - least), (other - one + 2 * slack) / (most - least))
    for slope in filter(None, (_exact(slopes.shortest()), slopes.ratio())):
        left = [y - slope * x for x, y in points]
        summand = Interval(max(left) - slack, min(left) + slack).shortest()
        if summand:
            for cost, body in _scaled(operand, Interval(slope, slope)):
                yield _shifted(cost, body, summand)
        # Or the summand first: the temperature less 32, say.
        shifts = [y / slope - x for x, y in points]
        width = abs(slack / slope)
        summand = Interval(max(shifts) - width, min(shifts) + width).shortest()
        if summand:
            more, shifted = _shifted(0, operand, summand)
            for cost, body in _scaled(shifted, Interval(slope, slope)):
                yield cost + more, body


def _exact(value: Decimal | None) -> Fraction | None:
    return None if value is None else Fraction(value)


def _factors(points: Sequence[tuple[Fraction, Fraction]], slack: Fraction) -> Interval:
    """The factors that lead every point to its value."""
    if any(x == 0 and abs(y) > slack for x, y in points):
        return Interval(Fraction(1), Fraction(0))
    ends = [sorted(((y - slack) / x, (y + slack) / x)) for x, y in points if x]
    return (
        Interval(max(low for low, _ in ends), min(high for _, high in ends))
        if ends
        else Interval(Fraction(1), Fraction(0))
    )


def _scaled(operand: Expression, factors: Interval) -> Iterator[Costed]:
    """The operand times a factor, as a product, a quotient or both."""
    factor = factors.shortest()
    if factor == 1:
        yield 0, operand
        return
    if factor:
        yield _applied("multiply", operand, factor)
    if factors.high >= factors.low > 0:
        divisor = Interval(1 / factors.high, 1 / factors.low).shortest()
        if divisor and divisor != 1 and (factor is None or decimal_cost(divisor) < decimal_cost(factor)):
            yield _applied("divide", operand, divisor)
    ratio = factors.ratio()
    if ratio is not None and ratio.denominator > 1 and abs(ratio.numerator) > 1:
        cost, body = _applied("multiply", operand, Decimal(ratio.numerator))
        more, body = _applied("divide", body, Decimal(ratio.denominator))
        if factor is None or cost + more < _applied("multiply", operand, factor)[0]:
            yield cost + more, body


def _shifted(cost: int, body: Expression, summand: Decimal) -> Costed:
    more, whole = _applied("sub" if summand < 0 else "add", body, abs(summand))
    return cost + more, whole


def _applied(name: str, body: Expression, constant: Decimal) -> Costed:
    primitive = BUILTIN.vocabulary[name]
    return primitive.cost + decimal_cost(constant), call(primitive, body, Literal(constant, DECIMAL))


def _rounded(body: Expression, places: int) -> Iterator[Costed]:
    """The value rounded in one way or another."""
    for name in ROUNDING:
        primitive = BUILTIN.vocabulary[name]
        yield primitive.cost + integer_cost(places), call(primitive, body, Literal(places, INT))
