"""Working through a plan: in one go or in many, with what the identities leave out."""

from __future__ import annotations

import random

import numpy as np
import pytest

from induce.dsl.core.expression import Literal, Variable
from induce.dsl.core.types import BOOL, INT, list_of
from induce.search.engine.bank import Bank
from induce.search.engine.compiled.loops import DONE, QUOTA
from induce.search.engine.instances import universe, vocabulary
from induce.search.enumeration.evaluation import Evaluator
from induce.search.enumeration.planning import Planner
from induce.search.enumeration.shards import from_the_start

from ..searches import FewPrimitives, bank_of, goal_of

pytestmark = pytest.mark.bounds

INTS = list_of(INT)
TYPES = universe((INTS,), INTS)
WORDS = vocabulary(TYPES, frozenset([INT, INTS]), INTS)
FEW = FewPrimitives({"add": 1, "sub": 1, "take": 1, "reverse": 1, "append": 1})


def known(seed: int = 3) -> Bank:
    """A bank of some numbers and lists."""
    draw = random.Random(seed)
    numbers = [(Variable(f"n{n}", INT), [draw.randrange(9) for _ in "ab"]) for n in range(8)]
    lists = [(Variable(f"v{n}", INTS), [[draw.randrange(9) for _ in range(n)] for _ in "ab"]) for n in range(8)]
    return bank_of(TYPES, [*numbers, *lists])


def stored_in_calls_of(quota: int) -> tuple[Bank, int, int]:
    """What storing a level of lists adds to a bank, with the candidates and the calls that this took."""
    bank = known()
    evaluator, plan = Evaluator(bank, WORDS), Planner(bank, WORDS, FEW, (INTS, INTS)).to_store(3, INTS)
    position, total, calls, status = from_the_start(), 0, 0, QUOTA
    while status == QUOTA:
        status, tried = evaluator.store(plan.rows, position, quota, INTS)
        assert tried <= quota
        total, calls = total + tried, calls + 1
    assert status == DONE
    return bank, total, calls


def test_a_plan_may_be_stored_in_any_number_of_calls() -> None:
    whole, candidates, _ = stored_in_calls_of(10**6)
    assert whole.count > 60
    for quota in (1, 7, 100):
        part, tried, calls = stored_in_calls_of(quota)
        assert (part.count, tried) == (whole.count, candidates)
        assert calls > 2
        for name in ("offsets", "lengths", "roots", "origins"):
            assert (getattr(part, name)[..., : part.count] == getattr(whole, name)[..., : whole.count]).all(), name
        assert (part.mem[: int(part.tails[0])] == whole.mem[: int(whole.tails[0])]).all()


@pytest.mark.parametrize("quota", [1, 13])
def test_a_plan_may_be_matched_in_any_number_of_calls(quota: int) -> None:
    bank = known()
    evaluator, plan = Evaluator(bank, WORDS), Planner(bank, WORDS, FEW, (INTS, INTS)).to_match(3, INTS)
    goal = goal_of(bank, INTS, [[], []])

    def matched(most: int) -> tuple[list[list[int]], int]:
        solutions, position, found, total, status = np.zeros((99, 4), np.int64), from_the_start(), 0, 0, QUOTA
        while status == QUOTA:
            status, tried, found = evaluator.match(
                plan.rows, position, most, goal, 0, bank.tails.copy(), solutions, found
            )
            total += tried
        return solutions[:found].tolist(), total

    assert matched(quota) == matched(10**6)
    assert 0 < len(matched(quota)[0]) < 99


@pytest.mark.parametrize(("value", "skipped"), [(0, {("add", 0), ("add", 1), ("sub", 1)}), (7, set()), (False, set())])
def test_an_identity_is_left_out_where_it_says_nothing(value: int, skipped: set[tuple[str, int]]) -> None:
    bank = known()
    evaluator = Evaluator(bank, WORDS)
    evaluator.note_identities(5, Literal(value, BOOL if value is False else INT))
    identities = evaluator._instances.identities
    found = {
        (instance.primitive.name, int(position))
        for instance, row in zip(WORDS.instances, identities, strict=True)
        for position in np.flatnonzero(row == 5)
        if instance.primitive.name in FEW.costs and not instance.each
    }
    assert found == skipped
    for instance, row in zip(WORDS.instances, identities, strict=True):
        for position in np.flatnonzero(row == 5):
            assert instance.arguments[position] == INT, "only a scalar can be a literal's place"
