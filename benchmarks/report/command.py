"""`induce bench report` and `induce bench diff`."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any

from ...support.errors import InputError
from ...support.files import why, write_whole
from ..runs.options import add_db, path_of

FOLDER = "bench-report"
PAGE = "report.html"
NO_LOSS, LOSS = 0, 1
"""Exit codes of `diff`."""

RUN_HELP = "its number, its name, 'latest', a file of runs, or FILE:RUN"


def add_parsers(commands: Any) -> None:
    """Add both to the commands of `induce bench`."""
    report = commands.add_parser(
        "report",
        help="tables, pictures and a page of what runs have reached",
        description="Print what runs have reached, and write a page and its pictures. For solvers that say how sure "
        "they are, both say how far that holds.",
    )
    report.add_argument(
        "runs",
        nargs="*",
        metavar="RUN",
        help=f"{RUN_HELP} (default: of the suite run last, the latest run of every solver)",
    )
    report.add_argument("--against", metavar="RUN", help="compare with this run (default: the first on the same suite)")
    report.add_argument(
        "--output", default=FOLDER, metavar="FOLDER", help=f"where the page and the pictures go (default: {FOLDER})"
    )
    diff = commands.add_parser(
        "diff",
        help="which tasks were won and lost between two runs",
        description="Which tasks run B wins and loses against run A. Exits 1 if it loses more than chance explains: "
        "if a fair coin for each change would give so many losses or more in fewer than 5 of 100 cases "
        "(one-sided sign test; without repeats McNemar's exact test).",
    )
    diff.add_argument("before", metavar="A", help=RUN_HELP)
    diff.add_argument("after", metavar="B", help="the same")
    diff.add_argument("--strict", action="store_true", help="exit 1 on any loss")
    for parser, command in ((report, _report), (diff, _diff)):
        add_db(parser)
        parser.set_defaults(command=command)


def _report(arguments: argparse.Namespace) -> int:
    from .measured import measured, sections, usual
    from .tables import print_sections

    db = path_of(arguments)
    runs = [measured(name, db) for name in arguments.runs] or usual(db)
    found = sections(runs, None if arguments.against is None else measured(arguments.against, db))
    print_sections(found)
    from .drawing import check_installed, png
    from .page import page
    from .pictures import gallery

    check_installed()
    folder = _folder(arguments.output)
    galleries = [gallery(section) for section in found]
    for section, pictures in zip(found, galleries, strict=True):
        for name, figure in pictures.named().items():
            write_whole(folder / f"{_file_name(section.suite)}-{name}.png", png(figure))
    write_whole(folder / PAGE, page(found, galleries).encode())
    print(f"{folder / PAGE} is written, its pictures beside it")
    return 0


def _diff(arguments: argparse.Namespace) -> int:
    from .comparison import compare
    from .measured import measured
    from .tables import print_changes

    db = path_of(arguments)
    before, after = measured(arguments.before, db), measured(arguments.after, db)
    comparison = compare(before.outcomes, after.outcomes)
    if not comparison.pairs:
        raise InputError(f"{before.label} and {after.label} have no task in common; expected runs on the same suite")
    print_changes(comparison, before, after)
    return LOSS if comparison.is_worse or (arguments.strict and comparison.lost) else NO_LOSS


def _folder(name: str) -> Path:
    folder = Path(name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{name}: cannot be made: {why(error)}; expected a folder") from None
    return folder


def _file_name(suite: str) -> str:
    return re.sub(r"[^\w.-]+", "-", suite)
