"""What may be made of the states of a loop."""

from __future__ import annotations

import pytest

from induce.dsl.core.expression import Variable, call
from induce.dsl.core.types import BOOL, INT, Type, list_of
from induce.dsl.language.language import BUILTIN
from induce.dsl.text.printer import print_expression
from induce.search.strategies.recurrences.ends import Ends, ends_for, gives

from .small import subsearch

LIST, LAST = Variable("all", list_of(INT)), Variable("final", INT)


def ends(result: Type) -> Ends:
    found = ends_for(subsearch(), (), [(), ()], result)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def of_numbers() -> dict[str, int]:
    found = ends(INT)
    return {
        print_expression(found.of(one.express(), LIST, LAST)): cost
        for cost, ones in found.by_cost.items()
        for one in ones
    }


def test_the_last_state_is_that_of_a_fold_and_costs_nothing(of_numbers: dict[str, int]) -> None:
    assert of_numbers["final"] == 0
    assert of_numbers["max(all)"] == 3


def test_none_looks_at_the_number_of_states_alone(of_numbers: dict[str, int]) -> None:
    assert "len(all)" not in of_numbers
    assert "sum(all)" in of_numbers


def test_two_conditions_may_hold_together() -> None:
    found = ends(BOOL)
    bodies = [print_expression(one.express()) for ones in found.by_cost.values() for one in ones]
    assert any(body.count(" and ") == 1 for body in bodies)


def test_an_end_gives_what_is_wanted_or_is_undefined() -> None:
    states = Variable("states", list_of(INT))
    found = ends(INT)
    largest = next(one for one in found.by_cost[3] if one.express() == call(BUILTIN.searched["max"], states))
    assert gives(largest, [([1, 5, 2],), ([4, 0],)], [5, 4])
    assert not gives(largest, [([1, 5, 2],), ([],)], [5, 4])
