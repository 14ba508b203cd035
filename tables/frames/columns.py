"""Columns of a data frame as lists of values, and what comes of filling one."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from ...dsl.program import Program
from ...search.answer.result import Result
from ...search.options import SearchOptions
from ...support.errors import InputError, shown
from ..cells.coding import Coding, is_empty
from ..cells.typed import Noted, codings
from ..learning.choosing import Budget
from ..learning.learnt import Learnt, learnt
from ..learning.sheet import Row, Sheet, column_named, column_to_fill, gathered, profile
from ..running.evaluating import Doubt

Column = TypeVar("Column")
Frame = TypeVar("Frame")


@dataclass(frozen=True)
class Columns:
    """The columns of a frame as lists of values, None for what is missing."""

    names: tuple[str, ...]
    values: tuple[Sequence[Any], ...]

    @property
    def numbers(self) -> Sequence[int]:
        """The positions of the rows."""
        return range(len(self.values[0]) if self.values else 0)

    def column(self, index: int) -> Sequence[Any]:
        """The values of a column."""
        return self.values[index]

    def chunks(self) -> Iterator[Columns]:
        """All rows at once."""
        yield self

    def noted(self) -> Noted:
        """A note of which types values have."""
        return Noted()

    def codings(self, cells: Noted) -> Sequence[Coding]:
        """The ways to read a column."""
        return codings(cells)


@dataclass(frozen=True)
class Filling:
    """A column that was learnt: its new values, None where there is none, and the doubts about rows, by position."""

    learnt: Learnt
    values: list[Any]
    doubts: dict[int, Doubt]


@dataclass(frozen=True, repr=False)
class Filled(Generic[Column, Frame]):
    """A filled column, and what it was filled by.

    Parameters
    ----------
    column
        The column, of the type that it had.
    frame
        A new frame with it; the old one is as it was.
    doubts
        For each row that a person should look at the reason: "format" (it looks unlike the examples), "rivals"
        (likely programs disagree), "missing" (an input is) or "undefined" (the program has no value).
    """

    column: Column
    frame: Frame
    doubts: Any
    learnt: Learnt

    @property
    def program(self) -> Program:
        """The program; its parameters are called as the columns are."""
        return self.learnt.program

    @property
    def code(self) -> str:
        """The program as Python."""
        return self.learnt.python

    @property
    def inputs(self) -> tuple[str, ...]:
        """The names of the columns that it takes."""
        return self.learnt.names

    @property
    def result(self) -> Result:
        """What the search found."""
        return self.learnt.result

    @property
    def confidence(self) -> float:
        """The probability that the program is the right one."""
        return self.result.confidence

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """What should make a person look twice."""
        hint = self.learnt.hint
        return self.learnt.notes if hint is None else (*self.learnt.notes, f"what would help: {hint}")

    def __repr__(self) -> str:
        return f"Filled({self.program})"

    def __str__(self) -> str:
        sure = f"confidence {100 * self.confidence:.0f}%, {len(self.doubts)} rows to check"
        return f"# from {', '.join(self.inputs)}; {sure}\n{self.code}"


@dataclass(frozen=True)
class Wanted:
    """What is to be filled.

    Parameters
    ----------
    column
        The name of a column that is filled in part; None for the only one, and with `examples` of a new one.
    examples
        Outputs by position.
    inputs
        The columns that it may be learnt from; none means all.
    """

    column: str | None = None
    examples: Mapping[int, Any] | None = None
    inputs: Sequence[str] = ()
    timeout: float | None = 30.0
    max_candidates: int | None = None

    @property
    def budget(self) -> Budget:
        """What the searches may take.

        Raises
        ------
        InputError
            If one of the limits is not valid.
        """
        SearchOptions(timeout=self.timeout, max_candidates=self.max_candidates)
        return Budget(None if self.max_candidates is not None else self.timeout, self.max_candidates)


def filled(columns: Columns, wanted: Wanted, *, warn: Callable[[str], None]) -> Filling:
    """Learn a column, and fill it.

    Raises
    ------
    InputError
        If there is nothing to fill or to learn from, or no program is found.
    """
    budget = wanted.budget
    found = profile(columns)
    names = columns.names
    target = None
    if wanted.examples is None:
        named = wanted.column
        target = column_to_fill(found, names) if named is None else column_named(named, names, option="column")
        if not 0 < found.filled[target] < found.rows:
            state = "filled" if found.filled[target] else "empty"
            raise InputError(f"column: every cell of {names[target]} is {state}; expected one that is filled in part")
    readable = [i for i in range(len(names)) if i != target and found.codings[i] and found.filled[i]]
    usable = [column_named(name, names, option="inputs") for name in wanted.inputs] or readable
    if not usable or not set(usable) <= set(readable):
        raise InputError("inputs: expected columns with text, numbers, dates or truth values")
    shown_rows, sample = gathered(columns, target, filled=0 if target is None else found.filled[target])
    outputs: Sequence[Coding] = () if target is None else found.codings[target]
    if wanted.examples is not None:
        shown_rows, outputs = _told(columns, wanted.examples)
        sample = [row for row in sample if row.number not in wanted.examples]
    if not outputs:
        raise InputError("outputs: expected text, numbers, dates or truth values")
    program = learnt(Sheet(names, found.codings, tuple(usable), outputs, shown_rows, sample), budget, warn=warn)
    if program is None:
        raise InputError(
            f"no program was found that reproduces all {len(shown_rows)} examples; "
            "expected more examples, the inputs by name, or a longer timeout"
        )
    return _filled(columns, program, target, wanted.examples or {})


def _told(columns: Columns, examples: Mapping[int, Any]) -> tuple[list[Row], Sequence[Coding]]:
    """Rows with the outputs told, and the ways to read these."""
    rows = []
    for position, output in examples.items():
        if is_empty(output):
            raise InputError(f"examples: row {position}: {shown(output)} is not a valid output; expected a value")
        rows.append(Row(position, tuple(values[position] for values in columns.values), output))
    if not rows:
        raise InputError("examples: none; expected at least one row with its output")
    noted = columns.noted()
    noted.add([row.output for row in rows])
    return rows, columns.codings(noted)


def _filled(columns: Columns, program: Learnt, target: int | None, examples: Mapping[int, Any]) -> Filling:
    old: Sequence[Any] = [None] * len(columns.numbers) if target is None else columns.values[target]
    outcomes = program.evaluator.outcomes([columns.values[index] for index in program.columns])
    values, doubts = list(old), {}
    for position, outcome in enumerate(outcomes):
        if position in examples:
            values[position] = examples[position]
        elif is_empty(values[position]):
            assert outcome is not None  # All rows were asked for.
            values[position], doubt = outcome
            if doubt:
                doubts[position] = doubt
    return Filling(program, values, doubts)


def is_partly_filled(values: Sequence[Any]) -> bool:
    """Whether some of the cells of a column are empty, and some are not."""
    empty = list(map(is_empty, values))
    return any(empty) and not all(empty)


def warned(message: str) -> None:
    """Tell what to look twice at, as Python does."""
    warnings.warn(message, stacklevel=2)
