"""Terms with their numbers, a line each, as in the OEIS's b-files: "1 1", "2 4", "3 9"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import PurePath

from ...support.errors import InputError
from ..rules.rule import Number
from .terms import LEAST_TERMS, checked, is_number, number_of

NUMBER = re.compile(r"[+-]?\d{1,1000}", re.ASCII)
MOST_DIGITS = 15
"""The number of a term has so many at most."""
B_FILE = re.compile(r"b(\d{6,})\.txt", re.ASCII | re.IGNORECASE)

Row = Sequence[str]
"""The words of a line."""


def name_of(place: str) -> str:
    """The sequence whose terms a file holds, if it is called as b-files are, "b000290.txt"; else ""."""
    called = B_FILE.fullmatch(PurePath(place).name)
    return f"A{called[1]}" if called else ""


def looks_numbered(rows: Sequence[Row], place: str) -> bool:
    """Whether rows are numbers with terms.

    They are if the file is called a b-file, if every row is a pair and the first numbers are all those from one to
    another, in any order, or if they go up by one, or down, from most rows to the next. Of the last there may be gaps
    and other faults, which `numbered` tells.
    """
    if name_of(place):
        return True
    pairs = [row for row in rows if _is_pair(row)]
    if len(pairs) < LEAST_TERMS:
        return False
    numbers = [int(number) for number, _ in pairs]
    if len(pairs) == len(rows) and sorted(numbers) == list(range(min(numbers), min(numbers) + len(numbers))):
        return True
    steps = [after - before for before, after in pairwise(numbers)]
    return 2 * max(steps.count(1), steps.count(-1)) > len(rows) - 1


def numbered(rows: Sequence[Row], place: str) -> tuple[int, tuple[Number, ...]]:
    """The least number, and the terms from there on. What is said twice counts once.

    Raises
    ------
    InputError
        If a row is not a number with a term, a number has two terms, or one between the others has none.
    """
    begin = f"{place}: " if place else ""
    terms: dict[int, Number] = {}
    for row in rows:
        if len(row) != 2 or not NUMBER.fullmatch(row[0]) or len(row[0].lstrip("+-")) > MOST_DIGITS:
            raise InputError(
                f"{begin}{' '.join(row)!r:.40}; expected a number of at most {MOST_DIGITS} digits and its term"
            )
        number, term = int(row[0]), number_of(row[1], place=f"{begin}term {row[0]}")
        if terms.setdefault(number, term) != term:
            raise InputError(f"{begin}two terms with number {number}; expected one")
    first, last = min(terms), max(terms)
    missing = next((number for number in range(first, last) if number not in terms), None)
    if missing is not None:
        raise InputError(f"{begin}no term with number {missing}; expected one for each from {first} to {last}")
    return first, checked([terms[number] for number in range(first, last + 1)], place=place or "terms")


def _is_pair(row: Row) -> bool:
    return len(row) == 2 and NUMBER.fullmatch(row[0]) is not None and is_number(row[1])
