"""Texts and lists whose pieces are edited one by one."""

from __future__ import annotations

from typing import Any

import pytest

import induce


@pytest.mark.parametrize(
    ("examples", "asked", "expected"),
    [
        (
            [
                ([0, 4, 1, 3, 0, 0, 9, 2], [0, 1, 3, 4, 0, 0, 2, 9]),
                ([6, 5, 0, 8, 7, 1, 0], [5, 6, 0, 1, 7, 8, 0]),
                ([0, 0, 3, 2, 5, 4, 0, 1, 9], [0, 0, 2, 3, 4, 5, 0, 1, 9]),
            ],
            [9, 8, 0, 3, 7, 1, 0, 5],
            [8, 9, 0, 1, 3, 7, 0, 5],
        ),
        (
            [
                ([0, 4, 1, 3, 0, 0, 9, 2], [0, 8, 0, 0, 11]),
                ([6, 5, 0, 8, 7, 1, 0], [11, 0, 16, 0]),
                ([0, 0, 3, 2, 5, 4, 0, 1, 9], [0, 0, 14, 0, 10]),
            ],
            [9, 8, 0, 3, 7, 1, 0, 5],
            [17, 0, 11, 0, 5],
        ),
        (
            [
                (["ant", "", "Cow", "bee", "", "dog"], ["ant", "", "bee", "Cow", "", "dog"]),
                (["x", "yy", "", "", "k", "j", "i"], ["x", "yy", "", "", "i", "j", "k"]),
                (["f", "e", "", "h", "g"], ["e", "f", "", "g", "h"]),
            ],
            ["q", "p", "", "s", "r"],
            ["p", "q", "", "r", "s"],
        ),
    ],
)
def test_the_blocks_of_a_list_are_edited(examples: list[tuple[Any, Any]], asked: Any, expected: Any) -> None:
    result = induce.synthesize(examples, inputs=[asked], timeout=None, max_candidates=300_000)
    assert result.predictions == [expected]
    assert "edit_blocks" in str(result.program)


def test_blocks_are_filled_with_what_their_length_says() -> None:
    rows = [[3, 3, 0, 3, 0, 3, 3, 3], [0, 3, 3, 3, 3, 0, 3], [3, 0, 3, 3, 0, 0, 3, 3, 3]]
    made = [[8, 8, 0, 5, 0, 5, 5, 5], [0, 8, 8, 8, 8, 0, 5], [5, 0, 8, 8, 0, 0, 5, 5, 5]]
    examples = zip(rows, made, strict=True)
    result = induce.synthesize(examples, inputs=[[3] * 6 + [0] + [3] * 5], timeout=None, max_candidates=300_000)
    assert result.predictions == [[8] * 6 + [0] + [5] * 5]
    assert result.program is not None
    assert "* len(block)" in result.program.python()


@pytest.mark.bounds
def test_the_edit_of_a_piece_is_searched_for() -> None:
    examples = [("2 eggs, 3 cups", "4 eggs, 6 cups"), ("10 pies", "20 pies"), ("5 or 7 figs", "10 or 14 figs")]
    result = induce.synthesize(examples, inputs=["8 pears and 11 plums"], max_candidates=2_000_000)
    assert result.predictions == ["16 pears and 22 plums"]


def test_texts_that_write_very_long_numbers_are_searched_for_like_others() -> None:
    rows = [["a", "b"], ["c"], ["e", "f", "g"]]
    examples = [(row, [one + "9" * (4400 + place) for place, one in enumerate(row[::-1])]) for row in rows]
    result = induce.synthesize(examples, timeout=None, max_candidates=150_000, guide=None)
    assert result.status in ("solved", "partial", "none")


@pytest.mark.parametrize(
    ("examples", "asked", "expected"),
    [
        (
            [("Ann Lee, Bo Roy", "AL, BR"), ("Cy Day, Di Fox, Ed Ray", "CD, DF, ER")],
            ["Flo Kay", "Gus Van Dam, Hal Oh"],
            ["FK", "GVD, HO"],
        ),
        (
            [("ann@x.org;bob@y.net", "ann/bob"), ("cy@z.com", "cy")],
            ["di@a.io;ed_f@b.io;flo@c.io", "m9@g.eu"],
            ["di/ed_f/flo", "m9"],
        ),
    ],
)
def test_the_items_of_a_list_in_a_text_are_edited(examples: list[Any], asked: list[str], expected: list[str]) -> None:
    result = induce.synthesize(examples, inputs=asked, timeout=None, max_candidates=1_000_000)
    assert result.predictions == expected
    assert "map(split(s, " in str(result.program)
