"""Exact rules: known sequences, properties of all rules, and noise."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import comb, factorial
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from induce import parse
from induce.dsl.core.expression import Undefined
from induce.sequences.exact.exact import exact_rules, held_back_of
from induce.sequences.rules.rule import Rule

MOTZKIN = [1, 1, 2, 4, 9, 21, 51, 127, 323, 835, 2188, 5798, 15511, 41835, 113634, 310572, 853467]
SCHROEDER = [1, 2, 6, 22, 90, 394, 1806, 8558, 41586, 206098, 1037718, 5293446]
BELL = [1, 1, 2, 5, 15, 52, 203, 877, 4140, 21147, 115975, 678570]
ZIGZAG = [1, 1, 1, 2, 5, 16, 61, 272, 1385, 7936, 50521, 353792, 2702765]
PARTITIONS = [1, 1, 2, 3, 5, 7, 11, 15, 22, 30, 42, 56, 77, 101, 135, 176]


def recurrent(coefficients: Sequence[int], first: Sequence[int], count: int) -> list[int]:
    """Terms by the definition of a linear recurrence."""
    terms = list(first)
    while len(terms) < count:
        terms.append(sum(c * terms[-1 - i] for i, c in enumerate(coefficients)))
    return terms


def interleaving(*parts: Iterable[int]) -> list[int]:
    return [term for group in zip(*parts, strict=True) for term in group]


FIBONACCI = recurrent([1, 1], [0, 1], 40)
KNOWN = {
    "squares": ([n * n for n in range(12)], 7, "polynomial"),
    "triangular": ([n * (n + 1) // 2 for n in range(12)], 6, "polynomial"),
    "cubic": ([2 * n**3 - n + 5 for n in range(12)], 7, "polynomial"),
    "constant": ([4] * 10, 5, "constant"),
    "zero": ([0] * 10, 5, "constant"),
    "powers of two": ([2**n for n in range(12)], 6, "geometric"),
    "one less": ([2**n - 1 for n in range(12)], 7, "sum of powers"),
    "powers with an index": ([n * 3**n + 2 for n in range(14)], 10, "sum of powers"),
    "Fibonacci": (FIBONACCI[:15], 8, "linear recurrence"),
    "late Fibonacci": ([9, 7, *FIBONACCI[:14]], 12, "linear recurrence"),
    "periodic": ([3, 1, 4, 1, 5] * 4, 9, "periodic"),
    "floor of a square": ([n * n // 4 for n in range(16)], 10, "quasi-polynomial"),
    "floor of a line": ([5 * n // 7 for n in range(16)], 12, "quasi-polynomial"),
    "interleaved": (interleaving(range(10), (7 * 2**n for n in range(10))), 14, "interleaved"),
    "factorials": ([factorial(n) for n in range(12)], 6, "transform"),
    "Catalan": ([comb(2 * n, n) // (n + 1) for n in range(14)], 9, "P-recursive"),
    "central binomials": ([comb(2 * n, n) for n in range(14)], 9, "P-recursive"),
    "Motzkin": (MOTZKIN, 12, "algebraic generating function"),
    "Schroeder": (SCHROEDER, 10, "algebraic generating function"),
    "sums of central binomials": (list(accumulate(comb(2 * n, n) for n in range(14))), 10, "transform"),
    "products of Fibonacci numbers": (list(accumulate(FIBONACCI[1:15], lambda x, y: x * y)), 10, "transform"),
    "set partitions": (BELL, 9, "transform"),
    "partitions": (PARTITIONS, 12, "transform"),
    "sums of divisors": ([sum(d for d in range(1, n + 1) if n % d == 0) for n in range(1, 16)], 9, "transform"),
    "alternating permutations": (ZIGZAG, 9, "recurrence"),
    "squares and one": ([1, 2, 5, 26, 677, 458330, 210066388901], 6, "recurrence"),
    "powers modulo": ([3**n % 41 for n in range(9)], 8, "residues"),
    "partitions into small parts": (
        [sum((n - 3 * c) // 2 + 1 for c in range(n // 3 + 1)) for n in range(16)],
        12,
        "rational generating function",
    ),
}


@pytest.mark.parametrize(("terms", "shown", "kind"), KNOWN.values(), ids=KNOWN)
def test_known_sequences_go_on(terms: list[int], shown: int, kind: str) -> None:
    best = exact_rules(terms[:shown])[0]
    assert best.following(len(terms)) == terms
    assert kind in {rule.kind for rule in exact_rules(terms)}


def solver(rule: Rule) -> Any:
    """The function that the rule's printed Python is."""
    scope: dict[str, Any] = {}
    exec(rule.program.python(), scope)
    return scope["solve"]


@pytest.mark.parametrize("start", [0, 1, 5])
@pytest.mark.parametrize("terms", [terms for terms, _, _ in KNOWN.values()], ids=KNOWN)
def test_programs_give_the_terms(terms: list[int], start: int) -> None:
    for rule in exact_rules(terms, start=start):
        further = rule.following(len(terms) + 3)
        assert list(further[: len(terms)]) == terms
        assert [rule.program(start + i) for i in range(len(further))] == further
        solve = solver(rule)
        assert [solve(start + i) for i in (0, 1, len(further) - 1)] == [further[0], further[1], further[-1]]
        assert parse(str(rule.program), exact=True) == rule.program
        assert rule.free < len(terms)
        assert rule.words


