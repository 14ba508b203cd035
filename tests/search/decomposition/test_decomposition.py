"""Which problems are taken apart, and within which limits."""

from __future__ import annotations

from typing import Any

import pytest

from induce import InputError, Task, synthesize
from induce.search.decomposition.decomposition import Decomposition, concerns
from induce.search.task.budget import Budget

from .helping import problem_of, right, solved


@pytest.mark.parametrize(
    ("examples", "wanted"),
    [
        ([([1, 2], 3), ([2, 3], 5)], False),
        ([([1, 2], [2, 1])], False),
        ([("a b", "a"), ("c d", "c")], False),
        ([(["a", "b"], ["b", "a"]), (["c", "d"], ["d", "c"])], False),
        ([("a b", ["a", "b"]), ("c d", ["c", "d"])], True),
        ([({"a": 1}, 1)], True),
        ([(1, {"a": 1})], True),
        ([(None, 1), (1, 2)], True),
    ],
)
def test_what_is_taken_apart(examples: list[tuple[Any, Any]], wanted: bool) -> None:
    assert concerns(problem_of(examples)) is wanted


def test_nothing_is_searched_where_a_value_is_copied() -> None:
    def search(*_: Any) -> Any:
        raise AssertionError

    problem = problem_of([({"a": {"b": 1}}, {"b": 1}), ({"a": {"b": 2}}, {"b": 2})])
    budget = Budget(timeout=None, max_candidates=1000, memory=10**8)
    assert len(Decomposition(search).solve(problem, budget)) == 1


def test_the_answer_is_the_same_again() -> None:
    examples = [([{"a": 3, "b": "x"}, {"a": 4, "b": "y"}], [{"c": 6, "d": "X"}, {"c": 8, "d": "Y"}])]
    first, second = (solved(examples).to_json(timed=False) for _ in range(2))
    assert first == second


def test_limits_are_kept() -> None:
    examples = [({"a": 1}, {"b": 90210, "c": 4}), ({"a": 2}, {"b": 17, "c": 1}), ({"a": 9}, {"b": 3313, "c": 0})]
    result = synthesize(examples, max_candidates=30_000, timeout=None, guide=None)
    assert result.status == "none"
    assert result.reason
    assert result.stats.candidates <= 60_000


def test_noise_needs_plain_outputs() -> None:
    with pytest.raises(InputError, match="noise: expected 0 where outputs are Record"):
        synthesize([({"a": n}, {"a": n}) for n in range(9)], noise=1)


def test_records_within_records() -> None:
    result = solved([({"a": {"b": [{"c": 1}]}}, {"d": {"e": 1}}), ({"a": {"b": [{"c": 7}]}}, {"d": {"e": 7}})])
    assert result.program is not None
    assert result.program({"a": {"b": [{"c": 5}]}}) == {"d": {"e": 5}}


def test_a_task_with_an_answer_more() -> None:
    result = solved([({"a": 2}, {"b": 4}), ({"a": 0}, {"b": 0})])
    assert result.answered(({"a": 3},), {"b": 9}).program is not None
    assert isinstance(result.task, Task)


def test_rows_chosen_because_nothing_is_missing_in_them_are_kept_as_they_are() -> None:
    def row(name: str, price: int | None) -> dict[str, Any]:
        return {"name": name, "price": price}

    examples = [
        ([row("a", None), row("b", 3)], [row("b", 3)]),
        ([row("c", 2), row("d", None), row("e", 5)], [row("c", 2), row("e", 5)]),
    ]
    python = right(examples, [([row("f", 9), row("g", None)], [row("f", 9)])])
    assert '[row for row in rows if row["price"] is not None]' in python


def test_parts_may_have_too_few_examples_for_noise() -> None:
    examples = [(word == "up", [word, "x", "y"]) for word in ("up", "down", "down", "down", "down", "up", "down")]
    assert synthesize(examples, noise=1, max_candidates=5000, timeout=None, guide=None).disbelieved == ()
