"""Finds the value of an argument where calls leave it out.

The calls that have the argument show what it does. A program that fits them is tried with every value that may be the
default on the others. Where there are too few of these calls, or none of their programs fits, the task is solved anew
with one value after another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import Any

from ...dsl.core.signature import Signature
from ...dsl.core.types import BOOL, INT, STR, Type
from ...support.errors import InputError
from ..answer.result import Result
from ..cost.literals import constant_cost
from ..task.budget import INTERRUPTED, Budget
from ..task.calls import rest_begins
from ..task.task import Task
from .opaque import Solve, confirmed

LEAST_FULL = 2
"""So many examples have to have the argument for a program to be searched that fits them alone."""

FULL_SHARE, LIST_SHARE, VALUES_SHARE = 0.35, 0.5, 0.7
"""Of what is left: for the examples that have all arguments, for one list of them, and for certain defaults."""

LIKELY = 4
"""Values with which a task is solved anew."""

USUAL: dict[Type, tuple[Any, ...]] = {
    INT: (2, 1, 10, 0, 3, -1, 5, 100, 4, 8, 16, 26, 6, 7, 9, 12, 20, 50, 60, 1000),
    STR: (" ", "", ",", "-", "_", ", ", ".", "*", "#", "x", "\n"),
    BOOL: (False, True),
}
"""Values that people choose for defaults, the likeliest first."""

MOST_VALUES = 60


def solve_with_defaults(task: Task, budget: Budget, solve: Solve) -> Result:
    """Solve a task whose last arguments some calls leave out: None stands for them in its examples."""
    results: list[Result] = []

    def watched(one: Task, part: Budget) -> Result:
        results.append(solve(one, part))
        if results[-1].stats.stopped_by == INTERRUPTED:  # No other search is to begin.
            raise KeyboardInterrupt
        return results[-1]

    try:
        return _by_ways(task, budget, watched)
    except KeyboardInterrupt:
        return Result.none(task, INTERRUPTED, results[-1].stats, solver=results[-1].solver)


def _by_ways(task: Task, budget: Budget, solve: Solve) -> Result:
    """The cheapest program that some way finds."""
    best: list[Result] = []
    full = [example for example in task.train if None not in _last(task, example.inputs)]
    if len(full) >= LEAST_FULL:
        with budget.portion(FULL_SHARE) as part:
            best += _extended(task, solve(_only(task, full), part))
    if (listed := _in_one_list(task)) is not None:
        with budget.portion(LIST_SHARE) as part:
            result = solve(listed, part)
        best += [result] * (result.status == "solved")
    if not best:
        with budget.portion(VALUES_SHARE) as part:
            best += _one_after_another(task, part, solve)
    if not best:
        return solve(task, budget)  # The program asks whether an argument is missing.
    return min(best, key=lambda result: result.ranked[0].cost)


def _extended(task: Task, result: Result) -> Iterator[Result]:
    """What fits the examples that have all arguments, with a default with which it fits all."""
    for values in _values(task):
        tried = _with(task, values)
        found = [] if tried is None else [*confirmed(tried, result.found)]
        if tried is not None and found:
            extra = _cost(task, values)
            dearer = [replace(one, cost=one.cost + extra) for one in found]
            yield Result.solved(tried, dearer, result.stats, top=result.top, solver=result.solver)


def _one_after_another(task: Task, budget: Budget, solve: Solve) -> Iterator[Result]:
    """The task solved with the likeliest values."""
    tasks = [tried for values in _values(task) if (tried := _with(task, values)) is not None][:LIKELY]
    for tried, part in zip(tasks, budget.shares(len(tasks)), strict=False):
        result = solve(tried, part)
        if result.status == "solved":
            yield result


def _in_one_list(task: Task) -> Task | None:
    """The task with all arguments in one list; None if they are not of one type."""

    def given(inputs: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(value for position, value in enumerate(inputs) if value is not None or position < first)

    first = len(task.parameter_types) - len(task.signature.defaults)
    rows = [given(inputs) for inputs in (*(example.inputs for example in task.train), *task.inputs)]
    if rest_begins(rows) != 0:
        return None
    count = len(task.train)
    examples = [(([*row],), example.output) for row, example in zip(rows, task.train, strict=False)]
    return Task.from_examples(
        examples, inputs=[([*row],) for row in rows[count:]], expected=task.expected, name=task.name,
        style=task.style, signature=Signature(rest=True),
    )  # fmt: skip


def _last(task: Task, inputs: tuple[Any, ...]) -> tuple[Any, ...]:
    return inputs[len(inputs) - len(task.signature.defaults) :]


def _only(task: Task, examples: list[Any]) -> Task:
    """The task of the examples that have all arguments; what is to be predicted counts where it has them, too."""
    asked = [inputs for inputs in task.inputs if None not in _last(task, inputs)]
    return Task.from_examples(
        [(example.inputs, example.output) for example in examples],
        inputs=asked, name=task.name, style=task.style, signature=Signature(),
    )  # fmt: skip


def _with(task: Task, values: tuple[Any, ...]) -> Task | None:
    """The task with values in place of the arguments left out; None if they do not go with its examples."""

    def filled(inputs: tuple[Any, ...]) -> tuple[Any, ...]:
        last = zip(_last(task, inputs), values, strict=True)
        return (*inputs[: len(inputs) - len(values)], *(value if one is None else one for one, value in last))

    try:
        return Task.from_examples(
            [(filled(example.inputs), example.output) for example in task.train],
            inputs=[filled(inputs) for inputs in task.inputs], expected=task.expected, name=task.name,
            style=task.style, signature=Signature(defaults=values),
        )  # fmt: skip
    except InputError:
        return None


def _values(task: Task) -> Iterator[tuple[Any, ...]]:
    """What the arguments may be where they are left out, the likeliest first."""
    count = len(task.signature.defaults)
    pools = [_pool(task, len(task.parameter_types) - count + position) for position in range(count)]
    chosen = sorted(product(*map(enumerate, pools)), key=lambda pairs: sum(place for place, _ in pairs))
    yield from (tuple(value for _, value in pairs) for pairs in chosen[:MOST_VALUES])


def _pool(task: Task, position: int) -> list[Any]:
    """The usual values of a type, and those that the examples have there."""
    type_ = task.parameter_types[position]
    inner = type_.parts[0] if type_.is_optional else type_
    seen = Counter(repr(example.inputs[position]) for example in task.train if example.inputs[position] is not None)
    values = {repr(example.inputs[position]): example.inputs[position] for example in task.train}
    usual = USUAL.get(inner, ())
    often = [values[one] for one, _ in seen.most_common() if not isinstance(values[one], list | dict)]
    return [*usual, *(value for value in often if value not in usual)]


def _cost(task: Task, values: tuple[Any, ...]) -> int:
    types = task.parameter_types[len(task.parameter_types) - len(values) :]
    return sum(constant_cost(value, type_.parts[0]) for value, type_ in zip(values, types, strict=True))
