"""How a function of the corpus is declared, and the tasks that are made of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, ParamSpec, TypeVar

from ...search.cost.likeness import features
from ...search.task.task import Task
from ...support.errors import InputError

P = ParamSpec("P")
R = TypeVar("R")
Draw = Callable[[Random], Any]
"""Draws one value."""

Call = tuple[tuple[Any, ...], Any]
"""Arguments, and what the function returns for them."""
CHOICE = 4
"""Where examples are chosen, they are so many times fewer than those they are chosen from."""
MOST_TRIED = 40
"""Calls that are drawn for each that is wanted, before a function is taken to have no more."""


@dataclass(frozen=True)
class Meant:
    """A function that somebody might want to have found, and a draw for each of its arguments."""

    name: str
    field: str
    function: Callable[..., Any]
    draws: tuple[Draw, ...]

    def calls(self, rng: Random) -> Iterator[Call]:
        """Arguments and what the function returns for them, no arguments twice, as many as can be drawn."""
        seen: set[str] = set()
        missed = 0
        while missed < MOST_TRIED:
            arguments = tuple(draw(rng) for draw in self.draws)
            missed += 1
            if repr(arguments) in seen:
                continue
            seen.add(repr(arguments))
            try:
                output = self.function(*arguments)
            except (ValueError, IndexError, ZeroDivisionError, KeyError, StopIteration):
                continue  # Not every draw is meant for every function.
            missed = 0
            yield arguments, output

    def task(
        self, seed: int, *, shown: int, asked: int = 5, uniform: bool = False, chosen: bool = False
    ) -> Task | None:
        """A task of so many examples and inputs to be predicted; None if the function does not have so many calls.

        Parameters
        ----------
        uniform
            Whether several examples may all have one output.
        chosen
            Whether the examples are chosen among more, as people choose them: to show what there is.
        """
        rng = Random(f"{self.name}/{seed}/{shown}")
        drawn = (CHOICE if chosen else 1) * shown + asked
        calls = [call for call, _ in zip(self.calls(rng), range(drawn), strict=False)]
        if len(calls) < shown + asked:
            return None
        given, others = calls[:-asked], calls[-asked:]
        if chosen:
            given = _various(given, shown)
        if shown > 1 and not uniform and len({repr(output) for _, output in given}) == 1:
            return None
        inputs, outputs = zip(*others, strict=True)
        name = f"{self.name}/{seed}/{shown}"
        try:
            return Task.from_examples(given, inputs=inputs, expected=outputs, name=name)
        except InputError:
            return None


def _various(calls: Sequence[Call], count: int) -> list[Call]:
    """So many calls that show as much as possible: one after another, the one with the most that is new."""
    left = [(call, _shown(call)) for call in calls]
    taken: list[Call] = []
    known: set[str] = set()
    for _ in range(count):
        best = max(left, key=lambda one: len(one[1] - known))
        left.remove(best)
        taken.append(best[0])
        known |= best[1]
    return taken


def _shown(call: Call) -> set[str]:
    """What a call shows: its output, and what is true of that and of the arguments."""
    arguments, output = call
    found = {f"output {output!r}", *(f"output {name}" for name in features(output))}
    return found | {f"{place} {name}" for place, value in enumerate(arguments) for name in features(value)}


DECLARED: dict[str, Meant] = {}
"""All functions of the corpus that have been imported, by name."""


def meant(*draws: Draw) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declare a function of the corpus.

    Parameters
    ----------
    draws
        What draws each of its arguments.

    Raises
    ------
    ValueError
        If a function of that name is already there.
    """

    def declared(function: Callable[P, R]) -> Callable[P, R]:
        name = function.__name__
        if name in DECLARED:
            raise ValueError(f"{name} is declared twice in the corpus")
        field = function.__module__.rpartition(".")[2]
        DECLARED[name] = Meant(name, field, function, draws)
        return function

    return declared
