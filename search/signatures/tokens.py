"""Tokens in the place of values of several kinds, for a search that knows integers, truth values and texts alone.

The tokens of an example are the ranks of its values: they are equal where these are, and in the same order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from ...dsl.core.types import ANY, Type, holds_any
from ..task.task import Task

Key = tuple[str, Any]


def with_tokens(task: Task) -> Task:
    """The task with tokens in the place of opaque values: in each example their ranks, among those of one kind."""
    types = (*task.parameter_types, task.result_type)
    train = []
    for example in task.train:
        *inputs, output = _in_ranks((*example.inputs, example.output), types)
        train.append(replace(example, inputs=tuple(inputs), output=output))
    asked = tuple(_in_ranks(inputs, task.parameter_types) for inputs in task.inputs)
    return replace(task, train=tuple(train), inputs=asked)


def _in_ranks(values: Sequence[Any], types: Sequence[Type]) -> tuple[Any, ...]:
    keys = {key for value, type_ in zip(values, types, strict=True) for key in _keys(value, type_)}
    ranks = {key: rank for rank, key in enumerate(sorted(keys))}
    return tuple(_ranked(value, type_, ranks) for value, type_ in zip(values, types, strict=True))


def _keys(value: Any, type_: Type) -> Iterator[Key]:
    if type_ == ANY:
        yield _key(value)
    elif type_.item is not None and holds_any(type_):
        for item in value:
            yield from _keys(item, type_.item)


def _ranked(value: Any, type_: Type, ranks: dict[Key, int]) -> Any:
    if type_ == ANY:
        return ranks[_key(value)]
    if type_.item is not None and holds_any(type_):
        return [_ranked(item, type_.item, ranks) for item in value]
    return value


def _key(value: Any) -> Key:
    """Equal for values that are one and the same, in the order of those of one kind."""
    number = isinstance(value, int | Decimal) and not isinstance(value, bool)
    return ("number", value) if number else (type(value).__name__, "" if value is None else value)
