"""All readers, in the order in which they read."""

from __future__ import annotations

from collections.abc import Iterator

from ..task.problem import Problem
from .dates import read_dates
from .readings import Reader, Reading, Scene

READERS: tuple[Reader, ...] = (read_dates,)
"""They read in this order; the later ones see what the earlier ones have read."""


def readings_of(problem: Problem) -> Iterator[Reading]:
    """What the values of a problem can be read as, beside the parameters themselves."""
    scene = Scene(problem)
    given = len(scene.readings)
    for reader in READERS:
        for reading in reader(scene):
            scene.add(reading)
    yield from scene.readings[given:]
