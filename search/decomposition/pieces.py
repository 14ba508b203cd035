"""What a decomposition is made of: problems for parts, programs for them, and how these are put together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from ...dsl.core.expression import (
    Call,
    Expression,
    Function,
    Literal,
    Undefined,
    Variable,
    call,
    evaluate,
    renamed,
)
from ...dsl.core.patience import look
from ...dsl.core.types import INT, STR, Type
from ...dsl.language.language import BUILTIN, Language
from ...dsl.program import NO_VALUE
from ..task.budget import Budget
from ..task.problem import Problem
from ..task.task import MISSING, Example, Task

MOST_RIVALS = 12
"""How many programs for a part go on."""


@dataclass(frozen=True)
class Piece:
    """A program for a problem, over its parameters, and what it costs."""

    cost: int
    body: Expression


class Solver(Protocol):
    """Solves a problem of any types within a budget."""

    def solve(self, problem: Problem, budget: Budget) -> list[Piece]:
        """The programs found, the best first; none if there are none."""
        ...


Way = Callable[[Solver, Problem, Budget], list[Piece]]
"""A way to take a problem apart; it returns no programs where it does not apply or a part has none."""


class Numbers:
    """Rows as numbers of their values: a large value that is in very many rows is written once."""

    def __init__(self) -> None:
        self._seen: dict[int, tuple[Any, int]] = {}
        self._texts: dict[str, int] = {}

    def of(self, row: Sequence[Any]) -> tuple[int, ...]:
        """The same numbers for rows of the same values."""
        return tuple(map(self._number, row))

    def _number(self, value: Any) -> int:
        seen = self._seen.get(id(value))
        if seen is None:
            text = repr(value)
            # The value is kept, so that no other one has its identity.
            seen = self._seen[id(value)] = value, self._texts.setdefault(text, len(self._texts))
        return seen[1]


def pose(
    parameters: Sequence[Variable],
    rows: Sequence[Sequence[Any]],
    outputs: Sequence[Any],
    result: Type,
    *,
    asked: Sequence[Sequence[Any]] = (),
    language: Language = BUILTIN,
) -> Problem | None:
    """The problem of a part; None if the same inputs have two outputs.

    Parameters
    ----------
    rows, outputs
        The inputs and the output of each example, some of which may be the same.
    asked
        Inputs whose outputs are to be predicted.
    """
    look()
    numbers = Numbers()
    known: dict[tuple[int, ...], Example] = {}
    for row, output in zip(rows, outputs, strict=True):
        example = known.setdefault(numbers.of(row), Example(tuple(row), output))
        if repr(example.output) != repr(output):
            return None
    inputs = {numbers.of(row): tuple(row) for row in asked}
    types = tuple(parameter.type for parameter in parameters)
    train, given = tuple(known.values()), tuple(inputs.values())
    task = Task("", train, given, (MISSING,) * len(given), types, result)
    return Problem.of(task, parameters, language=language) if train else None


def with_outputs(problem: Problem, outputs: Sequence[Any], result: Type) -> Problem | None:
    """The problem with the same inputs and other outputs, in the given order."""
    task = problem.given
    rows = [example.inputs for example in task.train]
    return pose(problem.parameters, rows, outputs, result, asked=task.inputs, language=problem.language)


def where(problem: Problem, condition: Expression, *, holds: bool, result: Type | None = None) -> Problem | None:
    """The problem with only those inputs for which a condition holds, or does not."""

    def chosen(inputs: Sequence[Any]) -> bool:
        return value_on(condition, problem.parameters, inputs) is holds

    task = problem.given
    train = [example for example in task.train if chosen(example.inputs)]
    return pose(
        problem.parameters,
        [example.inputs for example in train],
        [example.output for example in train],
        result or problem.result_type,
        asked=[inputs for inputs in task.inputs if chosen(inputs)],
        language=problem.language,
    )


def value_on(body: Expression, parameters: Sequence[Variable], inputs: Sequence[Any]) -> Any:
    """The value of an expression on some inputs; `NO_VALUE` where it is undefined."""
    try:
        return evaluate(body, {variable.name: value for variable, value in zip(parameters, inputs, strict=True)})
    except Undefined:
        return NO_VALUE


def apply(language: Language, name: str, *arguments: Expression | int | str, each: bool = False) -> Expression:
    """A primitive applied to expressions and constants."""
    return call(language.vocabulary[name], *map(_expression, arguments), each=each)


def _expression(argument: Expression | int | str) -> Expression:
    if isinstance(argument, int | str):
        return Literal(argument, INT if isinstance(argument, int) else STR)
    return argument


def combined(parts: Sequence[Sequence[Piece]], together: Callable[..., Expression]) -> list[Piece]:
    """The parts put together: the best of each, and then with one other of some part; none if a part has none."""
    if not all(parts):
        return []
    chosen = [[piece[0] for piece in parts]]
    for position, pieces in enumerate(parts):
        chosen += [[*chosen[0][:position], other, *chosen[0][position + 1 :]] for other in pieces[1:]]
    best, *rivals = (
        Piece(1 + sum(piece.cost for piece in pieces), together(*(piece.body for piece in pieces))) for pieces in chosen
    )
    return [best, *sorted(rivals, key=lambda piece: piece.cost)][:MOST_RIVALS]


def apart(body: Expression, taken: frozenset[str]) -> Expression:
    """The expression with names for the parameters of its functions that nothing around them has."""
    match body:
        case Call(primitive, arguments, each):
            return call(primitive, *(apart(argument, taken) for argument in arguments), each=each)
        case Function(parameters, inner):
            names = {parameter: Variable(_free(parameter.name, taken), parameter.type) for parameter in parameters}
            within = taken | {variable.name for variable in names.values()}
            return Function(tuple(names.values()), apart(renamed(inner, names), within))
    return body


def _free(name: str, taken: frozenset[str]) -> str:
    names = (name, *(f"{name}{number}" for number in range(2, len(taken) + 3)))
    return next(new for new in names if new not in taken)
