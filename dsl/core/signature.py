"""How the arguments of a call become the parameters of a program."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Signature:
    """What a program takes beside one argument for each of its parameters.

    Parameters
    ----------
    rest
        Whether the last parameter is the list of all further arguments, as ``*xs`` is in Python.
    defaults
        The values of the last parameters where a call leaves them out.
    """

    rest: bool = False
    defaults: tuple[Any, ...] = ()

    def bound(self, arguments: Sequence[Any], count: int) -> tuple[Any, ...]:
        """The values of `count` parameters in a call.

        Raises
        ------
        TypeError
            If there are too few or too many arguments.
        """
        given, least = len(arguments), count - self.rest - len(self.defaults)
        if given < least or (given > count and not self.rest):
            raise TypeError(f"the program takes {self._wanted(count)}, not {given}")
        if self.rest:
            return (*arguments[: count - 1], [*arguments[count - 1 :]])
        return (*arguments, *self.defaults[len(self.defaults) - (count - given) :]) if given < count else (*arguments,)

    def _wanted(self, count: int) -> str:
        if self.rest:
            return f"at least {count - 1} arguments"
        least = count - len(self.defaults)
        return f"{least} to {count} arguments" if self.defaults else f"{count} arguments"

    def called(self, values: Sequence[Any]) -> tuple[Any, ...]:
        """The arguments of a call in which the parameters have these values."""
        return (*values[:-1], *values[-1]) if self.rest else tuple(values)


PLAIN = Signature()
"""One argument for each parameter."""