def test_an_index_may_be_negative() -> None:
    for terms in ([n * n for n in range(-3, 6)], [2**n for n in range(9)], FIBONACCI[:9]):
        rule = exact_rules(terms, start=-3)[0]
        assert [rule.program(n) for n in range(-3, 6)] == terms


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(-3, 3), min_size=1, max_size=4).filter(lambda values: values[-1] != 0),
    st.lists(st.integers(-9, 9), min_size=4, max_size=4),
)
def test_recurrences_are_found_and_continued(coefficients: list[int], first: list[int]) -> None:
    order = len(coefficients)
    terms = recurrent(coefficients, first[:order], 4 * order + 14)
    assume(any(terms))
    assert terms in [rule.following(len(terms)) for rule in exact_rules(terms[: 4 * order + 4])]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(-20, 20), min_size=1, max_size=6), st.integers(0, 3))
def test_polynomials_are_found_and_continued(coefficients: list[int], start: int) -> None:
    terms = [sum(c * n**i for i, c in enumerate(coefficients)) for n in range(start, start + 30)]
    shown = 2 * len(coefficients) + 4
    assert exact_rules(terms[:shown], start=start)[0].following(30) == terms


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-50, 50), min_size=3, max_size=14), st.integers(0, 1))
def test_rules_have_fewer_numbers_than_terms_and_reproduce_them(terms: list[int], start: int) -> None:
    for rule in exact_rules(terms, start=start):
        assert rule.free < len(terms)
        assert list(rule.following(len(terms))) == terms
        assert [rule.program(start + i) for i in range(len(terms))] == terms


@pytest.mark.parametrize(
    ("terms", "known"),
    [
        (list(accumulate(map(factorial, range(9)), lambda x, y: x * y)), 9),
        ([2 ** (2**n) for n in range(8)], 8),
        ([(10**9_000) ** n for n in range(8)], 8),
        (interleaving([(10**9_000) ** n for n in range(8)], range(8)), 16),
    ],
    ids=["products", "powers", "recurrence", "interleaved"],
)
def test_rules_go_on_as_far_as_a_program_can_follow(terms: list[int], known: int) -> None:
    rule = exact_rules(terms)[0]
    values = rule.following(10_000)
    assert known < len(values) < 10_000
    assert rule.program(len(values) - 1) == values[-1]
    with pytest.raises(Undefined):
        rule.program(len(values))


@pytest.mark.parametrize("start", [10**9, 10**14])
def test_the_first_term_may_have_a_large_number(start: int) -> None:
    terms = [2**n for n in range(9)]
    assert exact_rules([*terms[:-1], 257], start=start) == []
    assert exact_rules(terms, start=start)[0].following(11) == [*terms, 512, 1024]


def test_points_never_give_a_polynomial_through_all_of_them() -> None:
    draw = random.Random(1)
    for _ in range(30):
        terms = [draw.randrange(1000) for _ in range(9)]
        assert exact_rules(terms) == []


@pytest.mark.parametrize("count", [12, 40, 2000])
def test_noise_gives_nothing(count: int) -> None:
    draw = random.Random(count)
    assert exact_rules([draw.randrange(10**6) for _ in range(count)]) == []


def test_later_terms_must_confirm() -> None:
    terms = [n * n for n in range(12)]
    assert exact_rules(terms, validate=6)[0].kind == "polynomial"
    assert not any(rule.kind == "polynomial" for rule in exact_rules([*terms[:-1], 0]))
    assert [held_back_of(count) for count in (2, 5, 15, 100)] == [1, 1, 3, 20]


def test_too_few_terms() -> None:
    assert exact_rules([]) == exact_rules([1]) == exact_rules([1, 2]) == []
    assert exact_rules([1, 2, 3, 4], validate=3) == []


def test_no_time_no_rules() -> None:
    assert exact_rules([1, 2, 3, 4, 5], timeout=-1) == []


def test_long_sequences_are_checked_to_the_end() -> None:
    terms = [n**3 // 4 for n in range(10_000)]
    assert [rule.formula for rule in exact_rules(terms)] == ["a(n) = floor(n^3/4)"]
    assert exact_rules([*terms[:-1], 0]) == []


@pytest.mark.parametrize("terms", [[n * 10**10_000 + 1 for n in range(20)], recurrent([3, -1], [7**9999, 5], 40)])
def test_long_terms(terms: list[int]) -> None:
    assert exact_rules(terms)[0].following(len(terms)) == terms


def test_a_plain_rule_stands_for_those_that_go_on_alike() -> None:
    rules = exact_rules([n * n for n in range(1, 12)], start=1)
    assert rules[0].formula == "a(n) = n^2"
    assert len({tuple(rule.following(30)) for rule in rules}) == len(rules)
