"""A table as the page has it: checked, read as a task, and made of a task file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..search.task.loading import parse_text
from ..search.task.task import MISSING, Task
from ..support.errors import InputError
from .cells import TEXT, are_shouted, cell_of, kind_of, value_of

MOST_ROWS, MOST_COLUMNS, MOST_CHARACTERS = 500, 12, 4000
"""Of a table, and of one of its cells."""


@dataclass(frozen=True)
class Sheet:
    """Rows of cells, the last of each the output, and which columns are texts whatever they look like."""

    rows: tuple[tuple[str, ...], ...]
    texts: tuple[bool, ...]

    @classmethod
    def of(cls, rows: Any, texts: Any) -> Sheet:
        """The table that a page has sent.

        Raises
        ------
        InputError
            If it is not one, or too large.
        """
        if not isinstance(rows, list) or not isinstance(texts, list):
            raise InputError("rows, texts: expected lists")
        if not 2 <= len(texts) <= MOST_COLUMNS or not all(isinstance(one, bool) for one in texts):
            raise InputError(f"texts: expected true or false for each of 2 to {MOST_COLUMNS} columns")
        if len(rows) > MOST_ROWS:
            raise InputError(f"{len(rows)} rows; expected at most {MOST_ROWS}")
        for number, row in enumerate(rows, start=1):
            if not isinstance(row, list) or len(row) != len(texts) or not all(isinstance(cell, str) for cell in row):
                raise InputError(f"row {number}: expected {len(texts)} cells, each a text")
            longest = max(map(len, row))
            if longest > MOST_CHARACTERS:
                raise InputError(f"row {number}: a cell of {longest} characters; expected at most {MOST_CHARACTERS}")
        return cls(tuple(map(tuple, rows)), tuple(texts))

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """What each column is read as."""
        columns = zip(*self.rows, strict=True) if self.rows else [()] * len(self.texts)
        return tuple(TEXT if text else kind_of(cells) for text, cells in zip(self.texts, columns, strict=True))

    @cached_property
    def numbers(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The numbers of the rows that are examples, and of those to be predicted."""
        filled = [number for number, row in enumerate(self.rows) if any(cell.strip() for cell in row[:-1])]
        return (
            tuple(number for number in filled if self.rows[number][-1].strip()),
            tuple(number for number in filled if not self.rows[number][-1].strip()),
        )

    @property
    def examples(self) -> list[tuple[Any, Any]]:
        """The examples as `Session` takes them."""
        return [(self.input(number), value_of(self.rows[number][-1], self.kinds[-1])) for number in self.numbers[0]]

    @property
    def inputs(self) -> list[Any]:
        """The inputs to be predicted."""
        return [self.input(number) for number in self.numbers[1]]

    def input(self, number: int) -> tuple[Any, ...]:
        """The arguments in a row."""
        return tuple(value_of(cell, kind) for cell, kind in zip(self.rows[number][:-1], self.kinds, strict=False))

    def written(self, output: Any) -> str:
        """An output as the cells of its column are written."""
        return cell_of(output, shouted=are_shouted([row[-1] for row in self.rows]))

    @property
    def document(self) -> dict[str, Any]:
        """The table as a task file."""
        train = [{"input": _in_file(input_), "output": output} for input_, output in self.examples]
        return {"train": train, "test": [{"input": _in_file(input_)} for input_ in self.inputs]}

    def to_json(self) -> dict[str, Any]:
        """The table as the page takes it."""
        return {"rows": [*map(list, self.rows)], "texts": list(self.texts)}


def sheet_of_file(text: str) -> Sheet:
    """The table of a task file.

    Raises
    ------
    InputError
        If it is not one, or its calls have different numbers of arguments.
    """
    return sheet_of(parse_text(text, place="the file"))


def sheet_of(task: Task) -> Sheet:
    """The table of a task.

    Raises
    ------
    InputError
        As `sheet_of_file`, and as `Sheet.of`.
    """
    calls = [task.signature.called(row) for row in (*(example.inputs for example in task.train), *task.inputs)]
    if len({len(call) for call in calls}) > 1 or task.signature.defaults:
        raise InputError("calls with different numbers of arguments do not fit into a table; expected the same number")
    outputs = [*(example.output for example in task.train), *task.expected]
    unknown = len(task.train)
    columns = [_column(column) for column in zip(*calls, strict=True)]
    columns.append([cell_of(output) if number < unknown else "" for number, output in enumerate(outputs)])
    values = [*zip(*calls, strict=True), outputs]
    texts = [_is_text(column, given) for column, given in zip(columns, values, strict=True)]
    return Sheet.of([list(row) for row in zip(*columns, strict=True)], texts)


def _column(values: Sequence[Any]) -> list[str]:
    if None in values and any(isinstance(value, str) for value in values):
        raise InputError("null among texts does not fit into a table; expected a text")
    return ["" if value is None else cell_of(value) for value in values]


def _is_text(cells: Iterable[str], values: Iterable[Any]) -> bool:
    """Whether a column has to be told to be one of texts, since it looks otherwise."""
    given = [value for value in values if value is not MISSING and value is not None]
    return bool(given) and all(isinstance(value, str) for value in given) and kind_of(cells) != TEXT


def _in_file(arguments: tuple[Any, ...]) -> Any:
    (first, *others) = arguments
    return {"args": [first, *others]} if others or (isinstance(first, dict) and "args" in first) else first
