"""Sources: lists to run over, none of them too large."""

from __future__ import annotations

from typing import Any

import pytest

from induce.dsl.core.expression import Call, Expression, evaluate
from induce.search.strategies.comprehensions import sources as module
from induce.search.strategies.comprehensions.sources import LEAST_EXAMPLES, LONGEST, MOST_ROWS, Source, sources_of
from induce.search.task.problem import Problem
from induce.search.task.task import Task


def sources(examples: list[tuple[Any, Any]]) -> list[Source]:
    return sources_of(Problem.of(Task.from_examples(examples)), ())


def names(found: list[Source]) -> set[str]:
    return {source.body.primitive.name for source in found if isinstance(source.body, Call)}


def test_sources_are_no_larger_than_they_may_be() -> None:
    found = sources([(list(range(count)), 0) for count in (3, 12, 40, 300, 2000)])
    assert found
    for source in found:
        assert sum(map(len, source.values)) <= MOST_ROWS
        assert len(source.values) >= LEAST_EXAMPLES
        if isinstance(source.body, Call) and source.body.primitive.name in LONGEST:
            assert source.examples == tuple(sorted(source.examples))
    assert "subsets_of" not in names(found)  # Two of the lists alone are short enough.


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("ab cd", {"chars", "words", "substrings", "enumerated"}),
        ("k=v;m=n;", {"split", "chunks"}),
        (("abc", 2), {"chunks"}),
        (60, {"digits", "one_to", "divisors"}),
        ((2, 9), {"range"}),
        (([1, 2, 5, 4], 3), {"combinations_of", "windows"}),
        (("abcd", 3), {"chunks", "windows"}),
        (([1, 2, 5], [3, 4, 7]), {"zipped", "product_of", "pairs_of", "adjacent", "sublists", "subsets_of"}),
    ],
)
def test_what_an_input_gives(given: Any, expected: set[str]) -> None:
    assert expected <= names(sources([(given, 1)]))


def test_no_two_sources_have_the_same_items() -> None:
    found = sources([([1, 2, 3], 1), ([4, 5], 2), ([7], 0)])
    keys = [(source.body.type, repr(source.values)) for source in found]
    assert len(set(keys)) == len(keys)


def test_what_is_too_large_is_not_even_made(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []

    def noted(body: Expression, row: dict[str, Any]) -> Any:
        value = evaluate(body, row)
        if isinstance(body, Call):
            made.append(len(value) if isinstance(value, list) else 1)
        return value

    monkeypatch.setattr(module, "evaluate", noted)
    sources([((3, 90_000), 0), ((5, 80_000), 1), ((2, 70_000), 0)])
    sources([("long words " * 900, 0), ("others " * 1400, 1), ("many " * 1500, 2)])
    assert max(made) < 20_000


def test_pairs_are_lists_where_lists_of_two_are_wanted() -> None:
    given = [([1, 2, 5], [3, 4]), ([3, 4], [7, 8, 6]), ([7, 9, 1], [2, 1])]
    rows, pairs = {"combinations_of", "windows", "pairs", "cartesian"}, {"pairs_of", "adjacent", "zipped", "product_of"}
    for result, is_of_rows in (([1, 2], True), ([[1, 2], [2, 5]], True), (4, False), ([1, 2, 5], False)):
        found = names(sources([(one, result) for one in given]))
        assert (rows <= found) == is_of_rows
        assert (pairs <= found) != is_of_rows


def test_positions_come_in_pairs() -> None:
    found = sources([([4, 2, 5], True), ([3, 4], False), ([7, 9, 1], True)])
    assert any(source.values == ([[0, 1], [0, 2], [1, 2]], [[0, 1]], [[0, 1], [0, 2], [1, 2]]) for source in found)


def test_there_are_not_too_many_combinations() -> None:
    found = sources([((list(range(40)), n), 1) for n in (2, 20, 30)] + [(([1, 2, 3], -1), 1)])
    for source in found:
        if isinstance(source.body, Call) and source.body.primitive.name == "combinations_of":
            assert all(len(value) <= 600 for value in source.values)
