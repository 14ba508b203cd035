"""A program for each function of the corpus: what people's programs are made of, as far as searches find them.

``python -m induce.guide.programs.finding`` finds them anew and writes `found.txt`, in some minutes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from os import cpu_count
from pathlib import Path

from ...dsl.program import Program, parse
from ...search.options import SearchOptions
from ...search.synthesis import Components, solve_task, warmup
from ...search.task.task import Task
from ...support.files import write_whole
from ..corpus.written import FUNCTIONS

PROGRAMS = Path(__file__).with_name("found.txt")
SHOWN, ASKED = 8, 24
"""Examples that are shown to the search, and calls on which its programs have to be right as well."""
CANDIDATES = (300_000, 1_000_000)
"""What each search for a function may take."""
BETWEEN = " = "
"""Stands between the name of a function and its program."""


@cache
def programs() -> Mapping[str, Program]:
    """The programs that are known, by the names of their functions."""
    lines = PROGRAMS.read_text("utf-8").splitlines()
    return {name: parse(text, exact=False) for name, _, text in (line.partition(BETWEEN) for line in lines)}


def found(names: Iterable[str], *, workers: int) -> Iterator[tuple[str, str]]:
    """Those of the functions for which a right program is found, with its text."""
    names = [*names]
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=warmup, initargs=(None,)) as pool:
        texts = pool.map(_text, names)
        yield from ((name, text) for name, text in zip(names, texts, strict=True) if text)


def _text(name: str) -> str | None:
    """The best program that is right on all calls that were held back, if there is one."""
    for draw, candidates in enumerate(CANDIDATES):
        task = FUNCTIONS[name].task(draw, shown=SHOWN, asked=ASKED)
        text = None if task is None else _right(task, candidates)
        if text is not None:
            return text
    return None


def _right(task: Task, candidates: int) -> str | None:
    result = solve_task(task, SearchOptions(timeout=None, max_candidates=candidates), Components())
    if result.status != "solved":
        return None
    for one in result.ranked:
        pairs = zip(one.predictions, task.expected, strict=True)
        if all(task.agrees(output, expected) for output, expected in pairs):
            return str(one.program)
    return None


def main() -> None:
    """Find all programs anew."""
    lines = [f"{name}{BETWEEN}{text}\n" for name, text in found(FUNCTIONS, workers=cpu_count() or 1)]
    write_whole(PROGRAMS, "".join(lines).encode())
    print(f"{PROGRAMS}: programs of {len(lines)} of {len(FUNCTIONS)} functions", file=sys.stderr)


if __name__ == "__main__":
    main()
