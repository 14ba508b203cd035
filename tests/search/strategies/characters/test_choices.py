"""Which edits are right where: choices are right at all places, whatever the pieces."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from induce.search.cost.prior import expression_cost
from induce.search.strategies.characters.choices import Choices
from induce.search.strategies.characters.conditions import conditions
from induce.search.strategies.characters.edits import plain_edits

from .places import places_of


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text("abA1 ", max_size=6), min_size=1, max_size=3), st.data())
def test_choices_are_right_everywhere(texts: list[str], data: st.DataObject) -> None:
    places = places_of(*texts)
    edit = data.draw(st.sampled_from(list(plain_edits(places))))
    other = data.draw(st.sampled_from(list(plain_edits(places))))
    condition = data.draw(st.sampled_from(list(conditions(places))))
    truths, one, two = (places.values(body) for body in (condition, edit, other))
    wanted = [a if truth is True else b for truth, a, b in zip(truths, one, two, strict=True)]
    if all(isinstance(piece, str) for piece in wanted):
        for option in Choices(places, wanted, expression_cost).found()[:20]:
            assert places.values(option.body) == wanted
            assert option.cost == expression_cost(option.body)
