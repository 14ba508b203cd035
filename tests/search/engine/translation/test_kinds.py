"""Kinds of values."""

from __future__ import annotations

import numpy as np
import pytest

from induce.search.engine.translation.kinds import (
    BOOL,
    FLOAT,
    INT,
    UNSIGNED,
    Array,
    Record,
    Untranslatable,
    Value,
    constant,
    joined,
    record,
)

VECTOR = Array("int32", 1)


def test_what_holds_the_values_of_both() -> None:
    assert joined(INT, INT) == joined(BOOL, INT) == INT
    assert joined(FLOAT, BOOL) == FLOAT
    assert joined(Record(("0", "1"), (BOOL, VECTOR)), Record(("0", "1"), (INT, VECTOR))).words == ("i64", "ptr", "i64")


@pytest.mark.parametrize(("one", "other"), [(INT, UNSIGNED), (INT, VECTOR), (VECTOR, Array("int64", 1))])
def test_values_of_different_kinds_do_not_meet(one: Array, other: Array) -> None:
    with pytest.raises(Untranslatable, match="different kinds"):
        joined(one, other)


def test_constants() -> None:
    assert constant(True) == Value(BOOL, ("1",))
    assert constant(-5) == Value(INT, ("-5",))
    assert constant(np.uint64(2**64 - 1)) == constant(2**64 - 1) == Value(UNSIGNED, ("-1",))
    assert constant(0.5) == Value(FLOAT, ("0x3FE0000000000000",))
    for wrong in (2**64, "a", None):
        with pytest.raises(Untranslatable):
            constant(wrong)


def test_the_parts_of_a_record() -> None:
    parts = [constant(1), Value(VECTOR, ("%a", "%n"))]
    assert record(parts).parts() == parts
    assert record(parts).words == ("1", "%a", "%n")
