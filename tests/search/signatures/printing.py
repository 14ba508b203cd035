"""What tests of printed dictionaries have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from induce import Result


def check_printed(result: Result, function: Callable[[Any], Any], given: list[Any], python: str) -> None:
    """The Python has a line of this kind, and it, the program and the function say the same."""
    assert result.program is not None
    source = result.program.python()
    assert python in source
    space: dict[str, Any] = {}
    exec(source, space)
    assert [space["solve"](one) for one in given] == [result.program(one) for one in given] == [*map(function, given)]
