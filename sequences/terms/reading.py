"""Where the terms of a sequence come from: arguments, files, standard input."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...search.task.loading import MOST_LINES_BYTES, load_text
from ...support.errors import InputError
from ..rules.rule import Number
from .columns import column_of, looks_like_table
from .numbered import looks_numbered, name_of, numbered
from .oeis import Entry, entries_of, entries_of_json, entry_of, is_oeis
from .terms import SEPARATOR, checked, is_number, number_of

BRACKETS = ("[]", "{}", "()")
DOTS = re.compile(r"[\s,;]*(\.{2,}|…)[\s,;]*$")


@dataclass(frozen=True)
class Given:
    """The terms of a sequence, and what their source says of it.

    `name` is "" where it has none, `start` the number of the first term, 0 unless the source says another.
    """

    terms: tuple[Number, ...]
    name: str = ""
    start: int = 0


def read_terms(words: Sequence[str], *, column: str | None = None, name: str | None = None) -> Given:
    """The terms that the words of a command line stand for.

    Parameters
    ----------
    words
        Terms, ``1 4 9`` or ``1, 4, 9, ...``; or one file, or ``-`` for standard input.
    column
        The name or number of a table's column.
    name
        The sequence that is meant, of several in OEIS lines.

    Raises
    ------
    InputError
        If they stand for none, or for bad ones: one line that names the place and what was expected.
    """
    source = _source(words)
    if source is not None:
        text = load_text(source, wanted="a file with terms", limit=MOST_LINES_BYTES)
        return _from_text(text, "standard input" if source == "-" else source, column, name)
    if column is not None:
        raise InputError("--column: only with a file or standard input; these are terms")
    if len(words) == 1 and not _has_number(words[0]) and not is_oeis([words[0].strip()]):
        raise InputError(
            f"{words[0]!r:.80} is neither a number nor a file; expected terms, a file, or - for standard input"
        )
    return _from_text(" ".join(words), "", None, name)


def _source(words: Sequence[str]) -> str | None:
    """The file among the words, which then stands alone; None if they are terms."""
    files = [word for word in words if word == "-" or _is_file(word)]
    if not files:
        return None
    if len(words) > 1:
        raise InputError(f"{files[0]}: {len(words)} arguments; expected terms, or one file")
    return files[0]


def _has_number(word: str) -> bool:
    return any(map(is_number, SEPARATOR.split(word.strip())))


def _is_file(word: str) -> bool:
    return bool(word) and not _has_number(word) and os.path.exists(word)


def _from_text(text: str, place: str, column: str | None, name: str | None) -> Given:
    lines = [line for line in map(str.strip, text.splitlines()) if line and not line.startswith("#")]
    if not lines:
        raise InputError(f"{place or 'terms'}: empty; expected terms")
    answered = entries_of_json(text) if text.lstrip().startswith(("[", "{")) else None
    entries = answered or (entries_of(lines) if is_oeis(lines) else {})
    if entries:
        return _from_oeis(entries, place, name)
    if name is not None and name.upper() != name_of(place):
        raise InputError(f'--id: {place or "terms"}: no OEIS lines; expected some like "A000290 ,0,1,4,9,"')
    if column is not None or (not _in_brackets(" ".join(lines)) and looks_like_table(lines, place)):
        return Given(column_of(text, column, place=place or "terms"))
    bare = [line for line in (line.partition("#")[0].rstrip() for line in lines) if line]
    rows = [SEPARATOR.split(line) for line in bare]
    if looks_numbered(rows, place):
        start, terms = numbered(rows, place)
        return Given(terms, name=name_of(place), start=start)
    return Given(_listed(" ".join(bare), place))


def _from_oeis(entries: Mapping[str, Entry], place: str, name: str | None) -> Given:
    chosen, entry = entry_of(entries, name, place=place or "terms")
    begin = f"{place}: {chosen}" if place else chosen
    return Given(_listed(entry.terms, begin), name=chosen, start=entry.start(begin))


def _listed(text: str, place: str) -> tuple[Number, ...]:
    """The terms of a list with commas or spaces between them; dots at its end say that it goes on."""
    listed = text.strip(" \t,;")
    inner = listed[1:-1] if _in_brackets(listed) else listed
    words = SEPARATOR.split(DOTS.sub("", inner).strip(" \t,;"))
    begin = f"{place}: " if place else ""
    for i, word in enumerate(words, start=1):
        if DOTS.fullmatch(word):
            raise InputError(f"{begin}term {i}: dots in the middle; expected terms without a gap")
    terms = [number_of(word, place=f"{begin}term {i}") for i, word in enumerate(words, start=1)]
    return checked(terms, place=place or "terms")


def _in_brackets(text: str) -> bool:
    """Whether it is a list with the brackets that Python, Mathematica and others write around it."""
    return len(text) > 1 and text[0] + text[-1] in BRACKETS
