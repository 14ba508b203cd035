"""What a program gives by the reference interpreter, and whether that is what an example says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..dsl.expression import Undefined
from ..dsl.program import Program
from ..dsl.types import same_value
from .task import Example


def value_or_none(program: Program, inputs: Sequence[Any]) -> Any:
    """The program's value on an input, None where it has none."""
    try:
        return program(*inputs)
    except Undefined:
        return None


def reproduces(program: Program, example: Example) -> bool:
    """Whether the reference interpreter gets the example's output."""
    return same_value(value_or_none(program, example.inputs), example.output)
