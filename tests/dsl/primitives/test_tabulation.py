"""Tables and amounts are what plain recursions say, within bounds, and what is printed does the same."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from induce.dsl.core.expression import Undefined
from induce.dsl.program import parse

ITEMS = st.lists(st.integers(1, 4), max_size=6)
GRIDS = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(st.integers(-3, 9), min_size=width, max_size=width), min_size=1, max_size=4)
)


def pair_table(xs: str, ys: str, top: str, side: str, step: str) -> str:
    return (
        f"pair_table({xs}, {ys}, (j: Int) -> {top}, (i: Int) -> {side}, "
        f"(x: Int, y: Int, a: Int, l: Int, c: Int) -> {step})"
    )


def cell_table(first: str, edge: str, step: str) -> str:
    return (
        f"cell_table(rows, (x: Int) -> {first}, (x: Int, b: Int) -> {edge}, (x: Int, a: Int, l: Int, c: Int) -> {step})"
    )


def amounts(name: str, start: str, other: str, step: str) -> str:
    return f"{name}(xs, n, {start}, {other}, (x: Int, value: Int, less: Int) -> {step})"


PAIRS = (
    pair_table("xs", "ys", "0", "0", "if_else(x == y, c + 1, larger(a, l))"),
    pair_table("xs", "ys", "j", "i", "if_else(x == y, c, 1 + smaller(c, smaller(a, l)))"),
    pair_table("xs", "tail(append(ys, 1))", "where(j == 0, 1, 0)", "1", "if_else(x == y, a + c, a)"),
    pair_table("one_to(len(xs))", "iota(len(ys))", "j * j + 1", "0", "a + l * y"),
    pair_table("one_to(len(xs))", "ys", "1", "1 + i", "a - l"),
    pair_table("xs", "ys", "0", "0", "l"),
)
CELLS = (
    cell_table("x", "x + b", "x + smaller(a, l)"),
    cell_table("where(x == 0, 1, 0)", "where(x == 0, b, 0)", "if_else(x == 0, a + l, 0)"),
    cell_table("1", "b", "a + l + c"),
)
AMOUNTS = (
    amounts("amounts_repeated", "0", "n + 1", "smaller(value, less + 1)"),
    amounts("amounts_repeated", "1", "0", "value + less"),
    amounts("amounts_once", "1", "0", "value + less"),
    amounts("amounts_once", "0", "0", "larger(value, less + x)"),
)


def value(body: str, parameters: str, *arguments: Any) -> Any:
    return parse(f"({parameters}) -> {body}", exact=False)(*arguments)


def printed(body: str, parameters: str) -> Any:
    """The printed Python of a program, run in a bare namespace."""
    space: dict[str, Any] = {}
    exec(parse(f"({parameters}) -> {body}").python(), space)
    return space["solve"]


@pytest.mark.parametrize("body", [*PAIRS, *(f"last(last({one})) + 1" for one in PAIRS)])
@settings(max_examples=30, deadline=None)
@given(xs=ITEMS, ys=ITEMS)
def test_printed_tables_over_two_lists_do_the_same(body: str, xs: list[int], ys: list[int]) -> None:
    parameters = "xs: List[Int], ys: List[Int]"
    assert printed(body, parameters)([*xs], [*ys]) == value(body, parameters, xs, ys)


@pytest.mark.parametrize("body", [*CELLS, *(f"max(each.max({one}))" for one in CELLS)])
@settings(max_examples=30, deadline=None)
@given(rows=GRIDS)
def test_printed_tables_over_a_grid_do_the_same(body: str, rows: list[list[int]]) -> None:
    parameters = "rows: List[List[Int]]"
    assert printed(body, parameters)(rows) == value(body, parameters, rows)


@pytest.mark.parametrize("body", [*AMOUNTS, *(f"if_else(n > 3, last({one}), n)" for one in AMOUNTS)])
@settings(max_examples=30, deadline=None)
@given(xs=ITEMS, n=st.integers(0, 9))
def test_printed_amounts_do_the_same(body: str, xs: list[int], n: int) -> None:
    parameters = "xs: List[Int], n: Int"
    assert printed(body, parameters)([*xs], n) == value(body, parameters, xs, n)


@settings(max_examples=60, deadline=None)
@given(xs=ITEMS, ys=ITEMS)
def test_a_table_over_two_lists_is_a_recursion(xs: list[int], ys: list[int]) -> None:
    @cache
    def edits(i: int, j: int) -> int:
        if not i or not j:
            return i + j
        if xs[i - 1] == ys[j - 1]:
            return edits(i - 1, j - 1)
        return 1 + min(edits(i - 1, j), edits(i, j - 1), edits(i - 1, j - 1))

    table = value(PAIRS[1], "xs: List[Int], ys: List[Int]", xs, ys)
    assert table == [[edits(i, j) for j in range(len(ys) + 1)] for i in range(len(xs) + 1)]


@settings(max_examples=60, deadline=None)
@given(rows=GRIDS)
def test_a_table_over_a_grid_is_a_recursion(rows: list[list[int]]) -> None:
    @cache
    def cheapest(i: int, j: int) -> int:
        before = [cheapest(*one) for one in ((i - 1, j), (i, j - 1)) if min(one) >= 0]
        return rows[i][j] + min(before, default=0)

    expected = [[cheapest(i, j) for j in range(len(rows[0]))] for i in range(len(rows))]
    assert value(CELLS[0], "rows: List[List[Int]]", rows) == expected


@settings(max_examples=60, deadline=None)
@given(xs=ITEMS, n=st.integers(0, 9))
def test_amounts_are_recursions_on_the_items(xs: list[int], n: int) -> None:
    def ways(count: int, rest: int, *, again: bool) -> int:
        """How many ways the first items, used again or once each, add up to the rest."""
        if not count or rest < 0:
            return rest == 0
        used = ways(count if again else count - 1, rest - xs[count - 1], again=again)
        return ways(count - 1, rest, again=again) + used

    for body, again in ((AMOUNTS[1], True), (AMOUNTS[2], False)):
        found = value(body, "xs: List[Int], n: Int", xs, n)
        assert found == [ways(len(xs), amount, again=again) for amount in range(n + 1)]


@pytest.mark.parametrize(
    ("body", "rows", "xs", "n"),
    [
        (CELLS[0], [[1, 2], [3]], [], 0),
        (AMOUNTS[0], [], [0, 2], 5),
        (AMOUNTS[2], [], [-1], 5),
        (AMOUNTS[1], [], [2], -1),
        (AMOUNTS[1], [], [2], 100_000),
        (AMOUNTS[1], [], [1] * 99, 60_000),
        (pair_table("one_to(n)", "one_to(n)", "0", "0", "a"), [], [], 1000),
        (pair_table("one_to(n)", "one_to(n)", "1", "1", "a + l"), [], [], 40),
        ("last(last(" + pair_table("one_to(n)", "one_to(n)", "0", "0", "a") + "))", [], [], 90_000),
    ],
)
def test_undefined(body: str, rows: list[list[int]], xs: list[int], n: int) -> None:
    with pytest.raises(Undefined):
        value(body, "rows: List[List[Int]], xs: List[Int], n: Int", rows, xs, n)


def test_empty_tables() -> None:
    assert value(PAIRS[1], "xs: List[Int], ys: List[Int]", [], []) == [[0]]
    assert value(CELLS[0], "rows: List[List[Int]]", []) == []
    assert value(AMOUNTS[0], "xs: List[Int], n: Int", [], 0) == [0]


def test_a_table_reads_as_a_person_would_write_it() -> None:
    assert parse(f"(xs: List[Int], ys: List[Int]) -> last(last({PAIRS[1]}))").python() == (
        "def solve(xs: list[int], ys: list[int]) -> int:\n"
        "    table = [list(range(len(ys) + 1))]\n"
        "    for i, x in enumerate(xs, 1):\n"
        "        row = [i]\n"
        "        for j, y in enumerate(ys):\n"
        "            if x == y:\n"
        "                row.append(table[-1][j])\n"
        "            else:\n"
        "                row.append(1 + min(table[-1][j], table[-1][j + 1], row[-1]))\n"
        "        table.append(row)\n"
        "    return table[-1][-1]\n"
    )
    assert parse(f"(xs: List[Int], n: Int) -> last({AMOUNTS[0]})").python() == (
        "def solve(xs: list[int], n: int) -> int:\n"
        "    values = [0] + [n + 1] * n\n"
        "    for x in xs:\n"
        "        for amount in range(x, n + 1):\n"
        "            values[amount] = min(values[amount], values[amount - x] + 1)\n"
        "    return values[-1]\n"
    )
