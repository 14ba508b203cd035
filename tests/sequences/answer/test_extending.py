"""From terms to an answer."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from dataclasses import replace
from math import pi, sin
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import induce
from induce import Extension, InputError, extend
from induce.sequences.answer import extending
from induce.sequences.rules.digits import all_digits
from induce.sequences.rules.rule import Interval

from ..made import exact

SQUARES = [n * n for n in range(1, 13)]
FIBONACCI = [0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377]


def executed(extension: Extension, number: int) -> Any:
    """What the Python of a rule gives."""
    assert extension.program is not None
    scope: dict[str, Any] = {}
    exec(extension.program.python(), scope)
    return scope["solve"](number)


def wave(count: int, *, noise: float = 0.2, seed: int = 1) -> list[float]:
    """A noisy wave of 12.5 terms."""
    draws = random.Random(seed)
    return [round(5 + 3 * sin(2 * pi * n / 12.5) + draws.gauss(0, noise), 3) for n in range(count)]


@pytest.mark.parametrize(
    ("terms", "start", "following"),
    [
        (SQUARES, 1, (169, 196, 225)),
        (FIBONACCI, 0, (610, 987, 1597)),
        ([2**n - 1 for n in range(14)], 0, (2**14 - 1, 2**15 - 1, 2**16 - 1)),
        ([3, 1, 4] * 9, -2, (3, 1, 4)),
        ([10**400 * n + 7 for n in range(12)], 0, tuple(10**400 * n + 7 for n in range(12, 15))),
    ],
)
def test_exact_rules(terms: list[int], start: int, following: tuple[int, ...]) -> None:
    found = extend(terms, count=3, start=start, timeout=0.5)
    assert (found.status, found.terms, found.given, found.start) == ("found", following, tuple(terms), start)
    assert found.confidence > 0.9
    assert found.intervals is None
    assert found.noise is None
    assert found.program is not None
    numbers = range(start, start + len(terms) + 3)
    assert [found.program(n) for n in numbers] == [executed(found, n) for n in numbers] == [*terms, *following]


def test_the_answer_is_the_same_for_other_kinds_of_sequences() -> None:
    assert extend(iter(SQUARES), start=1) == extend(tuple(SQUARES), start=1)


def test_rules_that_are_searched_for() -> None:
    found = extend([2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41], count=4, timeout=20)
    assert found.terms == (43, 47, 53, 59)
    assert found.confidence > 0.5
    assert [executed(found, n) for n in (0, 12, 13)] == [2, 41, 43]


def test_without_time_nothing_is_searched_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(extending, "searched_rules", refuse)
    assert extend([2, 3, 5, 7, 11, 13, 17, 19, 23], noise="none", timeout=1e-9).status == "none"
    assert extend(FIBONACCI).status == "found"


def test_the_words_are_those_of_a_rule_that_was_solved_for(monkeypatch: pytest.MonkeyPatch) -> None:
    solved = replace(exact("(n: Int) -> recurrence([2], [1], n)", bits=20), formula="a(n) = 2a(n-1)", words="doubled")
    shorter = exact("(n: Int) -> pow(2, n)", bits=5)
    monkeypatch.setattr(extending, "exact_rules", lambda *_, **__: [solved])
    monkeypatch.setattr(extending, "searched_rules", lambda *_, **__: [shorter])
    found = extend([1, 2, 4, 8, 16], timeout=5)
    assert (str(found.program), found.formula, found.words) == ("(n: Int) -> pow(2, n)", "a(n) = 2a(n-1)", "doubled")
    assert found.rivals == ()


def test_rivals_continue_differently(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["(n: Int) -> pow(2, n)", "(n: Int) -> pow(2, n) - n // 5", "(n: Int) -> 2 * pow(2, n) // 2"]
    rules = [exact(text, bits=bits) for text, bits in zip(texts, (9, 11, 10), strict=True)]
    wrong = exact("(n: Int) -> n + 1", bits=1)
    monkeypatch.setattr(extending, "exact_rules", lambda *_, **__: [*rules, wrong])
    found = extend([1, 2, 4, 8, 16], count=3, timeout=1e-9)
    assert str(found.program) == texts[0]
    assert found.terms == (32, 64, 128)
    assert [(str(one.program), one.terms, one.words) for one in found.rivals] == [
        (texts[1], (31, 63, 127), f"the rule {texts[1]}")
    ]
    assert 0 < found.rivals[0].probability < found.confidence < 1
    assert found.notes == ("5 terms fit many rules: give more to be sure",)


def test_noisy_rules() -> None:
    found = extend(wave(40), count=20)
    assert (found.status, len(found.terms), len(found.intervals or ())) == ("found", 20, 20)
    assert found.period == pytest.approx(12.5, rel=0.02)
    assert found.noise == pytest.approx(0.2, rel=0.4)
    assert found.confidence > 0.5
    inside = [
        one.low <= 5 + 3 * sin(2 * pi * n / 12.5) <= one.high for n, one in enumerate(found.intervals or (), start=40)
    ]
    assert sum(inside) >= 18
    assert executed(found, 41) == pytest.approx(found.terms[1])
    assert all(isinstance(one, Interval) for one in found.intervals or ())


def test_noise_is_likelier_than_an_exact_rule_that_hardly_is(monkeypatch: pytest.MonkeyPatch) -> None:
    line = [3 * n + random.Random(n).randrange(-2, 3) for n in range(12)]
    odd = exact("(n: Int) -> n", bits=100, following=lambda count: [*line, *range(100)][:count])
    monkeypatch.setattr(extending, "continuation", lambda rule, *_, **__: tuple(rule.following(22)[12:]))
    for bits, is_exact in ((1000, False), (1, True)):
        rules = [replace(odd, bits=bits)]
        monkeypatch.setattr(extending, "exact_rules", lambda *_, rules=rules, **__: rules)
        assert (extend(line, timeout=1e-9).intervals is None) is is_exact
        assert extend(line, timeout=1e-9, noise="none").terms[0] == 0


def test_outliers_are_told() -> None:
    draws = random.Random(1)
    terms = [2.5 * n + 1 + draws.gauss(0, 0.1) for n in range(30)]
    terms[11] += 40
    assert extend(terms, start=1).outliers == (12,)


def test_integers_may_be_noisy_too() -> None:
    terms = [round(value) for value in wave(60, noise=10.0)]
    assert extend(terms, timeout=0.1).status == "none"
    line = [3 * n + random.Random(n).randrange(-2, 3) for n in range(40)]
    found = extend(line, timeout=0.5)
    assert found.intervals is not None
    assert found.confidence <= 0.5
    assert found.notes == ("no exact rule was found, or none that is likely: the terms are taken to be noisy",)
    assert extend(line, timeout=0.5, noise="none").status == "none"


def test_integers_that_round_a_real_function() -> None:
    found = extend([round(10 * sin(n / 3)) for n in range(40)], count=4, timeout=0.5)
    assert found.terms == tuple(round(10 * sin(n / 3)) for n in range(40, 44))
    assert (found.intervals, found.noise, found.notes) == (None, None, ())
    assert found.period == pytest.approx(6 * pi, rel=0.01)
    assert found.confidence > 0.5


@pytest.mark.parametrize(
    ("terms", "noise", "reason"),
    [
        (
            [29, -18, 44, -5, 38, 44, 33, 17, -47, 9, 49],
            "auto",
            "gives all of them, and no noisy one is better than chance",
        ),
        (
            [29, -18, 44, -5, 38, 44, 33, 17, -47, 9, 49],
            "none",
            "no exact rule with fewer numbers than terms gives all of them",
        ),
        ([0.3, 0.9, 0.1, 0.5, 0.2, 0.8, 0.4, 0.6, 0.2], "auto", "no rule is better than chance"),
        ([0.5, 1.0, 1.5], "none", "decimals have noisy rules alone, and these are switched off"),
    ],
)
def test_no_rule(terms: list[float], noise: str, reason: str) -> None:
    found = extend(terms, noise=noise, timeout=0.01)
    assert (found.status, found.program, found.terms, found.confidence) == ("none", None, (), 0.0)
    assert found.reason.endswith(reason)


@pytest.mark.parametrize("terms", [[7, 7, 7], [2.5] * 4, [10**5_000] * 5])
def test_equal_terms(terms: list[float]) -> None:
    found = extend(terms, count=2)
    assert found.terms == (terms[0],) * 2
    assert found.confidence < 0.9 or terms[0] > 10**100
    assert "all terms are equal, which says little of what comes next" in found.notes


def test_terms_of_ten_thousand_digits() -> None:
    terms = [(10**9_999 + 7) * n * n + 5 for n in range(10)]
    found = extend(terms, count=1)
    assert found.terms == ((10**9_999 + 7) * 100 + 5,)
    with all_digits():
        assert json.loads(json.dumps(found.to_json()))["terms"] == list(found.terms)
    assert len(repr(found)) < 200


def test_a_rule_ends_where_its_terms_are_too_large_for_a_program() -> None:
    found = extend([2 ** (2**n) for n in range(8)], count=30, timeout=0.5)
    assert found.terms == tuple(2 ** (2**n) for n in range(8, 19))
    assert found.notes == ("the program has no value from n = 19 on",)


def test_held_back_terms() -> None:
    fresh = [*SQUARES[:6], 50, 65, 82]
    assert extend(fresh, validate=3, noise="none", timeout=0.5).terms[:1] != (100,)
    assert extend(SQUARES, validate=8, start=1).terms[0] == 169


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"count": 0}, "count: 0; expected 1 to 10000"),
        ({"count": True}, "count: True; expected 1 to 10000"),
        ({"count": 2.0}, "count: 2.0; expected 1 to 10000"),
        ({"start": 0.5}, "start: 0.5; expected an integer of at most 15 digits"),
        ({"start": -(10**15)}, "start: -1000000000000000; expected an integer of at most 15 digits"),
        ({"start": 10**5_000}, f"start: 1{'0' * 39}; expected an integer of at most 15 digits"),
        ({"validate": 0}, "validate: 0; expected 1 to 10, of 12 terms"),
        ({"validate": 11}, "validate: 11; expected 1 to 10, of 12 terms"),
        ({"noise": "much"}, "noise: 'much'; expected auto or none"),
        ({"timeout": 0}, "timeout: 0 is not a valid number of seconds; expected a positive number"),
        ({"timeout": float("nan")}, "timeout: nan is not a valid number of seconds; expected a positive number"),
        ({"timeout": float("inf")}, "timeout: inf is not a valid number of seconds; expected a positive number"),
    ],
)
def test_options_that_are_none(options: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError) as raised:
        extend(SQUARES, **options)
    assert str(raised.value) == message


def test_a_list_among_the_terms_may_hold_huge_integers() -> None:
    with pytest.raises(
        InputError, match=r"^terms\[0\]: \[10+ is not a valid number; expected an integer or a decimal$"
    ):
        extend([[10**5_000], 1, 2])


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(-5, 5), min_size=1, max_size=4), st.integers(-3, 3))
def test_polynomials_are_continued(coefficients: list[int], start: int) -> None:
    def value(n: int) -> int:
        return sum(factor * n**power for power, factor in enumerate(coefficients))

    terms = [value(n) for n in range(start, start + 20)]
    assert extend(terms, count=3, start=start, timeout=0.5).terms == tuple(value(start + 20 + i) for i in range(3))


def test_it_is_part_of_the_public_interface() -> None:
    assert {"Extension", "extend"} <= set(induce.__all__)
    code = "import induce, sys; print(*(m for m in ('numpy', 'scipy', 'flint', 'matplotlib') if m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
