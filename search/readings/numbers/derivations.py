"""How numbers that outputs show follow from numbers that are given: scaled, rounded, taken apart by their units.

Constants are solved for: what the wanted numbers have in common says what they were rounded to. No value is tried that
the examples do not suggest.
"""

from __future__ import annotations

import decimal
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ....dsl.core.expression import Expression
from ..scene.applying import applied
from .quantities import Quantity

DIRECTED = 7
"""What it costs more to round always up or always down than to the nearest."""
COINCIDENCE = 2
"""What it costs for each example if rounding to the nearest happens to go one way (one bit)."""
ADDED = 3
"""What it costs to add a number after rounding. To round up takes as much in negations."""
NATURAL_STEPS = (5, 10, 100, 2, 25, 50, 20, 1000, 15, 30, 500, 250, 3, 4, 6, 12, 60, 24, 200)
"""The likeliest first."""
NATURAL_SIZES = (60, 3600, 24, 86_400, 1440, 7, 12, 16, 10, 100, 1000, 1024, 168, 30, 365, 1_000_000)
FEWER_PLACES = 3
"""What it costs to round to fewer decimals than the outputs have."""
UNUSUAL = 2
"""What it costs for each more usual step of which the wanted numbers are no multiples, or are too."""
TOLD_APART = 3
"""With fewer different outputs nothing is taken to be added."""
MOST_UNITS = 3
"""How many units are proposed for the same numbers."""
MOST_SCALE = 12
MOST_FACTOR, ROUGH = 6, 4
"""How many decimals a factor has that is known from rounded numbers, and what it costs more."""
SIMPLE = 1000
"""Factors are fractions of numbers up to this."""


@dataclass(frozen=True)
class Rounding:
    """A way of rounding: the primitives for places and for multiples, its name in `decimal`, what each costs more."""

    to_places: str
    to_multiple: str
    mode: str
    more_to_places: int = 0
    more_to_multiple: int = 0


NEAREST = (
    Rounding("round_half_up", "nearest_multiple", decimal.ROUND_HALF_UP),
    Rounding("round_half_even", "", decimal.ROUND_HALF_EVEN),
)
ONE_WAY = (
    Rounding("truncate", "multiple_toward", decimal.ROUND_DOWN, 0, 1),
    Rounding("round_away", "multiple_away", decimal.ROUND_UP),
    Rounding("round_down", "multiple_below", decimal.ROUND_FLOOR, 2),
    Rounding("round_up", "multiple_above", decimal.ROUND_CEILING, 2),
)

Numbers = Sequence[Decimal]


@dataclass(frozen=True)
class Derived:
    """An expression that gives the wanted numbers, and what it costs beyond its parts."""

    body: Expression
    extra: int = 0


def derivations(
    source: Quantity, wanted: Numbers, places: Sequence[int] = (), *, is_linear: bool = True
) -> Iterator[Derived]:
    """The ways in which the wanted numbers follow from a source.

    Parameters
    ----------
    places
        The decimals that they may have been rounded to, the likeliest first.
    is_linear
        Whether they may be multiples of the source, perhaps with a number added.
    """
    if tuple(wanted) == source.values:
        yield Derived(source.body)
        return
    if source.is_whole and all(value == value.to_integral_value() for value in wanted):
        found = list(_of_integers(source.body, [int(v) for v in source.values], [int(w) for w in wanted]))
        yield from found
        if found:
            return
    for power in _powers(source.values, wanted) if is_linear else [0]:
        scaled = [value.scaleb(power) for value in source.values]
        body = applied("scaled", source.decimal, power) if power else source.decimal
        if scaled == list(wanted):
            yield Derived(body)
            return
        yield from _rounded(body, scaled, wanted, places)
    if is_linear:
        yield from _linear(source, wanted, places)


def _powers(given: Numbers, wanted: Numbers) -> list[int]:
    """The powers of ten that the numbers may have been multiplied by."""
    largest = max(range(len(given)), key=lambda i: abs(given[i]))
    if not given[largest] or not wanted[largest]:
        return [0]
    guess = round(abs(wanted[largest] / given[largest]).log10())  # It may be more than a float can be.
    return [0] if guess == 0 else [0, guess] if abs(guess) <= MOST_SCALE else [0]


