"""Searches within a search: for a part of the program, or with other costs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ...dsl.core.expression import Variable
from ...dsl.language.language import BUILTIN, Language
from ..answer.reference_log import ReferenceLog
from ..answer.solutions import Solution, Solutions
from ..cost.prior import Prior
from ..engine.bank import OutOfMemory
from ..task.budget import Budget
from ..task.task import Task

MEMORY = 1 << 28
"""Bytes that such a search may take."""
LEFT_OUT = ("edits", "remainders", "loops", "reweighting")
"""Strategies that search within themselves, or take too long for a small search."""


@dataclass(frozen=True)
class Subsearch:
    """What searches within one search have of it.

    Parameters
    ----------
    make
        Makes a search: `Enumeration`, which this module does not import, as it is made use of there.
    """

    make: Callable[..., Any]
    task: Task
    parameters: tuple[Variable, ...]
    prior: Prior
    budget: Budget
    kernels: np.ndarray
    without: tuple[str, ...]
    language: Language = BUILTIN
    log: ReferenceLog | None = None

    def search(
        self,
        task: Task,
        parameters: tuple[Variable, ...],
        *,
        candidates: int,
        most_cost: int | None = None,
        prior: Prior | None = None,
    ) -> Sequence[Solution]:
        """The programs that a search with so many of the candidates finds; solutions, the cheapest first."""
        part = self.budget.part(candidates, MEMORY)
        options: dict[str, Any] = {"kernels": self.kernels, "without": (*self.without, *LEFT_OUT)}
        options |= {"language": self.language, "log": self.log}
        if most_cost is not None:
            options["most_cost"] = most_cost
        prior = prior or self.prior
        solutions = Solutions(prior)
        try:
            self.make(task, parameters, prior, part, solutions=solutions, **options).run()
        except (OutOfMemory, MemoryError):
            pass  # It is this search that lacks memory, not the one around it.
        except KeyboardInterrupt:
            if not solutions.found:
                raise
            self.budget.interrupted = True  # The search around it ends once it has what was found here.
        finally:
            self.budget.note("subsearch", part.candidates, part.seconds)
        return solutions.found
