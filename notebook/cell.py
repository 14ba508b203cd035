"""The text of a cell as a task: lines of examples, or a task file."""

from __future__ import annotations

import ast
import json
import warnings
from collections.abc import Iterator
from typing import Any

from ..search.task.loading import parse_text
from ..search.task.task import Task
from ..support.errors import InputError, shown

ARROW, UNKNOWN = "->", "?"
EXPECTED = "expected input -> output, or input -> ?, with Python literals or JSON"


def task_in(text: str, *, noise: int = 0) -> Task:
    """The task that a cell holds: lines ``input -> output`` and ``input -> ?``, or one JSON document.

    Lines that are empty or begin with # count for nothing. An input with commas, ``3, 4 -> 7``, is several arguments.

    Raises
    ------
    InputError
        If a line is neither, or the examples do not make a task; `noise` says how many may be wrong.
    """
    if _is_document(text):
        return parse_text(text, place="cell", noise=noise)
    train: list[tuple[Any, Any]] = []
    inputs = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            given, output = _parts(line, number)
            if output == UNKNOWN:
                inputs.append(value_in(given, place=f"line {number}"))
            else:
                train.append((value_in(given, place=f"line {number}"), value_in(output, place=f"line {number}")))
    if not train:
        raise InputError(f"cell: no examples; {EXPECTED}")
    return Task.from_examples(train, inputs=inputs, noise=noise)


def value_in(text: str, *, place: str) -> Any:
    """The value that a text says, as a Python literal or as JSON.

    Raises
    ------
    InputError
        If it is neither.
    """
    for read in (ast.literal_eval, json.loads):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", SyntaxWarning)  # Of a text that says no value, Python need not warn.
                return read(text.strip())
        except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
            continue
    raise InputError(f"{place}: {shown(text.strip())} is neither a Python literal nor JSON; expected a value")


def _is_document(text: str) -> bool:
    """Whether a cell holds a JSON document: an object, and not as the input of an example."""
    return text.lstrip().startswith("{") and not any(next(_pairs(line), None) for line in text.splitlines())


def _parts(line: str, number: int) -> tuple[str, str]:
    """The texts of input and output; of several arrows it is the first that has a value before it and one behind it."""
    pair = next(_pairs(line), None)
    if pair is not None:
        return pair
    given, arrow, output = line.partition(ARROW)
    if not arrow:
        raise InputError(f"line {number}: {shown(line.strip())} has no arrow; {EXPECTED}")
    for text in (given, output):
        value_in(text, place=f"line {number}")
    raise InputError(f"line {number}: {shown(line.strip())} is not an example; {EXPECTED}")


def _pairs(line: str) -> Iterator[tuple[str, str]]:
    """The ways to part a line at an arrow with a value on either side."""
    start = line.find(ARROW)
    while start >= 0:
        given, output = line[:start].strip(), line[start + len(ARROW) :].strip()
        if _is_value(given) and (output == UNKNOWN or _is_value(output)):
            yield given, output
        start = line.find(ARROW, start + 1)


def _is_value(text: str) -> bool:
    try:
        value_in(text, place="")
    except InputError:
        return False
    return True
