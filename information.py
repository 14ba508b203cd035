"""What induce says of itself: its versions, and what a shell needs to complete its commands.

What is slow to import is imported where it is used: every command loads this module.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from . import __version__
from .support.errors import InputError

COMPILERS = ("llvmlite", "numpy")
"""The libraries that a search depends on most."""

SHELLS = ("bash", "zsh", "fish")


class Version(argparse.Action):
    """Prints one line with what a report of a mistake needs."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        """Called by the parser."""
        print(version_line())
        parser.exit()


class Completion(argparse.Action):
    """Prints the completions of all commands for a shell."""

    def __call__(self, parser: argparse.ArgumentParser, _: Any, values: Any, *__: Any) -> None:
        """Called by the parser.

        Raises
        ------
        InputError
            If shtab is not installed.
        """
        print(completion(parser, values))
        parser.exit()


def version_line() -> str:
    """The version of induce, of Python, of the machine and of the compiler."""
    import platform

    python = f"{platform.python_implementation()} {platform.python_version()}"
    return ", ".join([f"induce {__version__}", python, platform.platform(), *map(_version_of, COMPILERS)])


def _version_of(package: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return f"{package} missing"


def completion(parser: argparse.ArgumentParser, shell: str) -> str:
    """The script that makes a shell complete the commands and options of a parser.

    Raises
    ------
    InputError
        If shtab is not installed.
    """
    try:
        import shtab
    except ImportError:
        raise InputError("--print-completion: shtab is missing; pip install 'induce[completion]'") from None
    for action in actions_of(parser):
        if takes_file(action):
            action.complete = shtab.FILE  # type: ignore[attr-defined] # This is how shtab is told.
    return shtab.complete(parser, shell)


def actions_of(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """The arguments and options of a parser and of its commands."""
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from actions_of(command)


def takes_file(action: argparse.Action) -> bool:
    """Whether it names a file: an argument of a command always may."""
    if isinstance(action, argparse._SubParsersAction):
        return False
    return not action.option_strings or str(action.metavar).startswith("FILE")
