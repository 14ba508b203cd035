"""Dictionaries of lists: what belongs to a key is listed under it, such as words under their first letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ...dsl.core.expression import Expression, Undefined, Variable, bound_variables, evaluate, free_variables, renamed
from ...dsl.text.variables import fresh_variables, parameters_for
from ..answer.ranking import Candidate
from ..task.budget import Budget
from ..task.task import Example, Task
from .fitting import fitting
from .listings import Listing, listings_of
from .opaque import Solve

SEARCHED_SHARE = 0.3
"""Of what is left of the budget: for what makes the key of an item."""

MOST_EXAMPLES = 40
"""So many items at most are examples of what makes a key; what is found is tried on all."""


def indexed(task: Task, budget: Budget, solve: Solve) -> list[Candidate]:
    """The programs of this kind that reproduce the examples of a task."""
    if not (task.result_type.is_dict and task.result_type.parts[1].is_list):
        return []
    scope = parameters_for(task.parameter_types)
    listings = [one for parameter in scope for one in listings_of(parameter, scope)]
    found = fitting(task, scope, (body for one in listings for body in _by_parts(one, task)))
    for one in () if found else listings:
        found = fitting(task, scope, _by_search(one, task, scope, budget, solve))
        if found:
            break
    return found


def _by_parts(listing: Listing, task: Task) -> Iterator[Expression]:
    """Dictionaries whose keys are parts of the rows."""
    key, values = task.result_type.parts
    assert values.item is not None
    for part, value in listing.values(values.item):
        for one in listing.parts:
            if one.type == key and (one != part or len(listing.parts) == 1):
                yield listing.grouped(one, value)


def _by_search(
    listing: Listing, task: Task, scope: tuple[Variable, ...], budget: Budget, solve: Solve
) -> Iterator[Expression]:
    """Dictionaries whose keys are made of the rows, or of that part of them which is not listed."""
    key, values = task.result_type.parts
    assert values.item is not None
    others = tuple(one for one in scope if one not in free_variables(listing.rows))
    for part, value in listing.values(values.item):
        source = listing.beside(part)
        rows = None if source is None else _keyed(listing, task, scope, [value, source, *others])
        if source is None or not rows:
            continue
        types = (source.type, *(one.type for one in others))
        with budget.portion(SEARCHED_SHARE) as share:
            found = solve(Task("", tuple(rows[:MOST_EXAMPLES]), (), (), types, key), share).found
        for one in found:
            inside = bound_variables(one.program.body)
            (row,) = fresh_variables([(listing.row.name, listing.row.type)], scope=[*scope, *inside])
            given = [renamed(each, {listing.row: row}) for each in (source, *others)]
            names = dict(zip(one.program.parameters, given, strict=True))
            made = renamed(one.program.body, names)
            yield listing.with_row(row).grouped(made, renamed(value, {listing.row: row}))
        return


def _keyed(
    listing: Listing, task: Task, scope: tuple[Variable, ...], wanted: Sequence[Expression]
) -> list[Example] | None:
    """Examples of what makes the key of a row; None where it cannot be told, or two rows contradict each other.

    Parameters
    ----------
    wanted
        What is listed of a row, then what its key is made of.
    """
    known: dict[str, Example] = {}
    for example in task.train:
        names = dict(zip((one.name for one in scope), example.inputs, strict=True))
        keys = {repr(value): key for key, values in example.output.items() for value in values}
        told = sum(len(set(map(repr, values))) for values in example.output.values())
        if told > len(keys):
            return None  # A value is under two keys.
        try:
            rows = [
                [evaluate(one, {**names, listing.row.name: row}) for one in wanted]
                for row in evaluate(listing.rows, names)
            ]
        except Undefined:
            return None
        for value, *inputs in rows:
            key: Any = keys.get(repr(value))
            one = known.setdefault(repr(inputs), Example(tuple(inputs), key))
            if key is None or one.output != key:
                return None
    return [*known.values()]
