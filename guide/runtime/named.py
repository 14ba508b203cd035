"""Which guide is meant: the one that comes with induce, another one, or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from os import PathLike, fspath
from pathlib import Path

import numpy as np

from ...search.cost.prior import Guide, Prior
from ...search.options import AUTO
from ...search.task.task import Task
from ...search.task.values import Values
from ...support.errors import InputError
from .weights import StaleWeights, WeightsError

SHIPPED = Path(__file__).with_name("shipped.safetensors")

Warn = Callable[[str], None]
"""Told of weights that cannot be used, after which searches have no guide."""


def guide_named(guide: Guide | str | PathLike[str] | None, *, warn: Warn) -> Guide | None:
    """The guide that is meant: "auto" is the one that comes with induce, a path that of a weights file.

    Weights of another version of the language cause a warning, and there is no guide.

    Raises
    ------
    InputError
        If a weights file cannot be used for another reason.
    """
    if guide == AUTO:
        return ShippedGuide(warn)
    if not isinstance(guide, str | PathLike):
        return guide
    from .guide import load_guide

    try:
        return load_guide(fspath(guide))
    except StaleWeights as error:
        warn(f"{error}; searching without a guide")
        return None
    except WeightsError as error:
        raise InputError(str(error)) from None


@dataclass(frozen=True)
class ShippedGuide:
    """The guide that comes with induce: loaded when it is first asked, for most tasks are solved before."""

    warn: Warn

    def prior(self, task: Task, usual: Prior) -> Prior | None:
        """The usual prior, changed by what the network says; None without weights."""
        guide = _shipped()
        if isinstance(guide, WeightsError):
            self.warn(f"{guide}; searching without a guide")
            return None
        return guide.prior(task, usual)

    def odds(self, task: Task, values: Sequence[Values]) -> np.ndarray | None:
        """Log-odds that values are parts of the task's program; None without weights."""
        guide = _shipped()
        return None if isinstance(guide, WeightsError) else guide.odds(task, values)


@cache
def _shipped() -> Guide | WeightsError:
    from .guide import load_guide

    try:
        return load_guide(SHIPPED)
    except WeightsError as error:
        return error
