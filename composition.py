"""How a search is put together: the one place where options, guide and proposer meet.

What is called from Python, from the command line and by the benchmark goes through
here, so that the benchmark measures what people call.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from os import PathLike
from pathlib import Path

from .dsl.core.primitive import Declaration
from .dsl.language.language import BUILTIN, Language
from .dsl.language.loading import load_primitives
from .guide.runtime.named import Warn, guide_named
from .search import synthesis
from .search.answer.result import Result
from .search.components import Components
from .search.options import SearchOptions
from .search.task.budget import never
from .search.task.task import Task
from .sequences.searched.proposing import SequenceProposer

Primitives = tuple[Declaration | str | PathLike[str], ...]
"""Primitives that somebody has added: as they are declared, or files that declare some."""


def solve(
    task: Task, options: SearchOptions, *, warn: Warn, cancelled: Callable[[], bool] = never, spent: float = 0.0
) -> Result:
    """Solve a task with everything that induce has.

    Parameters
    ----------
    warn
        Told of weights that cannot be used, after which the search has no guide.
    cancelled
        Asked all the time; once it is true, the result is the best so far, stopped by "interrupted".
    spent
        Seconds of the time that reading the task has taken.

    Raises
    ------
    InputError
        If the options do not fit the task, or the guide cannot be loaded.
    """
    return synthesis.solve_task(task, options, components_for(options, warn=warn), cancelled=cancelled, spent=spent)


def components_for(options: SearchOptions, *, warn: Warn) -> Components:
    """What a search with these options asks.

    Raises
    ------
    InputError
        If the guide or the primitives cannot be loaded.
    """
    return Components(
        guide=guide_named(options.guide, warn=warn),
        proposer=SequenceProposer(),
        language=language_of(tuple(options.primitives)),
    )


def language_of(primitives: Primitives) -> Language:
    """The built-in language with some primitives more; files are run when they are first asked for, or have changed.

    Raises
    ------
    InputError
        If a file or a declaration is wrong: one line with the file and, where there is one, the line.
    """
    return _language_of(
        primitives, tuple(None if isinstance(one, Declaration) else _content(one) for one in primitives)
    )


def _content(file: str | PathLike[str]) -> bytes | None:
    """What is in a file; None if it cannot be read, of which whoever loads it complains."""
    try:
        return Path(file).read_bytes()
    except (OSError, ValueError):
        return None


@lru_cache(maxsize=16)
def _language_of(primitives: Primitives, _contents: tuple[bytes | None, ...]) -> Language:
    listed = [[one] if isinstance(one, Declaration) else load_primitives([one]) for one in primitives]
    return BUILTIN.with_primitives(declaration for some in listed for declaration in some)
