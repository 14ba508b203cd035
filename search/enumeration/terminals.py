"""What a search starts from: parameters, constants, and values that it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from ...dsl.core.expression import Literal, Variable
from ...dsl.core.layout import has_layout
from ..cost.costs import Costs
from ..cost.literals import literals
from ..cost.prior import VARIABLE_COST, Prior
from ..readings.readings import readings_of
from ..task.problem import Problem
from ..task.terminal import Terminal


def terminals_of(problem: Problem, prior: Prior, is_over: Callable[[], bool] = lambda: False) -> Iterator[Terminal]:
    """The parameters, the constants that the task suggests, and what its values can be read as while there is time."""
    inputs = [example.inputs for example in problem.examples]
    yield from terminals_from(problem.parameters, inputs, literals(problem.given), prior)
    readings = readings_of(problem, is_over)
    costs = Costs(problem.given, prior, problem.extras)
    for reading in readings:
        if has_layout(reading.body.type):
            yield Terminal(reading.body, costs.of_parts(reading.body), reading.values)


def terminals_from(
    parameters: Sequence[Variable],
    inputs: Sequence[Sequence[Any]],
    constants: Iterable[tuple[Literal, int]],
    prior: Prior,
) -> Iterator[Terminal]:
    """Parameters with their values in each example, and constants with what they usually cost."""
    for position, parameter in enumerate(parameters):
        if not has_layout(parameter.type):
            continue
        cost = prior.terminal_cost(parameter, VARIABLE_COST)
        yield Terminal(parameter, cost, [values[position] for values in inputs])
    for literal, cost in constants:
        yield Terminal(literal, prior.terminal_cost(literal, cost), [literal.value] * len(inputs))
