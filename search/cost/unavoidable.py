"""What every program for a task pays: for text that all outputs have and the inputs do not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Any

from ...dsl.core.expression import Literal
from ...dsl.core.types import STR
from ...dsl.language.language import BUILTIN
from ..task.task import Task
from ..task.terminal import Terminal
from .literals import constant_cost

CONCAT_COST = BUILTIN.vocabulary["concat"].cost


def unavoidable_cost(task: Task, terminals: Iterable[Terminal]) -> int:
    """The cost of the constants at the beginning and the end of all outputs, and of putting them there.

    What such a constant begins and ends with is in no upper or lower case among the inputs of some example. A search
    that has tried all parts as cheap as the rest of a program has nothing cheaper to expect. It is an estimate: what
    primitives write by themselves, as digits, zeros in front or names of months, is cheaper.

    Parameters
    ----------
    terminals
        What programs are made of; a literal among them may be cheaper than it is elsewhere.
    """
    if task.result_type != STR or len(task.train) < 2:
        return 0
    outputs = [example.output for example in task.train]
    given = [_characters(example.inputs) for example in task.train]
    before = _constant(_beginning(outputs), given)
    after = _constant(_beginning([output[::-1] for output in outputs])[::-1], given)
    if len(before) + len(after) > min(map(len, outputs)):
        after = ""
    costs = [(one.body.value, one.cost) for one in terminals if isinstance(one.body, Literal) and one.body.type == STR]
    return sum(CONCAT_COST + _cost(constant, costs) for constant in (before, after) if constant)


def _beginning(texts: Sequence[str]) -> str:
    """What all texts begin with."""
    return "".join(one[0] for one in takewhile(lambda one: len({*one}) == 1, zip(*texts, strict=False)))


def _constant(common: str, given: Sequence[set[str]]) -> str:
    """From the first to the last character that some example's inputs lack."""
    lacking = [i for i, character in enumerate(common) if any(character not in one for one in given)]
    return common[lacking[0] : lacking[-1] + 1] if lacking else ""


def _cost(constant: str, suggested: Sequence[tuple[str, int]]) -> int:
    """What the cheapest literal costs that has the text."""
    return min([constant_cost(constant, STR), *(cost for value, cost in suggested if constant in value)])


def _characters(value: Any) -> set[str]:
    """The characters that a value has anywhere, in either case."""
    if isinstance(value, list | tuple):
        return set().union(*map(_characters, value))
    text = str(value)
    return {*text.lower(), *text.upper()}