def _rounded(body: Expression, given: Numbers, wanted: Numbers, places: Sequence[int]) -> Iterator[Derived]:
    """Rounded to one of these numbers of decimals, or to multiples of a step."""
    to_nearest: list[Derived] = []
    one_way: list[Derived] = []
    luck = _luck(given, wanted)
    for position, n in enumerate(places):
        for way, is_nearest in _fitting(given, wanted, Decimal(1).scaleb(-n)):
            found = Derived(
                applied(way.to_places, body, n), way.more_to_places + FEWER_PLACES * position + luck * is_nearest
            )
            (to_nearest if is_nearest else one_way).append(found)
    for position, (step, n) in enumerate(_steps(wanted, max(places, default=0))):
        unusual = UNUSUAL * position + NATURAL_STEPS.index(step)
        for way, is_nearest in _fitting(given, wanted, Decimal(step).scaleb(-n)):
            if way.to_multiple:
                found = Derived(
                    applied(way.to_multiple, body, step, n), way.more_to_multiple + unusual + luck * is_nearest
                )
                (to_nearest if is_nearest else one_way).append(found)
    yield from to_nearest
    yield from (Derived(found.body, found.extra + DIRECTED * bool(to_nearest)) for found in one_way)
    if not to_nearest and not one_way:
        yield from _raised(body, given, wanted)


