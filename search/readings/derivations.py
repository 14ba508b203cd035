"""How numbers that outputs show follow from numbers that are given: scaled, rounded, taken apart by their units.

Constants are solved for: what the wanted numbers have in common says what they were rounded to. No value is tried that
the examples do not suggest.
"""

from __future__ import annotations

import decimal
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ...dsl.core.expression import Expression
from .applying import applied
from .quantities import Quantity

DIRECTED = 4
"""What it costs more to round always up or always down than to the nearest."""
COINCIDENCE = 2
"""What it costs for each example if rounding to the nearest happens to go one way (one bit)."""
ADDED = 3
"""What it costs to add a number after rounding. To round up takes as much in negations."""
NATURAL_STEPS = (
    5,
    10,
    100,
    2,
    25,
    50,
    20,
    1000,
    15,
    30,
    500,
    250,
    3,
    4,
    6,
    12,
    60,
    24,
    200,
    10_000,
    100_000,
    1_000_000,
)
NATURAL_SIZES = (60, 3600, 24, 86_400, 1440, 7, 12, 16, 10, 100, 1000, 1024, 168, 30, 365, 1_000_000)
MOST_UNITS = 3
"""How many units are proposed for the same numbers."""
MOST_SCALE = 12
SIMPLE = 1000
"""Factors are fractions of numbers up to this."""

MODES = (
    ("round_half_up", "nearest_multiple", decimal.ROUND_HALF_UP, 0),
    ("truncate", "multiple_toward", decimal.ROUND_DOWN, DIRECTED),
    ("round_away", "multiple_away", decimal.ROUND_UP, DIRECTED),
    ("round_half_even", "", decimal.ROUND_HALF_EVEN, 1),
    ("round_down", "multiple_below", decimal.ROUND_FLOOR, DIRECTED),
    ("round_up", "multiple_above", decimal.ROUND_CEILING, DIRECTED),
)
"""For places, for multiples, as `decimal` names it, and what it costs more."""
NEAREST = (decimal.ROUND_HALF_UP, decimal.ROUND_HALF_EVEN)

Numbers = Sequence[Decimal]


@dataclass(frozen=True)
class Derived:
    """An expression that gives the wanted numbers, and what it costs beyond its parts."""

    body: Expression
    extra: int = 0


def derivations(source: Quantity, wanted: Numbers, places: Sequence[int] = ()) -> Iterator[Derived]:
    """The ways in which the wanted numbers follow from a source.

    Parameters
    ----------
    places
        The decimals that they may have been rounded to.
    """
    if tuple(wanted) == source.values:
        yield Derived(source.body)
        return
    if source.is_whole and all(value == value.to_integral_value() for value in wanted):
        found = list(_of_integers(source.body, [int(v) for v in source.values], [int(w) for w in wanted]))
        yield from found
        if found:
            return
    for power in _powers(source.values, wanted):
        scaled = [value.scaleb(power) for value in source.values]
        body = applied("scaled", source.decimal, power) if power else source.decimal
        if scaled == list(wanted):
            yield Derived(body)
            return
        yield from _rounded(body, scaled, wanted, places)
    yield from _proportional(source, wanted)


def _powers(given: Numbers, wanted: Numbers) -> list[int]:
    """The powers of ten that the numbers may have been multiplied by."""
    largest = max(range(len(given)), key=lambda i: abs(given[i]))
    if not given[largest] or not wanted[largest]:
        return [0]
    guess = round(math.log10(abs(wanted[largest] / given[largest])))
    return [0] if guess == 0 else [0, guess] if abs(guess) <= MOST_SCALE else [0]


def _rounded(body: Expression, given: Numbers, wanted: Numbers, places: Sequence[int]) -> Iterator[Derived]:
    """Rounded to one of these numbers of decimals, or to multiples of a step."""
    moved = {w > v for v, w in zip(given, wanted, strict=True) if w != v}
    moves = sum(w != v for v, w in zip(given, wanted, strict=True))
    luck = COINCIDENCE * moves if len(moved) == 1 else 0
    for n in places:
        for name, _, mode, extra in MODES:
            if _gives(given, wanted, Decimal(1).scaleb(-n), mode):
                yield Derived(applied(name, body, n), luck if mode in NEAREST else extra)
    most = max(places, default=0)
    for position, (step, n) in enumerate(_steps(wanted, most)):
        for _, name, mode, extra in MODES:
            if name and _gives(given, wanted, Decimal(step).scaleb(-n), mode):
                yield Derived(applied(name, body, step, n), (luck if mode in NEAREST else extra) + position)


