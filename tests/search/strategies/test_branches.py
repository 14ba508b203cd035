"""Decision lists over items and over examples: right everywhere, found where there is one, and not learnt by heart."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.dsl.core.expression import Call, Expression, Literal, Variable, evaluate, walk
from induce.dsl.core.types import BOOL, INT, Type, list_of
from induce.search.cost.prior import expression_cost
from induce.search.engine.instances import universe
from induce.search.strategies.branches import Branches, Branching
from induce.search.task.settings import MOST_COST

from ..searches import bank_of, context_of, goal_of, unlimited

pytestmark = pytest.mark.bounds

INTS, BOOLS = list_of(INT), list_of(BOOL)
TYPES = universe((INTS,), INTS)
Given = dict[Variable, Sequence[Any]]


def solved(known: Given, type_: Type, wanted: Sequence[Any], *, bound: int = MOST_COST) -> list[Expression]:
    """The choices between known values that give what is wanted."""
    bank = bank_of(TYPES, list(known.items()))
    context = replace(context_of(bank, [], unlimited()), without=frozenset({"deduction"}))
    programs = []
    for cost, program in Branching(context).solve(goal_of(bank, type_, wanted), lambda: bound):
        for example, want in enumerate(wanted):
            scope = {variable.name: values[example] for variable, values in known.items()}
            assert evaluate(program, scope) == want, str(program)
        assert cost == expression_cost(program) < bound
        programs.append(program)
    return programs


def lists(seed: int, below: int, *, examples: int = 5) -> list[list[int]]:
    draw = random.Random(seed)
    return [[draw.randrange(below) for _ in range(6)] for _ in range(examples)]


def masks(seed: int) -> list[list[bool]]:
    return [[bool(x) for x in row] for row in lists(seed, 2)]


XS, YS, ZS = (Variable(name, INTS) for name in ("xs", "ys", "zs"))
P, Q, R = (Variable(name, BOOLS) for name in ("p", "q", "r"))
KNOWN: Given = {XS: lists(1, 50), YS: lists(2, 50), ZS: lists(3, 50), P: masks(4), Q: masks(5), R: masks(6)}


def by_item(choose: Any) -> list[list[int]]:
    columns = [KNOWN[one] for one in (P, Q, XS, YS, ZS)]
    return [[choose(*items) for items in zip(*rows, strict=True)] for rows in zip(*columns, strict=True)]


def used(program: Expression) -> set[str]:
    return {part.name for part in walk(program) if isinstance(part, Variable)}


@pytest.mark.parametrize(
    ("choose", "parts"),
    [
        (lambda p, _q, x, y, _z: x if p else y, {"p", "xs", "ys"}),
        (lambda p, q, x, y, z: x if p else y if q else z, {"p", "q", "xs", "ys", "zs"}),
        (lambda p, q, x, y, z: (x if q else y) if p else z, {"p", "q", "xs", "ys", "zs"}),
    ],
    ids=["two", "three", "nested"],
)
def test_a_choice_for_each_item_is_found(choose: Any, parts: set[str]) -> None:
    found = solved(KNOWN, INTS, by_item(choose))
    assert found
    assert used(found[0]) <= parts
    assert all(isinstance(one, Call) and one.primitive.name == "where" for one in found)


def test_what_no_choice_gives_is_not_found() -> None:
    assert solved(KNOWN, INTS, by_item(lambda p, _q, x, y, _z: x + y if p else y)) == []


NUMBERS: Given = {
    Variable("n", INT): [3, 8, 1, 9, 2, 7],
    Variable("m", INT): [5, 5, 6, 6, 7, 7],
    Variable("b", BOOL): [True, False, True, False, False, True],
    Variable("c", BOOL): [True, True, True, False, False, False],
}


def test_a_choice_for_each_example_is_found() -> None:
    n, m, b, _ = NUMBERS.values()
    wanted = [x if truth else y for x, y, truth in zip(n, m, b, strict=True)]
    found = solved(NUMBERS, INT, wanted)
    assert any(used(one) == {"n", "m", "b"} for one in found)
    assert all(isinstance(one, Call) and one.primitive.name == "if_else" for one in found)


def test_a_condition_may_compare_with_a_constant() -> None:
    known: Given = {Variable("n", INT): [131, 275, 1378, 592, 2914, 943], Variable("m", INT): [1, 2, 3, 4, 5, 6]}
    n, m = known.values()
    wanted = [y if x > 1000 else x for x, y in zip(n, m, strict=True)]
    found = solved(known, INT, wanted)
    assert any(Literal(1000, INT) in set(walk(one)) for one in found)


def test_of_few_examples_none_is_told_apart() -> None:
    few: Given = {variable: values[:3] for variable, values in NUMBERS.items()}
    n, m, b, _ = few.values()
    assert solved(few, INT, [x if truth else y for x, y, truth in zip(n, m, b, strict=True)]) == []


def test_what_one_example_alone_supports_is_not_a_branch() -> None:
    """One item of one example is different, and a mask says which."""
    odd = [[x == 99 for x in row] for row in KNOWN[XS]]
    odd[2][3] = True
    wanted = [list(row) for row in KNOWN[XS]]
    wanted[2][3] = KNOWN[YS][2][3]
    known = {XS: KNOWN[XS], YS: KNOWN[YS], P: odd}
    assert wanted != KNOWN[XS]
    assert solved(known, INTS, wanted) == []
    odd[4][1], wanted[4][1] = True, KNOWN[YS][4][1]
    assert solved(known, INTS, wanted)


def test_what_costs_the_bound_or_more_is_not_told() -> None:
    wanted = by_item(lambda p, _q, x, y, _z: x if p else y)
    least = min(expression_cost(one) for one in solved(KNOWN, INTS, wanted))
    assert solved(KNOWN, INTS, wanted, bound=least + 1)
    assert solved(KNOWN, INTS, wanted, bound=least) == []


@given(st.lists(st.booleans(), min_size=30, max_size=30))
def test_sets_of_positions_are_flags(marked: list[bool]) -> None:
    bank = bank_of(TYPES, list(KNOWN.items()))
    branches = Branches(context_of(bank, [], unlimited()), goal_of(bank, INTS, KNOWN[XS]), by_example=False)
    assert branches.positions == 30
    flags = np.array(marked)
    assert branches._as_flags(branches._as_set(flags)).tolist() == marked
    rows = sorted({place // 6 for place in np.flatnonzero(flags).tolist()})
    assert branches._is_supported(branches._as_set(flags)) == (len(rows) > 1)
