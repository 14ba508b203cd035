"""Problems for tests, and a solver that knows the programs for their parts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from induce import Task, synthesize
from induce.dsl.core.expression import Expression, Variable
from induce.dsl.core.values import same_value
from induce.search.answer.result import Result
from induce.search.decomposition.pieces import Piece, apply, value_on
from induce.search.task.budget import Budget
from induce.search.task.problem import Problem

CANDIDATES = 60_000


def problem_of(examples: Iterable[tuple[Any, Any]], inputs: Iterable[Any] = ()) -> Problem:
    return Problem.of(Task.from_examples(examples, inputs=inputs))


def unlimited() -> Budget:
    return Budget(timeout=None, max_candidates=None, memory=10**8)


def bodies(pieces: Iterable[Piece]) -> list[str]:
    return [str(piece.body) for piece in pieces]


class Fields:
    """Solves a problem whose outputs are a parameter or a field of one, and no other."""

    def __init__(self) -> None:
        self.asked: list[Problem] = []

    def solve(self, problem: Problem, budget: Budget) -> list[Piece]:
        self.asked.append(problem)
        return [Piece(1, body) for body in self._bodies(problem) if _fits(body, problem)]

    def _bodies(self, problem: Problem) -> Iterable[Expression]:
        for parameter in problem.parameters:
            yield parameter
            yield from (apply(problem.language, "field", parameter, key) for key in parameter.type.keys)


def _fits(body: Expression, problem: Problem) -> bool:
    names: tuple[Variable, ...] = problem.parameters
    return all(same_value(value_on(body, names, one.inputs), one.output) for one in problem.given.train)


def solved(examples: list[tuple[Any, Any]], *, inputs: Iterable[Any] = (), candidates: int = CANDIDATES) -> Result:
    """A small search, the same on every machine."""
    result = synthesize(examples, inputs=inputs, max_candidates=candidates, timeout=None, guide=None)
    assert result.status == "solved", result.reason
    return result


def printed(result: Result) -> Any:
    """The printed Python as a function."""
    assert result.program is not None
    space: dict[str, Any] = {}
    exec(result.program.python(), space)
    return space["solve"]


def right(examples: list[tuple[Any, Any]], held_out: list[tuple[Any, Any]], *, candidates: int = CANDIDATES) -> str:
    """Check that what is found is right on other inputs, and that its Python is; returns the Python."""
    result = solved(examples, candidates=candidates)
    assert result.program is not None
    function = printed(result)
    for given, wanted in held_out:
        arguments = given if isinstance(given, tuple) else (given,)
        assert same_value(result.program(*arguments), wanted)
        assert same_value(function(*arguments), wanted)
    return result.program.python()
