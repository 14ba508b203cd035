"""What a misspelt name was meant to be."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

MOST_COMPARED = 10_000
"""Comparing a name with more takes seconds."""


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The end of a message that suggests the nearest known name; "" if none is near."""
    names = list(known)
    near = difflib.get_close_matches(name, names, n=1) if len(names) <= MOST_COMPARED else []
    return f"; did you mean {near[0]}?" if near else ""
