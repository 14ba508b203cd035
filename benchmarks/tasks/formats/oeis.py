"""OEIS: lines of the file `stripped`, an A-number and the first terms of the sequence; packed by gzip or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import takewhile
from pathlib import Path

from ....dsl.core.types import LIMIT
from ....search.task.task import Task
from ....support.errors import InputError
from .sources import text_lines
from .splits import Options, Split, entry
from .suite import Entry

SPLIT = Split(given=15, asked=10)
SEQUENCE = re.compile(r"(A\d{6,})\b[\s,:]*(-?\d+(?:\s*,\s*-?\d+)*)[\s,]*$", re.ASCII)


def load(path: Path, options: Options) -> Iterator[Entry]:
    """Every line is a task from the index, which counts from 0, to the term.

    Raises
    ------
    InputError
        If the file cannot be read.
    """
    split = SPLIT.with_options(options)
    for number, line in enumerate(text_lines(path), start=1):
        if line.strip() and not line.startswith("#"):
            name = line.split(maxsplit=1)[0].rstrip(":,")
            yield entry(name, "oeis", partial(_task, line, split, f"{path}:{number}", options.noise))


def _task(line: str, split: Split, place: str, noise: int) -> Task:
    match = SEQUENCE.match(line)
    if match is None:
        raise InputError(f"{place}: expected an A-number and terms, such as A000045 ,0,1,1,2,")
    name, terms = match.groups()
    # A term that is not a value here ends the sequence: it can be neither shown nor predicted.
    known = [int(term) for term in takewhile(_is_value, map(str.strip, terms.split(",")))]
    least = (split.given or 0) + 1
    if len(known) < least:
        raise InputError(f"{place}: {len(known)} terms within 2^53; expected at least {least}")
    return split.task(list(enumerate(known)), place=place, name=name, noise=noise)


def _is_value(term: str) -> bool:
    return len(term) <= len(str(-LIMIT)) and abs(int(term)) <= LIMIT
