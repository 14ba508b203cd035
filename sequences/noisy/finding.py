"""Looks for the rule of a noisy sequence, or says that there is none better than chance."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np

from ...support.errors import InputError
from ..rules.rule import Number
from .evidence import MOST_CHANCE, SORTS, chance, is_confirmed, length, walk_length
from .exponential import exponential_fits
from .fitting import Fit, fit
from .logistic import logistic_fits
from .polynomial import line, polynomial_fits
from .power_law import power_law_fits
from .rule import NoisyRule, constant_rule, sampled_rule, scattered_rule
from .seasonal import seasonal_fits
from .series import Array, Series, series_of
from .sinusoid import sinusoid_fits

FAMILIES = (
    polynomial_fits,
    exponential_fits,
    logistic_fits,
    power_law_fits,
    sinusoid_fits,
    seasonal_fits,
)
FEWEST, FEWEST_EQUAL = 5, 3
LEAST_HELD_BACK = 2
MOST_FREE = 0.4
"""How many constants a rule may have for each term."""

MOST_RULES = 5
COMPARED = 10
ALIKE = 0.1
"""Rules whose next terms differ by less than this share of the noise go on alike."""

MOST_BITS_MORE = 10.0
"""Rules that take this many bits more than the best are not worth mentioning."""


def noisy_rules(values: Sequence[Number], *, start: int = 0, validate: int | None = None) -> list[NoisyRule]:
    """The rules that the terms are scattered about, the best first.

    A rule is fitted to the earlier terms and must foretell the later ones; then it is fitted to all. None is better
    than chance if terms drawn at random about a constant are fitted as well in one of twenty cases. It must also say
    the terms in fewer bits than a random walk does, by its steps. Fewer than five terms have no rule, nor have terms
    beyond 1e100.

    Parameters
    ----------
    values
        The terms.
    start
        The number of the first.
    validate
        How many terms are held back; without it a fifth, and at least two.

    Returns
    -------
    list of NoisyRule
        Empty if no rule is better than chance. Three or more equal terms give a constant.

    Raises
    ------
    InputError
        If a term is not a finite number, or no term is left to find a rule on.
    """
    series = series_of(values, start=start)
    held_back = max(LEAST_HELD_BACK, len(values) // 5) if validate is None else validate
    if series is None or series.count < FEWEST_EQUAL:
        return []
    if not 0 <= held_back < series.count:
        raise InputError(f"validate: {held_back}; expected 0 to {series.count - 1}, fewer than the terms")
    if series.spread == 0:
        return [constant_rule(values[0])]
    if series.count < FEWEST:
        return []
    origin = 0 if start in (0, 1) else start
    usual = min(walk_length(series), _constant_length(series, origin=origin))
    bound = usual - math.log2(SORTS)  # What it takes to say which curve it is.
    found = [one for one in _confirmed(series, held_back, origin=origin) if chance(one) < MOST_CHANCE]
    found = sorted((one for one in found if length(one) < bound), key=length)
    rules = _sampled(found) or [scattered_rule(one) for one in found[:MOST_RULES]]
    return _different(rules, series)


def _sampled(found: Sequence[Fit]) -> list[NoisyRule]:
    """The rules that give all terms when rounded, of the fewest constants and one more."""
    rules: list[NoisyRule] = []
    for one in sorted(found, key=lambda one: one.curve.free):
        if rules and one.curve.free > rules[0].free + 1:
            break
        rule = sampled_rule(one)
        if rule is not None:
            rules.append(rule)
    return sorted(rules, key=lambda rule: (rule.free, rule.length))


def _different(rules: Sequence[NoisyRule], series: Series) -> list[NoisyRule]:
    """Rules near the best that go on differently, the first of those that go on alike."""
    after = range(round(series.numbers[-1]) + 1, round(series.numbers[-1]) + 1 + COMPARED)
    kept: list[NoisyRule] = []
    going_on: list[Array] = []
    for rule in rules[:MOST_RULES]:
        values = np.array([rule.program(n) for n in after], dtype=np.float64)
        differs = all(np.abs(values - other).max() > ALIKE * rule.noise for other in going_on)
        if differs and rule.length <= rules[0].length + MOST_BITS_MORE:
            kept.append(rule)
            going_on.append(values)
    return kept


def _confirmed(series: Series, held_back: int, *, origin: int) -> Iterator[Fit]:
    """The curves that foretell the later terms from the earlier ones, fitted to all."""
    earlier, later = series.split(series.count - held_back)
    for first in _fits(earlier, origin=origin):
        if first is None or first.curve.free > MOST_FREE * series.count:
            continue
        if held_back == 0 or is_confirmed(first, later):
            whole = fit(first.curve, first.theta, series)
            if whole is not None:
                yield whole


def _fits(series: Series, *, origin: int) -> Iterator[Fit | None]:
    """Curves of all families that the terms may have."""
    for family in FAMILIES:
        yield from family(series, origin=origin)


def _constant_length(series: Series, *, origin: int) -> float:
    """The bits that the terms take as noise about a constant."""
    level = line(0, series, origin=origin)
    return math.inf if level is None else length(level)
