"""induce: show it a few input/output examples, and it finds a short program that reproduces them all.

>>> from induce import synthesize
>>> result = synthesize([([3, 1, 2], [6, 4, 2]), ([5, 1], [10, 2])], inputs=[[7, 9]])
>>> result.predictions
[[18, 14]]
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api import extend, solve_task, synthesize
    from .dsl.program import Program
    from .dsl.syntax import ProgramError, parse
    from .search.loading import load_task
    from .search.result import Result
    from .search.task import InputError, Task
    from .sequences.answer import Extension

__version__ = "0.1.0"
__all__ = [
    "Extension",
    "InputError",
    "Program",
    "ProgramError",
    "Result",
    "Task",
    "extend",
    "load_task",
    "parse",
    "solve_task",
    "synthesize",
]

_HOMES = {
    "Extension": "sequences.answer",
    "InputError": "search.task",
    "Program": "dsl.program",
    "ProgramError": "dsl.syntax",
    "Result": "search.result",
    "Task": "search.task",
    "extend": "api",
    "load_task": "search.loading",
    "parse": "dsl.syntax",
    "solve_task": "api",
    "synthesize": "api",
}


def __getattr__(name: str) -> Any:
    """Import what is asked for on first use: the compiler behind the search is slow to load."""
    if name in _HOMES:
        return getattr(import_module(f".{_HOMES[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
