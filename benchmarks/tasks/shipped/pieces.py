"""Dictionaries that list what belongs to a key, texts made of pieces, lines of a width, and numbers in a frame."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable
from typing import Any

from .exercise import Exercise


def _listed(pairs: Iterable[tuple[Any, Any]]) -> dict[Any, list[Any]]:
    groups: dict[Any, list[Any]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups


def _in_a_sentence(words: list[str]) -> str:
    return " or ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def _shelves(books: list[int], width: int) -> list[list[int]]:
    rows = [books[i : i + width] for i in range(0, len(books), width)]
    return [row + [0] * (width - len(row)) for row in rows]


def _simplest(ratio: str) -> str:
    one, other = map(int, ratio.split(":"))
    divisor = math.gcd(one, other)
    return f"{one // divisor}:{other // divisor}"


EXERCISES = (
    Exercise(
        "guests_by_initial",
        "medium",
        "The names under their first letters.",
        lambda names: _listed((name[0], name) for name in names),
        [["Ivo", "Una", "Ina"], ["Max", "Mia", "Ove", "Ole"], ["Pia"], ["Ria", "Sam", "Rex", "Tom"]],
        [["Kai", "Leo", "Kim", "Lea", "Kit"], ["Zoe", "Abe"]],
    ),
    Exercise(
        "words_by_length",
        "medium",
        "The words under their lengths.",
        lambda s: _listed((str(len(word)), word) for word in s.split()),
        ["we go out now", "a pear or a fig", "tea", "two by two on deck"],
        ["one more try at it", "so it ends"],
    ),
    Exercise(
        "where_each_letter_is",
        "medium",
        "The positions of each letter.",
        lambda s: _listed((c, i) for i, c in enumerate(s)),
        ["level", "kiwi", "ebb", "x"],
        ["radar", "assess"],
    ),
    Exercise(
        "members_to_their_teams",
        "hard",
        "The teams of each member, where each team has a list of members.",
        lambda teams: _listed((member, team) for team, members in teams.items() for member in members),
        [
            {"red": ["ann", "bob"], "blue": ["bob", "cid"]},
            {"east": ["dee"], "west": ["dee", "eva"], "north": ["eva"]},
            {"solo": ["flo"]},
        ],
        [{"day": ["gil", "hal"], "night": ["hal"]}, {"one": ["ida"], "two": ["jan"], "all": ["ida", "jan"]}],
    ),
    Exercise(
        "settings_as_text",
        "medium",
        "Each setting with its value, in one text.",
        lambda settings: "; ".join(f"{key}={value}" for key, value in settings.items()),
        [{"depth": 3, "size": 12}, {"zoom": 5}, {"top": 1, "left": 40, "right": 8}],
        [{"speed": 7, "tilt": 30}, {"gain": 2, "bass": 4, "mid": 6}],
    ),
    Exercise(
        "settings_from_text",
        "medium",
        "The settings of a text by their names.",
        lambda s: dict(pair.split("=") for pair in s.split("&")),
        ["mode=dark&lang=sv4", "q=red2shoes", "sort=up&page=3b&tab=new"],
        ["view=grid&n=12x", "user=joe7"],
    ),
    Exercise(
        "bytes_in_hexadecimal",
        "medium",
        "The bytes in two hexadecimal digits each.",
        lambda xs: " ".join(f"{x:02x}" for x in xs),
        [[7, 200], [16], [255, 0, 31], [99, 10]],
        [[1, 2, 250], [64, 128]],
    ),
    Exercise(
        "changes_since_the_start",
        "hard",
        "By how much each reading differs from the first, with its sign.",
        lambda xs: [f"{x - xs[0]:+d}" for x in xs[1:]],
        [[20, 23, 18], [5, 4], [11, 30, 12, 2], [7, 9, 1]],
        [[50, 45, 61], [3, 8, 2, 17]],
    ),
    Exercise(
        "choices_in_a_sentence",
        "medium",
        "The words with commas, and an or before the last.",
        _in_a_sentence,
        [["tea"], ["milk", "juice"], ["beer", "wine", "cider"], ["cola", "soda", "water", "mate"]],
        [["gin", "rum", "port", "sake", "ale"], ["cocoa"]],
    ),
    Exercise(
        "note_in_narrow_lines",
        "easy",
        "The text in lines of so many characters.",
        textwrap.wrap,
        [("meet me at the old mill", 10), ("bring bread and cheese please", 14), ("no rain", 5)],
        [("leave the key with a neighbour", 12), ("all is well", 6)],
    ),
    Exercise(
        "shelves_filled_with_zeros",
        "medium",
        "The numbers in rows of a width, the last one filled with zeros.",
        _shelves,
        [([4, 8, 1], 2), ([9, 9, 2, 5], 3), ([6], 3), ([3, 1, 7, 7, 2, 5], 4)],
        [([5, 2, 8, 1, 6], 3), ([7, 4], 5)],
    ),
    Exercise(
        "ratio_in_lowest_terms",
        "hard",
        "Both numbers of a ratio divided by their greatest common divisor.",
        _simplest,
        ["6:9", "10:4", "7:21", "8:8", "45:30", "3:5"],
        ["14:4", "100:75"],
    ),
)
