"""Searches with guides that were asked ahead: what the variants of a study are measured by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import count, islice, repeat
from pathlib import Path

import numpy as np

from ...search.answer.ranking import reproduces
from ...search.cost.prior import Prior
from ...search.options import SearchOptions
from ...search.task.loading import load_tasks
from ...search.task.task import Task
from ...search.task.values import Values
from ...support.errors import InputError, tell
from ..runtime.judge import Judge
from ..runtime.prior import GuidedPrior
from ..tasks.lessons import lessons
from .figures import Trial

GENERATED = "generated"
"""The name of the set of tasks that are made."""
MOST_GENERATED, MOST_OF_FILE = 40, 25
"""How many tasks of a set are searched for."""
LEAST_DIFFICULTY = 3
"""Primitives: shorter programs are found before a guide can be of use."""
FIRST_MOMENTS = 20_000
"""Candidates before the guide is asked: hardly any, for it is what is measured, but its second head judges a bank."""
OF_WORLD = 2
"""How many tasks come from one world at most, since they are alike."""


@dataclass(frozen=True)
class Told:
    """A guide that knows what to say of one task: it travels to another process, its network need not.

    Parameters
    ----------
    changes : int64, (nonterminals, productions)
        As in `GuidedPrior`.
    judge
        The second head for this task; None if it was not trained.
    """

    changes: np.ndarray
    judge: Judge | None = None

    def prior(self, task: Task, usual: Prior) -> Prior:
        """The usual prior, changed by what is known."""
        return GuidedPrior(usual, self.changes)

    def odds(self, task: Task, values: Sequence[Values]) -> np.ndarray | None:
        """Log-odds that values are parts of the program, by the second head."""
        return None if self.judge is None else self.judge.odds(task, values)


def read_sets(paths: Iterable[str]) -> dict[str, list[Task]]:
    """The tasks of each file, evenly spread over it, by the name of the file.

    Lines that are not valid tasks are left out, which is told: public sets have some with values that the language
    does not have.

    Raises
    ------
    InputError
        If a file cannot be read, has no line that is a task, or has the name of another set.
    """
    found: dict[str, list[Task]] = {}
    for path in paths:
        name = Path(path).stem
        if name in found or name == GENERATED:
            raise InputError(f"{path}: there is another set of tasks called {name}; expected files of different names")
        lines = list(load_tasks(path))
        tasks = [line for line in lines if isinstance(line, Task)]
        if not tasks:
            wrong = (line for line in lines if isinstance(line, InputError))
            raise next(wrong, InputError(f"{path}: no tasks; expected one JSON task a line"))
        if len(tasks) < len(lines):
            left = len(lines) - len(tasks)
            tell(f"{path}: {left} of {len(lines)} lines are not valid tasks and are left out")
        found[name] = tasks[:: -(-len(tasks) // MOST_OF_FILE)]
    return found


def generated(seed: int) -> list[Task]:
    """Tasks of many worlds that are worth a search: not the easiest ones, and without wrong outputs."""
    found: list[Task] = []
    for world in count():
        worth = (
            lesson.task
            for lesson in lessons(seed, world)
            if lesson.difficulty >= LEAST_DIFFICULTY
            and all(reproduces(lesson.program, example) for example in lesson.task.train)
        )
        found += islice(worth, OF_WORLD)
        if len(found) >= MOST_GENERATED:
            break
    return found[:MOST_GENERATED]


def searched(
    tasks: Sequence[Task], guides: Sequence[Told] | None, *, candidates: int, pool: ProcessPoolExecutor
) -> tuple[Trial, ...]:
    """Search for each task with the guide that knows it, in these processes, or without guides for None."""
    return tuple(pool.map(_searched, tasks, guides or repeat(None), repeat(candidates)))


def _searched(task: Task, guide: Told | None, candidates: int) -> Trial:
    from ...search.components import Components
    from ...search.synthesis import solve_task

    options = SearchOptions(max_candidates=candidates, timeout=None)
    result = solve_task(task, options, Components(guide=guide, first_moments=FIRST_MOMENTS))
    fitted = result.status == "solved"
    solved = fitted and task.foretold(result.predictions)
    return Trial(fitted, solved, result.stats.found_after, str(result.program) if fitted else "")
