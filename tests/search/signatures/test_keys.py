"""What an item may be grouped by."""

from __future__ import annotations

import pytest

from induce.dsl.core.expression import Undefined, Variable, evaluate
from induce.dsl.core.types import BOOL, INT, STR, list_of
from induce.dsl.text.printer import print_expression
from induce.search.readings.scene.applying import applied
from induce.search.signatures.keys import as_type, conditions_on, keys_of, labelled, values_of

WORD, X, ROW = Variable("word", STR), Variable("x", INT), Variable("row", list_of(INT))


@pytest.mark.parametrize(
    ("item", "value", "expected"),
    [
        (WORD, "Tea.txt", {"Tea.txt", "T", "t", "Te", "txt", 7}),
        (X, 137, {137, 1, 130, 13, 37, 11}),
        (ROW, [4, 4, 9], {3, 4, 9, 17}),
    ],
)
def test_keys_of_items(item: Variable, value: object, expected: set[object]) -> None:
    known = set()
    for key in keys_of(item):
        try:
            known.add(evaluate(key, {item.name: value}))
        except Undefined:
            continue
    assert expected <= known


def test_conditions_are_truth_values_and_two_labels_stand_for_them() -> None:
    for item in (WORD, X):
        assert {one.type for one in conditions_on(item)} == {BOOL}
    body = labelled(applied("is_even", X), ["even", "odd"], STR)
    assert [evaluate(body, {"x": x}) for x in (4, 7)] == ["even", "odd"]


def test_values_are_parts_of_items_that_may_be_put_together() -> None:
    known = [one for one in values_of(WORD) if print_expression(one) != "to_number(word)"]
    assert [evaluate(one, {"word": "a12"}) for one in known] == ["a12", 3, 12, 12]


def test_a_number_is_written_out_where_keys_are_texts() -> None:
    assert as_type(X, INT) == X
    assert as_type(X, STR) == applied("to_text", X)
    assert as_type(WORD, INT) is None
