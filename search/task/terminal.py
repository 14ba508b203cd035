"""What a search starts from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ...dsl.core.expression import Expression


@dataclass(frozen=True)
class Terminal:
    """An expression, what it costs, and its value in each example of the problem."""

    body: Expression
    cost: int
    values: Sequence[Any]
