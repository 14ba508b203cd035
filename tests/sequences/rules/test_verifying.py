"""Rules are printed, read back and run before anybody sees them."""

from __future__ import annotations

import pytest

from induce.sequences.rules.verifying import continuation

from ..made import exact, noisy

SQUARES = "(n: Int) -> n * n"
LINE = "(n: Int) -> 2.0 * real(n)"


def test_how_a_rule_goes_on() -> None:
    assert continuation(exact(SQUARES), [0, 1, 4], start=0, count=3) == (9, 16, 25)
    assert continuation(exact(SQUARES, start=-2), [4, 1, 0], start=-2, count=2) == (1, 4)
    assert continuation(noisy(LINE), [0.1, 1.9, 4.0], start=0, count=2) == (6.0, 8.0)


@pytest.mark.parametrize("terms", [[0, 1, 5], [1, 1, 4], [0, 1, 4, 8]])
def test_terms_that_a_rule_does_not_give(terms: list[int]) -> None:
    assert continuation(exact(SQUARES), terms, start=0, count=3) is None


def test_a_program_that_disagrees_with_its_rule() -> None:
    later = exact(SQUARES, following=lambda count: [0, 1, 4, 9, 17][:count])
    assert continuation(later, [0, 1, 4], start=0, count=1) == (9,)
    assert continuation(later, [0, 1, 4], start=0, count=2) is None


def test_a_rule_that_comes_to_an_end() -> None:
    fewer = exact(SQUARES, following=lambda count: [n * n for n in range(min(count, 4))])
    assert continuation(fewer, [0, 1, 4], start=0, count=2) == (9,)
    assert continuation(fewer, [0, 1, 4, 9], start=0, count=2) is None


def test_a_program_without_a_value() -> None:
    reciprocal = exact("(n: Int) -> 12 // (n - 3)", following=lambda count: [-4, -6, -12, 0][:count])
    assert continuation(reciprocal, [-4, -6, -12], start=0, count=1) is None


def test_long_sequences_are_run_in_part() -> None:
    terms = [n * n for n in range(5_000)]
    assert continuation(exact(SQUARES), terms, start=0, count=3) == (5_000**2, 5_001**2, 5_002**2)
    wrong = exact(SQUARES, following=lambda count: [*terms, 0, 0, 0][:count])
    assert continuation(wrong, terms, start=0, count=3) is None


def test_texts_that_are_too_long_are_no_programs() -> None:
    assert continuation(exact("(n: Int) -> 7"), [7, 7, 7], start=0, count=1) == (7,)
    huge = 10**99_999
    rule = exact(f"(n: Int) -> n + {10**9}", following=lambda count: [huge] * count)
    assert continuation(rule, [huge] * 3, start=0, count=1) is None
