"""Constants worth trying: those that the examples suggest, each at its least cost, whatever the order."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from induce import Task, synthesize
from induce.dsl.core.expression import Literal
from induce.dsl.core.notation import parse_type
from induce.dsl.core.types import ANY, BOOL, INT, STR, Type, list_of
from induce.search.cost.literals import (
    LETTER_COST,
    MOST,
    MOST_REPEATED,
    SEPARATOR_COST,
    SYMBOL_COST,
    categories_of_inputs,
    common_start,
    constant_cost,
    integer_cost,
    literals,
    literals_of_inputs,
    repeated,
)
from induce.search.task.settings import MOST_COST

INTS = list_of(INT)
Pairs = list[tuple[Any, Any]]


def costs_of(examples: Pairs, type_: Type) -> dict[str, int]:
    """The constants of a type that examples suggest, as Python writes them, and their costs."""
    return {repr(one.value): cost for one, cost in literals(Task.from_examples(examples)) if one.type == type_}


@pytest.mark.parametrize("value", range(-1, 11))
def test_small_integers_are_always_tried(value: int) -> None:
    assert costs_of([(["a"], "b")], INT)[str(value)] == integer_cost(value)


@pytest.mark.parametrize(("value", "cost"), [(200, 6), (2000, 7), (-300, 9), (1000, 5), (100, 4), (210, 10), (0, 2)])
def test_round_numbers_cost_less(value: int, cost: int) -> None:
    assert integer_cost(value) == cost


@given(st.integers(1, 2**53))
def test_an_integer_costs_about_its_bits(value: int) -> None:
    assert integer_cost(value) <= integer_cost(-value) <= integer_cost(value) + 1 + value.bit_length()
    assert integer_cost(value) <= 3 + value.bit_length()
    if value % 100:
        assert integer_cost(value) <= integer_cost(2 * value + 1)


@pytest.mark.parametrize(
    ("examples", "suggested", "others"),
    [
        ([([1], [34]), ([5, 6], [34, 5])], {34}, {5, 6}),
        ([([77, 1], 1), ([2, 77], 2)], {77}, {34}),
        ([([1], [34]), ([5, 6], [35])], set(), {34, 35}),
        ([([40, 1], [50, 60]), ([40, 2], [60, 50]), ([40, 3], [51])], {40, 50, 60}, {51}),
        ([([2**53], [2**53]), ([2**53, 1], [1])], set(), {2**53}),
    ],
    ids=["in all outputs", "in all inputs", "once each", "more than once", "at the limit"],
)
def test_integers_that_the_examples_suggest(examples: Pairs, suggested: set[int], others: set[int]) -> None:
    found = costs_of(examples, INT)
    beyond = {int(text) for text in found if not -1 <= int(text) <= 10}
    assert suggested <= beyond
    assert not others & beyond
    assert all(found[str(value)] == integer_cost(value) + 1 for value in suggested)


def test_so_many_integers_at_most_are_taken_from_the_examples() -> None:
    many = list(range(100, 200, 3))
    assert len(costs_of([([], many), ([1], many)], INT)) == 12 + MOST


@pytest.mark.parametrize(
    ("examples", "expected"),
    [
        ([("q4-a", "a"), ("y4-b", "b")], {"'-'": SEPARATOR_COST, "'4'": LETTER_COST}),
        ([("ab", "ab.txt"), ("cd", "cd.txt")], {"'.txt'": 12, "'.'": SEPARATOR_COST}),
        ([("Mr Kim", "Kim"), ("Mr Lee", "Lee")], {"'Mr '": 10, "'Mr'": 8}),
        ([("RLLR", 0), ("LLUR", 1), ("UURD", 2), ("DDLR", 3)], {"'R'": SYMBOL_COST, "'U'": SYMBOL_COST}),
        ([("Bo Li", "Li, B"), ("Al Wu", "Wu, A")], {"', '": SEPARATOR_COST}),
        ([("a", "b"), ("c", "d")], {"' '": SEPARATOR_COST, "''": 3}),
        ([("a", " b"), ("c", " d")], {"' '": SEPARATOR_COST}),
    ],
)
def test_texts_that_the_examples_suggest(examples: Pairs, expected: dict[str, int]) -> None:
    found = costs_of(examples, STR)
    assert expected.items() <= found.items()
    assert not {"'q'", "'y'", "'ab'", "'Kim'"} & set(found), "only some of them hold it"


def test_without_a_text_there_are_no_texts() -> None:
    assert costs_of([([1], 2), ([3], 4)], STR) == {}


@pytest.mark.parametrize(
    ("examples", "type_", "value"),
    [
        ([(1, [7, 8]), (2, [7, 8])], "List[Int]", [7, 8]),
        ([(1, True), (2, False)], "Bool", False),
        ([(1, [[1], []]), (2, [[1], []]), (3, [])], "List[List[Int]]", [[1], []]),
        ([(1, [4, 5, 1]), (2, [4, 5, 2])], "List[Int]", [4, 5]),
        ([(1, [1, 4, 5]), (2, [2, 4, 5])], "List[Int]", [4, 5]),
        ([([1], [3]), ([2], [4])], "List[Int]", []),
        ([(1, "no"), (2, "no"), (3, "x")], "Str", "no"),
    ],
)
def test_outputs_suggest_constants_of_their_type(examples: Pairs, type_: str, value: Any) -> None:
    assert repr(value) in costs_of(examples, parse_type(type_))


EXAMPLES = st.lists(
    st.tuples(st.lists(st.integers(-60, 60), max_size=4), st.lists(st.integers(-60, 60), max_size=4)),
    min_size=1,
    max_size=5,
    unique_by=lambda pair: repr(pair[0]),
)


@settings(max_examples=60)
@given(EXAMPLES, st.randoms(use_true_random=False))
def test_each_constant_comes_once_in_an_order_that_the_examples_do_not_decide(examples: Pairs, draw: Any) -> None:
    found = literals(Task.from_examples(examples))
    assert len({one for one, _ in found}) == len(found)
    assert [cost for _, cost in found] == sorted(cost for _, cost in found)
    for one, cost in found:
        assert 1 < cost <= constant_cost(one.value, one.type) + 4
    if len(found) < 20:  # Of more, the order says which are taken.
        shuffled = examples.copy()
        draw.shuffle(shuffled)
        assert literals(Task.from_examples(shuffled)) == found


def test_without_outputs_the_inputs_suggest_constants() -> None:
    found = dict(literals_of_inputs([([3, 50],), ([50, 4],)], [99]))
    assert found[Literal(50, INT)] == integer_cost(50) + 1
    assert found[Literal(99, INT)] == integer_cost(99) + 1
    assert Literal(3, INT) in found
    assert Literal(4, INT) in found
    assert Literal(51, INT) not in found


@given(st.lists(st.lists(st.integers(0, 1), max_size=4), min_size=1, max_size=4))
def test_the_common_start_is_the_longest(lists: list[list[int]]) -> None:
    start = common_start(lists)
    assert all(one[: len(start)] == start for one in lists)
    longer = {tuple(one[: len(start) + 1]) for one in lists}
    assert len(longer) > 1 or min(map(len, lists)) == len(start)


def test_repeated_outputs_are_told_the_most_frequent_first() -> None:
    outputs = [[1], "b", [1], True, 1, "b", "b", True, *range(100, 100 + MOST_REPEATED)]
    assert [repr(one) for one in repeated(outputs)] == ["'b'", "[1]", "True"]
    assert len(repeated([n // 2 for n in range(40)])) == MOST_REPEATED


@pytest.mark.parametrize(
    ("value", "type_", "cost"),
    [([], INTS, 2), ([1, 2], INTS, 8), ("ab", STR, 6), (True, BOOL, 2), ([[3]], list_of(INTS), 10)],
)
def test_a_constant_costs_its_items_and_a_unit_for_each(value: Any, type_: Type, cost: int) -> None:
    assert constant_cost(value, type_) == cost


def test_one_output_that_is_there_once_beside_others_that_come_again_is_a_case_too() -> None:
    assert repeated(["raw", "jpg", "raw"]) == ["raw", "jpg"]
    assert repeated(["raw", "jpg", "png"]) == repeated(["a", "b"]) == []


def test_texts_that_are_arguments_or_items_of_more_than_one_example() -> None:
    task = Task.from_examples([((["win", "draw"], "x"), 1), ((["win"], "x"), 2), ((["loss"], "y"), 3)])
    assert categories_of_inputs(task) == {"win", "x"}


def test_values_of_any_kind_are_no_constants() -> None:
    """To a search they are numbers that stand for others: what the examples seem to share may not be the same."""
    task = Task.from_examples([([0], [[0, 0]]), ([0, 1], [[0, 0]])])
    assert [literal for literal, _ in literals(task) if literal.type == task.result_type]
    task = replace(task, parameter_types=(list_of(ANY),), result_type=list_of(list_of(ANY)))
    assert not [literal for literal, _ in literals(task) if literal.type == task.result_type]


def test_no_constant_is_larger_than_a_program_may_be() -> None:
    """The only program of a drawn task was its output of 35,000 truth values, whose text could not be read back."""
    output = [[True] * 7] * 5040
    task = Task.from_examples([(["a", "b"], output), (["c"], output)])
    assert all(cost < MOST_COST for _, cost in literals(task))
    assert synthesize([(["a", "b"], output), (["c"], output)], timeout=None, max_candidates=2000).status != "solved"
