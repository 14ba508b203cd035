"""Loops over items."""

from __future__ import annotations

import random

from induce.dsl.core.expression import Variable, evaluate
from induce.dsl.core.types import INT, list_of
from induce.search.strategies.context.context import Known
from induce.search.strategies.recurrences.ends import ends_for
from induce.search.strategies.recurrences.folds import Folds, track_of
from induce.search.strategies.recurrences.sources import constant

from .small import programs, steps_of, subsearch, work

LISTS = [[1, 0, 1], [2, 5, 1, 3], [4, 4], [0, 7, 2], [9], []]
XS = Variable("xs", list_of(INT))
OVER = Known(1, XS.type, LISTS, lambda: XS)
GIVEN = [()] * len(LISTS)


def folds(wanted: list[int], *, with_ends: bool = False) -> Folds:
    draw = random.Random(1)
    probes = [(draw.randint(0, 30), draw.randint(0, 9)) for _ in range(24)]
    steps = steps_of((Variable("acc", INT), Variable("x", INT)), probes, INT)
    track = track_of(OVER, constant(0, INT, len(LISTS)), GIVEN)
    return Folds((INT, wanted), steps, [track], ends_for(subsearch(), (), GIVEN, INT) if with_ends else None, GIVEN)


def doubled(xs: list[int]) -> list[int]:
    states = [0]
    for x in xs:
        states.append(states[-1] * 2 + x)
    return states


def test_a_step_is_found_that_gives_the_last_state() -> None:
    wanted = [doubled(xs)[-1] for xs in LISTS]
    cost, body = next(programs(folds(wanted), 30))
    assert cost == 11 + 7  # acc + (acc + x)
    assert [evaluate(body, {"xs": xs}) for xs in [*LISTS, [1, 1, 1]]] == [*wanted, 7]


def test_what_is_made_of_all_states_is_found_too() -> None:
    wanted = [max(doubled(xs)) - doubled(xs)[-1] + sum(doubled(xs)) for xs in LISTS]
    assert wanted == [sum(doubled(xs)) for xs in LISTS]
    bodies = [body for _, body in programs(folds(wanted, with_ends=True), 24)]
    assert [evaluate(bodies[0], {"xs": xs}) for xs in [*LISTS, [1, 1, 1]]] == [*wanted, 11]


def test_what_ignores_the_items_or_the_state_is_no_loop() -> None:
    assert not list(programs(folds([xs[-1] if xs else 0 for xs in LISTS]), 17))
    assert not list(programs(folds([len(xs) for xs in LISTS]), 17))


def test_work_is_counted() -> None:
    assert 0 < work(folds([1, 2, 3, 4, 5, 6]), 16) < 100_000
