"""Compiled code runs steps as their expressions say."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import islice
from typing import Any

import numpy as np
import pytest

from induce.dsl.core.expression import Undefined, Variable, evaluate
from induce.dsl.core.types import INT, STR, Type, list_of
from induce.search.engine.compiled.stepping import ALL, BEFORE, COUNT, MOST_PARTS, SINGLE, VALUE
from induce.search.strategies.context.closures import MOST_ITEMS
from induce.search.strategies.recurrences.running import FoldRunner, TrailRunner, WalkRunner
from induce.search.strategies.recurrences.steps import Batch, Steps

from .small import steps_of

pytestmark = pytest.mark.bounds

STATES: dict[Type, list[Any]] = {
    INT: [0, 1, -2, 5, 12],
    STR: ["", "a", "ba", "abab"],
    list_of(INT): [[], [1], [3, 1, 2], [0, 0]],
}
ITEMS: dict[Type, list[list[Any]]] = {INT: [[3, 1, 2], [0], [], [4, 4, -1, 7]], STR: [["a", "b"], [], ["b"], ["a"] * 3]}
GIVEN = [(2,), (0,), (-1,), (5,)]
CASES = [(INT, INT), (STR, STR), (list_of(INT), INT)]


def steps_for(state: Type, item: Type | None) -> Steps:
    draw = random.Random(5)
    variables = [Variable("acc", state), *([] if item is None else [Variable("x", item)]), Variable("n", INT)]
    rows = []
    for _ in range(24):
        items = [] if item is None else [draw.choice([x for xs in ITEMS[item] for x in xs])]
        rows.append((draw.choice(STATES[state]), *items, draw.choice(GIVEN)[0]))
    return steps_of(variables, rows, state)


def some_batches(steps: Steps, type_: Type, places: int = 3) -> list[Batch]:
    """The cheapest, and some that choose."""
    of_bank = [batch for cost in range(1, 12) for batch in steps.batches(type_, cost, places, choices=False)]
    choosing = [batch for cost in range(2, 30) for batch in steps.batches(type_, cost, places) if batch.rows[0, 0] >= 0]
    return [*of_bank, *(Batch(batch.cost, batch.rows[::50].copy()) for batch in islice(choosing, 6))]


def folded(steps: Steps, batch: Batch, row: Sequence[int], start: Any, items: Sequence[Any], given: Any) -> list[Any]:
    """The states by the reference interpreter."""
    body = steps.step(batch.cost, row).express()
    states = [start]
    for x in items:
        values = dict(zip((one.name for one in steps.variables), (states[-1], x, *given), strict=True))
        states.append(evaluate(body, values))
    return states


@pytest.mark.parametrize(("state", "item"), CASES, ids=str)
def test_folds_give_what_the_interpreter_gives(state: Type, item: Type) -> None:
    steps = steps_for(state, item)
    starts = STATES[state]
    for batch in some_batches(steps, state):
        for row in batch.rows[:: max(1, len(batch.rows) // 20)].tolist():
            try:
                states = [folded(steps, batch, row, *one) for one in zip(starts, ITEMS[item], GIVEN, strict=False)]
            except Undefined:
                continue
            if state != INT and max(len(one) for passed in states for one in passed) > MOST_ITEMS:
                continue
            for wanted, is_right in [([one[-1] for one in states], True), (STATES[state][1:] * 2, False)]:
                runner = FoldRunner(
                    steps, starts=starts[:4], items=ITEMS[item], given=GIVEN, wanted=wanted[:4], order=[3, 0, 2, 1]
                )
                found = runner.right(np.array([row]))
                if is_right or [one[-1] for one in states] != wanted[:4]:
                    assert len(found) == is_right


def test_the_states_of_a_fold_are_told_example_by_example() -> None:
    steps = steps_for(INT, INT)
    starts = STATES[INT][:4]
    runner = FoldRunner(steps, starts=starts, items=ITEMS[INT], given=GIVEN, wanted=starts, order=[3, 0, 2, 1])
    seen = 0
    for batch in some_batches(steps, INT):
        rows, right, states = runner.passed(batch.rows)
        for row, is_right, passed in zip(rows.tolist(), right.tolist(), states, strict=True):
            expected = [folded(steps, batch, row, *one) for one in zip(starts, ITEMS[INT], GIVEN, strict=True)]
            assert runner.by_example(passed) == expected
            assert is_right == ([one[-1] for one in expected] == starts)
            seen += 1
    assert seen > 500


@pytest.mark.parametrize("state", [INT, STR, list_of(INT)], ids=str)
def test_trails_are_told_apart_by_what_they_pass(state: Type) -> None:
    steps = steps_for(state, None)
    batch = next(batch for batch in some_batches(steps, state, 1) if len(batch.rows) > 3)
    start, given, most = STATES[state][3], GIVEN[0], 6
    for row in batch.rows.tolist():
        run = steps.step(batch.cost, row).run
        values = [start]
        try:
            while len(values) <= most and (value := run((values[-1], *given))) not in values:
                values.append(value)
        except (ValueError, IndexError, ZeroDivisionError):
            pass

        def bits(wanted: Any, type_: Type, row: list[int] = row) -> int:
            runner = TrailRunner(
                steps, starts=[start], given=[given], wanted=[wanted], type_=type_, most=[most], order=[0]
            )
            return int(runner.told(np.array([row]))[0][0])

        assert bits(values[-1], state) & VALUE
        assert bits(values, list_of(state)) & ALL
        assert not bits([*values[:-1], STATES[state][1], start], list_of(state)) & ALL
        assert bits(len(values) - 1, INT) & COUNT
        assert bool(bits(9, INT) & SINGLE) == ([9] in values if state == list_of(INT) else 9 in values)


WALKED, LONGEST = [7, 2, 30, 12], 9
"""What walks begin with, and their most steps."""


def walks(steps: Steps, batch: Batch, row: Sequence[int]) -> list[list[int]]:
    """The numbers that a step passes from each beginning on, until one is undefined or has come before."""
    body, (name, *_) = steps.step(batch.cost, row).express(), (one.name for one in steps.variables)
    found = []
    for start, given in zip(WALKED, GIVEN, strict=True):
        passed = [start]
        try:
            while len(passed) <= LONGEST:
                value = evaluate(body, {name: passed[-1], "n": given[0]})
                if value in passed:
                    break
                passed.append(value)
        except Undefined:
            pass
        found.append(passed)
    return found


def are_apart(ends: Sequence[int], before: Sequence[int]) -> bool:
    """Whether a comparison with a constant tells the ends from the numbers before them."""
    if not before or max(ends) < min(before) or min(ends) > max(before):
        return True
    return len(set(ends)) == 1 and ends[0] not in before


def test_walks_tell_where_a_plain_condition_would_end_them() -> None:
    steps = steps_for(INT, None)
    told = 0
    for batch in some_batches(steps, INT, 1):
        for row in batch.rows[:: max(1, len(batch.rows) // 30)].tolist():
            passed = walks(steps, batch, row)
            places = [min(len(one) - 1, 1 + place) for place, one in enumerate(passed)]
            goals: list[tuple[int, list[Any], Type]] = [
                (VALUE, [one[place] for one, place in zip(passed, places, strict=True)], INT),
                (COUNT, places, INT),
                (ALL, [one[: place + 1] for one, place in zip(passed, places, strict=True)], list_of(INT)),
                (BEFORE, [one[:place] for one, place in zip(passed, places, strict=True)], list_of(INT)),
            ]
            ends = [one[place] for one, place in zip(passed, places, strict=True)]
            before = [x for one, place in zip(passed, places, strict=True) for x in one[:place]]
            for bit, wanted, type_ in goals:
                runner = WalkRunner(
                    steps,
                    starts=WALKED,
                    given=GIVEN,
                    wanted=wanted,
                    type_=type_,
                    most=[LONGEST] * 4,
                    order=[2, 0, 1, 3],
                )
                assert runner.told(np.array([row]))[0][0] & bit
                plain = runner.told(np.array([row]), is_plain=True)[0][0] & bit
                assert not plain if not are_apart(ends, before) and len(set(ends)) > 1 else True
                assert plain if are_apart(ends, before) else True
                told += bool(plain)
    assert told > 50


@pytest.mark.parametrize("length", [600, 200_000])
def test_values_longer_than_there_is_room_for_are_left_alone(length: int) -> None:
    """They were copied beyond the end of the memory."""
    steps = steps_for(list_of(INT), None)
    start = [7] * length
    runner = TrailRunner(
        steps, starts=[start], given=[(2,)], wanted=[start[1:]], type_=list_of(INT), most=[3], order=[0]
    )
    kept = sum(int((runner.told(batch.rows)[0] & VALUE != 0).sum()) for batch in some_batches(steps, list_of(INT), 1))
    assert (kept > 0) == (length < 1000)  # What takes the first item off is among the steps.


def test_steps_of_too_many_parts_are_not_run() -> None:
    steps = steps_for(INT, INT)
    entry = max(range(len(steps.arrays.terminals)), key=lambda one: parts(steps, one))
    assert 3 < parts(steps, entry) < MOST_PARTS


def parts(steps: Steps, entry: int) -> int:
    """How many parts an entry has, each once."""
    seen: set[int] = set()
    waiting = [entry]
    while waiting:
        one = waiting.pop()
        if one not in seen and steps.arrays.terminals[one] == 0:
            seen.add(one)
            instance, *arguments = steps.arrays.origins[:, one].tolist()
            waiting += arguments[: steps.filled.instances[instance].primitive.arity]
    return len(seen)
