"""Characters in another order: some way among those proposed gives it."""

from __future__ import annotations

import pytest

from induce.dsl.core.expression import evaluate
from induce.search.strategies.characters.reorderings import reorderings

from .places import places_of


def given(texts: list[str], wanted: list[str]) -> bool:
    places = places_of(*texts)
    found = reorderings(places, wanted)
    return any([evaluate(body, {"s": text}) for text in texts] == wanted for body in found)


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (["tulip a", "orchid"], ["talip u", "irchod"]),
        (["ab-cde", "x1y"], ["ed-cba", "y1x"]),
        (["c3b1a2", "21x"], ["c1b2a3", "12x"]),
        (["abcdefg", "xyz"], ["adgbecf", "xyz"]),
        (["abcdef", "vwxyz"], ["aebdfc", "vzwyx"]),
        (["b2A1", "Zz9"], ["bA21", "Zz9"]),
        (["bA2a1B", "zY0y"], ["abAB12", "yzY0"]),
    ],
)
def test_orders_that_people_think_of(texts: list[str], wanted: list[str]) -> None:
    assert given(texts, wanted)


def test_nothing_is_put_together_of_other_characters() -> None:
    assert not given(["abc"], ["abd"])
