"""What a loader is told besides the path, and what all loaders do: split examples, keep the reason of a bad task."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ....search.task.task import Task
from ....support.errors import InputError
from .suite import Entry


@dataclass(frozen=True)
class Options:
    """How to read a suite.

    Parameters
    ----------
    noise
        How many examples of a task may be wrong.
    given, asked
        Of a format without a split of its own: how many examples are shown, from the first on, and how
        many of those after them are held out. None is the format's default.
    """

    noise: int = 0
    given: int | None = None
    asked: int | None = None


@dataclass(frozen=True)
class Split:
    """How many examples are shown and how many of the following are held out; None is all there are."""

    given: int | None = None
    asked: int | None = None

    def with_options(self, options: Options) -> Split:
        """The split with what the options say otherwise."""
        given = self.given if options.given is None else options.given
        return Split(given, self.asked if options.asked is None else options.asked)

    def task(self, pairs: Sequence[tuple[Any, Any]], *, place: str, name: str, noise: int) -> Task:
        """Make a task of pairs of input and output.

        Raises
        ------
        InputError
            As `Task.from_examples`, with the place before it.
        """
        given = len(pairs) if self.given is None else self.given
        held_out = pairs[given:] if self.asked is None else pairs[given : given + self.asked]
        inputs, expected = [pair[0] for pair in held_out], [pair[1] for pair in held_out]
        try:
            return Task.from_examples(pairs[:given], inputs=inputs, expected=expected, name=name, noise=noise)
        except InputError as error:
            raise InputError(f"{place}: {error}") from None


def entry(name: str, family: str, make: Callable[[], Task]) -> Entry:
    """An entry with the task, or with the reason why there is none."""
    try:
        return Entry(name, family, make())
    except InputError as error:
        return Entry(name, family, error)
