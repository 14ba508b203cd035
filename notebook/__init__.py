"""Where people work: what induce finds shows itself in Jupyter, asks by buttons, and is asked for by ``%%induce``.

>>> %load_ext induce.notebook  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .displays import register_displays

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from ..search.answer.result import Result
    from ..session import Session
    from .asking import Questions
    from .watching import Listener

__all__ = ["ask", "load_ipython_extension", "progress"]


def ask(asked: Result | Session) -> Questions:
    """Ask, by buttons, for the outputs that tell the rivals apart; a click makes an output an example.

    What is returned shows itself as the last value of a cell. Its `result` is the answer so far, and its `session`
    has the examples. Without ipywidgets it shows the question, and how to answer it in code.

    Parameters
    ----------
    asked
        A result, or a session, which is solved first if it has not been.

    Raises
    ------
    InputError
        If a session has no examples.
    """
    from .asking import questions_about

    return questions_about(asked)


def progress() -> AbstractContextManager[Listener]:
    """A display of how far a search has come, which disappears with it: ``with progress() as listener:``.

    In a notebook `synthesize`, `solve_task` and ``%%induce`` have one of their own. The listener is for the option
    `progress` of others, `Session.solve` for instance. Outside of a notebook it shows nothing.
    """
    from .watching import live

    return live()


def load_ipython_extension(shell: Any) -> None:
    """Called by ``%load_ext induce.notebook``."""
    from .magic import induce_magic

    register_displays(shell)
    shell.register_magic_function(induce_magic, magic_kind="line_cell", magic_name="induce")
