"""How candidates, memory and time grow with the cost of programs, the length of lists and the number of examples."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes

from ...search.task.task import Task
from ..report.drawing import blank, colour, plain_numbers, png, styled
from .rates import forward_search
from .unsolvable import unsolvable_task

MOST_LEVEL = 40
LEVEL = 12
"""The cost up to which all values are stored where length or examples grow."""
LENGTHS = (2, 4, 8, 16, 32, 64, 128, 256)
EXAMPLES = (1, 2, 4, 8, 16, 32)
MOST_BYTES = 4 * 10**8
"""The level after a bank of this size may not fit into the memory."""


@dataclass(frozen=True)
class Point:
    """What it took to store every value up to a cost; `at` is what grows."""

    at: int
    candidates: int
    bytes: int
    seconds: float


MEASURES: Mapping[str, Callable[[Point], float]] = {
    "candidates": lambda point: point.candidates,
    "memory, MB": lambda point: point.bytes / 1e6,
    "seconds": lambda point: point.seconds,
}
TITLES = {
    "cost": ("5 examples of 8 items", "cost of programs"),
    "length": (f"5 examples, up to cost {LEVEL}", "items in a list"),
    "examples": (f"8 items, up to cost {LEVEL}", "examples"),
}
"""What stays the same, and what grows."""

Growth = Mapping[str, Sequence[Point]]


def growth(seconds: float) -> Growth:
    """Points by what grows, none of which takes longer than `seconds`."""
    return {
        "cost": list(_levels(unsolvable_task(), seconds, MOST_LEVEL)),
        "length": list(_at_level(((n, unsolvable_task(length=n)) for n in LENGTHS), seconds)),
        "examples": list(_at_level(((n, unsolvable_task(examples=n)) for n in EXAMPLES), seconds)),
    }


def picture(found: Growth) -> bytes:
    """A PNG: a column for each thing that grows, a row for each measure."""
    with styled():
        figure = blank(10, 8)
        grid = figure.subplots(len(MEASURES), len(found), sharex="col", sharey="row", squeeze=False)
        for column, (name, points) in enumerate(found.items()):
            for row, (measure, value) in enumerate(MEASURES.items()):
                _curve(grid[row][column], points, value, colour(row), logarithmic=name != "cost")
                grid[row][0].set_ylabel(measure)
            title, axis = TITLES[name]
            grid[0][column].set_title(title)
            grid[-1][column].set_xlabel(axis)
    return png(figure)


def _curve(
    axes: Axes, points: Sequence[Point], value: Callable[[Point], float], shade: str, *, logarithmic: bool
) -> None:
    shown = [point for point in points if value(point) > 0]
    axes.plot([point.at for point in shown], [value(point) for point in shown], color=shade, marker="o", markersize=4)
    axes.grid()
    axes.set_yscale("log")
    plain_numbers(axes.yaxis)
    if logarithmic:
        axes.set_xscale("log", base=2)
        plain_numbers(axes.xaxis)
    else:
        axes.locator_params(axis="x", integer=True)


def _at_level(tasks: Iterable[tuple[int, Task]], seconds: float) -> Iterator[Point]:
    """The same cost for each task, as far as the time allows."""
    for at, task in tasks:
        for point in _levels(task, seconds, LEVEL):
            if point.at == LEVEL:
                yield Point(at, point.candidates, point.bytes, point.seconds)


def _levels(task: Task, seconds: float, most: int) -> Iterator[Point]:
    """A point for each cost at which there are new values, until the time or the memory is spent."""
    search = forward_search(task, seconds)
    builder, budget = search.builder, search.budget
    while builder.level < most and builder.bank.bytes() < MOST_BYTES:
        builder.grow(builder.bank.count + 1)
        if budget.stopped_by():
            return
        yield Point(builder.level, budget.total, builder.bank.bytes(), budget.seconds)
