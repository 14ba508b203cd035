"""Constants solved for: lines, thresholds, remainders and sets, each right on everything that it was made from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from induce import parse
from induce.dsl.core.expression import Call, Expression, Variable, evaluate, walk
from induce.dsl.core.types import BOOL, INT, Type, list_of
from induce.search.cost.prior import expression_cost
from induce.search.engine.instances import universe
from induce.search.strategies.constants import Constants, divisors, moduli
from induce.search.strategies.context.bounds import roundest
from induce.search.task.settings import MOST_COST

from ..searches import bank_of, context_of, goal_of, unlimited

pytestmark = pytest.mark.bounds

INTS, BOOLS = list_of(INT), list_of(BOOL)
TYPES = universe((INTS,), INTS)
XS, N = Variable("xs", INTS), Variable("n", INT)
LISTS = st.lists(st.lists(st.integers(-99, 99), max_size=6), min_size=2, max_size=4).filter(
    lambda rows: sum(map(len, rows)) >= 3
)


def solved(
    variable: Variable, inputs: Sequence[Any], type_: Type, wanted: Sequence[Any], *, bound: int = MOST_COST
) -> dict[Expression, int]:
    """The programs over one variable that give what is wanted, and their costs."""
    bank = bank_of(TYPES, [(variable, inputs)])
    goal = goal_of(bank, type_, wanted)
    found = list(Constants(context_of(bank, [], unlimited())).solve(goal, lambda: bound))
    for cost, body in found:
        assert [evaluate(body, {variable.name: value}) for value in inputs] == list(wanted), str(body)
        assert cost == expression_cost(body), str(body)
    return {body: cost for cost, body in found}


def is_line(xs: Sequence[int], ys: Sequence[int]) -> bool:
    """Whether some whole factor and summand make all ys of the xs, and the factor is not 0."""
    pairs = list(zip(xs, ys, strict=True))
    first = next(((x, y) for x, y in pairs if x != pairs[0][0]), None)
    if first is None:
        return False
    factor, rest = divmod(first[1] - pairs[0][1], first[0] - pairs[0][0])
    return factor != 0 and rest == 0 and all(y - pairs[0][1] == factor * (x - pairs[0][0]) for x, y in pairs)


def _is_line(body: Expression) -> bool:
    return not any(isinstance(part, Call) and part.primitive.name in ("div", "mod") for part in walk(body))


@settings(max_examples=40, deadline=None)
@given(LISTS, st.integers(-40, 40).filter(bool), st.integers(-300, 300))
def test_a_line_is_found_where_there_is_one(lists: list[list[int]], factor: int, summand: int) -> None:
    wanted = [[factor * x + summand for x in xs] for xs in lists]
    assert any(map(_is_line, solved(XS, lists, INTS, wanted))) == (len({x for xs in lists for x in xs}) > 1)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(-9, 9), st.integers(-9, 9)), min_size=3, max_size=5))
def test_no_line_is_found_where_there_is_none(pairs: list[tuple[int, int]]) -> None:
    xs, ys = [x for x, _ in pairs], [y for _, y in pairs]
    assert any(map(_is_line, solved(N, xs, INT, ys))) == is_line(xs, ys)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.integers(0, 400), min_size=2, max_size=6), min_size=3, max_size=5), st.integers(2, 90))
def test_a_quotient_and_a_remainder_are_found_where_there_are_some(lists: list[list[int]], divisor: int) -> None:
    for wanted in ([[x // divisor for x in xs] for xs in lists], [[x % divisor for x in xs] for xs in lists]):
        found = solved(XS, lists, INTS, wanted)
        assert found or not any(map(any, wanted)) or wanted == lists


@pytest.mark.parametrize(
    ("multiple", "least", "expected"), [(120, 45, [60, 120]), (35, 6, [7, 35]), (97, 50, [97]), (48, 13, [24, 16])]
)
def test_moduli_are_units_or_cheap(multiple: int, least: int, expected: list[int]) -> None:
    assert moduli(multiple, least) == expected


def test_divisors_are_round_or_units() -> None:
    assert divisors(57, 61) == [60]
    assert divisors(23, 26) == [24, 25]
    assert divisors(31, 33) == [32]


@settings(max_examples=40, deadline=None)
@given(LISTS, st.integers(-50, 50), st.booleans())
def test_a_threshold_is_found_where_there_is_one(lists: list[list[int]], bound: int, above: bool) -> None:
    wanted = [[(x > bound) == above for x in xs] for xs in lists]
    assert solved(XS, lists, BOOLS, wanted) or len({truth for row in wanted for truth in row}) < 2


@pytest.mark.parametrize(
    ("test", "text"),
    [
        (lambda x: x > 34, "xs > 40"),
        (lambda x: x < 4, "xs < 5"),
        (lambda x: x == 12, "xs == 12"),
        (lambda x: x % 7 == 5, "xs % 7 == 5"),
        (lambda x: x in (12, 50), "member(xs, [12, 50])"),
    ],
)
def test_conditions_of_each_form(test: Any, text: str) -> None:
    inputs = [[12, 50, 3, 12], [5, 8, 12, 50], [41, 33, 5, 50]]
    wanted = [[test(x) for x in xs] for xs in inputs]
    assert parse(f"(xs: List[Int]) -> {text}").body in solved(XS, inputs, BOOLS, wanted)


@pytest.mark.parametrize(
    ("wanted", "text"),
    [([5, 8, 11], "n * 3 + 5"), ([-5, -6, -7], "-5 - n"), ([10, 9, 8], "10 - n"), ([-7, -6, -5], "n - 7")],
)
def test_a_line_is_written_as_a_person_would(wanted: list[int], text: str) -> None:
    (found,) = solved(N, [0, 1, 2], INT, wanted)
    assert found == parse(f"(n: Int) -> {text}").body


def test_a_set_must_have_been_seen_often() -> None:
    inputs = [[12, 50, 3], [12, 50, 8]]
    wanted = [[x in (12, 50) for x in xs] for xs in inputs]
    assert solved(XS, inputs, BOOLS, wanted)
    assert not solved(XS, [[12, 50, 3, 14]], BOOLS, [[True, True, False, False]])


def test_a_number_that_is_true_here_and_false_there_is_in_no_set() -> None:
    inputs, wanted = [[12, 50, 12], [12, 12, 50]], [[True, False, False], [True, True, False]]
    assert not solved(XS, inputs, BOOLS, wanted)


def test_what_costs_the_bound_or_more_is_not_told() -> None:
    ((body, cost),) = solved(N, [0, 1, 2], INT, [5, 8, 11]).items()
    assert solved(N, [0, 1, 2], INT, [5, 8, 11], bound=cost + 1) == {body: cost}
    assert solved(N, [0, 1, 2], INT, [5, 8, 11], bound=cost) == {}


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(34, 41, 40), (35, 37, 35), (3, 4, 4), (7, 7, 7), (-7, -3, -5), (95, 130, 100), (-2, 5, 0), (101, 149, 120)],
)
def test_the_roundest_number_between(low: int, high: int, expected: int) -> None:
    assert roundest(low, high) == expected


@given(st.integers(-(10**6), 10**6), st.integers(0, 10**4))
def test_the_roundest_number_ends_in_as_many_zeros_as_any(low: int, more: int) -> None:
    found = roundest(low, low + more)
    assert low <= found <= low + more
    power = 10
    while found % power == 0 and found:
        power *= 10
    assert found == 0 or (low + more) // power * power < low, "no other ends in one zero more"
