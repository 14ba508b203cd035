"""Values of a bank, as they are shown to a guide."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...dsl.core.types import Type


@dataclass(frozen=True)
class Values:
    """M values of one type in the E examples of a task, as the bank holds them (see `dsl.core.layout`).

    Parameters
    ----------
    entries : int64, (M,)
    words : int64, (M, E, W)
        The first words of each, zero after the end.
    lengths : int64, (M, E)
        Of the whole values.
    """

    type: Type
    entries: np.ndarray
    words: np.ndarray
    lengths: np.ndarray
