"""How sure a rate is."""

from __future__ import annotations

import math

Z = 1.959963984540054
"""The standard normal quantile that leaves 2.5% on each side."""


def wilson(successes: float, total: float) -> tuple[float, float]:
    """The 95% interval of a rate, as shares between 0 and 1 (Wilson, JASA 22, 1927).

    Parameters
    ----------
    successes
        How many of the `total`; with repeats the mean over them, so that a task counts once, in both.
    total
        With none there is nothing to know: the interval is from 0 to 1.
    """
    if not total:
        return 0.0, 1.0
    rate, spread = successes / total, Z * Z / total
    centre = rate + spread / 2
    margin = math.sqrt(spread * (rate * (1 - rate) + spread / 4))
    return max(0.0, (centre - margin) / (1 + spread)), min(1.0, (centre + margin) / (1 + spread))
