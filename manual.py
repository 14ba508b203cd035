"""The page of the command line, written from the parser: ``python -m induce.manual docs/command-line.md``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence

from .cli import parser_of
from .support.pages import escaped, keep_current

INTRODUCTION = """\
# Command line

*Written from the parser by `python -m induce.manual docs/command-line.md`; do not edit.*

`induce COMMAND --help` says the same. The exit codes are in [Help](help.md).
"""


def page() -> str:
    """The whole page as Markdown."""
    parser = parser_of(benching=True)
    return "\n".join([INTRODUCTION, *_sections(parser)])


def _sections(parser: argparse.ArgumentParser) -> Iterator[str]:
    """A section for a command, and those of its own commands."""
    commands = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    yield _section(parser, [action for action in parser._actions if action not in commands])
    for one in commands:
        for command in one.choices.values():
            yield from _sections(command)


def _section(parser: argparse.ArgumentParser, actions: Sequence[argparse.Action]) -> str:
    rows = [f"| {_called(action)} | {_meaning(action)} |" for action in actions if action.dest != "help"]
    table = ["", "| | |", "|---|---|", *rows] if rows else []
    return "\n".join([f"## {parser.prog}", "", parser.description or "", *table, ""])


def _called(action: argparse.Action) -> str:
    """How it is written."""
    if action.choices:
        value = "{" + ",".join(map(str, action.choices)) + "}"
    else:
        value = str(action.metavar or action.dest.upper())
    if not action.option_strings:
        return f"`{value}`" if action.nargs != "+" else f"`{value} ...`"
    takes = "" if action.nargs == 0 else f" {value}"
    return f"`{action.option_strings[-1]}{takes}`"


def _meaning(action: argparse.Action) -> str:
    return escaped((action.help or "").replace("%%", "%"))


def main(argv: Sequence[str] | None = None) -> int:
    """Write the page, or check that it is current."""
    return keep_current(page, "induce.manual", argv)


if __name__ == "__main__":
    sys.exit(main())
