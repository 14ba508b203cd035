"""Junctions of conditions: those of all pairs and triples that say what is wanted."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from induce import synthesize
from induce.dsl.core.expression import Variable, evaluate
from induce.dsl.core.types import BOOL
from induce.search.engine.instances import universe
from induce.search.strategies.junctions import junctions

from ..searches import bank_of, context_of, unlimited

TRUTHS = list(product((False, True), repeat=3))


def joined(known: dict[str, list[bool]], wanted: list[bool], *, bound: int = 60) -> list[str]:
    """The junctions of known conditions; each says what is wanted."""
    variables = {Variable(name, BOOL): values for name, values in known.items()}
    bank = bank_of(universe((BOOL,), BOOL), list(variables.items()))
    found = []
    for cost, body in junctions(context_of(bank, [], unlimited()), wanted, bound):
        scopes = [{name: values[number] for name, values in known.items()} for number in range(len(wanted))]
        assert [evaluate(body, scope) for scope in scopes] == wanted
        assert cost < bound
        found.append(str(body))
    return found


@given(st.lists(st.booleans(), min_size=8, max_size=8))
def test_what_is_found_says_what_is_wanted(wanted: list[bool]) -> None:
    columns = dict(zip("pqr", map(list, zip(*TRUTHS, strict=True)), strict=True))
    joined(columns, wanted)


def test_three_conditions_are_joined() -> None:
    columns = dict(zip("pqr", map(list, zip(*TRUTHS, strict=True)), strict=True))
    assert joined(columns, [p and (not q or r) for p, q, r in TRUTHS])
    assert joined(columns, [p and q and r for p, q, r in TRUTHS])
    assert not joined(columns, [p and q for p, q, _ in TRUTHS], bound=3)


def test_nothing_is_joined_where_all_is_the_same_or_too_little_known() -> None:
    assert not joined({"p": [True, False, True, False]}, [True] * 4)
    assert not joined({"p": [True, False, True], "q": [True, True, False]}, [True, False, False])


def test_two_conditions_on_a_list() -> None:
    examples = [(([1, 2, 1], 9), True), (([4, 5, 4], 6), False), (([1, 3], 9), False), (([7], 7), True)]
    examples += [(([2, 8, 8, 2], 25), True), (([6, 6], 11), False), (([1, 2, 3], 7), False)]
    examples += [(([4, 2, 4], 10), True), (([5, 1, 1, 5], 11), False), (([9, 7], 20), False)]
    result = synthesize(examples, inputs=[([3, 0, 3], 6), ([3, 0, 3], 5)], max_candidates=400_000)
    assert result.predictions == [True, False]
