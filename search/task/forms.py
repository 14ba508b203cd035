"""Tasks that are nearly written as they should be: the right form, with the values that were given."""

from __future__ import annotations

from typing import Any

from ...support.errors import shortened
from ...support.written import json_text

INPUTS = ("input", "in", "x", "given", "question")
"""Names under which one input is written; `inputs` and `args` are several arguments."""
OUTPUTS = ("output", "out", "outputs", "y", "expected", "result", "answer", "target")
TRAIN = ("train", "training", "examples", "pairs", "data", "tasks")


def example_in_form(written: Any) -> str | None:
    """An example as it should have been written; None if nobody could tell."""
    parts = parts_of(written)
    return None if parts is None else _example(*parts)


def input_in_form(written: Any) -> str | None:
    """An input to be predicted, likewise."""
    if not isinstance(written, dict):
        return f'{{"input": {quoted(written)}}}'
    given = _input(_by_name(written))
    return None if given is None else f'{{"input": {quoted(given[0])}}}'


def examples_in_form(document: Any) -> str | None:
    """The examples of a whole document as they should have been written, likewise."""
    pairs = _pairs(document)
    if not pairs or (parts := parts_of(pairs[0])) is None:
        return None
    return f"[{_example(*parts)}{', ...' if len(pairs) > 1 else ''}]"


def parts_of(written: Any) -> tuple[Any, Any] | None:
    """The input and the output of an example in some form or other; None if it is not one."""
    if isinstance(written, list | tuple):
        return (written[0], written[1]) if len(written) == 2 else None
    if not isinstance(written, dict):
        return None
    named = _by_name(written)
    given, outputs = _input(named), [named[name] for name in OUTPUTS if name in named]
    return None if given is None or not outputs else (given[0], outputs[0])


def _by_name(written: dict[Any, Any]) -> dict[str, Any]:
    return {str(name).strip().casefold(): value for name, value in written.items()}


def _input(named: dict[str, Any]) -> tuple[Any] | None:
    for name in INPUTS:
        if name in named:
            return (named[name],)
    for name in ("args", "arguments", "inputs"):
        if isinstance(named.get(name), list):
            return ({"args": named[name]},)
    return None


def _pairs(document: Any) -> list[Any] | None:
    """The examples that a document holds: in a list, under another name, alone, or as a list of each half."""
    if isinstance(document, dict):
        named = _by_name(document)
        document = next((named[name] for name in TRAIN if name in named), document)
    if isinstance(document, list):
        return document
    if not isinstance(document, dict):
        return None
    named = _by_name(document)
    inputs, outputs = named.get("inputs"), named.get("outputs")
    if isinstance(inputs, list) and isinstance(outputs, list):
        return [list(pair) for pair in zip(inputs, outputs, strict=False)]
    return [document]


def _example(given: Any, output: Any) -> str:
    return f'{{"input": {quoted(given)}, "output": {quoted(output)}}}'


def quoted(value: Any) -> str:
    """A value as a message quotes it: as JSON, and shortened if it is long."""
    try:
        text = json_text(value)
    except RecursionError:  # It could just be read.
        return "..."
    return shortened(text)
