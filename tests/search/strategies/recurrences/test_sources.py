"""What loops run over and start from, and the probes that tell their steps apart."""

from __future__ import annotations

from typing import Any

import pytest

from induce.dsl.core.types import BOOL, INT, STR, Type, list_of
from induce.dsl.core.values import has_type
from induce.search.strategies.recurrences.sources import (
    PROBES,
    are_apart,
    constant,
    probes,
    sources,
    starts,
    value_probes,
)

from ...searches import search_of

EXAMPLES: list[tuple[Any, Any]] = [(([3, 1, 2], 5), 7), (([4, 9], 1), 2), (([8, 8, 1, 5], 3), 9)]


def test_the_cheapest_lists_come_first_and_none_is_always_the_same() -> None:
    search, _ = search_of(EXAMPLES)
    found = sources(search.context, INT)
    assert found[0].values == [list(example.inputs[0]) for example in search.problem.examples]
    assert [one.cost for one in found] == sorted(one.cost for one in found)
    assert all(any(value != one.values[0] for value in one.values) for one in found)
    assert not sources(search.context, STR)


def test_a_loop_starts_from_constants_and_parameters_but_not_from_what_it_runs_over() -> None:
    search, _ = search_of(EXAMPLES)
    numbers = starts(search.context, INT)
    assert [one.values[0] for one in numbers[:2]] == [0, 1]
    assert [example.inputs[1] for example in search.problem.examples] in [one.values for one in numbers]
    assert starts(search.context, STR)[0].values == [""] * 3
    lists = starts(search.context, list_of(INT))
    over = sources(search.context, INT)[0]
    assert [are_apart(over, one) for one in lists] == [True, False]


@pytest.mark.parametrize("state", [INT, BOOL, list_of(INT)], ids=str)
def test_probes_are_rows_of_a_state_an_item_and_parameters(state: Type) -> None:
    rows = probes(state, [[3, 1], [4], []], [(5,), (1,), (2,)], [7, 2, [1, 2]])
    assert len(rows) == PROBES
    assert all(has_type(row[0], state) and row[1:] in {(3, 5), (1, 5), (4, 1)} for row in rows)
    assert rows == probes(state, [[3, 1], [4], []], [(5,), (1,), (2,)], [7, 2, [1, 2]])


def test_probes_of_values_are_like_the_starts() -> None:
    texts = constant("abc", STR, 2)
    assert all(row[0] in {"", "a", "ab", "abc", "x"} for row in value_probes([texts], [(), ()], ["x", "x"]))
