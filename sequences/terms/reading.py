"""Where the terms of a sequence come from: arguments, files, standard input."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ...search.task.loading import load_text
from ...support.errors import InputError
from ..rules.rule import Number
from .columns import column_of, looks_like_table
from .oeis import entry_of, in_order, is_oeis
from .terms import LEAST_TERMS, SEPARATOR, checked, is_number, number_of

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
        text = load_text(source, wanted="a file with terms", limit=None)
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
    try:
        return bool(word) and not _has_number(word) and Path(word).exists()
    except (OSError, ValueError):  # A name too long for a file, or with a NUL in it.
        return False


def _from_text(text: str, place: str, column: str | None, name: str | None) -> Given:
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    if not lines:
        raise InputError(f"{place or 'terms'}: empty; expected terms")
    if is_oeis(lines):
        return _from_oeis(lines, place, name)
    if name is not None:
        raise InputError(f'--id: {place or "terms"}: no OEIS lines; expected some like "A000290 ,0,1,4,9,"')
    if column is not None or looks_like_table(lines, place):
        return Given(column_of(text, column, place=place))
    return _from_pairs(lines, place) or Given(_listed(" ".join(lines), place))


def _from_oeis(lines: Sequence[str], place: str, name: str | None) -> Given:
    chosen, entry = entry_of(lines, name, place=place or "terms")
    begin = f"{place}: {chosen}" if place else chosen
    return Given(_listed(entry.terms, begin), name=chosen, start=entry.start(begin))


def _from_pairs(lines: Sequence[str], place: str) -> Given | None:
    """Lines of a number and a term, as in the OEIS's b-files; None if the numbers, in order, do not go up by one."""
    pairs = [line.split() for line in lines]
    if len(pairs) < LEAST_TERMS or not all(len(pair) == 2 and all(map(is_number, pair)) for pair in pairs):
        return None
    begin = f"{place}: " if place else ""
    numbers = [number_of(number, place=f"{begin}number {i}") for i, (number, _) in enumerate(pairs, start=1)]
    integers = [number for number in numbers if isinstance(number, int)]
    places = in_order(integers) if len(integers) == len(numbers) else None
    if places is None:
        return None
    terms = [number_of(term, place=f"{begin}term {i}") for i, (_, term) in enumerate(pairs, start=1)]
    return Given(checked([terms[i] for i in places], place=place or "terms"), start=min(integers))


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
