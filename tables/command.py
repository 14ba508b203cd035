"""The commands for tables: `induce fill`, and `induce apply` where the inputs are a table."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..support.errors import InputError, tell
from ..support.files import writable
from ..support.kinds import POSITIVE, SECONDS

if TYPE_CHECKING:
    from ..dsl.program import Program
    from .filling import Request

SOLVED, UNSOLVED = 0, 1
TIMEOUT = 30.0
ENDINGS = (".csv", ".tsv", ".xlsx", ".parquet", ".pq")
"""How the names of tables end for `induce apply`, which takes JSON as well."""


def add_fill(commands: Any) -> None:
    """Add `fill` to the commands."""
    fill = commands.add_parser(
        "fill",
        help="fill a column of a table from its first cells",
        description="Learn a column of a table from the cells that are filled, and fill the others in a new file.",
    )
    fill.add_argument("table", help="a CSV, TSV, Excel (.xlsx) or Parquet file with a header")
    fill.add_argument("--column", metavar="NAME", help="the column to fill (default: the only one filled in part)")
    fill.add_argument("--to", metavar="NAME", help="make a new column instead; needs --examples")
    fill.add_argument(
        "--examples",
        action="append",
        default=[],
        metavar='"INPUT=>OUTPUT"',
        help="an example, for the row in which a cell is INPUT; may be repeated",
    )
    fill.add_argument(
        "--from",
        dest="sources",
        action="append",
        default=[],
        metavar="NAME",
        help="a column to learn from (default: all); may be repeated",
    )
    _add_output(fill)
    fill.add_argument("--check", action="store_true", help="only say what would be done; write no file")
    fill.add_argument("--save", metavar="FILE", help="write the program to a file, as `induce apply` reads it")
    fill.add_argument(
        "--timeout", type=SECONDS, default=TIMEOUT, metavar="SECONDS", help=f"for all searches (default {TIMEOUT:g})"
    )
    fill.add_argument(
        "--max-candidates",
        type=POSITIVE,
        metavar="N",
        help="candidates for each search instead; the answer is then the same on any machine",
    )
    fill.add_argument("--json", action="store_true", help="print everything as JSON")
    fill.set_defaults(command=_fill)


def add_apply(apply: argparse.ArgumentParser) -> None:
    """Add what `apply` needs for tables to its options."""
    apply.add_argument(
        "--column",
        dest="columns",
        action="append",
        default=[],
        metavar="NAME",
        help="of a table: an input of the program (default: the columns that its parameters are called after); may be "
        "repeated",
    )
    apply.add_argument(
        "--to", metavar="NAME", help="of a table: the column to write, a new one or one with empty cells (result)"
    )
    _add_output(apply)
    apply.add_argument(
        "--engine", choices=("local", "ray"), default="local", help="of a table: where its rows are worked on (local)"
    )


def _add_output(command: argparse.ArgumentParser) -> None:
    where = command.add_mutually_exclusive_group()
    where.add_argument("-o", "--output", metavar="FILE", help="where the table is written (NAME.filled.EXT)")
    where.add_argument("--in-place", action="store_true", help="write the table itself anew")


def is_table(name: str) -> bool:
    """Whether inputs for a program are those of a table."""
    return Path(name).suffix.lower() in ENDINGS


def _fill(arguments: argparse.Namespace) -> int:
    from ..support.files import write_whole
    from .filling import Request, fill
    from .learning.choosing import Budget
    from .printing import json_filled, print_filled

    most = arguments.max_candidates
    request = Request(
        path=Path(arguments.table),
        column=arguments.column,
        to=arguments.to,
        examples=arguments.examples,
        sources=arguments.sources,
        output=None if arguments.output is None else Path(arguments.output),
        in_place=arguments.in_place,
        check=arguments.check,
        budget=Budget(None if most is not None else arguments.timeout, most),
        processes=os.cpu_count() or 1,
    )
    saved = None if arguments.save is None else _saved(arguments.save, request)
    filled = fill(request, warn=tell, meter=_meter)
    if saved is not None and filled.learnt is not None:
        write_whole(saved, f"{filled.learnt.program}\n".encode())
    if arguments.json:
        _print_json(json_filled(filled))
    else:
        print_filled(filled)
    return UNSOLVED if filled.learnt is None else SOLVED


def _saved(name: str, request: Request) -> Path:
    """Where the program is written, which is not where the table is, or is to be."""
    saved = writable(name)
    tables = (request.path, request.written_to())
    if any(table is not None and os.path.realpath(table) == os.path.realpath(saved) for table in tables):
        raise InputError(f"--save: {name} is the table; expected another file for the program")
    return saved


def run_apply(arguments: argparse.Namespace, program: Program) -> int:
    """Apply a program to a table as the command line says; the exit code.

    Raises
    ------
    InputError
        If the program does not go with the table, or a file cannot be read or written.
    """
    from .applying import NEW, Application, apply
    from .printing import print_applied

    if arguments.primitives:
        raise InputError("--primitives: a table takes programs of the built-in primitives only")
    application = Application(
        program=program,
        path=Path(arguments.inputs),
        columns=arguments.columns,
        to=NEW if arguments.to is None else arguments.to,
        output=None if arguments.output is None else Path(arguments.output),
        in_place=arguments.in_place,
        processes=os.cpu_count() or 1,
        on_ray=arguments.engine == "ray",
    )
    print_applied(apply(application, meter=_meter))
    return SOLVED


def _print_json(document: Any) -> None:
    import json

    from ..support.written import json_text

    print(json.dumps(json.loads(json_text(document)), ensure_ascii=False))


@contextmanager
def _meter(doing: str, rows: int | None) -> Iterator[Callable[[int], None]]:
    """A progress bar on a terminal, and nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(doing, total=rows)
        yield lambda count: bar.advance(task, count)
