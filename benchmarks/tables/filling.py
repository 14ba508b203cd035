"""How many columns come out right on all rows, from their first cells and from answers to questions about rows."""

from __future__ import annotations

import csv
import io
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...tables.filling import Filled, Request, fill
from ...tables.learning.choosing import Budget
from .made import Made, Row


@dataclass(frozen=True)
class Outcome:
    """What became of a column: in how many rows it is right, with how many questions, in how many seconds."""

    table: str
    column: str
    right: int
    rows: int
    questions: int
    seconds: float
    confidence: float
    program: str

    @property
    def solved(self) -> bool:
        """Whether all rows are right."""
        return self.right == self.rows


@dataclass(frozen=True)
class Trial:
    """A column of a table that is filled in the first rows."""

    made: Made
    column: str
    rows: Sequence[Row]
    shown: int
    budget: Budget

    def outcome(self, *, questions: int = 0, warn: Callable[[str], None] = lambda _: None) -> Outcome:
        """Fill the column; the first rows that are named for a check are answered, as often as that is allowed."""
        truth = [self.made.wanted[self.column](row) for row in self.rows]
        known = set(range(self.shown))
        began, asked = time.monotonic(), 0
        with tempfile.TemporaryDirectory() as folder:
            while True:
                filled, cells = self._filled(Path(folder), truth, known, warn)
                row = None if asked >= questions else _question(filled, known)
                if row is None:
                    break
                known.add(row)
                asked += 1
        seconds = time.monotonic() - began
        right = 0 if cells is None else sum(map(str.__eq__, cells, truth))
        learnt = filled.learnt
        confidence, program = (0.0, "") if learnt is None else (learnt.result.confidence, str(learnt.program))
        return Outcome(self.made.name, self.column, right, len(truth), asked, seconds, confidence, program)

    def _filled(
        self, folder: Path, truth: Sequence[str], known: set[int], warn: Callable[[str], None]
    ) -> tuple[Filled, list[str] | None]:
        path = folder / "table.csv"
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([*self.rows[0], self.column])
            for number, row in enumerate(self.rows):
                writer.writerow([*row.values(), truth[number] if number in known else ""])
        filled = fill(Request(path, column=self.column, budget=self.budget), warn=warn)
        if filled.written is None:
            return filled, None
        text = filled.written.read_text(encoding="utf-8")
        return filled, [row[-1] for row in list(csv.reader(io.StringIO(text, newline="")))[1:]]


def _question(filled: Filled, known: set[int]) -> int | None:
    """The row that a person would be asked about: the one that says most; none if the answer is sure."""
    if filled.learnt is None:
        return max(known) + 1
    if (row := filled.learnt.question) is not None and row.number - 2 not in known:
        return row.number - 2
    if filled.learnt.result.trust == "high":
        return None
    flags = sorted(filled.tally.flags, key=lambda flag: (-flag.doubt, flag.row))
    return next((flag.row - 2 for flag in flags if flag.row - 2 not in known), None)
