"""Each kind of edit is found on a task of its own, and predicts what was not shown."""

from __future__ import annotations

from collections.abc import Callable
from string import ascii_lowercase as abc
from typing import Any

import pytest

from induce import synthesize

WORDS = ["harbour", "tulip", "quiet lane", "Orchid", "committee", "rhythm"]


def shifted(c: str, n: int) -> str:
    """A letter moved on in the alphabet, in its case."""
    if c.lower() not in abc:
        return c
    moved = abc[(abc.index(c.lower()) + n) % 26]
    return moved if c.islower() else moved.upper()


def refilled(s: str, chosen: str) -> str:
    kept = [c for c in s if c in chosen]
    return "".join(kept.pop() if c in chosen else c for c in s)


KINDS: dict[str, tuple[Callable[..., Any], list[Any], list[Any]]] = {
    "a class in another case": (
        lambda s: "".join(c.upper() if c in "aeiou" else c for c in s),
        WORDS,
        ["saffron", "Bee 3"],
    ),
    "a class becomes a constant": (
        lambda s: "".join("*" if c.lower() in "aeiou" else c for c in s),
        WORDS,
        ["saffron", "Oak"],
    ),
    "a class left out": (
        lambda s: "".join(c for c in s if c.lower() not in "aeiou"),
        [*WORDS, "East Indies"],
        ["saffron", "Oak"],
    ),
    "positions in turn": (
        lambda s: "".join(c.upper() if i % 2 else c.lower() for i, c in enumerate(s)),
        WORDS,
        ["saffron", "Oak"],
    ),
    "every third place": (
        lambda s: "".join("_" if i % 3 == 0 else c for i, c in enumerate(s)),
        WORDS,
        ["saffron", "Oak"],
    ),
    "repeated characters": (
        lambda s: "".join("2" if s.count(c) > 1 else "1" for c in s),
        ["saffron", "banana", "tulip", "noon"],
        ["papaya", "letter"],
    ),
    "seen before": (
        lambda s: "".join("." if c in s[:i] else c for i, c in enumerate(s)),
        ["saffron", "banana", "committee", "tulip"],
        ["papaya", "letter"],
    ),
    "beside an equal one": (
        lambda s: "".join(c.upper() if s[:i].endswith(c) or s[i + 1 :].startswith(c) else c for i, c in enumerate(s)),
        ["saffron", "banana", "committee", "poppy seed", "fit form", "book of mantras"],
        ["papaya", "letter"],
    ),
    "in another argument": (
        lambda s, t: "".join(c if c in t else "_" for c in s),
        [("harbour", "ar"), ("tulip", "lxu"), ("orchid", "q"), ("lane", "lane")],
        [("saffron", "fso")],
    ),
    "a set of characters": (
        lambda s: "".join(c.upper() if c in "lrt" else c for c in s),
        [*WORDS, "letter"],
        ["trolley", "saffron"],
    ),
    "characters in order": (
        lambda s: "".join("L" if c < "5" else "H" for c in s),
        ["4917", "5504", "12345678", "90"],
        ["365", "1999"],
    ),
    "three kinds": (
        lambda s: "".join("#" if c.isdigit() else c.upper() if c in "aeiou" else c for c in s),
        ["room 12", "b4 and c19", "no number", "3 of 10"],
        ["gate 7", "e5"],
    ),
    "shifted letters": (
        lambda s: "".join(shifted(c, 5) for c in s),
        [*WORDS, "Xylophone!"],
        ["saffron", "Zoo"],
    ),
    "letters shifted by an argument": (
        lambda s, n: "".join(shifted(c, n) for c in s),
        [("harbour", 3), ("Tulip", 10), ("xyz", 1), ("quiet lane", 25)],
        [("saffron", 4)],
    ),
    "letters shifted by a key": (
        lambda s, t: "".join(shifted(c, abc.index(t[i % len(t)])) for i, c in enumerate(s)),
        [("harbour", "dog"), ("tulip", "ab"), ("orchid", "zebra")],
        [("saffron", "key")],
    ),
    "mirrored letters": (
        lambda s: "".join(abc[25 - abc.index(c)] if c in abc else c for c in s),
        ["harbour", "tulip", "quiet lane"],
        ["saffron", "zebra"],
    ),
    "a map of the alphabet": (
        lambda s: "".join(abc[(7 * abc.index(c) + 3) % 26] if c in abc else c for c in s),
        ["harbour", "tulip", "quiet lane", "orchid"],
        ["saffron", "zebra", "jukebox"],
    ),
    "with something before": (
        lambda s: "".join("ob" + c if c in "aeiou" else c for c in s),
        ["harbour", "tulip", "quiet lane", "rhythm"],
        ["saffron", "bee"],
    ),
    "twice with something between": (
        lambda s: "".join(c + "o" + c if c in "bcdfghjklmnpqrstvwxyz" else c for c in s),
        ["harbour", "tulip", "quiet lane", "orchid"],
        ["saffron", "bee"],
    ),
    "repeated by position": (
        lambda s: "-".join((c * (i + 1)).capitalize() for i, c in enumerate(s)),
        ["abc", "tuLip", "Go", "oRe"],
        ["Bee", "iRon"],
    ),
    "its position": (
        lambda s: "".join(str(i + 1) if c in "aeiou" else c for i, c in enumerate(s)),
        ["harbour", "tulip", "committee", "orchid"],
        ["papaya", "iron"],
    ),
    "numbers of letters": (
        lambda s: ",".join(str(ord(c) - 96) for c in s),
        ["harbour", "tulip", "zoo"],
        ["saffron", "quick"],
    ),
    "codes as a list": (
        lambda s: [format(ord(c), "08b") for c in s],
        ["hat", "Go!", "7 up"],
        ["bee", "X1"],
    ),
    "always the same text": (
        lambda s: "".join({"r": "..", "g": "--", "b": ".-.", "y": "-"}[c] for c in s),
        ["rgb", "yr", "bbg", "gyrb"],
        ["bry", "gg"],
    ),
    "some of them backward": (
        lambda s: refilled(s, "aeiou"),
        ["harbour", "tulip", "quiet lane", "committee"],
        ["saffron", "orchid"],
    ),
    "by columns": (
        lambda s: "".join(s[i::3] for i in range(3)),
        ["harbour", "tulip", "quiet lane", "committee"],
        ["saffron", "orchid"],
    ),
    "one class after another, in order": (
        lambda s: "".join(sorted(filter(str.islower, s)) + sorted(filter(str.isupper, s))),
        ["bAdCa", "zQaPm", "XbYaZ"],
        ["gHeIb", "NmLo"],
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_found(kind: str) -> None:
    function, shown, asked = KINDS[kind]
    pairs = [(one, function(*one) if isinstance(one, tuple) else function(one)) for one in shown]
    expected = [function(*one) if isinstance(one, tuple) else function(one) for one in asked]
    result = synthesize(pairs, inputs=asked, max_candidates=150_000)
    assert result.predictions == expected, str(result.program)


def test_it_can_be_switched_off() -> None:
    function, shown, _ = KINDS["seen before"]
    pairs = [(one, function(one)) for one in shown]
    result = synthesize(pairs, max_candidates=50_000, without=["characters"])
    assert result.program is None or "edit_by_position" not in str(result.program)


def test_pieces_seen_once_are_not_a_table() -> None:
    result = synthesize([("abc", "xyyzw"), ("def", "pqqrr"), ("ghi", "uvvww1")], max_candidates=30_000)
    assert result.program is None or "lookup" not in str(result.program)
