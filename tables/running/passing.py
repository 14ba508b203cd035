"""A program run over all rows of a table, chunk by chunk, in this process or in several."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from multiprocessing import get_context
from typing import Any

from ...support.processes import end_with_parent
from ..cells.coding import is_empty
from ..formats.records import may_go_on
from ..formats.separated import Layout, SeparatedTable, SeparatedWriter, lines_of
from ..formats.table import Chunk, Table, Writer
from .evaluating import Doubt, Evaluator, Outcome
from .ray import Work, cluster

LARGE = 8_000_000
"""Bytes of a file that are worth further processes."""
WINDOW = 32
"""Chunks that are with a cluster at a time."""
MOST_KEPT = 10
"""Rows to be looked at that are kept for each kind of doubt."""


@dataclass(frozen=True)
class Flag:
    """A row that a person should look at."""

    row: int
    doubt: Doubt
    inputs: tuple[Any, ...]
    cell: Any


@dataclass
class Tally:
    """What became of the rows."""

    rows: int = 0
    filled: int = 0
    left_empty: int = 0
    counts: dict[Doubt, int] = field(default_factory=lambda: {doubt: 0 for doubt in Doubt if doubt})
    flags: list[Flag] = field(default_factory=list)

    def add(self, numbers: Sequence[int], columns: Sequence[Sequence[Any]], outcomes: Sequence[Outcome | None]) -> None:
        """Count the rows of a chunk."""
        self.rows += len(numbers)
        for place, outcome in enumerate(outcomes):
            if outcome is None:
                continue
            cell, doubt = outcome
            if cell is None:
                self.left_empty += 1
            else:
                self.filled += 1
            if doubt:
                self.counts[doubt] += 1
                if self.counts[doubt] <= MOST_KEPT:
                    self.flags.append(Flag(numbers[place], doubt, tuple(column[place] for column in columns), cell))

    def join(self, other: Tally, *, after: int) -> None:
        """Count the rows that another has counted, whose numbers begin after this one."""
        self.rows += other.rows
        self.filled += other.filled
        self.left_empty += other.left_empty
        for flag in other.flags:
            if sum(one.doubt is flag.doubt for one in self.flags) < MOST_KEPT:
                self.flags.append(replace(flag, row=flag.row + after))
        for doubt, count in other.counts.items():
            self.counts[doubt] += count


@dataclass(frozen=True)
class Pass:
    """A pass over a table.

    Parameters
    ----------
    columns
        The inputs of the program.
    target
        The column whose empty cells are filled; None for a new one.
    processes
        How many may share the work on a large file.
    on_ray
        Whether a Ray cluster does the work.
    """

    table: Table
    evaluator: Evaluator
    columns: tuple[int, ...]
    target: int | None
    told: Callable[[int], None] = lambda _: None
    processes: int = 1
    on_ray: bool = False

    def run(self, writer: Writer | None = None) -> Tally:
        """Go through the table; what the rows get is written, if there is a writer.

        Raises
        ------
        InputError
            If the table cannot be read or written.
        """
        tally = Tally()
        table = self.table
        if self.on_ray:
            self._run_on_ray(writer, tally)
        elif self._is_large() and isinstance(table, SeparatedTable) and isinstance(writer, SeparatedWriter):
            self._run_in_pieces(table, writer, tally)
        else:
            self._run(table.chunks(), writer, tally)
        return tally

    def _is_large(self) -> bool:
        return self.processes > 1 and self.table.path.stat().st_size > LARGE

    def _run(self, chunks: Iterator[Chunk], writer: Writer | None, tally: Tally) -> None:
        for chunk in chunks:
            outcomes = worked(chunk, self.evaluator, self.columns, self.target, tally)
            if writer is not None:
                writer.write(chunk, outcomes)
            self.told(len(chunk.numbers))

    def _run_on_ray(self, writer: Writer | None, tally: Tally) -> None:
        """Send the chunks to a cluster, a window of them at a time."""
        chunks = self.table.chunks()
        with cluster(self.evaluator) as outcomes_of:
            while window := list(islice(chunks, WINDOW)):
                work = [_work_in(chunk, self.columns, self.target) for chunk in window]
                for chunk, (inputs, _), outcomes in zip(window, work, outcomes_of(work), strict=True):
                    tally.add(chunk.numbers, inputs, outcomes)
                    if writer is not None:
                        writer.write(chunk, _cells(outcomes))
                    self.told(len(chunk.numbers))

    def _run_in_pieces(self, table: SeparatedTable, writer: SeparatedWriter, tally: Tally) -> None:
        """Share pieces of the text among processes, as far as no cell may go on from one piece to the next."""
        pieces, first = table.pieces(), 2
        work = (writer.layout, self.evaluator, self.columns, self.target)
        pool = ProcessPoolExecutor(self.processes, get_context("spawn"), initializer=_prepare, initargs=work)
        with pool:
            waiting: deque[Future[tuple[str, Tally, int]]] = deque()
            piece = next(pieces, None)
            while waiting or (piece is not None and not may_go_on(piece)):
                while piece is not None and not may_go_on(piece) and len(waiting) < 2 * self.processes:
                    waiting.append(pool.submit(_worked, piece))
                    piece = next(pieces, None)
                text, counted, records = waiting.popleft().result()
                writer.file.write(text)
                tally.join(counted, after=first)
                first += records
                self.told(counted.rows)
        if piece is not None:
            lines = chain.from_iterable(map(lines_of, chain([piece], pieces)))
            self._run(writer.layout.chunks(lines, first), writer, tally)


def worked(chunk: Chunk, evaluator: Evaluator, columns: Sequence[int], target: int | None, tally: Tally) -> list[Any]:
    """The new cells of a chunk, None for one that stays as it is; counted in the tally."""
    inputs, wanted = _work_in(chunk, columns, target)
    outcomes = evaluator.outcomes(inputs, wanted)
    tally.add(chunk.numbers, inputs, outcomes)
    return _cells(outcomes)


def _work_in(chunk: Chunk, columns: Sequence[int], target: int | None) -> Work:
    """The inputs of a chunk, and which of its rows are to be filled."""
    inputs = [chunk.column(index) for index in columns]
    return inputs, None if target is None else list(map(is_empty, chunk.column(target)))


def _cells(outcomes: Sequence[Outcome | None]) -> list[Any]:
    return [None if outcome is None else outcome[0] for outcome in outcomes]


_work: tuple[Layout, Evaluator, tuple[int, ...], int | None] | None = None
"""What a process of the pool does."""


def _prepare(*work: Any) -> None:
    global _work  # noqa: PLW0603 - there is one for each process
    _work = work
    end_with_parent()


def _worked(piece: str) -> tuple[str, Tally, int]:
    """A piece of text with its new cells, what became of its rows, and how many records it has."""
    assert _work is not None
    layout, evaluator, columns, target = _work
    tally, texts, records = Tally(), [], 0
    for chunk in layout.chunks(lines_of(piece), 0):
        texts.append(layout.text(chunk, worked(chunk, evaluator, columns, target, tally)))
        records += len(chunk.records)
    return "".join(texts), tally, records
