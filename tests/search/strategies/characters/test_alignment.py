"""Outputs cut into a piece for each character: only cuts that give the outputs, and those that a rule makes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from induce.search.strategies.characters.alignment import always_alike, separated, side_by_side

TEXTS = st.lists(st.text("abc", min_size=1, max_size=5), min_size=1, max_size=5)
PIECES = st.dictionaries(st.sampled_from("abc"), st.text("xyb", max_size=3), min_size=3)


@given(TEXTS, PIECES)
def test_what_is_always_alike_gives_the_outputs(texts: list[str], pieces: dict[str, str]) -> None:
    wanted = ["".join(pieces[c] for c in text) for text in texts]
    found = always_alike(texts, wanted)
    assert found is not None
    assert ["".join(row) for row in found] == wanted
    pairs = {(c, piece) for text, row in zip(texts, found, strict=True) for c, piece in zip(text, row, strict=True)}
    assert len(pairs) == len({c for c, _ in pairs})


def test_a_character_that_becomes_two_things_is_not_always_alike() -> None:
    assert always_alike(["a", "aa"], ["x", "xyz"]) is None


def test_a_search_that_takes_too_long_is_given_up() -> None:
    texts = ["abcdefghijklmnop", "ponmlkjihgfedcba"]
    assert always_alike(texts, ["xyxxyxyyx" * 9, "yxyyxyxyx" * 9 + "z"]) is None


@given(TEXTS, st.integers(1, 3))
def test_pieces_of_one_length(texts: list[str], size: int) -> None:
    wanted = ["".join(c * size for c in text) for text in texts]
    assert side_by_side(texts, wanted) == [[c * size for c in text] for text in texts]


def test_lengths_that_differ_are_not_side_by_side() -> None:
    assert side_by_side(["ab", "abc"], ["xxxx", "xxx"]) is None
    assert side_by_side(["ab"], ["xxx"]) is None


def test_pieces_between_marks() -> None:
    assert list(separated(["ab", "c"], ["1-22", "333"])) == [("-", [["1", "22"], ["333"]])]
    assert list(separated(["ab", "c"], ["1-22-3", "333"])) == []
