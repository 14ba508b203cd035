"""A trained network as the search asks it: what comes with induce prefers what examples call for."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from induce import Task, parse
from induce.dsl.core.expression import Call
from induce.dsl.core.types import INT, list_of
from induce.guide.runtime.guide import NetworkGuide, load_guide
from induce.guide.runtime.named import SHIPPED
from induce.guide.runtime.prior import MOST_CHEAPER, MOST_DEARER, GuidedPrior
from induce.search.cost.prior import DefaultPrior
from induce.search.engine.instances import instance_of, instances, universe
from induce.search.task.values import Values

INTS = list_of(INT)
LISTS = [[3, 1, 2], [9, 4, 7, 5], [2, 8], [6, 1, 5, 3, 4]]
USUAL = DefaultPrior()


@pytest.fixture(scope="module")
def guide() -> NetworkGuide:
    return load_guide(SHIPPED)


def task_of(function: Any) -> Task:
    return Task.from_examples([(xs, function(xs)) for xs in LISTS])


def test_costs_change_within_bounds_and_differ_by_task(guide: NetworkGuide) -> None:
    reverse, ordered = (guide.prior(task_of(f), USUAL) for f in (lambda xs: xs[::-1], sorted))
    assert isinstance(reverse, GuidedPrior)
    assert isinstance(ordered, GuidedPrior)
    assert (reverse.changes != ordered.changes).any()
    for instance in instances(universe((INTS,), INTS)):
        before, after = (one.instance_cost(instance, (INTS, INTS)) for one in (USUAL, reverse))
        assert max(1, before - MOST_CHEAPER) <= after <= before + MOST_DEARER


@pytest.mark.parametrize(("name", "function"), [("reverse", lambda xs: xs[::-1]), ("sort", sorted)])
def test_what_the_examples_call_for_becomes_cheaper(guide: NetworkGuide, name: str, function: Any) -> None:
    body = parse(f"(xs: List[Int]) -> {name}(xs)").body
    assert isinstance(body, Call)
    instance = instance_of(body)
    before = USUAL.instance_cost(instance, (INTS, INTS), outermost=True)
    prior, other = guide.prior(task_of(function), USUAL), guide.prior(task_of(lambda xs: [len(xs)] * 3), USUAL)
    assert prior is not None
    assert other is not None
    found = prior.instance_cost(instance, (INTS, INTS), outermost=True)
    assert found < before
    assert found < other.instance_cost(instance, (INTS, INTS), outermost=True)


def test_odds_are_finite_and_one_for_each_value(guide: NetworkGuide) -> None:
    words = np.zeros((3, len(LISTS), 8), np.int64)
    lengths = np.array([[len(xs) for xs in LISTS]] * 3, np.int64)
    for example, xs in enumerate(LISTS):
        words[0, example, : len(xs)] = sorted(xs)
        words[1, example, : len(xs)] = xs
    found = guide.odds(task_of(lambda xs: sorted(xs)[1:]), [Values(INTS, np.arange(3), words, lengths)])
    assert found.shape == (3,)
    assert np.isfinite(found).all()
    assert len(set(found.tolist())) == 3


def test_of_types_that_it_never_saw_it_says_nothing(guide: NetworkGuide) -> None:
    assert guide.prior(Task.from_examples([([1.5, 2.0], 3.5), ([2.5], 2.5)]), USUAL) is None
