"""Rules of noisy sequences: each family is found, outliers are told, noise has no rule."""

from __future__ import annotations

import math
import warnings
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from induce.sequences.noisy import noisy_rules
from induce.support.errors import InputError

from .drawn import CURVES, noisy, white


@pytest.mark.parametrize(
    ("name", "kind", "free"),
    [
        ("line", "polynomial", 2),
        ("parabola", "polynomial", 3),
        ("cubic", "polynomial", 4),
        ("growth", "exponential", 2),
        ("decay", "exponential", 3),
        ("logistic", "logistic", 4),
        ("power law", "power law", 2),
        ("sinusoid", "sinusoid", 4),
        ("sinusoid about a line", "sinusoid", 5),
        ("two sinusoids", "sum of sinusoids", 7),
        ("period", "noisy period", 5),
        ("period and trend", "trend and period", 6),
    ],
)
def test_each_family_is_found(name: str, kind: str, free: int) -> None:
    rule = noisy_rules(noisy(name, noise=0.4, seed=2))[0]
    assert (rule.kind, rule.free) == (kind, free)
    assert rule.noise == pytest.approx(0.4, rel=0.4)
    assert rule.intervals is not None
    for n, (value, interval) in enumerate(zip(rule.following(44), rule.intervals(44), strict=True)):
        assert value == pytest.approx(CURVES[name](n), abs=1.0)
        assert interval.low < value < interval.high


@pytest.mark.parametrize(
    ("name", "periods"),
    [("sinusoid", 12.1), ("sinusoid about a line", 7.3), ("two sinusoids", 12.1), ("period", 5), ("line", None)],
)
def test_the_period_is_told(name: str, periods: float | None) -> None:
    assert noisy_rules(noisy(name))[0].period == (pytest.approx(periods, rel=0.02) if periods else None)


@pytest.mark.parametrize("name", ["line", "growth", "logistic", "sinusoid", "period and trend"])
def test_outliers_are_told(name: str) -> None:
    values = noisy(name, noise=0.3)
    values[7] += 20
    values[23] -= 15
    rule = noisy_rules(values, start=1)[0]
    assert rule.outliers == (8, 24)
    assert rule.noise < 0.5
    assert "2 outliers" in rule.words
    assert rule.following(40)[23] == pytest.approx(CURVES[name](23), abs=0.7)


@pytest.mark.parametrize(("count", "seeds"), [(10, 12), (40, 12), (150, 4)])
def test_white_noise_has_no_rule(count: int, seeds: int) -> None:
    found = [seed for seed in range(seeds) if noisy_rules(white(count=count, seed=seed))]
    assert found == []


def test_long_walks_have_no_rule() -> None:
    assert not any(noisy_rules(np.cumsum(white(count=200, seed=seed)).tolist()) for seed in range(5))


def test_a_rule_that_later_terms_contradict_is_none() -> None:
    values = noisy("line", count=30, noise=0.2)
    assert noisy_rules(values[:24] + values[:6]) == []


def test_how_many_terms_are_held_back() -> None:
    values = noisy("line", count=20, noise=0.2)
    changed = values[:18] + [values[0]] * 2
    assert noisy_rules(changed, validate=0)
    assert not noisy_rules(changed, validate=2)


def test_integers_that_are_a_rounded_curve_are_reproduced() -> None:
    terms = [round(10 * math.sin(n / 3)) for n in range(40)]
    rule = noisy_rules(terms)[0]
    assert rule.kind == "sampled sinusoid"
    assert rule.intervals is None
    assert rule.period == pytest.approx(6 * math.pi, rel=0.01)
    assert rule.following(40) == terms
    assert all(isinstance(value, int) for value in rule.following(50))
    assert "rounded(" in str(rule.program)


def test_of_rounded_curves_the_simplest_is_the_best() -> None:
    rule = noisy_rules([round(100 * math.sin(n / 50)) for n in range(2000)])[0]
    assert (rule.kind, rule.free) == ("sampled sinusoid", 4)


def test_numbers_of_numpy_are_numbers() -> None:
    assert noisy_rules(list(np.array(noisy("line")))) != []
    assert str(noisy_rules(list(np.full(5, 2.5)))[0].program) == "(n: Int) -> 2.5"


def test_decimals_without_noise() -> None:
    rule = noisy_rules([2.5 * n + 1 for n in range(12)])[0]
    assert rule.formula == "a(n) = 2.5 n + 1"
    assert "exact to the digits given" in rule.words
    assert rule.following(14)[-1] == 33.5


@pytest.mark.parametrize("values", [[], [1], [1.5, 2.5], [1, 2, 3, 4], [1e120, 1.0, 2.0, 3.0, 4.0, 5.0], [10**400] * 9])
def test_too_little_to_tell(values: list[float]) -> None:
    assert noisy_rules(values) == []


@pytest.mark.parametrize("value", [3, 2.5, -1e-9])
def test_equal_terms_are_a_constant(value: float) -> None:
    (rule,) = noisy_rules([value] * 6)
    assert (rule.kind, rule.following(8), rule.intervals) == ("constant", [value] * 8, None)
    assert rule.program(100) == value


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf, True, "7", None])
def test_what_is_no_number_is_refused(bad: float) -> None:
    with pytest.raises(InputError, match="term 3"):
        noisy_rules([1.0, 2.0, bad, 4.0, 5.0, 6.0])


@pytest.mark.parametrize("validate", [-1, 8, 100])
def test_what_cannot_be_held_back_is_refused(validate: int) -> None:
    with pytest.raises(InputError, match="validate"):
        noisy_rules([1.0, 2.0, 3.5, 4.0, 5.0, 6.0, 7.0, 8.0], validate=validate)


def test_the_best_comes_first_and_rules_differ() -> None:
    rules = noisy_rules(noisy("parabola"))
    assert len(rules) > 1
    assert all(one.length <= other.length for one, other in pairwise(rules))
    assert len({str(rule.program) for rule in rules}) == len(rules)


@settings(deadline=None, max_examples=12)
@given(
    st.one_of(
        st.lists(st.integers(-3, 3), min_size=5, max_size=24),
        st.lists(st.floats(-1e99, 1e99, allow_subnormal=False), min_size=5, max_size=16),
        st.lists(st.sampled_from([0.0, 1e-90, 1e90, -5.0]), min_size=5, max_size=24),
    )
)
def test_whatever_the_terms_rules_have_fewer_constants(values: list[float]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for rule in noisy_rules(values):
            assert rule.kind == "constant" or rule.free <= 0.4 * len(values)
            assert all(math.isfinite(value) for value in rule.following(len(values)))


@pytest.mark.parametrize("as_type", [int, float])
def test_a_sharp_rise_among_many_terms_has_rules_that_can_be_run(as_type: type) -> None:
    values = [as_type(n % 2 + 100 * (n >= 50)) for n in range(100)]
    for rule in noisy_rules(values):
        assert len(rule.following(110)) == 110
