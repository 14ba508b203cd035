"""induce itself as a solver of the benchmark."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import cache
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from ...guide.runtime.named import SHIPPED, guide_named
from ...search.cost.prior import Guide
from ...search.options import AUTO, DEFAULTS, SEARCH, SearchOptions
from ...search.task.task import Task
from ...support.errors import InputError, shown, tell
from ...support.files import why
from ...support.options import declared
from .solver import Answer, Limits

FIRST = Task.from_examples([([3, 1, 2], 7), ([5], 40), ([2, 2], 913)])
"""Searched for in vain before the first task: afterwards all code and the guide are in memory."""


@dataclass(frozen=True)
class Induce:
    """induce as people call it, with these options; their limits and their seed give way to those of the benchmark."""

    options: SearchOptions = DEFAULTS

    @property
    def name(self) -> str:
        """ "induce", or "induce-unguided"."""
        return "induce-unguided" if self.options.guide is None else "induce"

    @property
    def settings(self) -> dict[str, Any]:
        """How it searches, with digests of weights and of files of primitives in the place of their names."""
        searching = [name for name, one, _ in declared(SearchOptions) if one.group == SEARCH]
        chosen = {name: getattr(self.options, name) for name in searching}
        chosen["without"] = sorted(chosen["without"])
        guide, primitives = chosen.pop("guide"), chosen.pop("primitives")
        if primitives:
            chosen["primitives"] = [_digest(_file_of(one, "primitives"), "a file of Python") for one in primitives]
        if guide is not None:
            chosen["weights"] = _digest(SHIPPED if guide == AUTO else _file_of(guide, "guide"), "weights")
        return chosen

    def prepare(self) -> None:
        """Compile and load the engine, and load the guide."""
        from ...composition import components_for
        from ...search.synthesis import COMPILING, solve_task, warmup

        few = replace(self._options, max_candidates=20_000, timeout=None, memory="50MB", noise=0)
        components = components_for(few, warn=tell)
        warmup(lambda _: tell(COMPILING), components.language)
        solve_task(FIRST, few, replace(components, first_moments=0))

    def solve(self, task: Task, limits: Limits) -> Answer:
        """See `Solver`."""
        from ...composition import solve
        from ...dsl.program import value_of

        options = replace(
            self._options,
            timeout=limits.timeout,
            max_candidates=limits.candidates,
            memory=limits.memory,
            seed=limits.seed,
        )
        result = solve(task, options, warn=tell)
        program, reproduced = result.program, None
        if program is not None and not self.options.noise:  # With noise, reproducing them all is not what is asked for.
            reproduced = [value_of(program, example.inputs) for example in result.task.train]
        return Answer(
            claims=result.status == "solved",
            predictions=result.predictions,
            reproduced=reproduced,
            program="" if program is None else str(program),
            candidates=result.stats.candidates,
            cost=result.programs[0].cost if result.programs else None,
            confidence=result.confidence if result.programs else None,
        )

    @property
    def _options(self) -> SearchOptions:
        """The options with the guide itself instead of a file of weights, which is read once in a process."""
        guide = self.options.guide
        return replace(self.options, guide=_guide(fspath(guide))) if isinstance(guide, str | PathLike) else self.options


@cache
def _guide(name: str) -> Guide | None:
    return guide_named(name, warn=tell)


def _file_of(named: Any, option: str) -> Path:
    if not isinstance(named, str | PathLike):
        raise InputError(f"{option}: {shown(named)} has no file to tell runs apart by; expected a path")
    return Path(named)


def _digest(path: Path, expected: str) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {why(error)}; expected {expected}") from None
