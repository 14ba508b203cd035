"""Terms as the OEIS writes them: lines of its file of all sequences, entries, and what its JSON interface answers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from ...dsl.text.parser import did_you_mean
from ...support.errors import InputError

LINE = re.compile(r"(A\d{6,})\b[\s,:=]*(.*)", re.ASCII | re.IGNORECASE)
"""A line of the file of all sequences, "A000290 ,0,1,4,9,", or one like it, "A000290 = [0, 1, 4, 9]"."""
FIELD = re.compile(r"%([A-Z])\s+(A\d{6,})\b[\s,:]*(.*)", re.ASCII | re.IGNORECASE)
"""A line of an entry: "%S A000290 0,1,4,9,"."""
UNSIGNED, SIGNED, OFFSET = "STU", "VWX", "O"
"""The lines of an entry that hold the terms; in old entries those without signs and those with signs; and the offset:
the number of the first term, and which term is the first of more than 1 in size."""
NUMBER = re.compile(r"[+-]?\d{1,15}", re.ASCII)
MOST_COMPARED = 10_000
"""Comparing a name with more takes seconds."""
MOST_LISTED = 8
"""So many sequences of a file are listed for a choice."""


@dataclass
class Entry:
    """What the lines of one sequence say, each as text."""

    unsigned: list[str] = field(default_factory=list)
    signed: list[str] = field(default_factory=list)
    offset: str = ""

    @property
    def terms(self) -> str:
        """The terms with commas between them. A line may end with one or not."""
        parts = (part.strip().removesuffix(",") for part in self.signed or self.unsigned)
        return ",".join(filter(None, parts))

    def start(self, place: str) -> int:
        """The number of the first term, 0 if the entry does not say it.

        Raises
        ------
        InputError
            If the offset is not valid.
        """
        first = self.offset.partition(",")[0].strip()
        if first and not NUMBER.fullmatch(first):
            raise InputError(f"{place}: {first!r:.40} is not a valid offset; expected an integer of at most 15 digits")
        return int(first or 0)


def is_oeis(lines: Sequence[str]) -> bool:
    """Whether lines are those of the OEIS: they begin with a sequence, or an entry stands somewhere among them."""
    return LINE.match(lines[0]) is not None or any(map(FIELD.match, lines))


def entries_of(lines: Sequence[str]) -> dict[str, Entry]:
    """All sequences by their names. What else stands among them is skipped."""
    found: dict[str, Entry] = {}
    for letter, name, text in _fields(lines):
        entry = found.setdefault(name, Entry())
        if letter in UNSIGNED:
            entry.unsigned.append(text)
        elif letter in SIGNED:
            entry.signed.append(text)
        elif letter == OFFSET:
            entry.offset = text
    return found


def entries_of_json(text: str) -> dict[str, Entry] | None:
    """The sequences by their names if a text is what the OEIS answers as JSON; None if it is not.

    That is a list of sequences; until 2024 it was an object with the list as its "results".
    """
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return None
    results = document.get("results") if isinstance(document, dict) else document
    found: dict[str, Entry] = {}
    for result in results if isinstance(results, list) else []:
        match result:
            case {"number": int(number), "data": str(data)}:
                found[f"A{number:06}"] = Entry(unsigned=[data], offset=str(result.get("offset") or ""))
    return found or None


def entry_of(entries: Mapping[str, Entry], name: str | None, *, place: str) -> tuple[str, Entry]:
    """The sequence of this name, or the only one, with its name.

    Raises
    ------
    InputError
        If it is not there, there are several to choose from, or it has no terms.
    """
    chosen = _chosen(entries, name, place)
    if not (entries[chosen].unsigned or entries[chosen].signed):
        raise InputError(f'{place}: {chosen}: no terms; expected some like "%S {chosen} 0,1,4,9"')
    return chosen, entries[chosen]


def _fields(lines: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """The letter, the name and the text of each line; beside entries other lines do not count."""
    found = [match.groups() for match in map(FIELD.match, lines) if match]
    if not found:
        found = [(UNSIGNED[0], *match.groups()) for match in map(LINE.match, lines) if match]
    for letter, name, text in found:
        yield letter.upper(), name.upper(), text


def _chosen(entries: Mapping[str, Entry], name: str | None, place: str) -> str:
    if name is None and len(entries) > 1:
        some = ", ".join(list(entries)[:MOST_LISTED])
        more = ", ..." if len(entries) > MOST_LISTED else ""
        raise InputError(f"{place}: {len(entries):,} sequences ({some}{more}); choose one with --id")
    chosen = next(iter(entries)) if name is None else name.upper()
    if chosen not in entries:
        raise InputError(f"--id: {place}: no sequence {name}{did_you_mean(chosen, islice(entries, MOST_COMPARED))}")
    return chosen
