"""Looks for the rule of a noisy sequence, or says that there is none better than chance."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from ...search.task import InputError
from ..rule import Number
from .evidence import MOST_CHANCE, SORTS, chance, is_confirmed, length, walk_length
from .exponential import exponential_fits
from .fitting import Fit, fit
from .logistic import logistic_fits
from .polynomial import line, polynomial_fits
from .power_law import power_law_fits
from .rule import NoisyRule, constant_rule, rule_of
from .seasonal import seasonal_fits
from .series import Series, series_of
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
"""A rule has at most so many constants for each term."""

MOST_RULES = 5
MOST_BITS_MORE = 10.0
"""Rules that take so many bits more than the best are not worth telling."""


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
        If a term is no finite number, or no term is left to find a rule on.
    """
    series = series_of(values, start=start)
    held_back = max(LEAST_HELD_BACK, len(values) // 5) if validate is None else validate
    if held_back < 0 or (validate is not None and validate >= len(values)):
        raise InputError(f"validate: {validate}; expected a number from 0 to {len(values) - 1}, fewer than the terms")
    if series is None or series.count < FEWEST_EQUAL:
        return []
    if series.spread == 0:
        return [constant_rule(values[0])]
    if series.count < FEWEST:
        return []
    origin = 0 if start in (0, 1) else start
    usual = min(walk_length(series), _constant_length(series, origin=origin))
    bound = usual - math.log2(SORTS)  # It takes so many bits to say which curve it is.
    found = [one for one in _confirmed(series, held_back, origin=origin) if chance(one) < MOST_CHANCE]
    found = sorted((one for one in found if length(one) < bound), key=length)
    near = [rule_of(one) for one in found[:MOST_RULES] if length(one) <= length(found[0]) + MOST_BITS_MORE]
    different: dict[str, NoisyRule] = {}
    for rule in near:
        different.setdefault(str(rule.program), rule)
    return list(different.values())


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
