"""What is said of whole dictionaries, and not entry by entry: the value of a key, and two dictionaries made one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from typing import Any

from ...dsl.core.expression import Expression, Literal, call
from ...dsl.language.language import BUILTIN
from ...dsl.text.variables import parameters_for
from ..answer.ranking import Candidate, observed, probes, verified
from ..answer.solutions import Solution
from ..cost.omens import omens_in
from ..cost.prior import expression_cost
from ..task.problem import Problem
from ..task.task import Task


def looked_up(task: Task) -> list[Candidate]:
    """The programs of this kind that reproduce the examples of a task."""
    parameters = parameters_for(task.parameter_types)
    problem = Problem(task, task, tuple(range(len(task.train))), parameters, BUILTIN)
    probed, omens = probes(task), omens_in(task)
    costs = ((expression_cost(body), body) for body in _bodies(task))
    found = (verified(Solution(cost, body, cost), problem, omens=omens) for cost, body in costs)
    return [observed(one, probed) for one in found if one is not None]


def _bodies(task: Task) -> Iterator[Expression]:
    vocabulary, result = BUILTIN.vocabulary, task.result_type
    for d, other in permutations(parameters_for(task.parameter_types), 2):
        if d.type.is_dict and d.type == other.type == result:
            yield call(vocabulary["merged"], d, other)
        if d.type.is_dict and d.type.parts == (other.type, result):
            yield call(vocabulary["get"], d, other)
            if len(task.parameter_types) == 2 and (default := _default(task, d.type == task.parameter_types[0])):
                yield call(vocabulary["get_or"], d, other, Literal(default[0], result))


def _default(task: Task, is_first: bool) -> list[Any]:
    """The output where a dictionary, which is the first argument or the second, does not have the key."""
    calls = [(one.inputs if is_first else one.inputs[::-1], one.output) for one in task.train]
    return [output for (d, key), output in calls if key not in d][:1]
