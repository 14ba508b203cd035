"""Records of files: each part of the type that is declared, or refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from induce.support.records import record_of


@dataclass(frozen=True)
class Inner:
    share: float
    right: bool = False


@dataclass(frozen=True)
class Outer:
    name: str
    count: int | None
    parts: tuple[Inner, ...]
    more: Mapping[str, Any]
    few: list[int] = field(default_factory=list)


WHOLE = {"name": "a", "count": None, "parts": [{"share": 1}], "more": {"x": [None]}}


def test_parts_are_as_they_are_declared() -> None:
    assert record_of(Outer, WHOLE) == Outer("a", None, (Inner(1),), {"x": [None]})
    assert record_of(Outer, {**WHOLE, "count": 3, "few": (1, 2)}).few == [1, 2]


@pytest.mark.parametrize(
    "change",
    [
        {"name": 1},
        {"name": None},
        {"count": "3"},
        {"count": True},
        {"count": 1.0},
        {"parts": {}},
        {"parts": [1]},
        {"parts": [{}]},
        {"parts": [{"share": "1"}]},
        {"parts": [{"share": float("nan")}]},
        {"parts": [{"share": 1.0, "right": 1}]},
        {"more": []},
        {"more": {1: 2}},
        {"few": "12"},
        {"other": 1},
    ],
    ids=str,
)
def test_what_is_of_another_type_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="expected"):
        record_of(Outer, {**WHOLE, **change})


@pytest.mark.parametrize("found", [None, [], "x", {}, {"name": "a"}])
def test_what_is_not_a_record_is_refused(found: Any) -> None:
    with pytest.raises(ValueError, match="expected name, count, parts, more, few"):
        record_of(Outer, found)
