"""Classes of characters: those that hold some characters, the narrowest first, as a pattern says them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

RANGES = (("A-Z", re.compile("[A-Z]")), ("a-z", re.compile("[a-z]")), ("0-9", re.compile("[0-9]")))
SPECIAL, SPECIAL_IN_A_CLASS = r"\.^$*+?{}[]|()", r"\]^-["
MOST_MARKS = 4
"""Of more marks a class says nothing."""
ALONE = {"0-9": r"\d"}
"""Ranges that have a name of their own."""


def literally(character: str) -> str:
    """What matches one character and nothing else."""
    return "\\" + character if character in SPECIAL else character


@cache
def classes_of(characters: frozenset[str]) -> tuple[str, ...]:
    """Patterns of one character that match each of these, the narrowest first.

    They are of the kinds that the characters are of, of all letters, of letters and digits, of word characters, and
    of anything but white space, each with the marks among them.
    """
    return tuple(dict.fromkeys(_classes(characters)))


def _classes(characters: frozenset[str]) -> Iterator[str]:
    kinds = [name for name, kind in RANGES if any(map(kind.match, characters))]
    marks = sorted(c for c in characters if not any(kind.match(c) for _, kind in RANGES))
    if len(characters) == 1:
        yield literally(next(iter(characters)))
    if len(marks) <= MOST_MARKS and all(c.isascii() for c in marks):
        letters = ["A-Z", "a-z", *(kind for kind in kinds if kind == "0-9")]
        yield _class(kinds, marks)
        if kinds and kinds != ["0-9"]:
            yield _class(letters, marks)
        if kinds:
            yield _class(["A-Z", "a-z", "0-9"], marks)
            others = [mark for mark in marks if mark != "_"]
            yield rf"[\w{_marks(others)}]" if others else r"\w"
    if not any(c.isspace() for c in characters):
        yield r"\S"
    if "\n" not in characters:
        yield "."


def _class(kinds: list[str], marks: list[str]) -> str:
    if not marks and len(kinds) == 1 and kinds[0] in ALONE:
        return ALONE[kinds[0]]
    if not kinds and len(marks) == 1:
        return literally(marks[0])
    return f"[{''.join(kinds)}{_marks(marks)}]"


def _marks(marks: list[str]) -> str:
    return "".join("\\" + mark if mark in SPECIAL_IN_A_CLASS else mark for mark in marks)
