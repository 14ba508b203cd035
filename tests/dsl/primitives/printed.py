"""Programs run as they are and as they are printed."""

from __future__ import annotations

from typing import Any

import pytest

from induce import parse
from induce.dsl.core.expression import Undefined


def run(text: str, *arguments: Any) -> Any:
    """What the printed Python gives."""
    scope: dict[str, Any] = {}
    exec(parse(text).python(), scope)
    return scope["solve"](*arguments)


def check(text: str, given: Any, expected: Any) -> None:
    """A program and its Python give what is expected, None if the program is undefined; its text parses back."""
    program = parse(text)
    assert parse(str(program)) == program
    if expected is None:
        with pytest.raises(Undefined):
            program(given)
    else:
        assert program(given) == run(text, given) == expected
