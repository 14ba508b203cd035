"""A problem with structure on its way to a result: taken apart, solved in parts, and put together."""

from __future__ import annotations

from collections.abc import Callable

from ..dsl.core.patience import OutOfTime
from ..dsl.program import Program
from ..support.errors import InputError
from .answer.result import Result, Stats
from .answer.solutions import Solution
from .checking import TOO_LATE, UnsoundError, checked
from .components import Setup
from .decomposition.decomposition import Decomposition
from .decomposition.pieces import Piece, apart
from .plain import Synthesis
from .task.budget import INTERRUPTED, Budget
from .task.problem import Problem
from .task.settings import Progress


class Composition:
    """One problem with structure on its way to a result: taken apart, solved in parts, and put together."""

    def __init__(
        self, problem: Problem, budget: Budget, solver: Setup, listener: Callable[[Progress], None] | None
    ) -> None:
        self.problem, self.budget, self.solver, self.listener = problem, budget, solver, listener
        self.parts: list[Result] = []
        self.whole: Result | None = None

    def result(self) -> Result:
        """Take the problem apart, check what is put together, and rank it."""
        if self.solver.options.noise and self.problem.result_type.is_structured:
            raise InputError(f"noise: expected 0 where outputs are {self.problem.result_type}")
        decomposition = Decomposition(self._search)
        try:
            pieces = self._pieces(decomposition)
            if self.whole is not None and pieces and self.whole.program == self._program(pieces[0]):
                return self.whole  # A search for all of it found the best program.
            taken = frozenset(parameter.name for parameter in self.problem.parameters)
            solutions = [Solution(piece.cost, apart(piece.body, taken), piece.cost) for piece in pieces]
        except KeyboardInterrupt:
            return self._nothing(INTERRUPTED, INTERRUPTED)
        found, interrupted = checked(solutions, self.problem, self.budget, noise=self.solver.options.noise)
        stopped_by = INTERRUPTED if interrupted else "solved"
        if found:
            stats, task = self._stats(stopped_by), self.problem.given
            return Result.solved(task, found, stats, top=self.solver.options.top, solver=self.solver)
        if interrupted:
            return self._nothing(INTERRUPTED, INTERRUPTED)
        if pieces and not self.solver.options.noise:  # Parts that miss one example each may miss several together.
            raise UnsoundError(f"none of {len(pieces)} programs put together survived the check by the interpreter")
        reason = TOO_LATE if self.budget.is_over() and not self.parts else decomposition.reason
        return self.whole or self._nothing(reason, self.budget.stopped_by() or "exhausted")

    def _pieces(self, decomposition: Decomposition) -> list[Piece]:
        try:
            with self.budget.patience(), self.budget.keeping_back(self.problem.words):
                return decomposition.solve(self.problem, self.budget)
        except OutOfTime:
            return []

    def _program(self, piece: Piece) -> Program:
        return Program(self.problem.parameters, piece.body, signature=self.problem.given.signature)

    def _search(self, problem: Problem, budget: Budget) -> Result:
        """Search for a part, or for the whole where it is plain."""
        result = Synthesis(problem, budget, self.solver, self.listener).result()
        self.parts.append(result)
        if problem is self.problem:
            self.whole = result
        return result

    def _stats(self, stopped_by: str) -> Stats:
        stored, level = (
            sum(part.stats.stored for part in self.parts),
            max((p.stats.level for p in self.parts), default=0),
        )
        return Stats(self.budget.seconds, self.budget.candidates, stored, level, stopped_by, self.budget.candidates)

    def _nothing(self, reason: str, stopped_by: str) -> Result:
        told = reason or "nothing that the parts of the outputs could be made of"
        return Result.none(self.problem.given, told, self._stats(stopped_by), solver=self.solver)
