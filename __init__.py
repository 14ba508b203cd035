"""induce: show it a few input/output examples, and it finds a short program that reproduces them all.

>>> from induce import synthesize
>>> result = synthesize([([3, 1, 2], [6, 4, 2]), ([5, 1], [10, 2])], inputs=[[7, 9]])
>>> result.predictions
[[18, 14]]
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api import extend, solve_task, synthesize
    from .changes import Change
    from .dsl.core.primitive import primitive
    from .dsl.program import Program, parse
    from .dsl.text.parser import ProgramError
    from .search.answer.result import Result
    from .search.options import SearchOptions
    from .search.task.loading import load_task
    from .search.task.task import Task
    from .sequences.answer.answer import Extension
    from .session import Session
    from .support.errors import InputError

__version__ = "0.1.0"
__all__ = [
    "Change",
    "Extension",
    "InputError",
    "Program",
    "ProgramError",
    "Result",
    "SearchOptions",
    "Session",
    "Task",
    "extend",
    "load_task",
    "parse",
    "primitive",
    "solve_task",
    "synthesize",
]

_HOMES = {
    "Change": "changes",
    "Extension": "sequences.answer.answer",
    "InputError": "support.errors",
    "Program": "dsl.program",
    "ProgramError": "dsl.text.parser",
    "Result": "search.answer.result",
    "SearchOptions": "search.options",
    "Session": "session",
    "Task": "search.task.task",
    "extend": "api",
    "load_task": "search.task.loading",
    "parse": "dsl.program",
    "primitive": "dsl.core.primitive",
    "solve_task": "api",
    "synthesize": "api",
}


def __getattr__(name: str) -> Any:
    """Import what is asked for on first use: the compiler behind the search is slow to load."""
    if name in _HOMES:
        return getattr(import_module(f".{_HOMES[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


if "IPython" in sys.modules:  # Results show themselves.
    from .notebook.displays import register_displays

    register_displays()
