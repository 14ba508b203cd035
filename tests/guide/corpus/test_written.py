"""The functions of the corpus: enough of them, each with tasks to learn from."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from induce.guide.corpus.written import FIELDS, FUNCTIONS

SHOWN, FEWEST_CALLS = 3, 12


def test_every_field_has_functions() -> None:
    assert set(Counter(one.field for one in FUNCTIONS.values())) == set(FIELDS)


@pytest.mark.parametrize("field", FIELDS)
def test_a_function_says_what_it_does_and_has_tasks(field: str) -> None:
    for one in FUNCTIONS.values():
        if one.field == field:
            assert one.function.__doc__, one.name
            calls = [call for call, _ in zip(one.calls(Random(0)), range(FEWEST_CALLS), strict=False)]
            assert len(calls) == FEWEST_CALLS, f"{one.name}: only {len(calls)} calls"
            assert len({repr(output) for _, output in calls}) > 1, f"{one.name}: one output only"
            assert sum(one.task(seed, shown=SHOWN) is not None for seed in range(10)) >= 5, one.name


def test_tasks_are_the_same_each_time() -> None:
    one = FUNCTIONS["last_name_first"]
    assert one.task(1, shown=3) == one.task(1, shown=3) != one.task(2, shown=3)
