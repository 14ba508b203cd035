"""A task as a search sees it: its examples in the order in which matching looks at them, its parameters named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar

import numpy as np

from ...dsl.core.expression import Expression, Variable
from ...dsl.core.layout import has_layout, length_of
from ...dsl.core.patience import look
from ...dsl.core.types import Type
from ...dsl.language.language import BUILTIN, Language
from ...dsl.text.variables import parameters_for
from ...support.errors import InputError
from .task import MISSING, Example, Task

Item = TypeVar("Item")


@dataclass(frozen=True, eq=False)
class Problem:
    """What is to be solved.

    Whatever a search keeps for each example, it keeps in the order of `task`; whoever speaks
    to a person or a guide puts it back into the order that was `given`.

    Parameters
    ----------
    given
        The task as it was given.
    task
        The same with the example of the longest output first: it tells the most, so that matching looks at it first.
    numbers
        For each example of `task` its number in `given`.
    parameters
        Of the program.
    language
        The primitives that it may use.
    extras
        What readings cost beyond their parts, once they have been read: here, or in a part of the problem.
    of_views
        Whether the parameters are views of a structured value, such as the fields of a record: most of them are of no
        concern, while an argument is given for a reason.
    """

    given: Task
    task: Task
    numbers: tuple[int, ...]
    parameters: tuple[Variable, ...]
    language: Language = BUILTIN
    extras: dict[Expression, int] = field(default_factory=dict)
    of_views: bool = False

    @classmethod
    def of(cls, task: Task, parameters: Sequence[Variable] | None = None, *, language: Language = BUILTIN) -> Problem:
        """The problem that a task poses; parameters are named by their types unless they are given.

        Raises
        ------
        InputError
            If nothing searches for outputs of this type.
        """
        type_ = task.result_type
        if not has_layout(type_) and not type_.is_structured:
            raise InputError(f"train: outputs of type {type_} are not searched for; expected them as text or numbers")
        words = [length_of(example.output, type_) if has_layout(type_) else 0 for example in task.train]
        numbers = sorted(range(len(words)), key=lambda number: -words[number])
        ordered = replace(task, train=tuple(task.train[number] for number in numbers))
        named = parameters_for(task.parameter_types, language=language) if parameters is None else parameters
        return cls(task, ordered, tuple(numbers), tuple(named), language)

    def restricted(self, examples: Sequence[int]) -> Problem:
        """The problem with only some of the examples, given by their positions in `task`."""
        numbers = sorted(self.numbers[position] for position in examples)
        task = replace(self.given, train=tuple(self.given.train[n] for n in numbers))
        problem = Problem.of(task, self.parameters, language=self.language)
        return replace(problem, extras=self.extras, of_views=self.of_views)

    def with_outputs(self, outputs: Sequence[Any], result: Type) -> Problem:
        """The problem with other outputs of another type, one for each example, in the order of `task`."""
        rows = sorted(zip(self.numbers, outputs, strict=True))
        pairs = zip(self.given.train, rows, strict=True)
        train = tuple(replace(example, output=output) for example, (_, output) in pairs)
        expected = (MISSING,) * len(self.given.inputs)
        task = replace(self.given, train=train, result_type=result, expected=expected)
        problem = Problem.of(task, self.parameters, language=self.language)
        return replace(problem, extras=self.extras, of_views=self.of_views)

    @property
    def arity(self) -> int:
        """How many parameters a program is expected to depend on."""
        return 0 if self.of_views else len(self.parameters)

    @property
    def examples(self) -> tuple[Example, ...]:
        """The examples in the search's order."""
        return self.task.train

    @property
    def result_type(self) -> Type:
        return self.task.result_type

    @property
    def signature(self) -> tuple[Type, ...]:
        """The types of the parameters and of the result."""
        return (*self.task.parameter_types, self.task.result_type)

    @property
    def outputs(self) -> list[Any]:
        return [example.output for example in self.examples]

    @cached_property
    def in_given_order(self) -> np.ndarray:
        """Indices that put what is kept for each example back into the given order."""
        return np.argsort(self.numbers)

    @cached_property
    def longest(self) -> int:
        """Words in the longest value of the examples that has any."""
        rows = ((*example.inputs, example.output) for example in self.examples)
        pairs = (pair for row in rows for pair in zip(row, self.signature, strict=True))
        look()
        return max((length_of(value, type_) for value, type_ in pairs if has_layout(type_)), default=1)

    @property
    def words(self) -> int:
        """Those of all examples, were each as long as the longest."""
        return self.longest * len(self.examples)
