"""Solves tasks with dictionaries of any keys: with the lists of their entries in their place.

Two dictionaries are equal whatever their order, and a file may have sorted its keys. So entries are taken in the order
given and, where that has no program, in the order of their keys.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from ...dsl.core.expression import Call, Expression, Variable, bound_variables, call, renamed
from ...dsl.core.types import Type, list_of, tuple_of
from ...dsl.program import Program
from ...dsl.text.variables import fresh_variables
from ..answer.ranking import Candidate
from ..answer.result import Result
from ..task.budget import INTERRUPTED, Budget
from ..task.task import Example, Task
from .entries import over_dictionaries
from .groupings import grouped
from .indexes import indexed
from .lookups import looked_up
from .opaque import Solve, confirmed

REASON = "no program found makes these entries, in the order given or sorted"

Order = Callable[[dict[Any, Any]], list[Any]]
"""The keys of a dictionary one after the other."""

SHARES: tuple[tuple[Order, float], ...] = ((list, 0.4), (sorted, 1.0))
"""Of what is left of the budget, for each order in turn where they differ."""

KNOWN_SHARE = 0.1
"""Of the budget: for rivals of what is known of whole dictionaries."""

ORDERINGS = frozenset({"sort", "sorted_by", "sorted_by_desc", "reverse"})
"""Primitives that change nothing but the order of entries."""


def concerns_dicts(task: Task) -> bool:
    """Whether a task has dictionaries of any keys."""
    return any(type_.is_dict for type_ in (*task.parameter_types, task.result_type))


def solve_dicts(task: Task, budget: Budget, solve: Solve) -> Result:
    """Solve a task that has dictionaries of any keys."""
    if known := looked_up(task) or indexed(task, budget, solve) or grouped(task, budget, solve):
        with budget.portion(KNOWN_SHARE) as part:
            return _of_dicts(task, solve(_with_entries(task, list), part), is_sorted=False, known=known)
    given, ordered = (_with_entries(task, order) for order in (list, sorted))
    if given.train == ordered.train:
        return _of_dicts(task, solve(given, budget), is_sorted=True)
    for order, share in SHARES:
        is_sorted = order is sorted
        with budget.portion(share) as part:
            result = _of_dicts(task, solve(ordered if is_sorted else given, part), is_sorted=is_sorted)
        if result.status == "solved" or result.stats.stopped_by == INTERRUPTED or budget.is_over():
            break
    return result


def _with_entries(task: Task, order: Order) -> Task:
    """The task with lists of entries in the place of dictionaries."""

    def read(value: Any, type_: Type) -> Any:
        return [[key, value[key]] for key in order(value)] if type_.is_dict and isinstance(value, dict) else value

    def read_all(inputs: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(map(read, inputs, task.parameter_types))

    return replace(
        task,
        train=tuple(Example(read_all(one.inputs), read(one.output, task.result_type)) for one in task.train),
        inputs=tuple(map(read_all, task.inputs)),
        expected=tuple(read(output, task.result_type) for output in task.expected),
        parameter_types=tuple(map(_of_entries, task.parameter_types)),
        result_type=_of_entries(task.result_type),
    )


def _of_entries(type_: Type) -> Type:
    return list_of(tuple_of(type_.parts)) if type_.is_dict else type_


def _of_dicts(task: Task, result: Result, *, is_sorted: bool, known: Sequence[Candidate] = ()) -> Result:
    """The result for dictionaries that comes of one for lists of entries."""
    made = (_over_dicts(one, task, is_sorted=is_sorted) for one in result.found)
    found = [*known, *confirmed(task, made)]
    if not found:
        return Result.none(task, result.reason or REASON, result.stats, solver=result.solver)
    return Result.solved(task, found, result.stats, top=result.top, solver=result.solver)


def _over_dicts(one: Candidate, task: Task, *, is_sorted: bool) -> Candidate:
    """The program that takes and returns dictionaries in place of one that takes and returns lists of entries."""
    program, vocabulary = one.program, one.program.language.vocabulary
    body: Expression = program.body
    cost = one.cost
    while task.result_type.is_dict and is_sorted and isinstance(body, Call) and body.primitive.name in ORDERINGS:
        cost -= body.primitive.cost
        body = body.arguments[0]
    parameters = _parameters(program, task)
    pairs = [*zip(program.parameters, parameters, strict=True)]
    unchanged = [new for old, new in pairs if new.type.is_dict and old == body]
    if task.result_type.is_dict and unchanged:
        body = unchanged[0]
    else:
        body = call(vocabulary["dict"], body) if task.result_type.is_dict else body
        names = {old: call(vocabulary["entries"], new) if new.type.is_dict else new for old, new in pairs}
        body = over_dictionaries(renamed(body, names), program.language)
    return replace(one, program=replace(program, parameters=parameters, body=body), cost=cost)


def _parameters(program: Program, task: Task) -> tuple[Variable, ...]:
    """The parameters of the program, with those that are dictionaries called so."""
    scope = [*bound_variables(program.body), *program.parameters]
    found: list[Variable] = []
    for old, type_ in zip(program.parameters, task.parameter_types, strict=True):
        wanted = [("d", type_)]
        language = program.language
        found += fresh_variables(wanted, scope=[*scope, *found], language=language) if type_.is_dict else [old]
    return tuple(found)
