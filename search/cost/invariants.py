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

from ...dsl.core.types import INT, STR
from ..task.task import Task
from .text_signs import number_signs, text_signs

Relation = Callable[[Any, Any], bool]
Broken = Callable[[tuple[Any, ...], Any], int]
"""Counts for inputs and an output how many of the common relations they break."""


def invariants(task: Task) -> Broken:
    """A function that counts for inputs and an output how many of the examples' common relations they break.

    A list is compared with the first argument that has its type, if there is one; of a
    text it counts what it is by itself, and of texts and integers signs that they are not what the inputs should become
    (`text_signs`).
    """
    type_ = task.result_type
    known = type_.is_sequence and not type_.is_structured
    positions = [p for p, parameter in enumerate(task.parameter_types) if parameter == type_ and known]
    first = positions[0] if positions else None
    relations = TEXT_RELATIONS if type_ == STR else RELATIONS if positions else ()

    def compared(inputs: tuple[Any, ...], output: Any) -> tuple[list[Any], list[Any]]:
        return _hashable([] if first is None else inputs[first]), _hashable(output)

    pairs = [compared(example.inputs, example.output) for example in task.train] if relations else []
    kept = [relation for relation in relations if all(relation(*pair) for pair in pairs)]
    signs = text_signs(task) if type_ == STR else number_signs(task) if type_ == INT else ()

    def broken(inputs: tuple[Any, ...], output: Any) -> int:
        pair = compared(inputs, output) if kept else ([], [])
        return sum(sign(inputs, output) for sign in signs) + sum(not relation(*pair) for relation in kept)

    return broken


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


def _of_output(test: Callable[[str], bool]) -> Relation:
    """The relation that the output, a text, meets a test."""
    return lambda _, after: test("".join(after))


TEXT_RELATIONS: tuple[Relation, ...] = (
    _of_output(bool),
    _of_output(lambda text: text == text.strip()),
    _of_output(str.isdigit),
)
"""What an output keeps to that is a text: it is not empty, has no white space at its ends, is all digits. How it
relates to an input says little: two texts have characters in common by chance, and often nothing is to be changed."""
