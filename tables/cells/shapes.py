"""What cells look like: runs of letters, digits and marks, by which a row can be seen to be unlike the examples."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from .coding import EMPTY

LETTERS, DIGITS = "a", "9"
LONG = 9
"""A text of more runs than this is described by what occurs in it."""
MOST_KEPT = 65_536
RUNS = re.compile(r"(.)\1+", re.DOTALL)


class _Classes(dict[int, str]):
    """The class of each character, worked out when it first occurs."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _class(chr(code))
        return found


def _class(char: str) -> str:
    if char.isascii():
        return LETTERS if char.isalpha() else DIGITS if char.isdigit() else char
    if char.isalpha():
        script = unicodedata.name(char, "?").partition(" ")[0]
        return "é" if script == "LATIN" else script[0].lower() + "…"
    return char


CLASSES = _Classes()
_kept: dict[str, str] = {}


def shape(value: Any) -> str:
    """What a value looks like: its runs, "a 9" for "Room 12"; of a number only its sign and whether it is whole."""
    if isinstance(value, str):
        classes = value.translate(CLASSES)
        found = _kept.get(classes)
        if found is None:
            if len(_kept) > MOST_KEPT:
                _kept.clear()
            found = _kept[classes] = _described(classes)
        return found
    if isinstance(value, bool) or value is None or value is EMPTY:
        return ""
    return f"{'-' if value < 0 else ''}{'9' if value == int(value) else '9.9'}"


def _described(classes: str) -> str:
    runs = RUNS.sub(r"\1", classes)
    return runs if len(runs) <= LONG else "…" + "".join(sorted(set(runs)))


def alphabet(described: str) -> set[str]:
    """The kinds of letters of a shape."""
    return {char for char in described if char.isalpha()}
