"""What any program costs in a task, whoever found it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any

from ...dsl.core.expression import Call, Expression, Function, Literal, call, free_variables
from ...dsl.core.types import BOOL, STR, Type, list_of
from ..engine.instances import instance_of
from ..task.task import Task
from .contextual import ODD, READ, traits
from .learnt import shipped
from .literals import (
    CATEGORY_COST,
    GIVEN_WORD_COST,
    LIST_COST,
    categories_of_inputs,
    constant_cost,
    literals,
    words_of_inputs,
)
from .prior import FUNCTION_COST, VARIABLE_COST, Prior

Extras = Mapping[Expression, int]
"""What readings cost beyond their parts."""
NOTHING_READ: Extras = MappingProxyType({})


@dataclass(frozen=True)
class Whole:
    """A program as it is judged as a whole.

    Parameters
    ----------
    body
        The program itself.
    judged
        The same with a variable for each condition that was read: what people have a word for is not odd.
    ignored
        How many parameters it does not depend on.
    """

    body: Expression
    judged: Expression
    ignored: int

    @classmethod
    def of(cls, program: Expression, extras: Extras = NOTHING_READ, *, arity: int = 0) -> Whole:
        """A program of so many parameters."""
        ignored = max(0, arity - len(free_variables(program)))
        return cls(program, _with_conditions_read(program, extras), ignored)

    def surprise(self, prior: Prior) -> int:
        """What it costs beyond its parts."""
        return prior.surprise(self.body, self.judged, ignored=self.ignored)

    def oddness(self) -> int:
        """What odd uses of values in it cost."""
        found = self.traits(labels=False)
        return shipped().surcharge({name: count for name, count in found.items() if name.startswith(ODD)})

    def traits(self, *, labels: bool) -> Counter[str]:
        """What it is like; see `contextual.traits`."""
        return traits(self.body, self.judged, labels=labels, ignored=self.ignored)


def _with_conditions_read(expression: Expression, extras: Extras) -> Expression:
    """The expression with a variable in place of each condition that was read."""
    if not isinstance(expression, Call) or not extras:
        return expression
    if expression.type == BOOL and expression in extras:
        return READ
    parts = (_with_conditions_read(argument, extras) for argument in expression.arguments)
    return call(expression.primitive, *parts, each=expression.each)


class Costs:
    """The costs of programs for one task under a prior, as the forward search with this prior counts them.

    Parameters
    ----------
    extras
        Of the readings of the task: `Problem.extras`.
    """

    def __init__(self, task: Task, prior: Prior, extras: Extras = NOTHING_READ) -> None:
        self._given = (*task.parameter_types, task.result_type)
        self._task, self._prior, self._extras = task, prior, extras

    @cached_property
    def _literals(self) -> Mapping[Expression, int]:
        return dict(literals(self._task))

    @cached_property
    def _words(self) -> Collection[str]:
        return words_of_inputs(self._task)

    @cached_property
    def _categories(self) -> Collection[str]:
        return categories_of_inputs(self._task)

    def of_whole(self, program: Expression) -> int:
        """What a program costs that fits: its parts, and what it is odd by."""
        whole = Whole.of(program, self._extras, arity=len(self._given) - 1)
        return max(1, self.of_parts(program) + whole.surprise(self._prior))

    def of_parts(self, expression: Expression) -> int:
        """The sum of what the parts cost; a reading is one part."""
        return self._of_parts(expression, self._given, self._extras, outermost=True)

    def _of_parts(
        self, expression: Expression, given: Sequence[Type], extras: Extras, *, outermost: bool = False
    ) -> int:
        if extras and expression in extras:
            return max(1, self._of_parts(expression, self._given, NOTHING_READ, outermost=True) + extras[expression])
        match expression:
            case Call(_, arguments):
                applied = self._prior.instance_cost(instance_of(expression), given, outermost=outermost)
                return applied + sum(self._of_parts(argument, given, extras) for argument in arguments)
            case Literal(value, type_):
                suggested = self._literals.get(expression)
                usual = self._usual(value, type_) if suggested is None else suggested
                return self._prior.terminal_cost(expression, usual)
            case Function(parameters, body):  # Its body is a task of its own.
                inside = (*(parameter.type for parameter in parameters), body.type)
                return FUNCTION_COST + self._of_parts(body, inside, extras)
        return self._prior.terminal_cost(expression, VARIABLE_COST)

    def _usual(self, value: Any, type_: Type) -> int:
        """What a constant costs that no search starts from: what inputs hold costs no more than a choice among it."""
        if type_ == list_of(STR):
            return LIST_COST + sum(1 + self._usual(text, STR) for text in value)
        cost = constant_cost(value, type_)
        if type_ == STR and value in self._categories:
            return min(cost, CATEGORY_COST)
        return min(cost, GIVEN_WORD_COST) if type_ == STR and value in self._words else cost
