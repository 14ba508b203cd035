"""What remains to be found: the target, and what the target's program must be given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ...dsl.core.expression import Expression
from ...dsl.core.types import Type

Bound = Callable[[], int]
"""The cost that programs must stay below to be of interest; it falls as programs are found."""


@dataclass(frozen=True, eq=False)
class Goal:
    """A value for each example, for which a program is wanted.

    Parameters
    ----------
    type
        Of the values.
    offsets, lengths
        Where they lie in the arena: offsets in the regions of the examples, and words.
    cost
        Of the program around the goal.
    complete
        Makes a program for the target of one for the goal.
    depth
        Deductions on the way from the target to the goal.
    """

    type: Type
    offsets: np.ndarray
    lengths: np.ndarray
    cost: int
    complete: Callable[[Expression], Expression]
    depth: int = 0
