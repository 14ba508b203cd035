"""What readers see of a task, and what they give: expressions with their values in the examples."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ....dsl.core.expression import Expression, Undefined, Variable, evaluate
from ....dsl.core.patience import look
from ....dsl.core.types import Type
from ...task.problem import Problem

MOST_READINGS = 400
"""How many readings all readers together may give."""

LEAST_WORK = 50
"""What it counts at least to evaluate an expression."""


class ReadingEnds(Exception):
    """There is no time left to read on, or there was too much to read."""


@dataclass(frozen=True)
class Reading:
    """An expression over the parameters, and its value in each example of the problem.

    `extra` is what it costs beyond its parts.
    """

    body: Expression
    values: tuple[Any, ...]
    extra: int = 0


class Scene:
    """What readers see: the problem, and what was read before.

    Parameters
    ----------
    problem
        Its examples are in the search's order, and so are the values of readings.
    is_over
        Told how many items and characters of inputs all readings so far were made of: whether that is enough. What
        would then be read raises `ReadingEnds`.
    """

    def __init__(self, problem: Problem, *, is_over: Callable[[int], bool] = lambda _: False) -> None:
        self.problem, self._is_over = problem, is_over
        names = [parameter.name for parameter in problem.parameters]
        self._rows = [dict(zip(names, example.inputs, strict=True)) for example in problem.examples]
        look()
        self._sizes = [LEAST_WORK + sum(map(size_of, row.values())) for row in self._rows]
        self._work = 0
        self._asked = [dict(zip(names, inputs, strict=True)) for inputs in problem.given.inputs]
        self.readings: list[Reading] = [self._parameter(position) for position in range(len(names))]
        self._known = {(reading.body.type, repr(reading.values)) for reading in self.readings}

    def _parameter(self, position: int) -> Reading:
        parameter: Variable = self.problem.parameters[position]
        return Reading(parameter, tuple(example.inputs[position] for example in self.problem.examples))

    @property
    def outputs(self) -> Sequence[Any]:
        return self.problem.outputs

    @property
    def asked(self) -> Sequence[Mapping[str, Any]]:
        """The inputs to be predicted, each by the name of its parameter."""
        return self._asked

    @property
    def result_type(self) -> Type:
        return self.problem.result_type

    def of_type(self, *types: Type) -> list[Reading]:
        """What has been read so far that is of one of these types, the parameters first."""
        return [reading for reading in self.readings if reading.body.type in types]

    def read(self, body: Expression, *, extra: int = 0) -> Reading | None:
        """The expression as a reading; None if it is undefined on an example."""
        try:
            return Reading(body, tuple(self._value(body, place) for place in range(len(self._rows))), extra)
        except Undefined:
            return None

    def exact(self, body: Expression, *, extra: int = 0) -> Reading | None:
        """The expression as a reading; None unless its values are the outputs."""
        return self.read(body, extra=extra) if self.gives_outputs(body) else None

    def gives_outputs(self, body: Expression) -> bool:
        """Whether the expression has the outputs in all examples; the first in which it has not is the last tried."""
        try:
            return all(self._value(body, place) == output for place, output in enumerate(self.outputs))
        except Undefined:
            return False

    def is_output(self, reading: Reading) -> bool:
        """Whether the values of a reading are the outputs."""
        return list(reading.values) == list(self.outputs)

    def _value(self, body: Expression, place: int) -> Any:
        self._work += self._sizes[place]
        if self._is_over(self._work):
            raise ReadingEnds
        return evaluate(body, self._rows[place])

    @property
    def is_full(self) -> bool:
        """Whether no more readings are kept."""
        return len(self.readings) >= MOST_READINGS

    def foreseen(self, body: Expression) -> list[Any]:
        """The values of the expression on the inputs to be predicted where it has any."""
        found = []
        for row in self._asked:
            try:
                found.append(evaluate(body, row))
            except Undefined:
                continue
        return found

    def foretells(self, body: Expression) -> bool:
        """Whether the expression is defined on every input that is to be predicted."""
        try:
            for row in self._asked:
                evaluate(body, row)
        except Undefined:
            return False
        return True

    def add(self, reading: Reading) -> bool:
        """Keep a reading, unless one of its type has the same values; all that give the outputs are kept, as rivals."""
        gives_outputs = reading.body.type == self.result_type and self.is_output(reading)
        key = (reading.body.type, repr(reading.body if gives_outputs else reading.values))
        if key in self._known or self.is_full:
            return False
        self._known.add(key)
        self.readings.append(reading)
        return True


def size_of(value: Any) -> int:
    """How many items and characters a value has in all."""
    if isinstance(value, dict):
        return len(value) + sum(map(size_of, value.values()))
    if isinstance(value, list):
        return len(value) + sum(size_of(item) for item in value if isinstance(item, str | list | dict))
    return len(value) if isinstance(value, str) else 1
