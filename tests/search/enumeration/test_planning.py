"""What there is to try at a cost: every split of it, and no other."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pytest

from induce.dsl.core.types import INT, STR, Type, list_of
from induce.dsl.text.variables import parameters_for
from induce.search.cost.prior import DefaultPrior
from induce.search.engine.bank import MAX_COST, Bank
from induce.search.engine.instances import Instance, universe, vocabulary
from induce.search.enumeration import planning
from induce.search.enumeration.planning import Plan, Planner

from ..searches import splits

pytestmark = pytest.mark.bounds

INTS, ROWS = list_of(INT), list_of(list_of(INT))
SIGNATURES: dict[str, tuple[Type, ...]] = {
    "numbers": (INT, INT, INT),
    "lists": (INTS, INT, INTS),
    "texts": (STR, STR),
    "rows": (ROWS, INTS),
}
Candidate = tuple[int, ...]


class DearerOutside(DefaultPrior):
    """A prior by which the outermost instance costs more."""

    def instance_cost(self, instance: Instance, given: Any, *, outermost: bool = False) -> int:
        return super().instance_cost(instance, given) + (instance.primitive.arity if outermost else 0)


def planner_of(signature: tuple[Type, ...], seed: int) -> Planner:
    """A planner over a bank whose levels, drawn at random, have from none to three entries of each type."""
    *inputs, result = signature
    types = universe(inputs, result)
    bank = Bank(examples=1, types=types, longest=4, memory=10**7)
    draw, count = np.random.default_rng(seed), 0
    for cost in range(1, 9):
        for type_id in bank.types.values():
            start, count = count, count + int(draw.integers(4))
            bank.segments[cost, type_id] = start, count
    words = vocabulary(types, frozenset(inputs), result)
    return Planner(bank, words, DearerOutside(), signature)


def candidates_of(plan: Plan, planner: Planner) -> list[Candidate]:
    """The instance and the entries of every candidate."""
    found = []
    for instance, *ends in plan.rows.tolist():
        ranges = [range(ends[i], ends[i + 1]) for i in (0, 2, 4)]
        arity = planner.vocabulary.instances[instance].primitive.arity
        found += [(instance, *entries) for entries in product(*ranges[:arity])]
    return found


def naive_candidates(planner: Planner, level: int, type_: Type, costs: np.ndarray) -> list[Candidate]:
    """The same in plain Python; where two arguments may be exchanged, the first is not the dearer one."""
    bank, found = planner.bank, []
    for number, instance in enumerate(planner.vocabulary.instances):
        exchanged = instance.primitive.laws.commutative and len(set(instance.arguments[:2])) == 1
        if instance.result != type_:
            continue
        for split in splits(level - int(costs[number]), instance.primitive.arity):
            if exchanged and sum(instance.rows) != 1 and split[0] > split[1]:
                continue
            pairs = zip(split, instance.arguments, strict=True)
            ranges = [range(*bank.segments[cost, bank.types[argument]].tolist()) for cost, argument in pairs]
            found += [(number, *entries) for entries in product(*ranges)]
    return found


@pytest.mark.parametrize("name", SIGNATURES)
@pytest.mark.parametrize("level", [1, 5, 9])
def test_a_plan_has_every_split_of_its_cost(name: str, level: int) -> None:
    planner = planner_of(SIGNATURES[name], level)
    for type_ in planner.bank.types:
        for plan, costs in (
            (planner.to_store(level, type_), planner.costs),
            (planner.to_match(level, type_), planner.outermost),
        ):
            found = candidates_of(plan, planner)
            assert sorted(found) == sorted(naive_candidates(planner, level, type_, costs))
            assert plan.work == len(found)


def test_a_long_plan_is_made_as_a_short_one(monkeypatch: pytest.MonkeyPatch) -> None:
    planner = planner_of(SIGNATURES["lists"], 3)
    whole = planner.to_store(11, INTS)
    assert len(whole.rows) > 50
    monkeypatch.setattr(planning, "FIRST_ROWS", 2)
    again = planner.to_store(11, INTS)
    assert (again.rows == whole.rows).all()
    assert again.work == whole.work


def test_work_beyond_64_bits_is_not_taken_for_little() -> None:
    planner = planner_of(SIGNATURES["lists"], 3)
    for cost in range(1, MAX_COST):
        planner.bank.segments[cost, :] = 0, 2**31
    assert planner.to_store(30, INTS).work == 4 * 10**18


def test_each_parameter_type_has_a_way_to_the_result() -> None:
    """The instances are those of the signature: of a text nothing is planned where none is given."""
    planner = planner_of(SIGNATURES["numbers"], 3)
    assert STR not in planner.bank.types
    assert parameters_for([STR])[0].type in planner_of(SIGNATURES["texts"], 3).bank.types
