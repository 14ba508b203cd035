"""What every program for a task pays for."""

from __future__ import annotations

from typing import Any

import pytest

from induce import synthesize
from induce.dsl.core.expression import Literal
from induce.dsl.core.types import STR
from induce.search.cost.literals import constant_cost
from induce.search.cost.unavoidable import CONCAT_COST, unavoidable_cost
from induce.search.task.task import Task
from induce.search.task.terminal import Terminal


def paid(*examples: tuple[Any, Any], terminals: tuple[Terminal, ...] = ()) -> int:
    return unavoidable_cost(Task.from_examples(list(examples)), terminals)


def costs(*constants: str) -> int:
    return sum(CONCAT_COST + constant_cost(constant, STR) for constant in constants)


def test_it_is_the_constants_around_what_the_inputs_have() -> None:
    assert paid(("Maria", "maria@acme.org"), ("Tim", "tim@acme.org")) == costs("@acme.org")
    assert paid(("Maria", "<maria>"), ("Tim", "<tim>")) == costs("<", ">")
    assert paid((3, "no. 3"), (47, "no. 47")) == costs("no. ")


@pytest.mark.parametrize(
    "examples",
    [
        [("a.org", "A.org"), ("b.org", "B.org")],  # Of the inputs.
        [("x", "x!")],  # One example says nothing of others.
        [("ab", 2), ("c", 1)],
        [("no", "NO"), ("on", "ON")],
    ],
)
def test_nothing_is_paid_where_inputs_may_give_it(examples: list[tuple[Any, Any]]) -> None:
    assert paid(*examples) == 0


def test_what_begins_and_ends_a_constant_is_in_no_input_of_some_example() -> None:
    assert paid(("Ann", "Ann, n"), ("Bob", "Bob, n")) == costs(", n")
    assert paid(("Ann n", "Ann, n"), ("Bob n", "Bob, n")) == costs(",")


def test_outputs_that_are_all_alike_are_paid_for_once() -> None:
    assert paid(("a", "xyz"), ("b", "xyz")) == costs("xyz")


def test_a_literal_of_the_task_may_be_cheaper() -> None:
    cheap = Terminal(Literal("@acme.org", STR), 7, ["@acme.org"] * 2)
    assert paid(("Maria", "maria@acme.org"), ("Tim", "tim@acme.org"), terminals=(cheap,)) == CONCAT_COST + 7


def test_a_long_constant_does_not_keep_a_search_from_its_end() -> None:
    examples = [(name, f"{name.lower()}@a-rather-long-domain.example.org") for name in ("Maria", "Tim", "Wei")]
    result = synthesize(examples, inputs=["Ada"], timeout=60, max_candidates=3_000_000)
    assert result.predictions == ["ada@a-rather-long-domain.example.org"]
    assert result.stats.stopped_by == "solved"
