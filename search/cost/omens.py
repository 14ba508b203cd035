"""What the predictions of a program say of it: inputs to be predicted count as the examples do.

That a program has no output for a new input, breaks what held in all examples, or predicts what looks like no output
that was shown, is a sign that it fits by chance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from ...dsl.core.types import BOOL, INT, STR
from ...dsl.program import NO_VALUE
from ..task.task import Task
from .invariants import invariants
from .likeness import all_alike, unlike
from .text_signs import LEAST_DISTINCT

Omens = Callable[[Sequence[Any]], Counter[str]]
"""Counts the omens in the predictions for the inputs of a task, by name."""
BROKEN, OFTEN, UNLIKE, KNOWN, ALIKE, UNDEFINED = (
    f"predicted: {name}" for name in ("broken", "often broken", "unlike", "known", "alike", "undefined")
)
MOST_COUNTED = 8
"""Nothing was learnt of more predictions, so that omens among more count as if they were among so many."""

MOST_OFTEN = 4
"""So many predictions that break something say as much as more of them."""


def omens_in(task: Task) -> Omens:
    """A function that counts the omens in predictions.

    It counts relations that one of them breaks, and predictions that are undefined, unlike all outputs, or known as the
    output of another input where all outputs differ. Of texts and integers it counts how many break some. It
    also tells if all predictions are alike where the outputs are not.
    """
    outputs = [example.output for example in task.train]
    broken, strange = invariants(task), unlike(outputs)
    shown = {repr(output) for output in outputs}
    tells_apart = task.result_type != BOOL and LEAST_DISTINCT <= len(shown) == len(outputs)
    given = {repr(example.inputs) for example in task.train}
    is_read = task.result_type in (STR, INT)

    def count(predictions: Sequence[Any]) -> Counter[str]:
        pairs = list(zip(task.inputs, predictions, strict=True))
        made = [(inputs, output) for inputs, output in pairs if output is not NO_VALUE]
        new = [(inputs, output) for inputs, output in made if repr(inputs) not in given]
        breaches = [broken(inputs, output) for inputs, output in made]
        found = {
            BROKEN: max(breaches, default=0),
            OFTEN: min(_of_few(sum(map(bool, breaches)), len(pairs)), MOST_OFTEN) if is_read else 0,
            UNLIKE: _of_few(sum(strange(output) > 0 for _, output in made), len(pairs)),
            KNOWN: _of_few(sum(repr(output) in shown for _, output in new), len(pairs)) if tells_apart else 0,
            ALIKE: int(len(shown) > 1 and all_alike(output for _, output in new)),
            UNDEFINED: _of_few(len(pairs) - len(made), len(pairs)),
        }
        return Counter({name: number for name, number in found.items() if number})

    return count


def _of_few(count: int, predictions: int) -> int:
    """So many of the predictions, as if there were `MOST_COUNTED` at most; a single one is never lost."""
    return -(-count * MOST_COUNTED // max(predictions, MOST_COUNTED))
