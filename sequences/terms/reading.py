"""Where the terms of a sequence come from: arguments, files, standard input."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path

from ...dsl.text.parser import did_you_mean
from ...search.task.loading import load_text
from ...support.errors import InputError
from ..rules.rule import Number
from .columns import column_of, looks_like_table
from .terms import SEPARATOR, checked, is_number, number_of

OEIS_LINE = re.compile(r"(?:%[STU]\s+)?(A\d{6,})\b[\s,:]*(.*)", re.ASCII | re.IGNORECASE)
"""A line of the OEIS's file of all sequences, "A000290 ,0,1,4,9,", or of an entry, "%S A000290 0,1,4,9"."""
DOTS = re.compile(r"[\s,;]*(\.{2,}|…)[\s,;]*$")
MOST_COMPARED = 10_000
"""Comparing a name with more takes seconds."""
MOST_LISTED = 8
"""So many sequences of a file are listed for a choice."""


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
        text = load_text(source, wanted="a file with terms", limit=None)
        return _from_text(text, "standard input" if source == "-" else source, column, name)
    if column is not None:
        raise InputError("--column: only with a file or standard input; these are terms")
    if len(words) == 1 and not _has_number(words[0]) and not OEIS_LINE.match(words[0].strip()):
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
    try:
        return bool(word) and not _has_number(word) and Path(word).exists()
    except (OSError, ValueError):  # A name too long for a file, or with a NUL in it.
        return False


def _from_text(text: str, place: str, column: str | None, name: str | None) -> Given:
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    if not lines:
        raise InputError(f"{place or 'terms'}: empty; expected terms")
    if OEIS_LINE.match(lines[0]):
        return _from_oeis(lines, place, name)
    if name is not None:
        raise InputError(f'--id: {place or "terms"}: no OEIS lines; expected some like "A000290 ,0,1,4,9,"')
    if column is not None or looks_like_table(lines, place):
        return Given(column_of(text, column, place=place))
    return _from_pairs(lines, place) or Given(_listed(" ".join(lines), place))


def _from_oeis(lines: Iterable[str], place: str, name: str | None) -> Given:
    sequences: dict[str, str] = {}
    for line in lines:
        if found := OEIS_LINE.match(line):
            sequences[found[1].upper()] = sequences.get(found[1].upper(), "") + found[2]
    chosen = _chosen(sequences, name, place or "terms")
    return Given(_listed(sequences[chosen], f"{place}: {chosen}" if place else chosen), name=chosen)


def _chosen(sequences: Mapping[str, str], name: str | None, place: str) -> str:
    if name is None and len(sequences) > 1:
        some = ", ".join(list(sequences)[:MOST_LISTED])
        more = ", ..." if len(sequences) > MOST_LISTED else ""
        raise InputError(f"{place}: {len(sequences):,} sequences ({some}{more}); choose one with --id")
    chosen = next(iter(sequences)) if name is None else name.upper()
    if chosen not in sequences:
        raise InputError(f"--id: {place}: no sequence {name}{did_you_mean(chosen, islice(sequences, MOST_COMPARED))}")
    return chosen


def _from_pairs(lines: Sequence[str], place: str) -> Given | None:
    """Lines of a number and a term, as in the OEIS's b-files; None if the numbers do not count up by one."""
    pairs = [line.split() for line in lines]
    if len(pairs) < 3 or not all(len(pair) == 2 and all(map(is_number, pair)) for pair in pairs):
        return None
    begin = f"{place}: " if place else ""
    numbers = [number_of(number, place=f"{begin}number {i}") for i, (number, _) in enumerate(pairs, start=1)]
    if not isinstance(numbers[0], int) or any(later != earlier + 1 for earlier, later in pairwise(numbers)):
        return None
    terms = [number_of(term, place=f"{begin}term {i}") for i, (_, term) in enumerate(pairs, start=1)]
    return Given(checked(terms, place=place or "terms"), start=numbers[0])


def _listed(text: str, place: str) -> tuple[Number, ...]:
    """The terms of a list with commas or spaces between them; dots at its end say that it goes on."""
    inner = DOTS.sub("", text.strip().removeprefix("[").removesuffix("]"))
    words = SEPARATOR.split(inner.strip(" \t,;"))
    begin = f"{place}: " if place else ""
    for i, word in enumerate(words, start=1):
        if DOTS.fullmatch(word):
            raise InputError(f"{begin}term {i}: dots in the middle; expected terms without a gap")
    terms = [number_of(word, place=f"{begin}term {i}") for i, word in enumerate(words, start=1)]
    return checked(terms, place=place or "terms")
