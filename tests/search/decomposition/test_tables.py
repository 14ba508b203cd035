"""Rows changed, chosen, sorted, grouped and cut up."""

from __future__ import annotations

from typing import Any

import pytest

from .helping import right

Examples = list[tuple[Any, Any]]


def row(name: str, price: int, count: int = 1) -> dict[str, Any]:
    return {"name": name, "price": price, "count": count}


def sold(city: str, price: int) -> dict[str, Any]:
    return {"city": city, "price": price}


EXAMPLES: dict[str, tuple[Examples, Examples, str]] = {
    "a column": (
        [([row("pen", 3), row("ink", 8)], [3, 8]), ([row("cap", 5)], [5])],
        [([row("mug", 4)], [4])],
        "for row in rows",
    ),
    "a column calculated": (
        [
            ([row("pen", 3, 2), row("ink", 8, 1)], [{"name": "pen", "sum": 6}, {"name": "ink", "sum": 8}]),
            ([row("cap", 5, 4)], [{"name": "cap", "sum": 20}]),
        ],
        [([row("mug", 7, 3)], [{"name": "mug", "sum": 21}])],
        '{"name": row["name"], "sum": row["price"] * row["count"]}',
    ),
    "a column added": (
        [
            ([row("pen", 3, 2), row("ink", 8, 1)], [{**row("pen", 3, 2), "sum": 6}, {**row("ink", 8, 1), "sum": 8}]),
            ([row("cap", 5, 4)], [{**row("cap", 5, 4), "sum": 20}]),
        ],
        [([row("mug", 7, 3)], [{**row("mug", 7, 3), "sum": 21}])],
        "**row",
    ),
    "rows chosen": (
        [
            ([row("pen", 3), row("ink", 11), row("cap", 10), row("mug", 14)], [row("ink", 11), row("mug", 14)]),
            ([row("bag", 20), row("tie", 4), row("hat", 9)], [row("bag", 20)]),
        ],
        [([row("box", 7), row("jar", 12)], [row("jar", 12)])],
        'if row["price"] >',
    ),
    "rows sorted": (
        [
            ([row("pen", 3), row("ink", 11), row("cap", 10)], [row("ink", 11), row("cap", 10), row("pen", 3)]),
            ([row("bag", 2), row("axe", 4)], [row("axe", 4), row("bag", 2)]),
        ],
        [([row("ale", 1), row("bun", 2)], [row("bun", 2), row("ale", 1)])],
        'sorted(rows, key=lambda row: row["price"], reverse=True)',
    ),
    "rows sorted by two keys": (
        [
            (
                [row("b", 2, 1), row("a", 2, 1), row("c", 1, 2), row("d", 1, 1)],
                [row("c", 1, 2), row("d", 1, 1), row("a", 2, 1), row("b", 2, 1)],
            ),
            ([row("z", 5, 1), row("y", 5, 1), row("x", 9, 1)], [row("y", 5, 1), row("z", 5, 1), row("x", 9, 1)]),
        ],
        [([row("n", 2, 1), row("m", 2, 1), row("q", 1, 1)], [row("q", 1, 1), row("m", 2, 1), row("n", 2, 1)])],
        "sorted(",
    ),
    "the first two": (
        [
            ([row("pen", 3), row("ink", 11), row("cap", 10)], [row("pen", 3), row("ink", 11)]),
            ([row("bag", 20), row("tie", 4), row("hat", 9), row("rug", 1)], [row("bag", 20), row("tie", 4)]),
        ],
        [([row("a", 1), row("b", 2), row("c", 3)], [row("a", 1), row("b", 2)])],
        "rows[:2]",
    ),
    "the row with the most": (
        [([row("ink", 3), row("pen", 11)], row("pen", 11)), ([row("bag", 20), row("tie", 4)], row("bag", 20))],
        [([row("a", 1), row("b", 2), row("c", 1)], row("b", 2))],
        'max(rows, key=lambda row: row["price"])',
    ),
    "groups": (
        [
            (
                [sold("Oslo", 3), sold("Rome", 5), sold("Oslo", 4)],
                [{"city": "Oslo", "total": 7}, {"city": "Rome", "total": 5}],
            ),
            (
                [sold("Bonn", 1), sold("Bonn", 1), sold("Lima", 8), sold("Bonn", 6)],
                [{"city": "Bonn", "total": 8}, {"city": "Lima", "total": 8}],
            ),
        ],
        [
            (
                [sold("Nice", 2), sold("Bari", 1), sold("Nice", 5)],
                [{"city": "Nice", "total": 7}, {"city": "Bari", "total": 1}],
            )
        ],
        'sum(row["price"] for row in group)',
    ),
    "a row for each part": (
        [
            (
                [{"id": 1, "tags": "a;b"}, {"id": 2, "tags": "c"}],
                [{"id": 1, "tags": "a"}, {"id": 1, "tags": "b"}, {"id": 2, "tags": "c"}],
            ),
            ([{"id": 7, "tags": "x;y"}], [{"id": 7, "tags": "x"}, {"id": 7, "tags": "y"}]),
        ],
        [([{"id": 3, "tags": "u;v;w"}], [{"id": 3, "tags": "u"}, {"id": 3, "tags": "v"}, {"id": 3, "tags": "w"}])],
        '.split(";")',
    ),
    "chosen, sorted and changed": (
        [
            ([row("pen", 3, 0), row("ink", 11, 2), row("cap", 9, 4)], [{"n": "cap", "p": 9}, {"n": "ink", "p": 11}]),
            ([row("axe", 8, 5), row("bag", 1, 0), row("tie", 4, 3)], [{"n": "tie", "p": 4}, {"n": "axe", "p": 8}]),
        ],
        [([row("jar", 6, 7), row("mug", 5, 0), row("hat", 2, 1)], [{"n": "hat", "p": 2}, {"n": "jar", "p": 6}])],
        "sorted(",
    ),
    "lists side by side": (
        [((["a", "b"], [1, 2]), [{"k": "a", "v": 1}, {"k": "b", "v": 2}]), ((["c"], [5]), [{"k": "c", "v": 5}])],
        [((["d"], [6]), [{"k": "d", "v": 6}])],
        "zip(",
    ),
    "columns": (
        [
            ([sold("Oslo", 3), sold("Rome", 5)], {"city": ["Oslo", "Rome"], "price": [3, 5]}),
            ([sold("Bonn", 1)], {"city": ["Bonn"], "price": [1]}),
        ],
        [([sold("Lima", 4)], {"city": ["Lima"], "price": [4]})],
        '"city": [row["city"] for row in rows]',
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_tables(name: str) -> None:
    examples, held_out, python = EXAMPLES[name]
    assert python in right(examples, held_out, candidates=400_000)
