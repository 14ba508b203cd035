"""Dictionaries of what items with a key in common come to: how many they are, their sum, the longest of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ...dsl.core.expression import Expression, Function, Undefined, Variable, evaluate, renamed, walk
from ...dsl.core.types import INT, STR, Type, list_of
from ...dsl.core.values import same_value
from ...dsl.text.variables import fresh_variables, parameters_for
from ..answer.ranking import Candidate
from ..cost.prior import expression_cost
from ..readings.scene.applying import applied
from ..task.budget import Budget
from ..task.task import Example, Task
from .fitting import fitting_at
from .keys import as_type, conditions_on, keys_of, labelled, values_of
from .listings import Listing, listings_of
from .opaque import Solve

SEARCHED_SHARE = 0.3
"""Of what is left of the budget: for what the values of a key are made to."""
MOST_KEYS, MOST_GROUPS = 8, 40
"""How many keys are tried, and of how many groups a search is given the values."""
TABLE_COST, GROUP_COST = 4, 3
"""What it costs to put items into a dictionary, and to put together those of a key first."""

Priced = tuple[int, Expression]


@dataclass(frozen=True)
class Grouping:
    """Items that are put together by a key.

    `groups` has for each example the rows of each key.
    """

    listing: Listing
    key: Expression
    groups: Sequence[dict[Any, list[Any]]]

    def cost_of(self, body: Expression) -> int:
        """What is made of a row: its parts cost what a variable does."""
        inside = [*walk(body)]
        part = next((one for one in self.listing.parts if one in inside), None)
        return expression_cost(body) - (0 if part is None else expression_cost(part) - 1)


def grouped(task: Task, budget: Budget, solve: Solve) -> list[Candidate]:
    """The programs of this kind that reproduce the examples of a task."""
    if not task.result_type.is_dict:
        return []
    scope = parameters_for(task.parameter_types)
    listings = [one for parameter in scope for one in listings_of(parameter, scope) if one.inner is None]
    groupings = [found for one in listings for found in _groupings(one, task, scope)][:MOST_KEYS]
    found = fitting_at(task, scope, (priced for one in groupings for priced in _usual(one, task)))
    for one in () if found else groupings[:1]:
        found = fitting_at(task, scope, _searched(one, task, scope, budget, solve))
    return found


def _groupings(listing: Listing, task: Task, scope: Sequence[Variable]) -> Iterator[Grouping]:
    """Keys that make the keys of the outputs, the first of those that group alike."""
    rows = _rows(listing, task, scope)
    if rows is None:
        return
    seen: set[str] = set()
    for key in _keys(listing, task):
        groups = [_grouped(key, listing.row, table) for table in rows]
        if any(one is None for one in groups) or repr(groups) in seen:
            continue
        known = [one for one in groups if one is not None]
        is_right = all(one.keys() == example.output.keys() for one, example in zip(known, task.train, strict=True))
        if is_right and any(len(values) > 1 for one in known for values in one.values()):
            seen.add(repr(groups))
            yield Grouping(listing, key, known)


def _rows(listing: Listing, task: Task, scope: Sequence[Variable]) -> list[list[Any]] | None:
    names = [one.name for one in scope]
    try:
        return [evaluate(listing.rows, dict(zip(names, one.inputs, strict=True))) for one in task.train]
    except Undefined:
        return None


def _keys(listing: Listing, task: Task) -> Iterator[Expression]:
    type_ = task.result_type.parts[0]
    for part in listing.parts:
        for key in keys_of(part):
            if (one := as_type(key, type_)) is not None:
                yield one
    labels = list(dict.fromkeys(key for example in task.train for key in example.output))
    if len(labels) == 2:
        for part in listing.parts:
            for condition in conditions_on(part):
                yield labelled(condition, labels, type_)
                yield labelled(condition, labels[::-1], type_)


def _grouped(key: Expression, row: Variable, rows: Sequence[Any]) -> dict[Any, list[Any]] | None:
    """The rows by their keys; None if one has none."""
    found: dict[Any, list[Any]] = {}
    try:
        for one in rows:
            found.setdefault(evaluate(key, {row.name: one}), []).append(one)
    except (Undefined, TypeError):
        return None
    return found


def _usual(grouping: Grouping, task: Task) -> Iterator[Priced]:
    """What is usually made of the values of a key."""
    listing, wanted = grouping.listing, task.result_type.parts[1]
    if wanted == INT:
        is_item = grouping.key == listing.row
        keys = listing.rows if is_item else applied("map", listing.rows, Function((listing.row,), grouping.key))
        yield TABLE_COST + grouping.cost_of(grouping.key), applied("dict", applied("counted", keys))
    for part in listing.parts:
        for value in values_of(part):
            if value.type == wanted:
                pair = applied("tuple", grouping.key, value)
                cost = TABLE_COST + grouping.cost_of(grouping.key) + grouping.cost_of(value)
                yield cost, applied("dict", applied("map", listing.rows, Function((listing.row,), pair)))
            (values,) = fresh_variables([("values", list_of(value.type))], scope=[listing.row])
            if _has_values(grouping, value):
                for end in _ends(values):
                    if end.type == wanted and _gives(grouping, value, values, end, task):
                        yield _with_end(grouping, value, values, end)


def _ends(values: Variable) -> Iterator[Expression]:
    """What may be made of the values of a key."""
    item = values.type.item
    assert item is not None
    yield values
    yield applied("head", values)
    if item == INT:
        yield from (applied(name, values) for name in ("sum", "max", "min", "product", "mean"))
    if item in (INT, STR):
        yield from (applied(name, values) for name in ("sort", "unique", "mode"))
        yield applied("len", applied("unique", values))
        yield applied("sort", applied("unique", values))
    if item == STR:
        yield from (applied("join", values, mark) for mark in (", ", ",", " "))
        yield applied("glue", values)
        yield from (applied("at", applied("sort", values), place) for place in (0, -1))
        (word,) = fresh_variables([("word", STR)], scope=[values])
        yield from (applied(name, values, Function((word,), applied("len", word))) for name in ("max_by", "min_by"))


def _has_values(grouping: Grouping, value: Expression) -> bool:
    """Whether each row gives a value."""
    rows = (row for table in grouping.groups for rows in table.values() for row in rows)
    return all(_value(value, {grouping.listing.row.name: row}) is not None for row in rows)


def _value(body: Expression, scope: dict[str, Any]) -> Any:
    try:
        return evaluate(body, scope)
    except Undefined:
        return None


def _gives(grouping: Grouping, value: Expression, values: Variable, end: Expression, task: Task) -> bool:
    """Whether what is made of the values of each key is what the outputs say."""
    name = grouping.listing.row.name
    for table, example in zip(grouping.groups, task.train, strict=True):
        for key, rows in table.items():
            listed = [evaluate(value, {name: row}) for row in rows]
            if not same_value(_value(end, {values.name: listed}), example.output[key]):
                return False
    return True


def _with_end(grouping: Grouping, value: Expression, values: Variable, end: Expression) -> Priced:
    """The dictionary of what is made of the values of each key."""
    groups = grouping.listing.grouped(grouping.key, value)
    cost = GROUP_COST + grouping.cost_of(grouping.key) + grouping.cost_of(value) + expression_cost(end)
    if end == values:
        return cost, groups
    entries = applied("entries", groups)
    item: Type | None = entries.type.item
    assert item is not None
    (entry,) = fresh_variables([("entry", item)], scope=[grouping.listing.row, values])
    pair = applied("tuple", applied("part", entry, 0), _over(end, values, entry))
    return cost, applied("dict", applied("map", entries, Function((entry,), pair)))


def _over(end: Expression, values: Variable, entry: Variable) -> Expression:
    """An end with the values of an entry in the place of the variable."""
    return renamed(end, {values: applied("part", entry, 1)})


def _searched(
    grouping: Grouping, task: Task, scope: Sequence[Variable], budget: Budget, solve: Solve
) -> Iterator[Priced]:
    """What a search makes of the rows of a key."""
    row = grouping.listing.row
    examples = [
        Example((rows,), example.output[key])
        for table, example in zip(grouping.groups, task.train, strict=True)
        for key, rows in table.items()
    ]
    type_ = list_of(row.type)
    with budget.portion(SEARCHED_SHARE) as share:
        found = solve(Task("", tuple(examples[:MOST_GROUPS]), (), (), (type_,), task.result_type.parts[1]), share).found
    for one in found:
        (given,) = one.program.parameters
        yield _with_end(grouping, row, given, one.program.body)
