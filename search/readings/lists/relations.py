"""Relations of lists and texts that outputs may be: whether all items differ, whether one list reorders another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from ....dsl.core.types import BOOL
from ..scene.applying import applied
from ..scene.scene import Reading, Scene

OF_ONE = ("all_different", "all_equal")
OF_TWO = ("is_permutation", "is_disjoint")
ORDERED = ("is_subset",)
MOST_SEQUENCES = 4


def relations(scene: Scene) -> Iterator[Reading]:
    """The relations that are the outputs, or their opposites."""
    if scene.result_type != BOOL or len(set(scene.outputs)) < 2:
        return
    given = [one for one in scene.readings if one.body.type.is_sequence][:MOST_SEQUENCES]
    pairs = [(one, other) for one, other in permutations(given, 2) if one.body.type == other.body.type]
    bodies = [applied(name, one.body) for one in given for name in OF_ONE]
    bodies += [applied(name, one.body, other.body) for one, other in pairs for name in (*OF_TWO, *ORDERED)]
    for body in bodies:
        reading = scene.read(body)
        if reading is None:
            continue
        if list(reading.values) == list(scene.outputs):
            yield reading
        elif all(value is not output for value, output in zip(reading.values, scene.outputs, strict=True)):
            opposite = scene.read(applied("not", body))
            if opposite is not None:
                yield opposite
