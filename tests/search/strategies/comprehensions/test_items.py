"""Item-level banks: what they hold is what the interpreter says of each item."""

from __future__ import annotations

from typing import Any

import pytest

from induce.dsl.core.expression import evaluate
from induce.dsl.core.types import BOOL, INT, STR
from induce.search.strategies.comprehensions.items import Items

from .banks import items_of

LISTS: list[tuple[Any, Any]] = [(([3, 1, 2], 2), 1), (([5, 5, 8, 1], 5), 2), (([9], 1), 0)]
TEXTS: list[tuple[Any, Any]] = [("Dover", 2), ("eel", 2), ("sky", 0)]


def of_rows(items: Items, entry: int) -> list[Any]:
    body = items.expression(entry)
    names = [parameter.name for parameter in items.problem.parameters]
    return [
        evaluate(
            body, {**dict(zip(names, items.problem.examples[example].inputs, strict=True)), items.variable.name: item}
        )
        for example, values in zip(items.source.examples, items.source.values, strict=True)
        for item in values
    ]


@pytest.mark.parametrize(
    ("examples", "name"), [(LISTS, None), (LISTS, "pairs_of"), (LISTS, "enumerated"), (TEXTS, "chars")]
)
def test_columns_hold_what_the_interpreter_says(examples: list[tuple[Any, Any]], name: str | None) -> None:
    items = items_of(examples, name)
    seen = 0
    for type_ in (BOOL, INT, STR):
        column = items.functions(type_)
        assert list(column.costs) == sorted(column.costs)
        for index in range(0, len(column), max(1, len(column) // 25)):
            assert list(column.values[index]) == of_rows(items, int(column.entries[index]))
            seen += 1
    assert seen > 20


def test_conditions_hold_for_some_items_alone() -> None:
    conditions = items_of(LISTS).conditions.values
    assert len(conditions) > 10
    assert conditions.any(axis=1).all()
    assert not conditions.all(axis=1).any()


def test_the_class_of_a_character_can_be_asked() -> None:
    items = items_of(TEXTS, "chars")
    asked = {str(items.expression(int(entry))) for entry in items.conditions.entries[:200]}
    assert any("aeiou" in one for one in asked)
