"""What a misspelt name was meant to be."""

from __future__ import annotations

from induce.dsl.spelling import MOST_COMPARED, did_you_mean


def test_the_nearest_name_is_suggested() -> None:
    assert did_you_mean("prise", ["day", "price", "rising"]) == "; did you mean price?"
    assert did_you_mean("prise", iter(["price"])) == "; did you mean price?"


def test_nothing_is_suggested_where_nothing_is_near() -> None:
    assert did_you_mean("zzz", ["day", "price"]) == did_you_mean("zzz", []) == ""
    assert did_you_mean("price", ["price"] * (MOST_COMPARED + 1)) == ""
