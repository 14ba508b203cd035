"""What is said of whole dictionaries, and not entry by entry: the value of a key, and two dictionaries made one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from typing import Any

from ...dsl.core.expression import Expression, Function, Literal, Variable, call
from ...dsl.core.types import INT, STR
from ...dsl.language.language import BUILTIN
from ...dsl.text.variables import fresh_variables, parameters_for
from ..answer.ranking import Candidate
from ..readings.scene.applying import applied
from ..task.task import Task
from .fitting import fitting

NUMBER_MERGES = ("add", "larger", "smaller", "sub", "mul")
MERGES = ("concat",)
"""What may be made of the two values of a key: of numbers, and of texts and lists."""


def looked_up(task: Task) -> list[Candidate]:
    """The programs of this kind that reproduce the examples of a task."""
    scope = parameters_for(task.parameter_types)
    pairs = permutations(scope, 2) if task.result_type.is_dict else ()
    merged = (body for d, other in pairs if d.type == other.type == task.result_type for body in _key_by_key(d, other))
    return fitting(task, scope, _bodies(task)) or fitting(task, scope, merged)


def _bodies(task: Task) -> Iterator[Expression]:
    vocabulary, result = BUILTIN.vocabulary, task.result_type
    for d, other in permutations(parameters_for(task.parameter_types), 2):
        if d.type.is_dict and d.type == other.type == result:
            yield call(vocabulary["merged"], d, other)
        if d.type.is_dict and d.type.parts == (other.type, result):
            yield call(vocabulary["get"], d, other)
            if len(task.parameter_types) == 2 and (default := _default(task, d.type == task.parameter_types[0])):
                yield call(vocabulary["get_or"], d, other, Literal(default[0], result))


def _key_by_key(d: Variable, other: Variable) -> Iterator[Expression]:
    """What is made of the values of each key: of all keys, or of those that both have."""
    type_, result = d.type.parts
    (key,) = fresh_variables([("key", type_)], scope=[d, other])
    names, default = (NUMBER_MERGES, 0) if result == INT else (MERGES, "" if result == STR else [])
    if result not in (INT, STR) and not result.is_list:
        return
    shared = applied("filter", applied("keys", d), Function((key,), applied("contains", applied("keys", other), key)))
    for name in names:
        values = [applied("get_or", one, key, Literal(default, result)) for one in (d, other)]
        pair = applied("tuple", key, applied(name, *values))
        yield applied("dict", applied("map", applied("keys", applied("merged", d, other)), Function((key,), pair)))
        pair = applied("tuple", key, applied(name, *(applied("get", one, key) for one in (d, other))))
        yield applied("dict", applied("map", shared, Function((key,), pair)))


def _default(task: Task, is_first: bool) -> list[Any]:
    """The output where a dictionary, which is the first argument or the second, does not have the key."""
    calls = [(one.inputs if is_first else one.inputs[::-1], one.output) for one in task.train]
    return [output for (d, key), output in calls if key not in d][:1]
