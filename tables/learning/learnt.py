"""What was learnt of a column: a program over other columns, ready to fill it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ...dsl.program import Program
from ...search.answer.result import Result
from ..cells.shapes import shape
from ..running.evaluating import NAME, Evaluator, agree, function_of
from ..running.naming import named, only, used
from .asking import telling_row
from .attempts import Found
from .choosing import Budget, Learner
from .sheet import Row, Sheet


@dataclass(frozen=True)
class Learnt:
    """A program of a column.

    Parameters
    ----------
    program
        Its parameters are called as the columns are.
    columns
        The numbers of the columns that it takes.
    names
        Their names.
    searched
        The names of the columns that the search had, of which the program takes some.
    result
        What the search found, for its confidence and notes; its programs may have further parameters.
    evaluator
        Fills cells.
    question
        The row whose cell would say most about which program is meant.
    """

    program: Program
    columns: tuple[int, ...]
    names: tuple[str, ...]
    searched: tuple[str, ...]
    result: Result
    evaluator: Evaluator
    question: Row | None = None

    @property
    def python(self) -> str:
        """The program as Python."""
        return self.program.python(NAME)

    @property
    def hint(self) -> str | None:
        """The kind of example that would help, in the names of the columns."""
        hint = self.result.hint
        if hint is None or self.result.program is None:
            return hint
        columns = dict(zip((one.name for one in self.result.program.parameters), self.searched, strict=True))
        return re.sub(r"\b[a-z]+\b", lambda word: columns.get(word[0], word[0]), hint)

    @property
    def notes(self) -> tuple[str, ...]:
        """What should make a person look twice."""
        if not self.evaluator.interpreted:
            return self.result.notes
        return (*self.result.notes, "the printed Python differs from the program somewhere; the program was run")


def learnt(sheet: Sheet, budget: Budget, *, warn: Callable[[str], None] = lambda _: None) -> Learnt | None:
    """Learn the column of a sheet; None if no program is found.

    Raises
    ------
    InputError
        If there is nothing to learn from.
    """
    best, found = Learner(sheet, budget, warn=warn).learnt()
    return None if best is None else _learnt(sheet, best, telling_row(sheet, best, found))


def _learnt(sheet: Sheet, found: Found, question: Row | None) -> Learnt:
    attempt = found.attempt
    whole = found.result.program
    assert whole is not None
    kept = used(whole) or (0,)
    rivals = [one.program for one in found.rivals if set(used(one.program)) <= set(kept)]
    columns = tuple(attempt.columns[number] for number in kept)
    names = tuple(sheet.names[index] for index in columns)
    program = named(only(whole, kept), names)
    sample = [inputs for row in (*sheet.shown, *sheet.sample) if (inputs := attempt.inputs(row)) is not None]
    asked = [tuple(inputs[number] for number in kept) for inputs in sample]
    function = function_of(program)
    sound = all(agree(program, function, inputs) for inputs in asked)
    evaluator = Evaluator(
        source=program.python(NAME) if sound else str(program),
        codings=tuple(attempt.codings[number] for number in kept),
        blanks=tuple(attempt.blanks[number] for number in kept),
        output=attempt.output,
        rivals=tuple(only(one, kept).python(NAME) for one in rivals),
        shapes=_shapes(asked[: len(sheet.shown)]),
        interpreted=not sound,
    )
    searched = tuple(sheet.names[index] for index in attempt.columns)
    return Learnt(program, columns, names, searched, found.result, evaluator, question)


def _shapes(rows: Sequence[tuple[Any, ...]]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(map(shape, values)) for values in zip(*rows, strict=True))
