"""induce itself as a solver of the benchmark."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ...dsl.language.language import BUILTIN, Language
from ...dsl.language.loading import load_primitives
from ...guide.runtime.named import AUTO, SHIPPED, guide_named
from ...search.cost.prior import Guide
from ...search.task.task import Task
from ...support.errors import InputError
from ...support.files import why
from .solver import Answer, Limits

FIRST = Task.from_examples([([3, 1, 2], 7), ([5], 40), ([2, 2], 913)])
"""Searched for in vain before the first task: afterwards all code and the guide are in memory."""


@dataclass(frozen=True)
class Induce:
    """induce with options as `api.synthesize` has them; `guide` is "auto", the path of a weights file, or None.

    `primitives` are files of declarations.
    """

    guide: str | None = AUTO
    without: tuple[str, ...] = ()
    noise: int = 0
    threads: int = 1
    primitives: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """ "induce", or "induce-unguided"."""
        return "induce-unguided" if self.guide is None else "induce"

    @property
    def settings(self) -> dict[str, Any]:
        """The options, and digests of the guide's weights and of what primitives are added."""
        options: dict[str, Any] = {"without": sorted(self.without), "noise": self.noise, "threads": self.threads}
        if self.primitives:
            options["primitives"] = [_digest(Path(file), "primitives") for file in self.primitives]
        if self.guide is not None:
            options["weights"] = _digest(SHIPPED if self.guide == AUTO else Path(self.guide), "weights")
        return options

    def prepare(self) -> None:
        """Compile and load the engine, and load the guide."""
        from ...search.synthesis import COMPILING, solve_task, warmup

        language = _language(self.primitives)
        warmup(lambda _: _warn(COMPILING), language)
        solve_task(
            FIRST, guide=_guide(self.guide), first_moments=0, without=self.without, threads=self.threads,
            max_candidates=20_000, timeout=None, memory="50MB", language=language,
        )  # fmt: skip

    def solve(self, task: Task, limits: Limits) -> Answer:
        """See `Solver`."""
        from ...dsl.program import value_of
        from ...search.synthesis import solve_task
        from ...sequences.searched.proposing import SequenceProposer

        result = solve_task(
            task, timeout=limits.timeout, max_candidates=limits.candidates, memory=limits.memory, seed=limits.seed,
            without=self.without, noise=self.noise, threads=self.threads, guide=_guide(self.guide),
            proposer=SequenceProposer(), language=_language(self.primitives),
        )  # fmt: skip
        program, reproduced = result.program, None
        if program is not None and not self.noise:  # With noise, reproducing them all is not what is asked for.
            reproduced = [value_of(program, example.inputs) for example in task.train]
        return Answer(
            claims=result.status == "solved",
            predictions=result.predictions,
            reproduced=reproduced,
            program="" if program is None else str(program),
            candidates=result.stats.candidates,
            cost=result.programs[0].cost if result.programs else None,
        )


@cache
def _guide(name: str | None) -> Guide | None:
    return guide_named(name, warn=_warn)


@cache
def _language(files: tuple[str, ...]) -> Language:
    return BUILTIN.with_primitives(load_primitives(files))


def _digest(path: Path, expected: str) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {why(error)}; expected {expected}") from None


def _warn(message: str) -> None:
    print(f"induce: {message}", file=sys.stderr)
