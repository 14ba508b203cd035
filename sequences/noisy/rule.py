"""What a fit says, as a rule."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from ...dsl.expression import Expression
from ...dsl.program import Program
from ...dsl.types import FLOAT, INT
from ..rule import INDEX, Interval, Number, Rule, apply, constant
from .curve import written
from .evidence import SORTS, chance, length
from .fitting import Fit
from .rounding import constants_of, digits_of, rounded_fit
from .sampled import sampled_fit

COVERED = 0.95
NOISE_DIGITS = 2


@dataclass(frozen=True)
class NoisyRule(Rule):
    """A rule that the terms are scattered about, or whose rounded values they are.

    Parameters
    ----------
    period
        After how many terms it repeats, a trend aside; of several waves, the strongest. None if it does not.
    noise
        The standard deviation of the terms about the rule, outliers aside.
    outliers
        The numbers n of the terms that are too far off for that.
    length
        The bits that the rule and the terms, given the rule, take together: rivals weigh 2^-length.
    chance
        How probable it is at most that noise about a constant is fitted so well by any rule.
    """

    period: float | None = None
    noise: float = 0.0
    outliers: tuple[int, ...] = ()
    length: float = 0.0
    chance: float = 0.0


def rule_of(fit: Fit) -> NoisyRule:
    """The rule that a fit stands for: exact where integers are its rounded values."""
    exact = sampled_fit(fit)
    shown = rounded_fit(fit) if exact is None else exact
    curve, theta, beta = fit.curve, shown.theta.tolist(), shown.beta.tolist()
    expression, words = curve.expression(theta, beta), curve.words(theta, beta)
    formula, details = curve.formula(theta, beta), curve.details(beta)
    found = NoisyRule(
        kind=curve.kind,
        words=f"{words}, {_noise_in_words(fit)}",
        formula=f"a(n) = {formula}{details}",
        expression=expression,
        bits=math.log2(SORTS) + sum(1 + digits_of(value) * math.log2(10) for value in constants_of(shown)),
        free=curve.free,
        following=_values(expression, first=round(float(fit.series.numbers[0]))),
        intervals=_intervals(fit),
        period=curve.period(theta),
        noise=fit.noise,
        outliers=tuple(int(number) for number in fit.series.numbers[fit.outliers]),
        length=length(fit),
        chance=chance(fit),
    )
    if exact is None:
        return found
    rounded = apply("rounded", expression)
    return replace(
        found,
        kind=f"sampled {curve.kind}",
        words=f"{words}, rounded to integers",
        formula=f"a(n) = round({formula}){details}",
        expression=rounded,
        following=_values(rounded, first=round(float(fit.series.numbers[0]))),
        intervals=None,
        noise=0.0,
    )


def constant_rule(value: Number) -> NoisyRule:
    """The rule of equal terms."""
    text = written(value) if isinstance(value, float) else str(value)
    return NoisyRule(
        kind="constant",
        words=f"always {text}",
        formula=f"a(n) = {text}",
        expression=constant(value, FLOAT if isinstance(value, float) else INT),
        bits=math.log2(SORTS) + 1 + digits_of(value) * math.log2(10),
        free=1,
        following=lambda count: [value] * count,
    )


def _noise_in_words(fit: Fit) -> str:
    told = int(fit.outliers.sum())
    outliers = f", {told} outlier{'s' * (told > 1)}" if told else ""
    if fit.noise <= fit.series.rounding:
        return f"exact to the digits given{outliers}"
    return f"noise about {fit.noise:.{NOISE_DIGITS}g}{outliers}"


def _values(expression: Expression, *, first: int) -> Callable[[int], list[Number]]:
    """The values of the program from the first term on."""
    program = Program((INDEX,), expression, exact=True)
    return lambda count: [program(first + place) for place in range(count)]


def _intervals(fit: Fit) -> Callable[[int], list[Interval]]:
    """Prediction intervals of the terms from the first on, as Student's t has them."""

    def intervals(count: int) -> list[Interval]:
        from scipy.special import stdtrit

        numbers = fit.series.numbers[0] + np.arange(count, dtype=np.float64)
        values = fit.at(numbers)
        reach = float(stdtrit(fit.degrees, (1 + COVERED) / 2)) * fit.deviations(numbers)
        bounds = np.column_stack([values - reach, values + reach])
        return [Interval(low, high) for low, high in bounds.tolist()]

    return intervals
