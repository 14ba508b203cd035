"""What a noisy rule says: its program, its intervals, its digits."""

from __future__ import annotations

import re
from typing import Any

import pytest

from induce import parse
from induce.sequences.noisy import noisy_rules

from .drawn import CURVES, noisy


@pytest.mark.parametrize(
    ("name", "start"), [(name, (0, 1, -3, 1900)[place % 4]) for place, name in enumerate(CURVES)] + [("growth", 1900)]
)
def test_programs_are_printed_parsed_and_run(name: str, start: int) -> None:
    for rule in noisy_rules(noisy(name, noise=0.3), start=start)[:2]:
        program = parse(str(rule.program), exact=True)
        assert str(program) == str(rule.program)
        scope: dict[str, Any] = {}
        exec(program.python(), scope)
        for n, value in enumerate(rule.following(45), start):
            assert program(n) == value
            assert scope["solve"](n) == value


@pytest.mark.parametrize(
    ("name", "formula", "words"),
    [
        ("line", r"a\(n\) = 2\.\d+ n \+ [\d.]+", r"a line: 2\.\d+ more each term, noise about 0\.\d+"),
        ("growth", r"a\(n\) = [\d.]+ 1\.\d+\^n", r"exponential growth: 9\.?\d*% more each term, noise about"),
        ("sinusoid", r"a\(n\) = [\d.]+ sin\(2 pi n / 12\.\d+ \+ 0\.\d+\) \+ [45]", r"a wave of 12\.\d+ terms"),
        ("period and trend", r"a\(n\) = b\(n mod 5\) \+ 0\.\d+ n, b = ", "a pattern of 5 terms that repeats, with 0"),
    ],
)
def test_formulas_and_words(name: str, formula: str, words: str) -> None:
    rule = noisy_rules(noisy(name, noise=0.3))[0]
    assert re.match(formula, rule.formula)
    assert re.match(words, rule.words)


def test_constants_have_no_more_digits_than_the_terms_support() -> None:
    rough = noisy_rules(noisy("line", noise=2.0))[0]
    fine = noisy_rules(noisy("line", noise=1e-6))[0]
    assert rough.bits < 40 < fine.bits


def test_what_terms_may_be_widens_with_the_distance() -> None:
    rule = noisy_rules(noisy("parabola"))[0]
    assert rule.intervals is not None
    near, far = (rule.intervals(100)[place] for place in (40, 99))
    assert far.high - far.low > near.high - near.low > 4 * 0.4 * rule.noise


def test_intervals_cover_further_terms() -> None:
    inside = total = 0
    for seed in range(24):
        name = ("line", "sinusoid", "period")[seed % 3]
        values = noisy(name, count=48, seed=seed)
        rules = noisy_rules(values[:40])
        assert rules
        assert rules[0].intervals is not None
        for value, interval in zip(values[40:], rules[0].intervals(48)[40:], strict=True):
            inside += interval.low <= value <= interval.high
            total += 1
    assert 0.9 <= inside / total <= 0.99
