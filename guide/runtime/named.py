"""Which guide is meant: the one that comes with induce, another one, or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ...search.cost.prior import Guide, Prior
from ...search.options import AUTO
from ...search.task.task import Task
from ...search.task.values import Values
from ...support.errors import InputError
from .weights import WeightsError

if TYPE_CHECKING:
    from .guide import NetworkGuide

SHIPPED = Path(__file__).with_name("shipped.safetensors")

Warn = Callable[[str], None]
"""Told of weights that cannot be used, after which there is no guide, and of primitives that they know otherwise."""


def guide_named(guide: Guide | str | PathLike[str] | None, *, warn: Warn) -> Guide | None:
    """The guide that is meant: "auto" is the one that comes with induce, a path that of a weights file.

    Primitives that are not any more what weights have learnt of them cause a warning that names them.

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
        return _told(load_guide(fspath(guide)), fspath(guide), warn)
    except WeightsError as error:
        raise InputError(str(error)) from None


def _told(guide: NetworkGuide, source: str, warn: Warn) -> NetworkGuide:
    """The guide, once it has been told what it knows otherwise."""
    if guide.changed:
        warn(f"{source}: learnt with other primitives {', '.join(guide.changed)}; they keep their usual cost")
    return guide


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
        return _told(guide, "the guide of induce", self.warn).prior(task, usual)

    def odds(self, task: Task, values: Sequence[Values]) -> np.ndarray | None:
        """Log-odds that values are parts of the task's program; None without weights."""
        guide = _shipped()
        return None if isinstance(guide, WeightsError) else guide.odds(task, values)


@cache
def _shipped() -> NetworkGuide | WeightsError:
    from .guide import load_guide

    try:
        return load_guide(SHIPPED)
    except WeightsError as error:
        return error
