"""Options, each declared once: a field of a dataclass, from which its check, its flag and its help follow."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Any

from .kinds import Kind


@dataclass(frozen=True)
class Option:
    """What is known of an option beside its name, its type and its default.

    Parameters
    ----------
    kind
        Which values it may have.
    meaning
        What it is for, as a phrase for help and for docstrings.
    group
        Which commands have it: those that ask for the group. Without a group it is for callers from Python alone.
    python, shell
        What is to be added in docstrings, and in help.
    off
        What `--no-NAME` does, if there is such a flag: it stands for None.
    repeated
        Whether the flag may be given several times, with a part of the value each.
    """

    kind: Kind
    meaning: str
    group: str = ""
    python: str = ""
    shell: str = ""
    off: str = ""
    repeated: bool = False

    def add_to(self, parser: argparse.ArgumentParser, name: str, default: object) -> None:
        """Add the flag to a command; one that is not given leaves no trace among the arguments."""
        target = parser.add_mutually_exclusive_group() if self.off else parser
        flag = name.replace("_", "-")
        how: dict[str, Any] = {"action": "append"} if self.repeated else {"type": self.kind}
        told = "; ".join(filter(None, [self.meaning, self.shell]))
        if isinstance(default, int | float | str):
            told += f" (default {default:g})" if isinstance(default, float) else f" (default {default})"
        target.add_argument(
            f"--{flag}", dest=name, default=argparse.SUPPRESS, metavar=self.kind.metavar, help=told, **how
        )
        if self.off:
            target.add_argument(
                f"--no-{flag}", dest=name, default=argparse.SUPPRESS, action="store_const", const=None, help=self.off
            )


def option(default: Any, kind: Kind, meaning: str, **more: Any) -> Any:
    """Declare an option as a field of a dataclass; `more` is as `Option` has it."""
    return field(default=default, metadata={"option": Option(kind, meaning, **more)})


def declared(options: Any) -> Iterator[tuple[str, Option, Any]]:
    """Name, declaration and default of every option of a dataclass."""
    for one in fields(options):
        if "option" in one.metadata:
            yield one.name, one.metadata["option"], one.default


def check(options: Any) -> None:
    """Check every option of a frozen dataclass, and put each in the form in which the program uses it.

    Raises
    ------
    InputError
        If a value is not of its kind.
    """
    for name, one, _ in declared(options):
        object.__setattr__(options, name, one.kind.checked(getattr(options, name), name))


def add_options(parser: argparse.ArgumentParser, options: type, *groups: str) -> None:
    """Add the flags of these groups to a command."""
    for name, one, default in declared(options):
        if one.group in groups:
            one.add_to(parser, name, default)


def given(arguments: argparse.Namespace, options: type) -> dict[str, Any]:
    """The options that the command line gives."""
    return {name: getattr(arguments, name) for name, _, _ in declared(options) if hasattr(arguments, name)}
