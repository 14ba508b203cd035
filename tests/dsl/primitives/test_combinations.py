"""Combinations, counting tables and aggregates are those of `itertools` and `collections`, within bounds."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from induce.dsl.core.expression import Undefined
from induce.dsl.program import parse

NUMBERS = st.lists(st.integers(-3, 3), max_size=7)
TEXTS = st.text("abc", max_size=7)


def value(body: str, *arguments: Any) -> Any:
    return parse(f"(xs: List[Int], n: Int, s: Str, ys: List[Int]) -> {body}")(*arguments)


def of_numbers(body: str, xs: list[int], n: int = 0, ys: list[int] | None = None) -> Any:
    return value(body, xs, n, "", ys or [])


def of_text(body: str, s: str) -> Any:
    return value(body, [], 0, s, [])


def lists(rows: Any) -> list[list[Any]]:
    return [list(row) for row in rows]


@settings(max_examples=60, deadline=None)
@given(xs=NUMBERS, ys=NUMBERS, n=st.integers(0, 9))
def test_choices_are_those_of_itertools(xs: list[int], ys: list[int], n: int) -> None:
    assert of_numbers("pairs_of(xs)", xs) == lists(itertools.combinations(xs, 2))
    assert of_numbers("triples_of(xs)", xs) == lists(itertools.combinations(xs, 3))
    assert of_numbers("combinations_of(xs, n)", xs, n) == lists(itertools.combinations(xs, n))
    assert of_numbers("permutations_of(xs)", xs[:5]) == lists(itertools.permutations(xs[:5]))
    assert of_numbers("product_of(xs, ys)", xs, ys=ys) == lists(itertools.product(xs, ys))
    assert of_numbers("adjacent(xs)", xs) == lists(itertools.pairwise(xs))
    assert of_numbers("enumerated(xs)", xs) == lists(enumerate(xs))


@settings(max_examples=60, deadline=None)
@given(xs=NUMBERS)
def test_subsets_come_by_size(xs: list[int]) -> None:
    subsets = of_numbers("subsets_of(xs)", xs)
    assert len(subsets) == 2 ** len(xs)
    assert [len(subset) for subset in subsets] == sorted(map(len, subsets))
    assert subsets[: len(xs) + 1] == [[], *([x] for x in xs)]


@settings(max_examples=60, deadline=None)
@given(s=TEXTS, xs=NUMBERS)
def test_pieces_are_all_slices_that_hold_something(s: str, xs: list[int]) -> None:
    bounds = list(itertools.combinations(range(len(s) + 1), 2))
    assert of_text("substrings(s)", s) == [s[i:j] for i, j in bounds]
    assert of_numbers("sublists(xs)", xs) == [xs[i:j] for i, j in itertools.combinations(range(len(xs) + 1), 2)]


@settings(max_examples=60, deadline=None)
@given(xs=NUMBERS, s=TEXTS)
def test_tables_are_those_of_a_counter(xs: list[int], s: str) -> None:
    assert of_numbers("counted(xs)", xs) == lists(Counter(xs).items())
    assert of_numbers("most_common(xs)", xs) == lists(Counter(xs).most_common())
    assert of_text("most_common(chars(s))", s) == lists(Counter(s).most_common())
    assert of_text("runs_of(chars(s))", s) == [[c, len(list(run))] for c, run in itertools.groupby(s)]


@settings(max_examples=60, deadline=None)
@given(xs=NUMBERS, n=st.integers(-3, 3))
def test_aggregates(xs: list[int], n: int) -> None:
    assert of_numbers("count_where(xs, (x: Int) -> x > n)", xs, n) == sum(x > n for x in xs)
    assert of_numbers("any_of(xs, (x: Int) -> x > n)", xs, n) == any(x > n for x in xs)
    assert of_numbers("all_of(xs, (x: Int) -> x > n)", xs, n) == all(x > n for x in xs)
    assert of_numbers("sum_of(xs, (x: Int) -> x * n)", xs, n) == sum(x * n for x in xs)
    assert of_numbers("first_where(xs, (x: Int) -> x > n, 9)", xs, n) == next((x for x in xs if x > n), 9)


@settings(max_examples=60, deadline=None)
@given(xs=NUMBERS, n=st.integers(-3, 3))
def test_aggregates_with_a_default(xs: list[int], n: int) -> None:
    assert of_numbers("max_or(xs, n)", xs, n) == max(xs, default=n)
    assert of_numbers("min_or(xs, n)", xs, n) == min(xs, default=n)
    assert of_numbers("product_or(xs, n)", xs, n) == (math.prod(xs) if xs else n)
    assert of_numbers("max_by_or(xs, (x: Int) -> x * x, n)", xs, n) == max(xs, key=lambda x: x * x, default=n)
    assert of_numbers("min_by_or(xs, (x: Int) -> x * x, n)", xs, n) == min(xs, key=lambda x: x * x, default=n)


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (
            "max_or(map(pairs_of(xs), (p: Tuple[Int, Int]) -> part(p, 1) - part(p, 0)), 0)",
            "return max((y - x for x, y in combinations(xs, 2)), default=0)",
        ),
        ("min_or(filter(xs, (x: Int) -> x < n), -1)", "return min((x for x in xs if x < n), default=-1)"),
        ("product_or(xs, 0)", "return math.prod(xs) if xs else 0"),
        ("max_by_or(xs, (x: Int) -> abs(x), 0)", "return max(xs, key=abs, default=0)"),
    ],
)
def test_defaults_are_printed_as_people_write_them(body: str, line: str) -> None:
    assert line in parse(f"(xs: List[Int], n: Int) -> {body}").python()


@pytest.mark.parametrize(
    ("body", "count", "n"),
    [
        ("pairs_of(xs)", 449, 0),
        ("triples_of(xs)", 100, 0),
        ("combinations_of(xs, n)", 100_000, 50_000),
        ("combinations_of(xs, n)", 3, -1),
        ("subsets_of(xs)", 17, 0),
        ("permutations_of(xs)", 9, 0),
        ("product_of(xs, xs)", 317, 0),
        ("sublists(xs)", 447, 0),
    ],
)
def test_what_would_be_too_large_is_undefined(body: str, count: int, n: int) -> None:
    with pytest.raises(Undefined):
        of_numbers(body, [0] * count, n)


def test_more_items_than_there_are_can_be_chosen_in_no_way() -> None:
    assert of_numbers("combinations_of(xs, n)", [1, 2, 3], 100_000) == []


def test_so_many_that_python_would_take_memory_for_are_not_chosen() -> None:
    with pytest.raises(Undefined):
        of_numbers("combinations_of(xs, n)", [1, 2, 3], 100_001)


def test_lists_are_not_counted() -> None:
    with pytest.raises(Undefined):
        parse("(rows: List[List[Int]]) -> counted(rows)")([[1], [1]])
