"""The program of a column: which other columns it takes is tried in the order of what they promise.

Every choice of columns gets a short search, then the better ones a longer one, until a program is found that is sure
enough, or the time is over. What counts in the end is what a program costs together with the choice of its columns.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ...composition import solve
from ...search.answer.result import Result
from ...search.options import SearchOptions
from ...search.synthesis import COMPILING, warmup
from ...search.task.settings import Progress
from ...search.task.task import Task
from ...support.errors import InputError
from ..cells.coding import Coding
from ..running.evaluating import function_of
from .attempts import Attempt, Found, telling
from .ranking import PRICE, Explanation
from .sheet import Sheet

SLICES = (1.0, 4.0, 12.0)
"""Seconds for a search in each round."""
CANDIDATES = (0.1, 0.4, 1.0)
"""The same as shares of a limit on candidates."""
MOST_TRIED = (10, 6, 3)
"""Choices of columns that are tried in each round."""
SURE = 0.85
"""With a program so sure, and columns so promising, no others are tried."""
FAIR = 0.5
"""With a program less sure, a longer search is worth its time."""
CORRECTIONS = 4
"""How often a program is searched again with filled rows that it gets wrong."""
MOST_CORRECTED = 3
LATITUDE = 0.05
"""Choices that promise less by this are not tried once a program is found that can be believed."""


@dataclass(frozen=True)
class Budget:
    """What the searches for a column may take, in all or by candidates for each search."""

    timeout: float | None = 30.0
    max_candidates: int | None = None

    def slices(self) -> Sequence[float]:
        """Seconds for a search of each round."""
        whole = self.timeout or SLICES[-1]
        return tuple(min(seconds, whole) for seconds in SLICES)


@dataclass
class Learner:
    """Learns the column of a sheet; `warn` is told what a person should know of a search."""

    sheet: Sheet
    budget: Budget = Budget()
    warn: Callable[[str], None] = lambda _: None
    _began: float = field(default=0.0, init=False)

    def learnt(self) -> tuple[Found | None, list[Found]]:
        """The best program, None if there is none within the budget, and all that were found.

        Raises
        ------
        InputError
            If there is no example, or no column to learn from.
        """
        attempts = list(attempts_at(self.sheet))
        if not attempts:
            raise InputError("no other column can be read; expected one with text, numbers, dates or truth values")
        warmup(self._tell_compilation)
        self._began = time.monotonic()
        found: list[Found] = []
        for number, most in enumerate(MOST_TRIED):
            for attempt in attempts[:most]:
                if not self._is_worth(attempt, found):
                    continue
                if (result := self._searched(attempt, number)) is not None:
                    found.append(Found.of(attempt, result, len(self.sheet.usable)))
                    if result.confidence >= SURE and attempt.promise >= attempts[0].promise - PRICE:
                        return self._best(found), found
                if self._left() <= 0:
                    return self._best(found), found
            best = self._best(found)
            if best is not None and best.result.confidence >= FAIR:
                return best, found
        return self._best(found), found

    def _is_worth(self, attempt: Attempt, found: list[Found]) -> bool:
        """Whether an attempt promises no less than one that has found what can be believed."""
        least = max((one.attempt.promise for one in found if one.result.confidence >= FAIR), default=-1.0)
        return attempt.promise >= least - LATITUDE

    def _best(self, found: list[Found]) -> Found | None:
        """The best of all found, of those in which one can believe if there are some."""
        sure = [one for one in found if one.result.confidence >= FAIR]
        return min(sure or found, key=lambda one: one.rank, default=None)

    def _left(self) -> float:
        timeout = self.budget.timeout
        return 1.0 if timeout is None else self._began + timeout - time.monotonic()

    def _searched(self, attempt: Attempt, number: int) -> Result | None:
        """The result of a search that reproduces all filled rows; None if there is none."""
        examples = attempt.examples(self.sheet.shown)
        if len(examples) < len(self.sheet.shown):
            return None
        given = telling(examples)
        inputs = attempt.usual(self.sheet.sample)
        for _ in range(CORRECTIONS):
            result = self._solved(given, inputs, number)
            if result is None or result.program is None:
                return None
            run = function_of(result.program)
            wrong = [one for one in examples if _differs(run, one[1], one[2])]
            if not wrong:
                return result
            given = [*given, *wrong[:MOST_CORRECTED]]
        return None

    def _solved(self, given: Sequence[tuple[Any, Any, Any]], inputs: Sequence[Any], number: int) -> Result | None:
        try:
            task = Task.from_examples([(values, output) for _, values, output in given], inputs=inputs)
        except InputError:
            return None  # The rows contradict each other, or types differ: these columns do not tell.
        result = solve(task, self._options(number), warn=self.warn)
        if result.stats.stopped_by == "interrupted":
            raise KeyboardInterrupt
        return result if result.status == "solved" else None

    def _options(self, number: int) -> SearchOptions:
        most = self.budget.max_candidates
        if most is not None:
            limit = max(1, int(most * CANDIDATES[number]))
            return SearchOptions(timeout=None, max_candidates=limit)
        return SearchOptions(timeout=max(0.1, min(self.budget.slices()[number], self._left())))

    def _tell_compilation(self, progress: Progress) -> None:
        """Say why the first search on a machine takes long."""
        if progress.phase == "compile":
            self.warn(COMPILING)


def _differs(run: Callable[..., Any], values: tuple[Any, ...], output: Any) -> bool:
    try:
        return bool(run(*values) != output)
    except Exception:  # noqa: BLE001 - a program may fail in any way where it has no value
        return True


def attempts_at(sheet: Sheet) -> Iterator[Attempt]:
    """All attempts at a sheet, the most promising first."""
    rows = sheet.shown
    columns = {index: [_shown(row.cells[index]) for row in rows] for index in sheet.usable}
    explanation = Explanation(columns, [row.output for row in rows], sheet.named)
    for choice, promise in explanation.choices():
        for output in _writings(sheet, choice):
            for codings in _readings(sheet, choice, output, explanation):
                yield Attempt.of(sheet, choice, codings, output, promise)


def _writings(sheet: Sheet, choice: Sequence[int]) -> Iterator[Coding]:
    """The ways to write the outputs: numbers that stand in a text, as they stand there, are texts first."""
    first, *others = sheet.outputs
    cells = [row.cells[choice[0]] for row in sheet.shown]
    texts = len(choice) == 1 and sheet.codings[choice[0]][0].name == "text"
    if first.is_number and texts and all(map(_stands_in, [row.output for row in sheet.shown], cells)):
        yield from others
    yield first


def _stands_in(output: Any, cell: Any) -> bool:
    """Whether the characters of a number occur in a cell in their order."""
    rest = iter(str(cell))
    return all(char in rest for char in str(output))


def _shown(cell: Any) -> Any:
    return cell if isinstance(cell, str | int | float) or cell is None else str(cell)


def _readings(
    sheet: Sheet, choice: Sequence[int], output: Coding, explanation: Explanation
) -> Iterator[tuple[Coding, ...]]:
    """The ways to read some columns: both as numbers and as texts where it is a single one whose digits come back."""
    first = tuple(sheet.codings[index][0] for index in choice)
    yield first
    if len(choice) == 1 and output.name == "text" and explanation.shared(choice) > 0:
        yield from ((coding,) for coding in sheet.codings[choice[0]][1:])
