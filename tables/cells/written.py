"""Cells of text, as files of separated values have them: numbers only where every cell is written in the same way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import Any

from .coding import EMPTY, Coding

INTEGER = r"(?:0|-?[1-9][0-9]{0,14})"
NUMBER = r"(?:0|-?[1-9][0-9]{0,8}|-?(?:0|[1-9][0-9]{0,8})\.(?:[0-9]{0,5}[1-9]|0))"
COMMA = r"(?:0|-?[1-9][0-9]{0,8}|-?(?:0|[1-9][0-9]{0,8}),[0-9]{0,5}[1-9])"
PLAIN = r"-?(?:0|[1-9][0-9]{0,8})"
LARGEST = 10**15
"""Numbers beyond have no exact digits after the mark."""
GROUP = 3
"""Digits that a comma may set apart in a large number as well."""
TRUTHS = (("true", "false"), ("True", "False"), ("TRUE", "FALSE"))
_TRUTH = "|".join(word for pair in TRUTHS for word in pair)
UNKNOWN = r"NA|N/A|n/a|NULL|null|NaN|nan|-|\?"
"""What people write for a number that is missing."""
NUMERIC = {
    "integer": INTEGER,
    "number": NUMBER,
    "comma": COMMA,
    "fixed .": PLAIN + "[.][0-9]{1,6}",
    "fixed ,": PLAIN + ",[0-9]{1,6}",
}
FORMS = {name: re.compile(f"(?:(?:{form}|{UNKNOWN})?\n)*") for name, form in [("truth", _TRUTH), *NUMERIC.items()]}
PLACES = re.compile("(?<=[0-9])(?:[.,]([0-9]+))?\n")


@dataclass
class Noted:
    """Which forms all cells of a column have, as far as they were read."""

    forms: dict[str, bool] = field(default_factory=lambda: dict.fromkeys(FORMS, True))
    words: set[str] = field(default_factory=set)
    pointed: bool = False
    widths: set[int] = field(default_factory=set)
    places: set[int] = field(default_factory=set)

    def add(self, cells: Sequence[str]) -> None:
        """Take note of some more cells."""
        if not any(self.forms.values()):
            return
        text = "\n".join(cells) + "\n"
        for name, form in FORMS.items():
            self.forms[name] = self.forms[name] and form.fullmatch(text) is not None
        if self.forms["truth"]:
            self.words.update(cells)
        if self.forms["number"] and not self.pointed:
            self.pointed = ".0\n" in text
        if self.forms["integer"] and len(self.widths) < 2:
            self.widths.update(len(cell) for cell in cells if cell[-1:].isdigit())
        if self.forms["comma"] or self.forms["fixed ."] or self.forms["fixed ,"]:
            self.places.update(map(len, PLACES.findall(text)))

    @property
    def mark(self) -> tuple[str, int] | None:
        """The decimal mark and the places after it, where all numbers have as many; 0 places with a comma for any."""
        if len(self.places) == 1:
            (places,) = self.places
            for mark in ".," if places != GROUP else ".":
                if self.forms[f"fixed {mark}"]:
                    return mark, places
        return (",", 0) if self.forms["comma"] and self.places - {0, GROUP} else None


def codings(noted: Noted) -> tuple[Coding, ...]:
    """The ways to read a column, the best first; text is always one."""
    found = []
    words = noted.words - {"", *UNKNOWN.replace("\\", "").split("|")}
    if noted.forms["truth"] and words:
        found += [_truth(*pair) for pair in TRUTHS if words <= set(pair)]
    if noted.forms["integer"]:
        found.append(INTEGERS)
    elif noted.mark:
        found.append(marked(*noted.mark))
    elif noted.forms["number"]:
        found.append(POINTED if noted.pointed else NUMBERS)
    fixed = len(noted.widths) == 1 and min(noted.widths) > 3  # A number, or what numbers something.
    return (TEXT, *found) if fixed and not noted.pointed else (*found, TEXT)


def _text(cell: str) -> Any:
    return EMPTY if not cell or cell.isspace() else cell


def _as_text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _integer(cell: str) -> Any:
    return int(cell) if re.fullmatch(INTEGER, cell) else EMPTY


def _as_integer(value: Any) -> str:
    if isinstance(value, bool) or value != int(value):
        raise ValueError
    return str(int(value))


def _number(cell: str) -> Any:
    if not re.fullmatch(NUMBER, cell):
        return EMPTY
    return float(cell) if "." in cell else int(cell)


def _as_number(value: Any) -> str:
    return str(int(value)) if value == int(value) else _as_pointed(value)


def _as_pointed(value: Any) -> str:
    if isinstance(value, bool):
        raise TypeError
    text = repr(float(value))
    if "e" in text or "n" in text:  # 1e+16, nan, inf
        raise ValueError
    return text


def marked(mark: str, places: int) -> Coding:
    """How numbers are read and written that have a decimal mark, and at least so many places after it."""
    return Coding("number", partial(_marked, mark), partial(_as_marked, mark, places))


def _marked(mark: str, cell: str) -> Any:
    if not any(re.fullmatch(NUMERIC[form], cell) for form in (f"fixed {mark}", "comma" if mark == "," else "number")):
        return EMPTY
    return float(cell.replace(mark, ".")) if mark in cell else int(cell)


def _as_marked(mark: str, places: int, value: Any) -> str:
    if isinstance(value, bool):
        raise TypeError
    if not abs(value) < LARGEST:  # Nor nan.
        raise ValueError
    whole, _, after = format(Decimal(repr(value)), "f").partition(".")
    after = after.rstrip("0").ljust(places, "0")
    return f"{whole}{mark}{after}" if after else whole


def _truth(yes: str, no: str) -> Coding:
    return Coding("truth", partial(_truth_of, {yes: True, no: False}), partial(_truth_as, (no, yes)))


def _truth_of(read: dict[str, bool], cell: str) -> Any:
    return read.get(cell, EMPTY)


def _truth_as(words: tuple[str, str], value: Any) -> str:
    if not isinstance(value, bool):
        raise TypeError
    return words[value]


TEXT = Coding("text", _text, _as_text, blank="")
INTEGERS = Coding("integer", _integer, _as_integer)
NUMBERS = Coding("number", _number, _as_number)
POINTED = Coding("number", _number, _as_pointed)
WORDS = _truth("true", "false")
