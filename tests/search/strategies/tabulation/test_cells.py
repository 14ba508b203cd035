"""Compiled code fills tables as their expressions say."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Any

import numpy as np
import pytest

from induce.dsl.core.expression import Expression, Undefined, Variable, evaluate
from induce.dsl.core.patience import OutOfTime, until
from induce.dsl.core.types import BOOL, INT, Type, list_of
from induce.search.strategies.context.context import Known
from induce.search.strategies.tabulation.amounts import begun_with, plans_up_to, sheet_up_to
from induce.search.strategies.tabulation.cells import CellRunner, Sheet
from induce.search.strategies.tabulation.grids import plans_on, sheet_over
from induce.search.strategies.tabulation.pairs import Over, plans_over, sheet_of
from induce.search.strategies.tabulation.steps import CellSteps, Kind, cell_steps
from induce.search.strategies.tabulation.tables import Plan
from induce.search.strategies.tabulation.tabulation import CHOOSING, COMPARED, NUMBERED, REACHED, around

from ..recurrences.small import subsearch

pytestmark = pytest.mark.bounds

XS, YS, NS = [[3, 1, 2], [2], [1, 1, 2, 3]], [[1, 2], [5], [2, 1, 3]], [7, 4, 0]
GRIDS = [[[1, 0, 2], [0, 3, 1]], [[4]], [[1, 1], [0, 1], [2, 0]]]


def given(name: str, values: list[Any], type_: Type) -> Known:
    return Known(1, type_, values, lambda: Variable(name, type_))


def variables(*names: tuple[str, Type]) -> list[Variable]:
    return [Variable(*one) for one in names]


def steps_of(kind: Kind, given_: Sequence[Variable], items: Sequence[tuple[Any, ...]]) -> CellSteps:
    found = cell_steps(subsearch(), kind, given_, items)
    assert found is not None
    return found


def agree(steps: CellSteps, sheets: Sequence[Sheet], plans: Sequence[Plan], inputs: Sequence[dict[str, Any]]) -> int:
    """How many tables compiled code and the interpreter fill alike, for some steps of each cost and all plans."""
    runner, compared = CellRunner(steps.steps, sheets, extremes=steps.kind.extremes), 0
    batches = [batch for cost in range(1, 10) for batch in steps.at(cost)]
    for plan, batch in product(plans, batches):
        runner.begin(plan.begun)
        rows = np.ascontiguousarray(batch.rows[:: max(1, len(batch.rows) // 6)])
        for e, values in enumerate(inputs):
            defined, last, largest = runner.filled(rows, e, int(plan.begun[e].max(initial=0)))
            for place, row in enumerate(rows.tolist()):
                body = plan.express(steps.expression(row))
                for end in plan.ends:
                    told = end.values(last, largest, e)[place]
                    assert (told if defined[place] else None) == value_of(end.express(body), values)
                    compared += 1
    return compared


def value_of(body: Expression, values: dict[str, Any]) -> Any:
    try:
        return evaluate(body, values)
    except Undefined:
        return None


@pytest.mark.parametrize("cells", [INT, BOOL], ids=str)
def test_tables_over_two_lists(cells: Type) -> None:
    over = Over(given("xs", XS, list_of(INT)), given("ys", YS, list_of(INT)))
    bound, numbers = variables(("x", INT), ("y", INT), *around(cells)), variables(("i", INT), ("j", INT))
    (condition,) = variables(("same", BOOL))
    steps = steps_of(COMPARED, [*bound[2:], condition], [(False,), (True,)])
    sheets = [sheet_of(xs, ys, compared=True) for xs, ys in over.pairs]
    inputs = [{"xs": xs, "ys": ys} for xs, ys in over.pairs]
    assert agree(steps, sheets, [*plans_over(over, bound, numbers, condition)], inputs) > 300


def test_tables_over_numbers() -> None:
    over = Over(given("xs", XS, list_of(INT)), given("ys", YS, list_of(INT)))
    bound, numbers = variables(("x", INT), ("y", INT), *around(INT)), variables(("i", INT), ("j", INT))
    steps = steps_of(NUMBERED, [*bound[2:], *bound[:2]], [*product(range(1, 5), repeat=2)])
    sheets = [sheet_of(xs, ys, compared=False) for xs, ys in over.pairs]
    inputs = [{"xs": xs, "ys": ys} for xs, ys in over.pairs]
    assert agree(steps, sheets, [*plans_over(over, bound, numbers)], inputs) > 300


def test_tables_over_grids() -> None:
    bound, (earlier,) = variables(("x", INT), *around(INT)), variables(("earlier", INT))
    steps = steps_of(CHOOSING, [*bound[1:], bound[0]], [(0,), (1,), (3,)])
    plans = [*plans_on(given("rows", GRIDS, list_of(list_of(INT))), bound, earlier)]
    largest = max(int(one.max()) for plan in plans for one in plan.begun)
    assert largest > 2
    assert agree(steps, [*map(sheet_over, GRIDS)], plans, [{"rows": rows} for rows in GRIDS]) > 300


@pytest.mark.parametrize(("once", "cells"), [(False, INT), (True, INT), (True, BOOL)], ids=str)
def test_amounts(once: bool, cells: Type) -> None:
    bound = variables(("x", INT), ("value", cells), ("less", cells))
    steps = steps_of(REACHED, [*bound[1:], bound[0]], [(1,), (2,), (3,)])
    sheets = [sheet_up_to(xs, n, once=once) for xs, n in zip(XS, NS, strict=True)]
    plans = [*plans_up_to(given("xs", XS, list_of(INT)), given("n", NS, INT), bound, sheets, once=once)]
    inputs = [{"xs": xs, "n": n} for xs, n in zip(XS, NS, strict=True)]
    assert agree(steps, sheets, plans, inputs) > 10


def test_what_begins_amounts_is_the_first_row() -> None:
    assert begun_with(sheet_up_to([2, 3], 4, once=True), 4, 5, 9).tolist()[:5] == [5, 9, 9, 9, 9]


def test_a_step_whose_values_leave_the_limits_is_undefined() -> None:
    xs = [[1] * 60]
    over = Over(given("xs", xs, list_of(INT)), given("ys", xs, list_of(INT)))
    bound, numbers = variables(("x", INT), ("y", INT), *around(INT)), variables(("i", INT), ("j", INT))
    steps = steps_of(NUMBERED, [*bound[2:], *bound[:2]], [*product(range(1, 5), repeat=2)])
    plan = max(plans_over(over, bound, numbers), key=lambda one: int(one.begun[0].sum() == 121))
    runner = CellRunner(steps.steps, [sheet_of(xs[0], xs[0], compared=False)])
    runner.begin(plan.begun)
    sums = next(
        (batch.rows, place)
        for batch in steps.at(4)
        for place, row in enumerate(batch.rows.tolist())
        if str(steps.expression(row)) and steps.steps.step(0, row).run((5, 7, 100, 1, 1)) == 12
    )
    defined, *_ = runner.filled(np.ascontiguousarray(sums[0]), 0, 1)
    assert not defined[sums[1]]


def test_tables_over_many_amounts_end_with_the_time() -> None:
    with pytest.raises(OutOfTime), until(0.0):
        sheet_up_to([2, 3], 4, once=True)
