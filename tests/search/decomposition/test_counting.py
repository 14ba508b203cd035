"""Tables of how often what occurs, where the outputs are pairs of different types."""

from __future__ import annotations

from collections import Counter

import pytest

from induce import Task
from induce.search.decomposition.counting import counted
from induce.search.task.problem import Problem

TEXTS = ("or not to be to b or to a", "a b b", "x")


def programs(examples: list[tuple[str, list[list[object]]]]) -> list[str]:
    return [str(piece.body.primitive.name) for piece in counted(Problem.of(Task.from_examples(examples)))]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("counted", lambda s: Counter(s).items()),
        ("most_common", lambda s: Counter(s.split()).most_common()),
        ("sorted_by", lambda s: sorted(Counter(s).items())),
    ],
)
def test_tables_are_found(name: str, make: object) -> None:
    examples = [(s, [list(pair) for pair in make(s)]) for s in TEXTS]  # type: ignore[operator]
    assert programs(examples)[0] == name


def test_other_pairs_are_not() -> None:
    assert programs([("ab", [["a", 2], ["b", 1]]), ("c", [["c", 3]])]) == []
