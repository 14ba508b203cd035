"""``%%induce``: a cell of examples, and what follows from them."""

from __future__ import annotations

import argparse
import keyword
import shlex
from typing import Any, NoReturn

from IPython import get_ipython
from IPython.core.error import UsageError

from ..dialogue import questioned
from ..search.answer.result import Result
from ..search.options import ANSWER, LIMITS, SEARCH, SearchOptions, options_from
from ..session import Session
from ..support.errors import InputError, told
from ..support.options import add_options
from .cell import task_in
from .watching import live


class _Parser(argparse.ArgumentParser):
    """Says what is wrong as IPython does; a cell cannot end the kernel."""

    def error(self, message: str) -> NoReturn:
        """Complain in one line."""
        raise UsageError(f"%%induce: {told(message)}")


def induce_magic(line: str, cell: str | None = None) -> Result | None:
    """Find the program that the examples of a cell show.

    Its lines are ``input -> output``, or ``input -> ?`` where the output is to be predicted, with Python literals or
    JSON; or the cell is a task as a JSON document. ``%%induce NAME`` keeps the result under a name, and options are
    those of ``induce solve``, as ``--timeout 5``; ``%induce`` alone lists them.
    """
    parser = _parser()
    if cell is None:
        print(parser.format_help())
        return None
    try:
        arguments = parser.parse_args(shlex.split(line))
        _check_name(arguments.name)
        options = options_from(arguments)
        session = Session.of(task_in(cell, noise=options.noise), options)
        with live() as listener:
            result = questioned(session.solve(progress=listener))
    except (InputError, ValueError) as error:
        raise UsageError(f"%%induce: {told(str(error))}") from None
    if arguments.name is not None:
        _keep(arguments.name, result)
    return result


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="%%induce", add_help=False, description="Find a program for the examples of the cell.")
    parser.add_argument("name", nargs="?", metavar="NAME", help="the variable that keeps the result")
    add_options(parser, SearchOptions, LIMITS, SEARCH, ANSWER)
    return parser


def _check_name(name: str | None) -> None:
    if name is not None and (not name.isidentifier() or keyword.iskeyword(name)):
        raise InputError(f"{name!r} is not a valid name; expected one of a variable")


def _keep(name: str, value: Any) -> None:
    shell = get_ipython()
    assert shell is not None  # It has called the magic.
    shell.push({name: value})
