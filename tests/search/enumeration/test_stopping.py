"""How long a search goes on after a solution."""

from __future__ import annotations

from induce.search.enumeration.stopping import DEAR, FEW_EXAMPLES, LEAST_PATIENCE, LEAST_SHARE, PATIENCE, patience


def test_what_took_long_to_find_is_given_longer() -> None:
    assert patience(0, cost=1, examples=2) == patience(0, cost=1, examples=FEW_EXAMPLES) == LEAST_PATIENCE
    assert patience(5_000_000, cost=1, examples=2) == PATIENCE * 5_000_000 + LEAST_PATIENCE


def test_the_more_examples_agree_the_sooner_it_ends() -> None:
    times = [patience(1000, cost=9, examples=examples) for examples in (4, 5, 8, 15, 1000)]
    assert times == sorted(times, reverse=True)
    assert patience(0, cost=9, examples=8) == LEAST_PATIENCE // 8
    assert patience(0, cost=9, examples=1000) == LEAST_SHARE * LEAST_PATIENCE


def test_a_dear_program_has_said_little() -> None:
    assert patience(0, cost=DEAR * 8, examples=8) < patience(0, cost=DEAR * 8 + 1, examples=8) == LEAST_PATIENCE
