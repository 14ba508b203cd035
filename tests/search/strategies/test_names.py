"""The strategies by name: what options offer is what there is."""

from __future__ import annotations

from induce.search.strategies.names import STRATEGIES
from induce.search.strategies.strategies import MAKERS


def test_the_names_are_those_of_the_strategies_in_the_order_in_which_they_work() -> None:
    assert tuple(MAKERS) == STRATEGIES
