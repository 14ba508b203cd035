"""Tasks that are sequences, and what is proposed for them."""

from __future__ import annotations

from typing import Any

import pytest

from induce import Task, synthesize
from induce.sequences.rules.rule import INDEX
from induce.sequences.searched.proposing import SequenceProposer

PRIME_SUMS = [2, 3, 5, 7, 11, 12, 14, 16, 20, 21, 23, 25, 29, 30, 32]
"""The numbers whose digits have a prime sum."""


@pytest.mark.parametrize(
    ("examples", "taken"),
    [
        ([(k, 2 * k) for k in range(6)], True),
        ([(k, 2 * k) for k in (3, 2, 5, 4, 1)], True),
        ([(k, 2 * k) for k in (-2, -1, 0, 1, 2)], True),
        ([(k, 2 * k) for k in range(4)], False),
        ([(k, 2 * k) for k in (0, 1, 2, 4, 5)], False),
        ([(k, k > 2) for k in range(6)], False),
        ([([k], k) for k in range(6)], False),
        ([((k, k), k) for k in range(6)], False),
    ],
)
def test_a_sequence_is_a_term_for_each_of_some_integers_in_a_row(examples: list[tuple[Any, Any]], taken: bool) -> None:
    assert SequenceProposer().searches(Task.from_examples(examples)) is taken


def test_synthesize_proposes_rules_of_other_forms_where_the_search_finds_none() -> None:
    examples = [(k, PRIME_SUMS[k]) for k in (4, 3, 2, 1, 0, *range(5, 12))]
    # The search has a loop of its own for them otherwise.
    result = synthesize(examples, inputs=[12, 13, 14], max_candidates=1_000_000, without=["selections"])
    assert result.predictions == PRIME_SUMS[12:]
    assert "such_that" in str(result.program)
    assert result.stats.candidates <= 1_000_000


def test_wrong_examples_are_left_to_the_search() -> None:
    examples = [(k, PRIME_SUMS[k]) for k in range(12)]
    assert synthesize(examples, max_candidates=400_000, noise=1).status != "solved"


@pytest.mark.parametrize("degree", [2, 3, 4])
def test_a_polynomial_through_points_is_proposed(degree: int) -> None:
    def value(x: int) -> int:
        return 3 * int(x**degree) - 7 * x + 5

    examples = [(x, value(x)) for x in (9, -4, 1, 30, 2, 17, 5)]
    result = synthesize(examples, inputs=[100, -20], max_candidates=20_000)
    assert result.predictions == [value(100), value(-20)]


def test_a_polynomial_has_to_be_confirmed() -> None:
    task = Task.from_examples([(x, y) for x, y in zip((1, 2, 4, 8, 9), (3, 1, 4, 1, 5), strict=True)])
    assert list(SequenceProposer().at_once(task, [INDEX])) == []


def test_a_program_as_long_as_the_terms_is_doubted() -> None:
    task = Task.from_examples(list(enumerate([0, 1, 0, 0, 1, 1, 0, 1, 0, 1, 1, 1])))
    assert SequenceProposer().doubts(task, 60)
    assert not SequenceProposer().doubts(Task.from_examples([(k, 7 * k**3) for k in range(12)]), 20)
