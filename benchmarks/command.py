"""The command line of `induce bench`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from ..search.options import LIMITS, SEARCH, SearchOptions
from ..support.kinds import POSITIVE, whole
from ..support.options import add_options
from .report.command import add_parsers as add_reports
from .runs.options import add_db
from .speed.command import add_parser as add_engine
from .tables.command import add_parser as add_tables
from .tasks.formats.suite import WHOLE, Shard

RUN, COMMANDS = "run", ("run", "merge", "report", "diff", "engine", "gate", "tables")

REPEATS = whole("number of repeats", least=1, most=10_000)


def with_command(words: Sequence[str]) -> list[str]:
    """The words after `induce bench`, of which the first is the command: `run` where none is named."""
    if words and words[0] in (*COMMANDS, "-h", "--help"):
        return list(words)
    return [RUN, *words]


def add_parsers(bench: argparse.ArgumentParser) -> None:
    """Add the commands of `induce bench`."""
    commands = bench.add_subparsers(required=True, metavar="COMMAND")
    _add_run(commands)
    _add_merge(commands)
    add_reports(commands)
    add_engine(commands)
    _add_gate(commands)
    add_tables(commands)


def _add_run(commands: Any) -> None:
    run = commands.add_parser(
        RUN,
        help="run suites; meant where no command is named",
        description="Run suites. Killed, the same command goes on where it was; of a complete run it shows the table.",
    )
    run.add_argument(
        "suites",
        nargs="*",
        metavar="SUITE",
        help="a file or folder of tasks (default: the tasks that come with induce)",
    )
    run.add_argument("--list", action="store_true", help="say which formats are read, and where to get public sets")
    run.add_argument("--format", metavar="NAME", help="what the files are, where it is not recognised")
    run.add_argument("--given", type=POSITIVE, metavar="N", help="examples to show, where a format leaves it open")
    run.add_argument("--asked", type=POSITIVE, metavar="N", help="examples to hold back, likewise")
    run.add_argument("--every", type=POSITIVE, default=1, metavar="N", help="take every N-th task only")
    run.add_argument(
        "--solver",
        action="append",
        metavar="NAME",
        help="who is to answer: induce, induce-unguided, floor, cvc5 or command:CMDLINE; may be repeated",
    )
    run.add_argument(
        "--repeat", type=REPEATS, default=1, metavar="N", help="run each task N times, with the seeds 0 to N - 1"
    )
    add_options(run, SearchOptions, LIMITS, SEARCH)
    run.add_argument("--engine", choices=("processes", "ray"), default="processes", help="where to run (processes)")
    run.add_argument("--jobs", type=POSITIVE, metavar="N", help="processes at a time (default: one a core)")
    run.add_argument("--shard", type=_shard, default=WHOLE, metavar="I/N", help="every N-th task from the I-th on")
    add_db(run)
    run.add_argument("--fresh", action="store_true", help="start anew even if there are rows of the same run")
    run.add_argument("--output", metavar="FILE", help="write the outcome of every task to this file too, as JSON lines")
    run.set_defaults(command=_run)


def _add_merge(commands: Any) -> None:
    merge = commands.add_parser(
        "merge", help="join files of runs", description="Copy the runs of files, shards of one run say, into one file."
    )
    merge.add_argument("files", nargs="+", metavar="FILE", help="where runs are copied from")
    add_db(merge)
    merge.set_defaults(command=_merge)


def _add_gate(commands: Any) -> None:
    gate = commands.add_parser(
        "gate",
        help="check that nothing is lost",
        description="Try the shipped tasks that have to be solved, by candidates; exit with 1 if one is lost.",
    )
    gate.add_argument("--jobs", type=POSITIVE, default=1, metavar="N", help="processes at a time (default 1)")
    gate.set_defaults(command=_gate)


def _shard(text: str) -> Shard:
    number, _, count = text.partition("/")
    shard = Shard(POSITIVE(number), POSITIVE(count))
    if shard.number > shard.count:
        raise argparse.ArgumentTypeError(f"{text!r} is not a valid shard; expected 1/{count} to {count}/{count}")
    return shard


def _run(arguments: argparse.Namespace) -> int:
    if arguments.list:
        from .tasks.catalogue import listing

        print(listing())
        return 0
    from .running import run

    return run(arguments)


def _gate(arguments: argparse.Namespace) -> int:
    from .checks.gate import run

    return run(arguments)


def _merge(arguments: argparse.Namespace) -> int:
    from .running import merge

    return merge(arguments)