def _raised(body: Expression, given: Numbers, wanted: Numbers) -> Iterator[Derived]:
    """The multiple below, with the same number added: the ends of ranges."""
    if len(set(wanted)) < TOLD_APART or any(value != value.to_integral_value() for value in wanted):
        return
    common = math.gcd(*(int(w - wanted[0]) for w in wanted))
    for position, step in enumerate(NATURAL_STEPS):
        added = {w - v // step * step for v, w in zip(given, wanted, strict=True)}
        if common % step == 0 and len(added) == 1 and abs(min(added)) < 2 * step and min(given) >= 0:
            below = applied("multiple_below", body, step, 0)
            yield Derived(applied("offset", below, int(added.pop())), ADDED + position)


def _luck(given: Sequence[Any], wanted: Sequence[Any]) -> int:
    """What it costs to round to the nearest where that always goes one way."""
    moves = [w > v for v, w in zip(given, wanted, strict=True) if w != v]
    return COINCIDENCE * len(moves) if len(set(moves)) == 1 else 0


def _fitting(given: Numbers, wanted: Numbers, step: Decimal) -> Iterator[tuple[Rounding, bool]]:
    """The ways of rounding to multiples of the step that give the numbers, and whether they go to the nearest."""
    if any(abs(w - v) > step for v, w in zip(given, wanted, strict=True)):
        return
    for way in (*NEAREST, *ONE_WAY):
        if _gives(given, wanted, step, way.mode):
            yield way, way in NEAREST


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
    one = Decimal(1)
    return all((v / step).quantize(one, rounding=mode) * step == w for v, w in zip(given, wanted, strict=True))


def _linear(source: Quantity, wanted: Numbers, places: Sequence[int]) -> Iterator[Derived]:
    """Times a simple factor that is the same in all examples, perhaps with a number added, perhaps rounded."""
    points = sorted({(Fraction(v), Fraction(w)) for v, w in zip(source.values, wanted, strict=True)})
    if len({v for v, _ in points}) < max(len(points), 2):
        return
    slope, start = _line(points[0], points[-1])
    if all(slope * v + start == w for v, w in points) and _is_simple(slope):
        if start == 0:
            is_whole = source.is_whole and slope.denominator == 1
            yield Derived(_times_whole(source.body, int(slope)) if is_whole else _times(source.decimal, slope))
        elif len(points) >= TOLD_APART and start.denominator == 1:
            yield Derived(applied("offset", _times(source.decimal, slope), int(start)))
        elif len(points) >= TOLD_APART and slope and (start / slope).denominator == 1:
            yield Derived(_times(applied("offset", source.decimal, int(start / slope)), slope))
        return
    for n in places:
        factor = _rounded_factor(points, Fraction(1, 2 * 10**n))
        if factor is not None and str(factor.numerator * factor.denominator).strip("0") != "1":
            yield Derived(applied("round_half_up", _times(source.decimal, factor), n), ROUGH)


def _line(one: tuple[Fraction, Fraction], other: tuple[Fraction, Fraction]) -> tuple[Fraction, Fraction]:
    """Slope and start of the line through two points."""
    slope = (other[1] - one[1]) / (other[0] - one[0])
    return slope, one[1] - slope * one[0]


def _is_simple(factor: Fraction) -> bool:
    return factor.denominator <= SIMPLE and 0 < abs(factor.numerator) <= SIMPLE**2


def _times(body: Expression, factor: Fraction) -> Expression:
    if factor == 1:
        return body
    return applied("proportional", body, factor.numerator, factor.denominator)


def _times_whole(body: Expression, factor: int) -> Expression:
    if abs(factor) == 1:
        return body if factor == 1 else applied("neg", body)
    return applied("mul", body, factor)


def _rounded_factor(points: Sequence[tuple[Fraction, Fraction]], half: Fraction) -> Fraction | None:
    """The factor of the fewest decimals that gives the second numbers, each missed by a half at most.

    None if there is none, or if it would say more than the numbers do.
    """
    if any(v <= 0 or w <= 0 for v, w in points):
        return None
    low, high = max((w - half) / v for v, w in points), min((w + half) / v for v, w in points)
    for decimals in range(MOST_FACTOR + 1):
        unit = 10**decimals
        factor = round((low + high) / 2 * unit)
        if low <= Fraction(factor, unit) < high:
            evidence = min(len(str(math.floor(w / (2 * half)))) for _, w in points)
            return Fraction(factor, unit) if len(str(factor)) <= evidence + 1 else None
    return None


def _of_integers(body: Expression, given: Sequence[int], wanted: Sequence[int]) -> Iterator[Derived]:
    """Integer arithmetic on integers: multiples, with something added, and units of place values."""
    yield from _units(body, given, wanted)
    yield from _multiples(body, given, wanted)


def _units(body: Expression, given: Sequence[int], wanted: Sequence[int]) -> Iterator[Derived]:
    """What one unit of several counts, as the minutes of a number of seconds."""
    if min(given) < 0:
        return
    pairs = list(zip(given, wanted, strict=True))
    whole = [(size, 0) for size in NATURAL_SIZES] if any(wanted) else []
    rest = [(size, base) for size in (1, *NATURAL_SIZES) for base in NATURAL_SIZES] if len(set(wanted)) > 1 else []
    found = 0
    for size, base in (*whole, *rest):
        if all((v // size % base if base else v // size) == w for v, w in pairs):
            part = applied("div", body, size) if size > 1 else body
            yield Derived(applied("mod", part, base) if base else part, DIRECTED * found)
            found += 1
        if found == MOST_UNITS:
            return


def _multiples(body: Expression, given: Sequence[int], wanted: Sequence[int]) -> Iterator[Derived]:
    """Rounded to multiples of a step, perhaps with the same number added."""
    pairs = list(zip(given, wanted, strict=True))
    if len(set(wanted)) < 2:
        return
    common = math.gcd(*(w - wanted[0] for w in wanted))
    luck = _luck(given, wanted)
    for position, step in enumerate(NATURAL_STEPS):
        if common % step:
            continue
        rest, directed = wanted[0] % step, 0
        if rest == 0 and all((v + step // 2) // step * step == w for v, w in pairs):
            directed = DIRECTED
            yield Derived(applied("mul", applied("div", _plus(body, step // 2), step), step), luck + position)
        if rest == 0 and all(-(-v // step) * step == w for v, w in pairs):
            above = applied("mul", applied("neg", applied("div", applied("neg", body), step)), step)
            yield Derived(above, directed + position - ADDED * (directed > 0))
        for low in sorted({0, 1, rest}) if len(set(wanted)) >= TOLD_APART else (0,):
            offsets = {w - ((v - low) // step * step + low) for v, w in pairs}
            offset = min(offsets)
            if len(offsets) == 1 and abs(offset) < 2 * step and (offset == 0 or len(set(wanted)) >= TOLD_APART):
                yield Derived(_plus(_below(body, step, low), offset), directed + ADDED * (offset != 0) + position)


def _below(body: Expression, step: int, low: int) -> Expression:
    """The largest multiple of the step, counted from `low`, that is not greater."""
    return _plus(applied("mul", applied("div", _plus(body, -low), step), step), low)


def _plus(body: Expression, number: int) -> Expression:
    if number == 0:
        return body
    return applied("add", body, number) if number > 0 else applied("sub", body, -number)
