"""Sequences cut into pieces of one length, the last one filled up."""

from __future__ import annotations

from typing import Any

import pytest

from induce import synthesize


def pieces(xs: Any, n: int, x: Any) -> list[Any]:
    rest = -len(xs) % n
    whole = xs + (x * rest if isinstance(xs, str) else [x] * rest)
    return [whole[i : i + n] for i in range(0, len(whole), n)]


@pytest.mark.parametrize(
    ("examples", "asked", "filler"),
    [
        ([([5, 6, 7], 2), ([1, 2, 3, 4], 3), ([9], 2), ([4, 4, 8, 1], 4)], ([2, 7, 1, 8, 2], 3), -1),
        ([("opera", 3), ("jazz", 2), ("rock", 3), ("blues", 4)], ("samba", 2), "."),
    ],
)
def test_the_last_piece_is_filled_up(examples: list[Any], asked: Any, filler: Any) -> None:
    train = [(one, pieces(one[0], one[1], filler)) for one in examples]
    result = synthesize(train, inputs=[asked], timeout=None, max_candidates=400_000)
    assert result.predictions == [pieces(asked[0], asked[1], filler)]


def test_the_width_may_be_computed() -> None:
    given = [[8, 2, 5], [3, 9, 9, 1, 7], [2, 2], [6, 1, 1, 3]]
    train = [(xs, pieces(xs[::-1], len(xs) - 1, 0)) for xs in given]
    result = synthesize(train, inputs=[[1, 2, 3, 4, 5, 6]], timeout=None, max_candidates=400_000)
    assert result.predictions == [pieces([6, 5, 4, 3, 2, 1], 5, 0)]


def test_rows_of_several_lengths_are_left_to_others() -> None:
    train = [(("abcd", 3), ["abc", "d"]), (("ab", 1), ["a", "b"]), (("abcde", 2), ["ab", "cd", "e"])]
    result = synthesize(train, timeout=None, max_candidates=50_000)
    assert str(result.program) == "(s: Str, n: Int) -> chunks(s, n)"
