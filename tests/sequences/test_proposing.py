"""Tasks that are sequences, and what is proposed for them."""

from __future__ import annotations

from typing import Any

import pytest

from induce import Task, synthesize
from induce.sequences.proposing import SequenceProposer

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
    assert SequenceProposer().takes(Task.from_examples(examples)) is taken


def test_synthesize_proposes_rules_of_other_forms_where_the_search_finds_none() -> None:
    examples = [(k, PRIME_SUMS[k]) for k in (4, 3, 2, 1, 0, *range(5, 12))]
    result = synthesize(examples, inputs=[12, 13, 14], max_candidates=1_000_000)
    assert result.predictions == PRIME_SUMS[12:]
    assert "such_that" in str(result.program)
    assert result.stats.candidates <= 1_000_000


def test_wrong_examples_are_left_to_the_search() -> None:
    examples = [(k, PRIME_SUMS[k]) for k in range(12)]
    assert synthesize(examples, max_candidates=400_000, noise=1).status != "solved"
