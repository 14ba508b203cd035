"""Names in another style, runs of a mark, and words with their first consonants moved."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from induce import synthesize


def moved(word: str) -> str:
    """The word from its first vowel on, then what comes before that."""
    first = next((i for i, c in enumerate(word) if c in "aeiou"), len(word))
    return word[first:] + word[:first] + "ay"


KINDS: dict[str, tuple[Callable[[str], str], list[str], list[str]]] = {
    "words joined in lower case": (
        lambda s: re.sub("(?<!^)([A-Z])", r"-\1", s).lower(),
        ["ReadFile", "openLastDoor", "PlayThisSong", "tinyBird"],
        ["closeWindow", "HomeSweetHome"],
    ),
    "words with capitals": (
        lambda s: "".join(word.capitalize() for word in s.split("_")),
        ["read_file", "open_last_door", "bird"],
        ["close_window", "home_sweet_home"],
    ),
    "one of each run of a mark": (
        lambda s: re.sub("-+", "-", s),
        ["a--b", "one---two-three", "--pool", "noon"],
        ["a-----b--", "deep"],
    ),
    "first consonants moved": (moved, ["string", "garden", "plate", "window", "blue"], ["train", "oak"]),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_read(kind: str) -> None:
    function, shown, asked = KINDS[kind]
    result = synthesize([(s, function(s)) for s in shown], inputs=asked, max_candidates=400_000)
    assert result.predictions == [function(s) for s in asked], str(result.program)
