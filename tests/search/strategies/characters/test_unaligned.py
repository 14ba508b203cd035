"""Edits of which only the outputs are known."""

from __future__ import annotations

import pytest

from induce.search.cost.prior import expression_cost
from induce.search.strategies.characters.unaligned import Unaligned

from .places import places_of


@pytest.mark.parametrize(
    ("texts", "outputs"),
    [
        (["banana", "hello"], ["ban", "helo"]),
        (["tea", "oats"], ["tubeuba", "uboubats"]),
        (["tea", "oats"], ["totea", "oatotsos"]),
    ],
)
def test_pieces_need_not_be_known(texts: list[str], outputs: list[str]) -> None:
    places = places_of(*texts)
    found = Unaligned(places, outputs, expression_cost).found()
    assert found
    for option in found:
        assert "".join(places.values(option.body)) == "".join(outputs)
        assert option.cost == expression_cost(option.body)


def test_what_no_edit_gives_is_not_found() -> None:
    assert Unaligned(places_of("tea", "oats"), ["qxz", "wvq17"], expression_cost).found() == []
