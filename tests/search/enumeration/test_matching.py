"""A level is matched: what is found is what gives the target, all of it and nothing else."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import pytest

from induce.dsl.core.expression import Expression, Literal, Undefined, call, evaluate
from induce.dsl.core.types import INT, Type, list_of
from induce.dsl.text.variables import parameters_for
from induce.search.enumeration import matching
from induce.search.enumeration.matching import Matcher
from induce.search.enumeration.reporting import Reporter
from induce.search.enumeration.shards import MOST_REFILLS, MOST_SOLUTIONS
from induce.search.enumeration.steps import result_of
from induce.search.enumeration.storing import BankBuilder
from induce.search.task.budget import Budget

from ..searches import FewPrimitives, Recorded, SmallLanguage, behaviours_of, goal_of, splits, unlimited

pytestmark = pytest.mark.bounds

INTS = list_of(INT)
LAWLESS = SmallLanguage(
    {"take": 1, "drop": 1, "cons": 2, "at": 2, "tail": 1, "len": 1}, [INTS, INT], INTS, [(Literal(1, INT), 1)]
)
"""No law makes a form of these primitives redundant."""
MOST = 6


def inputs_of(seed: int) -> list[list[Any]]:
    draw = random.Random(seed)
    return [[[draw.randint(0, 4) for _ in range(draw.randint(2, 5))], draw.randint(0, 2)] for _ in range(4)]


def filled(inputs: Sequence[Sequence[Any]], most: int = MOST) -> BankBuilder:
    builder = LAWLESS.builder(inputs)
    for level in range(1, most + 1):
        assert result_of(builder.store(level)) is None
    return builder


def matched(
    builder: BankBuilder, wanted: tuple[Type, list[Any]], level: int, *, noise: int = 0, threads: int = 1
) -> Recorded:
    """What matching one level finds."""
    solutions, budget = Recorded(FewPrimitives(LAWLESS.costs)), unlimited()
    matcher = Matcher(
        builder, goal_of(builder.bank, *wanted), solutions, budget,
        noise=noise, threads=threads, reporter=Reporter(budget, None),
    )  # fmt: skip
    assert result_of(matcher.match(level)) is None
    assert budget.candidates == matcher.work(level)
    return solutions


def naive_matches(
    builder: BankBuilder, inputs: Sequence[Sequence[Any]], wanted: tuple[Type, list[Any]], level: int, noise: int
) -> set[Expression]:
    """The same in plain Python: all applications of this cost to entries, run by the reference interpreter."""
    prior, names = FewPrimitives(LAWLESS.costs), [one.name for one in parameters_for(LAWLESS.parameters)]
    scopes = [dict(zip(names, row, strict=True)) for row in inputs]
    entries: dict[tuple[Type, int], list[Expression]] = {}
    for entry, ((type_, _), cost) in enumerate(behaviours_of(builder.bank)):
        entries.setdefault((type_, cost), []).append(builder.expression(entry))
    found: set[Expression] = set()
    for instance in builder.instances:
        for costs in splits(level - prior.instance_cost(instance, ()), instance.primitive.arity):
            if instance.result == wanted[0]:
                groups = [entries.get(key, []) for key in zip(instance.arguments, costs, strict=True)]
                for arguments in _products(groups):
                    program = call(instance.primitive, *arguments, each=instance.each)
                    pairs = zip(scopes, wanted[1], strict=True)
                    if sum(_value(program, scope) != value for scope, value in pairs) <= noise:
                        found.add(program)
    return found


def _products(groups: list[list[Expression]]) -> list[tuple[Expression, ...]]:
    found: list[tuple[Expression, ...]] = [()]
    for group in groups:
        found = [(*one, other) for one in found for other in group]
    return found


def _value(program: Expression, scope: dict[str, Any]) -> Any:
    try:
        return evaluate(program, scope)
    except Undefined:
        return None


def targets(builder: BankBuilder, seed: int) -> list[tuple[Type, list[Any]]]:
    """Some of the values in the bank, which programs of greater cost have as well."""
    entries = [(n, type_) for n, ((type_, _), _) in enumerate(behaviours_of(builder.bank)) if type_ in (INT, INTS)]
    return [(type_, builder.bank.values(n, type_)) for n, type_ in random.Random(seed).sample(entries, 8)]


@pytest.mark.parametrize("noise", [0, 1, 2])
@pytest.mark.parametrize("level", [MOST, MOST + 1])
def test_the_matches_are_the_candidates_whose_value_is_the_target(level: int, noise: int) -> None:
    inputs = inputs_of(level)
    builder, numbers = filled(inputs), []
    for wanted in targets(builder, level):
        solutions = matched(builder, wanted, level, noise=noise)
        bodies = [body for _, body in solutions.offered]
        assert {cost for cost, _ in solutions.offered} <= {level}
        assert len(set(bodies)) == len(bodies) < MOST_SOLUTIONS
        assert set(bodies) == naive_matches(builder, inputs, wanted, level, noise)
        numbers.append(len(bodies))
    assert max(numbers) > 1


def test_matching_stores_nothing() -> None:
    builder = filled(inputs_of(1))
    before, tails = behaviours_of(builder.bank), builder.bank.tails.tolist()
    wanted = (INTS, [[1], [2], [3], [4]])
    goal_words = len(wanted[1])
    matched(builder, wanted, MOST + 1)
    assert behaviours_of(builder.bank) == before
    assert (builder.bank.tails - tails).sum() == goal_words


def test_any_number_of_threads_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("induce.search.enumeration.shards.LEAST_WORK", 10)
    builder = filled(inputs_of(2))
    for wanted in targets(builder, 3)[:3]:
        one, two = (matched(builder, wanted, MOST + 1, threads=threads).offered for threads in (1, 2))
        assert one == two


@pytest.mark.parametrize(("surcharge", "most"), [(None, 1), (lambda _: None, 1 + MOST_REFILLS)])
def test_only_what_may_be_dropped_is_taken_in_any_number(surcharge: Any, most: int) -> None:
    """Where all examples may be wrong everything fits: far more than there is room for."""
    builder = filled(inputs_of(1), 10)
    solutions, budget = Recorded(FewPrimitives(LAWLESS.costs), surcharge=surcharge), unlimited()
    matcher = Matcher(
        builder, goal_of(builder.bank, INTS, [[]] * 4), solutions, budget,
        noise=4, threads=1, reporter=Reporter(budget, None),
    )  # fmt: skip
    assert matcher.work(12) > (1 + MOST_REFILLS) * MOST_SOLUTIONS
    assert result_of(matcher.match(12)) is None
    assert len(solutions.offered) == most * MOST_SOLUTIONS


def test_the_budget_ends_a_level_that_is_not_done() -> None:
    builder = filled(inputs_of(4))
    budget = Budget(timeout=None, max_candidates=50, memory=10**8)
    solutions = Recorded(FewPrimitives(LAWLESS.costs))
    matcher = Matcher(
        builder, goal_of(builder.bank, INTS, [[1]] * 4), solutions, budget,
        noise=0, threads=1, reporter=Reporter(budget, None),
    )  # fmt: skip
    assert matcher.work(MOST + 1) > 50
    assert result_of(matcher.match(MOST + 1)) == "candidates"
    assert budget.candidates == 50


def test_whoever_interrupts_has_what_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    inputs = inputs_of(5)
    builder = filled(inputs)
    wanted = targets(builder, 6)[0]
    whole = matched(builder, wanted, MOST + 1)

    def interrupted(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(matching.Matcher, "_make_room", interrupted)
    solutions, budget = Recorded(FewPrimitives(LAWLESS.costs)), unlimited()
    matcher = Matcher(
        builder, goal_of(builder.bank, *wanted), solutions, budget,
        noise=0, threads=1, reporter=Reporter(budget, None),
    )  # fmt: skip
    with pytest.raises(KeyboardInterrupt):
        result_of(matcher.match(MOST + 1))
    assert solutions.offered == whole.offered
