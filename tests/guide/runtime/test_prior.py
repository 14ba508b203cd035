"""Costs from what the network says: by how many bits it changes its mind, and within bounds."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce import parse
from induce.dsl.core.expression import Call, Expression
from induce.dsl.core.types import INT, list_of
from induce.guide.runtime.prior import MOST_CHEAPER, MOST_DEARER, GuidedPrior, changes
from induce.guide.runtime.productions import NONTERMINALS, START_SYMBOL, TypeClass, numbers, productions
from induce.search.cost.prior import UNITS_PER_BIT, DefaultPrior
from induce.search.engine.instances import instance_of

USUAL = DefaultPrior()


@given(st.floats(-20, 0), st.floats(-20, 0))
def test_a_cost_changes_by_the_bits_that_the_task_tells(said: float, usual: float) -> None:
    (found,) = changes(np.array([said]), np.array([usual])).tolist()
    wanted = -UNITS_PER_BIT * (said - usual) / np.log(2)
    assert abs(found - min(max(wanted, -MOST_CHEAPER), MOST_DEARER)) <= 0.5
    assert -MOST_CHEAPER <= found <= MOST_DEARER


def body_of(text: str) -> Expression:
    return parse(f"(xs: List[Int], n: Int) -> {text}").body


def prior_with(nonterminal: int, production: str, change: int) -> GuidedPrior:
    """The usual prior but for one production of one nonterminal."""
    table = np.zeros((NONTERMINALS, len(productions())), np.int64)
    table[nonterminal, productions().index(production)] = change
    return GuidedPrior(USUAL, table)


def cost_of(prior: GuidedPrior | DefaultPrior, text: str, *, outermost: bool = False) -> int:
    body = body_of(text)
    assert isinstance(body, Call)
    return prior.instance_cost(instance_of(body), (list_of(INT), INT), outermost=outermost)


def test_a_primitive_has_a_cost_for_each_type_of_result_and_one_at_the_root() -> None:
    ints, root = (prior_with(one, "add", 1) for one in (TypeClass.INTS, START_SYMBOL))
    for text, outermost, prior in (("xs + n", False, ints), ("xs + n", True, root), ("n + n", True, root)):
        assert cost_of(prior, text, outermost=outermost) == cost_of(USUAL, text) + 1
    for text, outermost, prior in (
        ("n + n", False, ints),
        ("xs + n", True, ints),
        ("xs + n", False, root),
        ("xs - n", False, ints),
    ):
        assert cost_of(prior, text, outermost=outermost) == cost_of(USUAL, text)


def test_nothing_costs_less_than_one() -> None:
    assert cost_of(prior_with(TypeClass.INTS, "reverse", -50), "reverse(xs)") == 1
    variable: Any = body_of("n")
    assert prior_with(TypeClass.INT, "variable", -50).terminal_cost(variable, 3) == 1


@pytest.mark.parametrize(
    ("text", "nonterminal", "production"),
    [("n", TypeClass.INT, "variable"), ("xs", TypeClass.INTS, "variable"), ("7", TypeClass.INT, "integer 7")],
)
def test_terminals_cost_by_their_type(text: str, nonterminal: int, production: str) -> None:
    body: Any = body_of(text)
    assert prior_with(nonterminal, production, 1).terminal_cost(body, 5) == 6
    assert prior_with(START_SYMBOL, production, 1).terminal_cost(body, 5) == 5


def test_what_the_network_has_no_word_for_costs_what_it_usually_does() -> None:
    dearer = GuidedPrior(USUAL, np.ones((NONTERMINALS, len(productions())), np.int64))
    body = parse("(n: Int) -> totient(n)").body
    assert isinstance(body, Call)
    assert "totient" not in numbers()
    assert dearer.instance_cost(instance_of(body), (INT,)) == USUAL.instance_cost(instance_of(body), (INT,))
    odd = body_of("rotate(xs, sum(xs))")
    assert dearer.surprise(odd) == USUAL.surprise(odd) > 0
