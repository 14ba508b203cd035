"""The floor: textbook bottom-up enumeration in plain Python, which any compiled search has to beat.

Programs are made in order of their cost from smaller ones, over the reference implementations of the
language, and of those that behave alike on the examples only the first is kept: Udupa et al., "TRANSIT",
PLDI 2013; Albarghouthi, Gulwani and Kincaid, "Recursive Program Synthesis", CAV 2013. Language, costs
and constants are those of induce; there are no loops, no deduction and no guide.
"""

from __future__ import annotations

import marshal
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from ....dsl.core.application import Application, apply
from ....dsl.core.bounds import within_bounds
from ....dsl.core.expression import Call, Expression, Variable, call
from ....dsl.core.primitive import UNDEFINED_ERRORS, Primitive
from ....dsl.core.types import Type
from ....dsl.program import Program, known, value_of
from ....search.answer.ranking import predict
from ....search.cost.prior import DefaultPrior
from ....search.engine.instances import Instance, instances, reachable, universe
from ....search.enumeration.terminals import terminals_of
from ....search.task.problem import Problem
from ....search.task.settings import MOST_COST
from ....search.task.task import Task
from ..solver import Answer, Limits

LEAST_SIZE, GROWTH = 1000, 4
"""A value is dropped if it takes more bytes than this, and more than this many times as many as the task's largest."""


@dataclass(frozen=True)
class Floor:
    """Plain enumeration as a solver: its answer is the first program that fits, which is the cheapest."""

    name: str = field(default="floor", init=False)

    @property
    def settings(self) -> dict[str, Any]:
        """None: it has no options."""
        return {}

    def prepare(self) -> None:
        """Nothing is to be loaded."""

    def solve(self, task: Task, limits: Limits) -> Answer:
        """Enumerate until a program fits or a limit is reached."""
        search = FloorSearch(task, limits)
        body = search.run()
        if body is None:
            return Answer(False, [], candidates=search.candidates)
        program = Program(search.parameters, body)
        return Answer(
            claims=True,
            predictions=[*map(known, predict(program, task))],
            reproduced=[value_of(program, example.inputs) for example in task.train],
            program=str(program),
            candidates=search.candidates,
            cost=search.level,
        )


@dataclass(frozen=True)
class _Entry:
    """A program of the bank, and its value in each example."""

    body: Expression
    values: list[Any]


@dataclass(frozen=True)
class _Rule:
    """How to make larger programs: a primitive at given types, and what it adds to the cost."""

    primitive: Primitive
    arguments: tuple[Type, ...]
    application: Application
    each: bool
    cost: int


class FloorSearch:
    """The enumeration for one task; `candidates` counts the applications tried, `level` is the cost reached."""

    def __init__(self, task: Task, limits: Limits) -> None:
        problem = Problem.of(task)
        self.parameters = problem.parameters
        self.candidates = self.level = 0
        self._most = limits.candidates
        self._deadline = None if limits.timeout is None else time.perf_counter() + limits.timeout
        self._terminals = list(terminals_of(problem, DefaultPrior()))
        self._rules = _rules(task, {terminal.body.type for terminal in self._terminals})
        self._bank: dict[tuple[Type, int], list[_Entry]] = {}
        self._seen: set[tuple[Type, bytes]] = set()
        self._target = (task.result_type, _packed(problem.outputs))
        given = [
            _packed([example.inputs[place] for example in problem.examples]) for place in range(len(self.parameters))
        ]
        self._largest = max(LEAST_SIZE, *(GROWTH * len(packed) for packed in (*given, self._target[1])))

    def run(self) -> Expression | None:
        """The first program that fits; None if a limit comes first."""
        for self.level in range(1, MOST_COST):
            for body, values in self._of_cost(self.level):
                if self._store(body, values) == self._target:
                    return body
            if self._exhausted():
                return None
        return None

    def _of_cost(self, cost: int) -> Iterator[tuple[Expression, list[Any]]]:
        """Every program of a cost with its values, as far as it is defined on all examples, until a limit."""
        yield from ((terminal.body, list(terminal.values)) for terminal in self._terminals if terminal.cost == cost)
        for rule in self._rules:
            for costs in _splits(cost - rule.cost, len(rule.arguments)):
                rows = [self._bank.get(pair, []) for pair in zip(rule.arguments, costs, strict=True)]
                for entries in product(*rows):
                    if self._exhausted():
                        return
                    self.candidates += 1
                    values = _apply(rule, entries)
                    if values is not None:
                        arguments = tuple(entry.body for entry in entries)
                        yield Call(rule.primitive, arguments, rule.each, rule.application), values

    def _store(self, body: Expression, values: list[Any]) -> tuple[Type, bytes]:
        """Keep a program unless an earlier one behaves alike or a value is too large; returns the behaviour."""
        behaviour = (body.type, _packed(values))
        known = behaviour in self._seen
        if not known and len(behaviour[1]) <= self._largest and all(map(within_bounds, values)):
            self._seen.add(behaviour)
            self._bank.setdefault((body.type, self.level), []).append(_Entry(body, values))
        return behaviour

    def _exhausted(self) -> bool:
        if self._most is not None and self.candidates >= self._most:
            return True
        return self._deadline is not None and time.perf_counter() >= self._deadline


def _rules(task: Task, given: set[Type]) -> list[_Rule]:
    """All ways to apply a primitive that lie between the terminals and the output."""
    types = universe(task.parameter_types, task.result_type)
    prior, ends = DefaultPrior(), (*task.parameter_types, task.result_type)
    return [
        _Rule(
            instance.primitive,
            instance.arguments,
            _application(instance),
            instance.each,
            prior.instance_cost(instance, ends),
        )
        for instance in reachable(instances(types), given, task.result_type)
    ]


def _application(instance: Instance) -> Application:
    arguments = (Variable("", type_) for type_ in instance.arguments)
    return call(instance.primitive, *arguments, each=instance.each).application


def _packed(values: list[Any]) -> bytes:
    """The values as a key. The format has a tag for each type, and integers of any size."""
    return marshal.dumps(values, 2)


def _splits(total: int, parts: int) -> Iterator[tuple[int, ...]]:
    """Every way to share a cost among this many arguments, each of which costs something."""
    if parts == 1:
        if total > 0:
            yield (total,)
        return
    for first in range(1, total - parts + 2):
        yield from ((first, *rest) for rest in _splits(total - first, parts - 1))


def _apply(rule: _Rule, entries: Sequence[_Entry]) -> list[Any] | None:
    """The values of an application, None if it is undefined on an example."""
    found = []
    for arguments in zip(*(entry.values for entry in entries), strict=True):
        try:
            found.append(apply(rule.primitive, rule.application, arguments))
        except UNDEFINED_ERRORS:
            return None
    return found