def _steps(wanted: Numbers, places: int) -> Iterator[tuple[int, int]]:
    """Steps of which all wanted numbers are multiples: how many units, of which decimal."""
    for n in range(places + 1):
        units = [value.scaleb(n) for value in wanted]
        if any(unit != unit.to_integral_value() for unit in units):
            continue
        common = math.gcd(*map(int, units))
        yield from ((step, n) for step in NATURAL_STEPS if (n == 0 or step % 10) and common % step == 0)


def _gives(given: Numbers, wanted: Numbers, step: Decimal, mode: str) -> bool:
    """Whether rounding to multiples of the step gives the wanted numbers."""
    if any(abs(w - v) > step for v, w in zip(given, wanted, strict=True)):
        return False
    one = Decimal(1)
    return all((v / step).quantize(one, rounding=mode) * step == w for v, w in zip(given, wanted, strict=True))


def _proportional(source: Quantity, wanted: Numbers) -> Iterator[Derived]:
    """Times a simple factor that is the same in all examples."""
    pairs = [(v, w) for v, w in zip(source.values, wanted, strict=True) if v or w]
    if len({v for v, _ in pairs}) < 2 or not all(v and w for v, w in pairs):
        return
    factor = Fraction(pairs[0][1]) / Fraction(pairs[0][0])
    if factor.denominator > SIMPLE or abs(factor.numerator) > SIMPLE * SIMPLE:
        return
    if all(Fraction(v) * factor == Fraction(w) for v, w in pairs):
        yield Derived(applied("proportional", source.decimal, factor.numerator, factor.denominator))


IntegerForm = Callable[[Expression], Expression]


def _of_integers(body: Expression, given: Sequence[int], wanted: Sequence[int]) -> Iterator[Derived]:
    """Integer arithmetic on integers: multiples, with something added, and units of place values."""
    yield from _units(body, given, wanted)
    yield from _multiples(body, given, wanted)


def _units(body: Expression, given: Sequence[int], wanted: Sequence[int]) -> Iterator[Derived]:
    """What one unit of several counts, as the minutes of a number of seconds."""
    if min(given) < 0:
        return
    pairs = list(zip(given, wanted, strict=True))
    found = 0
    for size in (1, *NATURAL_SIZES):
        part = applied("div", body, size) if size > 1 else body
        if size > 1 and any(wanted) and all(v // size == w for v, w in pairs):
            yield Derived(part, DIRECTED * found)
            found += 1
        for base in NATURAL_SIZES if len(set(wanted)) > 1 else ():
            if all(v // size % base == w for v, w in pairs):
                yield Derived(applied("mod", part, base), DIRECTED * found)
                found += 1
        if found >= MOST_UNITS:
            return


def _multiples(body: Expression, given: Sequence[int], wanted: Sequence[int]) -> Iterator[Derived]:
    """Rounded to multiples of a step, perhaps with the same number added."""
    pairs = list(zip(given, wanted, strict=True))
    if len(set(wanted)) < 2:
        return
    common = math.gcd(*(w - wanted[0] for w in wanted))
    moved = {w > v for v, w in pairs if w != v}
    luck = COINCIDENCE * sum(v != w for v, w in pairs) if len(moved) == 1 else 0
    steps = [step for step in NATURAL_STEPS if common % step == 0]
    for position, step in enumerate(steps):
        rest = wanted[0] % step
        for low in sorted({0, 1, rest}, key=lambda low: (low != 0, low)):
            below = [(v - low) // step * step + low for v in given]
            offsets = {w - b for w, b in zip(wanted, below, strict=True)}
            if len(offsets) == 1 and abs(min(offsets)) < 2 * step:
                offset = offsets.pop()
                yield Derived(_plus(_below(body, step, low), offset), DIRECTED + ADDED * (offset != 0) + position)
        if rest:
            continue
        if all(-(-v // step) * step == w for v, w in pairs):
            above = applied("mul", applied("neg", applied("div", applied("neg", body), step)), step)
            yield Derived(above, DIRECTED - ADDED + position)
        if all((v + step // 2) // step * step == w for v, w in pairs):
            nearest = applied("mul", applied("div", _plus(body, step // 2), step), step)
            yield Derived(nearest, luck + position)


def _below(body: Expression, step: int, low: int) -> Expression:
    """The largest multiple of the step, counted from `low`, that is not greater."""
    return _plus(applied("mul", applied("div", _plus(body, -low), step), step), low)


def _plus(body: Expression, number: int) -> Expression:
    if number == 0:
        return body
    return applied("add", body, number) if number > 0 else applied("sub", body, -number)
