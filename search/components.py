"""What a search is put together from besides its options."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from ..dsl.language.language import BUILTIN, Language
from .answer.result import Solver
from .cost.prior import Guide, Prior
from .options import SearchOptions
from .portfolio.guided import FIRST_MOMENTS
from .portfolio.proposals import Proposer


@dataclass(frozen=True)
class Components:
    """What a search is put together from besides its options.

    Parameters
    ----------
    prior
        Costs other than the usual ones.
    guide
        Whom to ask for the costs of a second search: what `SearchOptions.guide` names.
    first_moments
        Candidates after which the guide is asked, if there is no program.
    proposer
        Where programs come from beside the search, for tasks of some form; not where examples may be wrong.
    language
        The primitives that programs may use: the built-in ones, and those that `SearchOptions.primitives` adds.
    """

    prior: Prior | None = None
    guide: Guide | None = None
    first_moments: int = FIRST_MOMENTS
    proposer: Proposer | None = None
    language: Language = BUILTIN


ALONE = Components()
"""A search with the usual costs that asks no guide and no proposer."""


class Setup(Solver, Protocol):
    """A way to solve tasks: everything that a search is put together from except the task."""

    @property
    def options(self) -> SearchOptions: ...

    @property
    def components(self) -> Components: ...
