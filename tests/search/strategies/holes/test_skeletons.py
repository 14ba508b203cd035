"""Skeletons say again what they were made of."""

from __future__ import annotations

from itertools import chain, zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.search.strategies.holes.skeletons import MOST_HOLES, Skeleton, skeletons_of


def filled(skeleton: Skeleton, row: int) -> str:
    holes = [hole[row] for hole in skeleton.holes]
    return "".join(chain.from_iterable(zip_longest(skeleton.literals, holes, fillvalue="")))


@given(st.lists(st.text("ab1 2,:-", min_size=1, max_size=12), min_size=2, max_size=4, unique=True))
def test_a_skeleton_filled_is_the_texts(texts: list[str]) -> None:
    for skeleton in skeletons_of(texts):
        assert [filled(skeleton, row) for row in range(len(texts))] == texts
        assert 0 < len(skeleton.holes) <= MOST_HOLES
        assert any(skeleton.literals)
        assert all(len(set(hole)) > 1 for hole in skeleton.holes)


@pytest.mark.parametrize(
    ("texts", "literals", "holes"),
    [
        (["07:30", "12:05"], ("", ":", ""), (("07", "12"), ("30", "05"))),
        (["3 + 4 = 7", "1 + 2 + 5 = 8"], ("", " = ", ""), (("3 + 4", "1 + 2 + 5"), ("7", "8"))),
        (["room 4 (free)", "room 12 (taken)"], ("room ", " (", ")"), (("4", "12"), ("free", "taken"))),
        (["-5 C", "-12 C"], ("-", " C"), (("5", "12"),)),
    ],
)
def test_the_first_skeleton(texts: list[str], literals: tuple[str, ...], holes: tuple[tuple[str, ...], ...]) -> None:
    assert skeletons_of(texts)[0] == Skeleton(literals, holes)


@pytest.mark.parametrize("texts", [["a", "b"], ["same", "same"], ["", "x"], ["12", "7"]])
def test_there_is_none_without_a_literal_and_a_hole(texts: list[str]) -> None:
    assert skeletons_of(texts) == []


def test_a_number_with_a_point_is_one_hole_as_well() -> None:
    assert Skeleton(("", " L"), (("4.5", "0.5"),)) in skeletons_of(["4.5 L", "0.5 L"])
    assert Skeleton(("", " L"), (("4.5", "12"),)) in skeletons_of(["4.5 L", "12 L"])
    assert not any("1.2" in hole for one in skeletons_of(["v1.2.3", "v0.5.11"]) for hole in one.holes)
