"""What input and output have in common in every example, and so should have in every prediction.

That a program breaks on a new input what held in all examples is a sign that it fits them by
chance. (Invariants as a prior: Ernst et al., "The Daikon system", Science of Computer Programming
69, 2007, section 2, reads them off executions in the same way.)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import groupby, pairwise
from typing import Any

from .task import Task

Relation = Callable[[Any, Any], bool]
Broken = Callable[[tuple[Any, ...], Any], int]
"""Counts for inputs and an output how many of the common relations they break."""


def invariants(task: Task) -> Broken:
    """A function that counts for inputs and an output how many of the examples' common relations they break.

    The output is compared with the first argument that has its type; without one
    there are no relations.
    """
    type_ = task.result_type
    positions = [p for p, parameter in enumerate(task.parameter_types) if parameter == type_ and type_.is_sequence]
    if not positions:
        return lambda _inputs, _output: 0
    first = positions[0]
    kept = [
        relation
        for relation in RELATIONS
        if all(_holds(relation, example.inputs[first], example.output) for example in task.train)
    ]

    def broken(inputs: tuple[Any, ...], output: Any) -> int:
        return sum(not _holds(relation, inputs[first], output) for relation in kept)

    return broken


def _holds(relation: Relation, before: Any, after: Any) -> bool:
    return relation(_hashable(before), _hashable(after))


def _hashable(value: Any) -> list[Any]:
    """The items, with lists made tuples."""
    return [tuple(_hashable(item)) if isinstance(item, list) else item for item in value]


def _is_subsequence(part: Sequence[Any], whole: Sequence[Any]) -> bool:
    rest = iter(whole)
    return all(item in rest for item in part)


def _runs(items: Sequence[Any]) -> list[int]:
    return sorted(len(list(group)) for _, group in groupby(items))


def _where_both(test: Callable[[Any, Any], bool]) -> Relation:
    """The relation that lists are of one length and their items meet a test one by one."""
    return lambda before, after: len(before) == len(after) and all(map(test, before, after))


RELATIONS: tuple[Relation, ...] = (
    lambda before, after: len(before) == len(after),
    lambda before, after: len(before) <= len(after),
    lambda before, after: before != after,
    lambda before, after: Counter(before) == Counter(after),
    lambda before, after: Counter(after) <= Counter(before),
    lambda before, after: Counter(before) <= Counter(after),
    lambda before, after: set(after) <= set(before),
    lambda before, after: set(before) <= set(after),
    lambda before, after: len(set(before)) == len(set(after)),
    lambda before, after: _is_subsequence(after, before),
    _is_subsequence,
    lambda before, after: _runs(before) == _runs(after),
    lambda _, after: all(one <= other for one, other in pairwise(after)),
    lambda _, after: all(one >= other for one, other in pairwise(after)),
    _where_both(lambda one, other: one in (0, other)),
    _where_both(lambda one, other: one != 0 or other == 0),
)
"""Relations between an input and the output for it. Those that hold by chance too often, such as the same first
item, were measured and left out."""
