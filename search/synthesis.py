"""From a task to an answer: search, check by the reference interpreter, rank. The front door of this package."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from ..dsl.core.types import holds_any
from ..dsl.language.language import BUILTIN, Language
from .answer.result import Result
from .checking import TOO_LATE, nothing_done
from .components import ALONE, Components
from .decomposition.decomposition import concerns
from .engine.codegen.objects import compile_all, is_warm
from .engine.native import engine, kernels
from .options import DEFAULTS, SearchOptions
from .plain import Synthesis
from .portfolio.noise import check_noise
from .signatures.defaults import solve_with_defaults
from .signatures.dicts import concerns_dicts, solve_dicts
from .signatures.frames import frame_of, solve_framed
from .signatures.opaque import solve_opaque
from .structured import Composition
from .task.budget import Budget, never
from .task.problem import Problem
from .task.settings import Progress
from .task.task import Task

COMPILING = "compiling the search engine (once for each version, a few seconds)"
COMPILING_KERNELS = "compiling the kernels of your own primitives (once)"
"""What a user is told who waits for `warmup`."""


def solve_task(
    task: Task,
    options: SearchOptions = DEFAULTS,
    components: Components = ALONE,
    *,
    cancelled: Callable[[], bool] = never,
    spent: float = 0.0,
) -> Result:
    """Solve a task.

    Parameters
    ----------
    options
        Limits and ways of the search. `options.guide` only names a guide: `components` have it.
    components
        Whom the search asks.
    cancelled
        Asked all the time; once it is true, the result is the best so far, stopped by "interrupted".
    spent
        Seconds of the time that reading the task has taken.

    Raises
    ------
    InputError
        If the memory does not hold the examples, or `noise` leaves too few of them to be believed, or a kernel
        that is not built in is wrong.
    """
    return Solver(options, components).solve(task, cancelled=cancelled, spent=spent)


@dataclass(frozen=True)
class Solver:
    """A way to solve tasks: everything that a search is put together from except the task."""

    options: SearchOptions
    components: Components

    def solve(
        self,
        task: Task,
        *,
        progress: Callable[[Progress], None] | None = None,
        cancelled: Callable[[], bool] = never,
        spent: float = 0.0,
    ) -> Result:
        """Solve a task.

        Parameters
        ----------
        progress
            Replaces the listener of the options.
        cancelled
            Asked all the time, from the thread that searches. Once it is true, the result is the best so far,
            stopped by "interrupted".
        spent
            Seconds of the time that reading the task has taken.

        Raises
        ------
        InputError
            As `solve_task` does.
        """
        listener = self.options.progress if progress is None else progress
        check_noise(self.options.noise, task)
        warmup(listener, self.components.language)
        # Whoever listens waits for this search, and not for those that its result may begin.
        silent = replace(self, options=replace(self.options, progress=None))
        options = self.options
        budget = Budget(options.timeout, options.max_candidates, options.memory_bytes, cancelled=cancelled)
        budget.started -= spent
        return silent._solved(task, budget, listener)

    def _solved(self, task: Task, budget: Budget, listener: Callable[[Progress], None] | None) -> Result:
        """Solve a task of any signature."""

        def solve(one: Task, part: Budget) -> Result:
            return self._solved_as_it_is(one, part, listener)

        def solve_any(one: Task, part: Budget) -> Result:
            types = (*one.parameter_types, one.result_type)
            if any(map(holds_any, types)):
                return solve_opaque(one, part, solve)
            if concerns_dicts(one):
                return solve_dicts(one, part, solve)
            frame = None if self.options.noise else frame_of(one)
            return solve(one, part) if frame is None else solve_framed(one, frame, part, solve)

        if None in task.signature.defaults:
            result = solve_with_defaults(task, budget, solve_any)
        else:
            result = solve_any(task, budget)
        # What was asked in several ways has taken what all of them took.
        return replace(result, stats=replace(result.stats, seconds=budget.seconds, candidates=budget.candidates))

    def _solved_as_it_is(self, task: Task, budget: Budget, listener: Callable[[Progress], None] | None) -> Result:
        if budget.is_over():
            return Result.none(task, TOO_LATE, nothing_done(budget), solver=self)
        problem = Problem.of(task, language=self.components.language)
        way = Composition if concerns(problem) else Synthesis
        with budget.portion(1.0) as rest:
            return way(problem, rest, self, listener).result()


def warmup(progress: Callable[[Progress], None] | None = None, language: Language = BUILTIN) -> None:
    """Compile what a search needs, if that has not been done on this machine, and load it.

    It takes some seconds once for each version of induce; the clock of a search starts afterwards.
    Kernels of primitives that are not built in are compiled by themselves.
    """
    if not is_warm(language):
        if progress is not None:
            progress(Progress(0, 0, 0, 0.0, "kernels" if is_warm() else "compile"))
        compile_all(language)
    engine()
    kernels(language)
