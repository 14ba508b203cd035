"""Bounds solved for: values kept between two constants that the outputs show."""

from __future__ import annotations

import random
import tracemalloc
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from induce import parse, synthesize
from induce.dsl.core.expression import Expression, Variable, evaluate
from induce.dsl.core.types import DECIMAL, INT, Type, list_of
from induce.dsl.text.printer import print_expression
from induce.search.cost.prior import expression_cost
from induce.search.engine.instances import universe
from induce.search.strategies.clamps import LEAST_INSIDE, Clamps
from induce.search.task.settings import MOST_COST

from ..searches import bank_of, context_of, goal_of, unlimited

pytestmark = pytest.mark.bounds

INTS = list_of(INT)


def solved(
    variable: Variable, inputs: Sequence[Any], wanted: Sequence[Any], *, bound: int = MOST_COST
) -> dict[Expression, int]:
    """The programs over one variable that give what is wanted, and their costs."""
    type_: Type = variable.type
    bank = bank_of(universe((type_,), type_), [(variable, inputs)])
    found = list(Clamps(context_of(bank, [], unlimited())).solve(goal_of(bank, type_, wanted), lambda: bound))
    for cost, body in found:
        assert [evaluate(body, {variable.name: value}) for value in inputs] == list(wanted), str(body)
        assert cost == expression_cost(body), str(body)
    return {body: cost for cost, body in found}


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (0, 255, "smaller(larger(n, 0), 255)"),
        (-7, 10**6, "larger(n, -7)"),
        (-(10**6), 77, "smaller(n, 77)"),
    ],
)
def test_bounds_that_have_changed_a_value(low: int, high: int, text: str) -> None:
    numbers = [-90, 300, 12, 60, 255, 1]
    (found,) = solved(Variable("n", INT), numbers, [min(max(n, low), high) for n in numbers])
    assert found == parse(f"(n: Int) -> {text}").body


def test_bounds_of_decimals() -> None:
    numbers = [Decimal(text) for text in ("-1", "0.25", "0.5", "1.75")]
    kept = [min(max(x, Decimal(0)), Decimal("1.5")) for x in numbers]
    assert [*map(print_expression, solved(Variable("x", DECIMAL), numbers, kept))] == ["smaller(larger(x, 0.0), 1.5)"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.integers(-99, 99), max_size=6), min_size=2, max_size=5).filter(any),
    st.integers(-60, 60),
    st.integers(0, 80),
)
def test_every_item_is_kept_between_two_bounds(lists: list[list[int]], low: int, width: int) -> None:
    wanted = [[min(max(x, low), low + width) for x in xs] for xs in lists]
    items = {x for xs in lists for x in xs}
    inside, kept = {x for x in items if low <= x <= low + width}, {x for xs in wanted for x in xs}
    may_be_told = len(inside) >= LEAST_INSIDE and len(kept) > LEAST_INSIDE and inside != items
    assert bool(solved(Variable("xs", INTS), lists, wanted)) == may_be_told


def test_values_that_are_changed_inside_of_the_bounds_are_not_kept_between_them() -> None:
    assert solved(Variable("n", INT), [-90, 300, 12, 60], [0, 255, 13, 60]) == {}


def test_nothing_dearer_than_the_bound_is_found() -> None:
    numbers, wanted = [-9, 400, 12, 60, 80], [0, 255, 12, 60, 80]
    ((body, cost),) = solved(Variable("n", INT), numbers, wanted).items()
    assert solved(Variable("n", INT), numbers, wanted, bound=cost + 1) == {body: cost}
    assert solved(Variable("n", INT), numbers, wanted, bound=cost) == {}


def test_a_byte_is_kept_in_its_range_as_people_write_it() -> None:
    result = synthesize(
        [(-20, 0), (300, 255), (128, 128), (255, 255), (77, 77), (-3, 0), (512, 255)],
        inputs=[254, 256], max_candidates=100_000, timeout=None,
    )  # fmt: skip
    assert result.predictions == [254, 255]
    assert result.program is not None
    assert result.program.python().endswith("return min(max(n, 0), 255)\n")


def test_long_lists_take_no_more_memory_than_short_ones() -> None:
    """All entries of a bank were copied at once, which took half a gigabyte beside what is allowed."""
    draw = random.Random(5)
    variables = [Variable(name, INTS) for name in ("xs", *(f"x{number}" for number in range(40)))]
    terminals = [(one, [[draw.randrange(-9, 400) for _ in range(20_000)]] * 2) for one in variables]
    wanted = [[min(max(x, 0), 255) for x in row] for row in terminals[0][1]]
    bank = bank_of((INTS,), terminals)
    clamps = Clamps(context_of(bank, (), unlimited()))
    tracemalloc.start()
    found = [*clamps.solve(goal_of(bank, INTS, wanted), lambda: MOST_COST)]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [print_expression(body) for _, body in found] == ["smaller(larger(xs, 0), 255)"]
    assert peak < 20_000_000
