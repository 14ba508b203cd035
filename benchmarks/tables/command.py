"""`induce bench tables`: how many columns of our own tables come out right on all rows."""

from __future__ import annotations

import argparse
from typing import Any

from ...support.errors import InputError, tell
from ...support.kinds import POSITIVE, SECONDS, whole
from ...tables.learning.choosing import Budget
from .filling import Outcome, Trial
from .made import TABLES

ROWS, SHOWN, TIMEOUT = 5000, 3, 30.0
MOST_TOLD = 90
"""Characters of a program that are shown."""


def add_parser(commands: Any) -> None:
    """Add `tables` to the commands of `induce bench`."""
    tables = commands.add_parser(
        "tables",
        help="fill columns of tables",
        description="Fill columns of tables of ten fields from their first cells; exit with 0 whatever comes of it.",
    )
    tables.add_argument("names", nargs="*", metavar="TABLE", help="the tables (default: all)")
    tables.add_argument("--rows", type=POSITIVE, default=ROWS, metavar="N", help=f"rows of a table (default {ROWS})")
    tables.add_argument("--shown", type=POSITIVE, default=SHOWN, metavar="N", help=f"cells shown (default {SHOWN})")
    tables.add_argument(
        "--questions",
        type=whole("number of questions", least=0),
        default=0,
        metavar="N",
        help="rows that may be asked about (default 0)",
    )
    tables.add_argument(
        "--timeout", type=SECONDS, default=TIMEOUT, metavar="S", help=f"seconds for a column (default {TIMEOUT:g})"
    )
    tables.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    """Fill the columns, and print a line for each.

    Raises
    ------
    InputError
        If there is no such table.
    """
    known = {made.name: made for made in TABLES}
    if unknown := [name for name in arguments.names if name not in known]:
        raise InputError(f"{unknown[0]!r:.40} is not a table; expected {', '.join(known)}")
    outcomes = []
    for made in [known[name] for name in arguments.names] or TABLES:
        rows = made.rows(arguments.rows)
        for column in made.wanted:
            trial = Trial(made, column, rows, arguments.shown, Budget(arguments.timeout))
            outcomes.append(trial.outcome(questions=arguments.questions, warn=tell))
            print(_line(outcomes[-1]), flush=True)
    print(f"right on all rows: {sum(one.solved for one in outcomes)} of {len(outcomes)} columns")
    return 0


def _line(one: Outcome) -> str:
    mark = "✓" if one.solved else "✗"
    rows = f"{one.right:>6} of {one.rows} rows"
    told = f"{one.questions} questions {one.seconds:5.1f} s {100 * one.confidence:3.0f}%"
    return f"{mark} {one.table:<10} {one.column:<13} {rows} {told}  {one.program[:MOST_TOLD]}"
