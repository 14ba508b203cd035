"""Some positions of a goal: what is found there is right there, whatever it gives elsewhere."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest

from induce.dsl.core.expression import Call, Expression, Literal, Variable, evaluate
from induce.dsl.core.types import BOOL, INT, list_of
from induce.search.engine.instances import Instance, instances, universe
from induce.search.strategies.positions import LEAST_POSITIONS, Opening, Positions
from induce.search.task.settings import MOST_COST

from ..searches import bank_of, context_of, unlimited

pytestmark = pytest.mark.bounds

INTS, BOOLS = list_of(INT), list_of(BOOL)
TYPES = universe((INTS,), INTS)
SIZES = [6, 4, 5]
XS, YS, N = Variable("xs", INTS), Variable("ys", INTS), Variable("n", INT)
DRAW = random.Random(8)
KNOWN: dict[Variable, list[Any]] = {
    XS: [[DRAW.randrange(1, 60) for _ in range(size)] for size in SIZES],
    YS: [[DRAW.randrange(1, 60) for _ in range(size)] for size in SIZES],
    N: [7, 20, 33],
}
CHOSEN = [[DRAW.random() < 0.6 for _ in range(size)] for size in SIZES]
FOUND = list[tuple[int, Expression]]


def named(*names: str) -> list[Instance]:
    return [one for one in instances(TYPES) if one.primitive.name in names]


def solved(
    function: Any, type_: Any = INTS, *, chosen: list[list[bool]] = CHOSEN, using: tuple[str, ...] = ("add", "mul")
) -> FOUND:
    """Programs that give a function of the items and the number at the chosen positions."""
    bank = bank_of(TYPES, list(KNOWN.items()))
    positions = Positions(context_of(bank, named(*using), unlimited()), np.array(SIZES))
    items = [
        function(x, y, n) if marked else -1
        for xs, ys, n, marks in zip(*KNOWN.values(), chosen, strict=True)
        for x, y, marked in zip(xs, ys, marks, strict=True)
    ]
    flags = np.array([mark for marks in chosen for mark in marks])
    opening = Opening(type_, np.array(items, np.int64), flags, 5, lambda body: body)
    found = list(positions.solve(opening, lambda: MOST_COST))
    for cost, program in found:
        assert cost > 5
        for example, marks in enumerate(chosen):
            values = evaluate(program, {variable.name: rows[example] for variable, rows in KNOWN.items()})
            values = values if isinstance(values, list) else [values] * len(marks)
            xs, ys, n = (rows[example] for rows in KNOWN.values())
            for value, x, y, marked in zip(values, xs, ys, marks, strict=True):
                assert not marked or value == function(x, y, n), str(program)
    return found


@pytest.mark.parametrize(
    "function",
    [lambda x, y, _: x + y, lambda x, _, n: x + n, lambda x, _, __: 3 * x + 17, lambda _, __, ___: 41],
    ids=["two lists", "a list and a number", "a line", "a constant"],
)
def test_what_is_done_item_by_item_is_found_at_some_of_them(function: Any) -> None:
    assert solved(function)


def test_a_constant_is_a_literal() -> None:
    (_, program), *_ = solved(lambda *_: 41)
    assert program == Literal(41, INT)


def test_masks_are_found_as_conditions() -> None:
    found = solved(lambda x, _, __: x > 23, BOOLS, using=("lt",))
    assert any(isinstance(one, Call) and one.primitive.name == "lt" for _, one in found)


def test_what_is_not_done_item_by_item_is_not_found() -> None:
    assert solved(lambda x, y, n: x * y % 17 + n * n) == []


def test_too_few_positions_and_those_of_one_example_say_too_little() -> None:
    nowhere = [[False] * size for size in SIZES]
    few = [list(marks) for marks in nowhere]
    few[0][0] = few[1][0] = True
    assert sum(map(sum, few)) < LEAST_POSITIONS
    one = [[True] * SIZES[0], *nowhere[1:]]
    for chosen in (nowhere, few, one):
        assert solved(lambda x, y, _: x + y, chosen=chosen) == []
    few[2][1] = True
    assert solved(lambda x, y, _: x + y, chosen=few)
