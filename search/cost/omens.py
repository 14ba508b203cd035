"""What the predictions of a program say of it: inputs to be predicted count as the examples do.

That a program has no output for a new input, breaks what held in all examples, or predicts what looks like no output
that was shown, is a sign that it fits by chance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from ...dsl.core.types import BOOL
from ...dsl.program import NO_VALUE
from ..task.task import Task
from .invariants import invariants
from .likeness import all_alike, unlike

Omens = Callable[[Sequence[Any]], Counter[str]]
"""Counts the omens in the predictions for the inputs of a task, by name."""
BROKEN, UNLIKE, KNOWN, ALIKE, UNDEFINED = (
    f"predicted: {name}" for name in ("broken", "unlike", "known", "alike", "undefined")
)
LEAST_DISTINCT = 3
"""So many outputs that are all distinct say that another input has another output."""


def omens_in(task: Task) -> Omens:
    """A function that counts the omens in predictions: relations broken, and predictions unlike the outputs.

    An output may also be known as that of another input where all outputs differ, or be the same for all inputs where
    the outputs are not.
    """
    outputs = [example.output for example in task.train]
    broken, strange = invariants(task), unlike(outputs)
    shown = {repr(output) for output in outputs}
    tells_apart = task.result_type != BOOL and LEAST_DISTINCT <= len(shown) == len(outputs)
    given = {repr(example.inputs) for example in task.train}

    def count(predictions: Sequence[Any]) -> Counter[str]:
        pairs = list(zip(task.inputs, predictions, strict=True))
        made = [(inputs, output) for inputs, output in pairs if output is not NO_VALUE]
        new = [(inputs, output) for inputs, output in made if repr(inputs) not in given]
        found = {
            BROKEN: max((broken(inputs, output) for inputs, output in made), default=0),
            UNLIKE: sum(strange(output) > 0 for _, output in made),
            KNOWN: sum(repr(output) in shown for _, output in new) if tells_apart else 0,
            ALIKE: int(len(shown) > 1 and all_alike(output for _, output in new)),
            UNDEFINED: len(pairs) - len(made),
        }
        return Counter({name: number for name, number in found.items() if number})

    return count
