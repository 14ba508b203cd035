"""Constants of edits that the pieces give."""

from __future__ import annotations

from string import ascii_lowercase as abc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from induce.search.readings.scene.applying import applied
from induce.search.strategies.characters.edits import fitted, solved_edits

from .places import C, places_of

COPRIME = [m for m in range(1, 26) if m % 2 and m != 13]


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(COPRIME), st.integers(0, 25))
def test_maps_of_the_alphabet_are_solved_for(m: int, n: int) -> None:
    text = "orchidlane"
    wanted = [abc[(m * abc.index(c) + n) % 26] for c in text]
    places = places_of(text)
    if "".join(wanted) not in (text, "".join(abc[25 - abc.index(c)] for c in text)):
        assert any(places.values(body) == wanted for body in solved_edits(places, wanted))


def test_digits_and_codes_are_shifted() -> None:
    for text, wanted in (("1290", "4523"), ("a !b", 'b!"c')):
        places = places_of(text)
        assert any(places.values(body) == [*wanted] for body in solved_edits(places, [*wanted]))


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("ab", ["x", "x"], ["x"]),
        ("ab", ["oba", "obb"], [applied("concat", "ob", C)]),
        ("ab", ["a-", "b-"], [applied("concat", C, "-")]),
        ("ab", ["aoa", "bob"], [applied("concat", C, applied("concat", "o", C))]),
        ("ab", ["x", "y"], []),
        ("", [], []),
    ],
)
def test_what_always_stands_there(text: str, wanted: list[str], found: list[object]) -> None:
    bodies = list(fitted(places_of(text), wanted, range(len(text))))
    assert [getattr(body, "value", body) for body in bodies[:1]] == found
