"""Lists as scenes: what has become of each of their objects, runs of equal items on a background of zeros."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ...dsl.language.language import BUILTIN

LEAST_EXAMPLES, LEAST_OBJECTS, LEAST_BACKGROUND = 2, 4, 0.2
"""In so many examples at least something must change, there must be so many objects and such a share of zeros."""
MOST_OBJECTS, MOST_LENGTH = 30, 200
COLUMNS = tuple(BUILTIN.vocabulary[name] for name in ("object_starts", "object_sizes", "object_colours"))
STARTS, SIZES, COLOURS = range(3)

Columns = tuple[list[int], list[int], list[int]]
"""The starts, sizes and colours of the objects of a scene."""


@dataclass(frozen=True)
class Scene:
    """The objects of one example before and after, one for one."""

    example: int
    before: Columns
    after: Columns

    def changes(self, column: int) -> int:
        """How many objects have another start, size or colour than before."""
        return sum(x != y for x, y in zip(self.before[column], self.after[column], strict=True))


def are_scenes(given: Sequence[list[int]], wanted: Sequence[list[int]]) -> bool:
    """Whether lists look like objects on a background of zeros, of which some have changed."""
    if any(len(xs) != len(ys) or len(xs) > MOST_LENGTH for xs, ys in zip(given, wanted, strict=True)):
        return False
    items = [x for xs in given for x in xs]
    objects = [size for xs in given for size in objects_of(xs)[SIZES]]
    changed = sum(xs != ys for xs, ys in zip(given, wanted, strict=True))
    return (
        items.count(0) >= LEAST_BACKGROUND * len(items)
        and LEAST_OBJECTS <= len(objects) < sum(objects)
        and changed >= min(LEAST_EXAMPLES, len(given))
        and all(0 < len(objects_of(xs)[SIZES]) <= MOST_OBJECTS for xs in given)
    )


def objects_of(xs: list[int]) -> Columns:
    """The starts, sizes and colours of the runs of items that are not zero."""
    starts, sizes, colours = (column.reference(xs) for column in COLUMNS)
    return starts, sizes, colours


def scenes_of(given: Sequence[list[int]], wanted: Sequence[list[int]]) -> Iterator[list[Scene]]:
    """Ways to see what has become of each object.

    First the examples with as many objects as before tell, if they are enough: in others, and where an object touches
    the end of a list, some may have been drawn over or cut. Else those that are missing have the size 0.
    """
    before, after = [*map(objects_of, given)], [*map(objects_of, wanted)]
    alike = [
        Scene(number, one, other)
        for number, (one, other) in enumerate(zip(before, after, strict=True))
        if len(one[SIZES]) == len(other[SIZES])
    ]
    whole = [scene for scene in alike if not _touches_the_end(scene, len(given[scene.example]))]
    for told in [whole, alike] if len(whole) < len(alike) else [alike]:
        if len(told) >= min(LEAST_EXAMPLES, len(given)):
            yield told
            break
    if len(alike) < len(given):
        aligned = [_aligned(one, other) for one, other in zip(before, after, strict=True)]
        if all(one is not None for one in aligned):
            pairs = zip(before, aligned, strict=True)
            yield [Scene(number, one, other) for number, (one, other) in enumerate(pairs) if other is not None]


def _touches_the_end(scene: Scene, length: int) -> bool:
    """Whether an object may go on beyond the list: it has been moved or has grown up to there."""
    pairs = zip(zip(*scene.before, strict=True), zip(*scene.after, strict=True), strict=True)
    return any(
        (other[STARTS] == 0 < one[STARTS]) or (other[STARTS] + other[SIZES] == length > one[STARTS] + one[SIZES])
        for one, other in pairs
    )


def _aligned(before: Columns, after: Columns) -> Columns | None:
    """Which object each has become, those that are missing with the size 0; None if there are more than before."""
    ones, others = list(zip(*before, strict=True)), list(zip(*after, strict=True))
    if len(others) > len(ones):
        return None
    best: list[tuple[int, list[Any]] | None] = [(0, []), *[None] * len(others)]
    for one in ones:
        following: list[tuple[int, list[Any]] | None] = []
        for number, known in enumerate(best):
            lost = None if known is None else (known[0] + 1, [*known[1], (one[STARTS], 0, one[COLOURS])])
            shorter = best[number - 1] if number else None
            if shorter is not None:
                other = others[number - 1]
                differing = sum(x != y for x, y in zip(one, other, strict=True))
                kept = shorter[0] + 2 * differing, [*shorter[1], other]
                lost = kept if lost is None or kept[0] < lost[0] else lost
            following.append(lost)
        best = following
    if best[-1] is None:
        return None
    starts, sizes, colours = ([row[column] for row in best[-1][1]] for column in range(len(COLUMNS)))
    return starts, sizes, colours
