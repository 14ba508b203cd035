"""How a function of the corpus is declared, and the tasks that are made of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Any, ParamSpec, TypeVar

from ...search.task.task import Task
from ...support.errors import InputError

P = ParamSpec("P")
R = TypeVar("R")
Draw = Callable[[Random], Any]
"""Draws one value."""

MOST_TRIED = 40
"""Calls that are drawn for each that is wanted, before a function is taken to have no more."""


@dataclass(frozen=True)
class Meant:
    """A function that somebody might want to have found, and a draw for each of its arguments."""

    name: str
    field: str
    function: Callable[..., Any]
    draws: tuple[Draw, ...]

    def calls(self, rng: Random) -> Iterator[tuple[tuple[Any, ...], Any]]:
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

    def task(self, seed: int, *, shown: int, asked: int = 5, uniform: bool = False) -> Task | None:
        """A task of so many examples and inputs to be predicted; None if the function does not have so many calls.

        Nor is there one of several examples that all have one output, unless these may be `uniform`.
        """
        rng = Random(f"{self.name}/{seed}/{shown}")
        calls = [call for call, _ in zip(self.calls(rng), range(shown + asked), strict=False)]
        outputs = [output for _, output in calls]
        if len(calls) < shown + asked:
            return None
        if shown > 1 and not uniform and len({repr(output) for output in outputs[:shown]}) == 1:
            return None
        inputs = [arguments for arguments, _ in calls]
        try:
            return Task.from_examples(
                calls[:shown], inputs=inputs[shown:], expected=outputs[shown:], name=f"{self.name}/{seed}/{shown}"
            )
        except InputError:
            return None


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
