"""What a fit says, as a rule."""

from __future__ import annotations

import math
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace

import numpy as np

from ...dsl.core.expression import Expression, Undefined
from ...dsl.core.types import FLOAT, INT
from ...dsl.program import Program
from ..rules.rule import INDEX, Interval, Number, Rule, apply, constant
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
        The bits that the rule and the terms, given the rule, take together: rivals weigh 2^-length. For decimals
        it counts from the last decimal, and says nothing by itself.
    chance
        How probable it is at most that noise about a constant is fitted so well by any rule.
    """

    period: float | None = None
    noise: float = 0.0
    outliers: tuple[int, ...] = ()
    length: float = 0.0
    chance: float = 0.0


def scattered_rule(fit: Fit) -> NoisyRule:
    """The rule that the terms are scattered about."""
    rule = _rule_of(fit, rounded_fit(fit))
    return replace(rule, words=f"{rule.words}, {_noise_in_words(fit)}")


def sampled_rule(fit: Fit) -> NoisyRule | None:
    """The rule whose rounded values are all of the terms; None for decimals, or if there is none near the fit."""
    exact = sampled_fit(fit)
    if exact is None:
        return None
    rule = _rule_of(fit, exact)
    expression = apply("rounded", rule.expression)
    sampled = replace(
        rule,
        kind=f"sampled {rule.kind}",
        words=f"{rule.words}, rounded to integers",
        formula=f"a(n) = round({_formula(exact)}){fit.curve.details(exact.beta.tolist())}",
        expression=expression,
        following=_values(expression, first=_first(fit)),
        intervals=None,
        noise=0.0,
        length=rule.bits,
    )
    return sampled if sampled.following(fit.series.count) == fit.series.values.tolist() else None


def _rule_of(fit: Fit, shown: Fit) -> NoisyRule:
    """What is true of the rule anyway; the constants are those of the fit that is shown."""
    theta, beta = shown.theta.tolist(), shown.beta.tolist()
    expression = fit.curve.expression(theta, beta)
    return NoisyRule(
        kind=fit.curve.kind,
        words=fit.curve.words(theta, beta),
        formula=f"a(n) = {_formula(shown)}{fit.curve.details(beta)}",
        expression=expression,
        bits=math.log2(SORTS) + sum(_bits(value) for value in constants_of(shown)),
        free=fit.curve.free,
        following=_values(expression, first=_first(fit)),
        intervals=_intervals(fit),
        period=fit.curve.period(theta),
        noise=fit.noise,
        outliers=tuple(int(number) for number in fit.series.numbers[fit.outliers]),
        length=length(fit),
        chance=chance(fit),
    )


def _formula(shown: Fit) -> str:
    return shown.curve.formula(shown.theta.tolist(), shown.beta.tolist())


def _first(fit: Fit) -> int:
    """The number of the first term."""
    return round(float(fit.series.numbers[0]))


def _bits(value: float) -> float:
    """What it takes to say a constant: its sign and its digits."""
    return 1 + digits_of(value) * math.log2(10)


def constant_rule(value: Number) -> NoisyRule:
    """The rule of equal terms."""
    value = value if isinstance(value, int) else float(value)
    text = written(value) if isinstance(value, float) else str(value)
    return NoisyRule(
        kind="constant",
        words=f"always {text}",
        formula=f"a(n) = {text}",
        expression=constant(value, FLOAT if isinstance(value, float) else INT),
        bits=math.log2(SORTS) + _bits(value),
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
    """The values of the program from the first term on; fewer where it has none for the next."""
    program = Program((INDEX,), expression, exact=True)

    def values(count: int) -> list[Number]:
        found: list[Number] = []
        with suppress(Undefined):
            found.extend(program(first + place) for place in range(count))
        return found

    return values


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
