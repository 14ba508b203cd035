"""Texts cut into as many pieces as there are items."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.dsl.core.expression import Variable, evaluate
from induce.dsl.core.types import STR, list_of
from induce.search.readings.scene.cutting import Cut, cuts

PIECES = Variable("lines", list_of(STR))


def first(texts: list[str], counts: list[int]) -> tuple[str, str, str] | None:
    found = next(cuts(texts, counts), None)
    return None if found is None else (found.before, found.mark, found.after)


@pytest.mark.parametrize(
    ("texts", "counts", "expected"),
    [
        (["p - q", "r", "s - t - u"], [2, 1, 3], ("", " - ", "")),
        (["<p, q>", "<r>"], [2, 1], ("", ", ", "")),
        (["p,q", ""], [2, 0], ("", ",", "")),
        (["p q", "r s t"], [2, 2], None),
        (["p", "q"], [1, 1], None),
        (["0a1b", "2c"], [2, 1], ("", "", "")),
        (["0a1b", "2cd"], [2, 1], None),
    ],
)
def test_the_first_cut(texts: list[str], counts: list[int], expected: tuple[str, str, str] | None) -> None:
    assert first(texts, counts) == expected


def test_what_all_texts_begin_and_end_with_may_be_no_part_of_the_pieces() -> None:
    found = [*cuts(["<p, q>", "<r>"], [2, 1])]
    assert Cut("<", ", ", ">", (["p", "q"], ["r"])) in found


@given(st.lists(st.lists(st.text("ab1 ,", min_size=1, max_size=4), max_size=4), min_size=1, max_size=4))
def test_pieces_together_are_the_texts(rows: list[list[str]]) -> None:
    texts = [f"({'; '.join(row)})" for row in rows]
    for cut in cuts(texts, [*map(len, rows)]):
        made = cut.together(PIECES)
        assert [evaluate(made, {"lines": pieces}) for pieces in cut.pieces] == texts
