"""Task files: one JSON document, or JSON lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from decimal import Decimal, InvalidOperation
from math import isfinite
from pathlib import Path
from typing import Any, NoReturn

from ...dsl.core.decimals import MOST_DIGITS
from ...support.errors import InputError
from ...support.files import why
from .forms import example_in_form, examples_in_form, input_in_form
from .task import MISSING, Task, arguments_of

MOST_BYTES = 10_000_000
MOST_LINES_BYTES = 1_000_000_000
"""Of a file of many tasks, or of many sequences."""


def load_json(source: str | Path) -> Any:
    """Read a JSON file, or standard input for ``-``.

    Raises
    ------
    InputError
        With one line that names the file, the place and what was expected.
    """
    name = _name(source)
    return _parse(_text(_read(source), name), name)


def load_task(source: str | Path, *, noise: int = 0) -> Task:
    """Read a task in the ARC format from a file, or standard input for ``-``; `noise` as for `parse_task`.

    Raises
    ------
    InputError
        As `load_json`, and where the document is not a task.
    """
    name = _name(source)
    return parse_text(_text(_read(source), name), place=name, noise=noise)


def parse_text(text: str, *, place: str, noise: int = 0) -> Task:
    """Read a task from the text of a file; `place` begins every message, and `noise` is as for `parse_task`.

    Raises
    ------
    InputError
        As `load_task`.
    """
    return parse_task(_parse(text, place), place=place, noise=noise)


def load_text(source: str | Path, *, wanted: str = "a program text", limit: int = MOST_BYTES) -> str:
    """Read a text file, or standard input for ``-``, of at most this many bytes; `wanted` is what was expected.

    Raises
    ------
    InputError
        If it cannot be read.
    """
    return _text(_read(source, wanted=wanted, limit=limit), _name(source))


def load_inputs(source: str | Path) -> list[tuple[Any, ...]]:
    """Read the inputs for a program: a list of them, or the test inputs of a task file.

    Raises
    ------
    InputError
        As `load_json`, and where the document is neither.
    """
    name = _name(source)
    document = load_json(source)
    if isinstance(document, dict) and isinstance(document.get("test"), list):
        document = [
            _field(pair, "input", f"{name}: test[{i}]", input_in_form) for i, pair in enumerate(document["test"])
        ]
    if not isinstance(document, list):
        raise InputError(f'{name}: expected a list of inputs, or an object with "test": [{{"input": ...}}, ...]')
    return [arguments_of(value) for value in document]


def load_tasks(path: str | Path, *, noise: int = 0) -> Iterator[Task | InputError]:
    """Read JSON lines, one task each; a bad line yields its error and the rest goes on."""
    for place, document in load_lines(path):
        try:
            yield document if isinstance(document, InputError) else parse_task(document, place=place, noise=noise)
        except InputError as error:
            yield error


def load_lines(path: str | Path) -> Iterator[tuple[str, Any]]:
    """Read JSON lines: the place of each, and what it holds or the `InputError` that says why it cannot be read."""
    name = _name(path)
    for number, line in enumerate(_read(path, limit=MOST_LINES_BYTES).split(b"\n"), start=1):
        if line.strip():
            place = f"{name}:{number}"
            try:
                yield place, _parse(_text(line, place), place)
            except InputError as error:
                yield place, error


def parse_task(document: Any, *, place: str, noise: int = 0) -> Task:
    """Make a task of a parsed document; `place` begins every message, and up to `noise` examples may be wrong.

    Raises
    ------
    InputError
        If it is not a task.
    """
    try:
        return _task(document, noise)
    except InputError as error:
        raise InputError(f"{place}: {error}") from None


def _task(document: Any, noise: int) -> Task:
    if not isinstance(document, dict) or not isinstance(document.get("train"), list):
        form = examples_in_form(document) or '[{"input": ..., "output": ...}, ...]'
        raise InputError(f'expected an object with "train": {form}')
    tests = document.get("test", [])
    if not isinstance(tests, list):
        raise InputError('test: expected a list of {"input": ...}')
    train = [
        tuple(_field(pair, key, f"train[{i}]", example_in_form) for key in ("input", "output"))
        for i, pair in enumerate(document["train"])
    ]
    inputs = [_field(pair, "input", f"test[{i}]", input_in_form) for i, pair in enumerate(tests)]
    expected = [pair.get("output", MISSING) for pair in tests]
    return Task.from_examples(
        train, inputs=inputs, expected=expected, name=str(document.get("name") or ""), noise=noise
    )


def _field(pair: Any, key: str, place: str, in_form: Callable[[Any], str | None]) -> Any:
    """A part of an example; where it is missing, the message has the example as it should have been written."""
    if not isinstance(pair, dict) or key not in pair:
        form = in_form(pair)
        raise InputError(f'{place}: expected an object with "{key}"' + (f"; write {form}" if form else ""))
    return pair[key]


def _name(source: str | Path) -> str:
    return "standard input" if str(source) == "-" else str(source) or "''"


def _read(source: str | Path, *, limit: int = MOST_BYTES, wanted: str = "a JSON file") -> bytes:
    name = _name(source)
    try:
        with nullcontext(sys.stdin.buffer) if str(source) == "-" else open(source, "rb") as file:
            data = file.read(limit + 1)
    except (OSError, ValueError) as error:  # A path with a NUL in it is a ValueError.
        raise InputError(f"{name}: cannot be read: {why(error)}; expected {wanted}") from None
    if len(data) > limit:
        raise InputError(f"{name}: more than {limit} bytes; expected at most that")
    return data


def _text(data: bytes, place: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{place}: byte {error.start} is not UTF-8; expected Unicode text") from None


def _number(text: str) -> float | Decimal:
    """The float that is written so; where there is none such, a decimal that whoever knows its place will refuse."""
    value = float(text)
    if isfinite(value) and len(text) <= MOST_DIGITS:
        return value
    try:
        return Decimal(text)
    except InvalidOperation:  # There are exponents that decimals do not have either.
        return Decimal("Infinity")


def _parse(text: str, place: str) -> Any:
    def refuse(constant: str) -> NoReturn:
        raise InputError(f"{place}: {constant} is not JSON; expected a number")

    def unlike(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in pairs:
            if key in found:
                raise InputError(f"{place}: the key {key!r:.40} twice in one object; expected each key once")
            found[key] = value
        return found

    try:
        return json.loads(text, parse_constant=refuse, parse_float=_number, object_pairs_hook=unlike)
    except json.JSONDecodeError as error:
        raise InputError(f"{place}: line {error.lineno}, column {error.colno}: not JSON: {error.msg.lower()}") from None
    except RecursionError:
        raise InputError(f"{place}: nested too deeply; expected a task") from None
    except InputError:
        raise
    except ValueError:
        raise InputError(f"{place}: an integer with too many digits; expected at most 2^53") from None
