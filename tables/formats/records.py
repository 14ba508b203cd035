"""Records of separated values as they are written: fields with their quotes, and how the line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ...support.errors import InputError

DELIMITERS = ",;\t|"
MOST_LINES = 10_000
"""Lines of a quoted cell: with more, its quote was never closed."""


class Record(NamedTuple):
    """A row as it is written."""

    fields: list[str]
    end: str


def records(lines: Iterator[str], delimiter: str) -> Iterator[Record]:
    """The records of some lines.

    Raises
    ------
    InputError
        If a quote is never closed.
    """
    fields = _fields(delimiter)
    for line in lines:
        text = line.rstrip("\r\n")
        if '"' not in text:
            yield Record(text.split(delimiter), line[len(text) :])
            continue
        found = fields.findall(text + delimiter)
        if sum(map(len, found)) + len(found) == len(text) + 1:
            yield Record(found, line[len(text) :])
        else:
            yield _long_record(line, lines, delimiter)


def _long_record(line: str, lines: Iterator[str], delimiter: str) -> Record:
    """A record with a cell that goes on in the next lines."""
    field, fields = _field(delimiter), []
    at = more = 0
    while True:
        found = field.match(line, at)
        assert found is not None  # It matches the empty text.
        if found["open"] is not None:
            following = next(lines, None)
            more += 1
            if following is None or more > MOST_LINES:
                begin = " ".join(line[at:].split())
                raise InputError(f'a quote is never closed: {begin:.40}; expected "" for a quote in a cell')
            line += following
            continue
        fields.append(found[0])
        at = found.end()
        if line[at : at + 1] != delimiter:
            return Record(fields, line[at:])
        at += 1


def may_go_on(text: str) -> bool:
    """Whether a cell of some lines may go on in the next line: it has a quote that is not closed in its own."""
    return '"' in text and any(line.count('"') % 2 for line in text.split("\n"))


@lru_cache
def _fields(delimiter: str) -> re.Pattern[str]:
    """All fields of a record on one line, each with the delimiter after it."""
    mark = re.escape(delimiter)
    return re.compile(rf'((?:"[^"]*+(?:""[^"]*+)*+")?[^"{mark}][^{mark}]*+|"[^"]*+(?:""[^"]*+)*+"|){mark}')


@lru_cache
def _field(delimiter: str) -> re.Pattern[str]:
    """One field of a record that goes on after the end of a line."""
    mark = re.escape(delimiter)
    return re.compile(rf'"[^"]*+(?:""[^"]*+)*+(?:"[^{mark}\r\n]*|(?P<open>\Z))|[^{mark}\r\n]*')


def delimiter_of(line: str) -> str:
    """What separates the names in a header; a comma where there is one name."""
    bare = re.sub(r'"[^"]*"', "", line)
    return max(DELIMITERS, key=bare.count)


def quoted(cell: str, delimiter: str, *, always: bool = False) -> str:
    """A cell as it is written."""
    if always or any(mark in cell for mark in (delimiter, '"', "\n", "\r")):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def unquoted(field: str) -> str:
    """The cell that is written so."""
    if not field.startswith('"'):
        return field
    if field.count('"') == 2 and field.endswith('"'):
        return field[1:-1]
    inner, _, rest = field[1:].replace('""', "\0").partition('"')
    return inner.replace("\0", '"') + rest.replace("\0", '""')
