"""`induce extend`: the rule of a sequence, and how it goes on."""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
from collections.abc import Sequence
from typing import Any

from ..support.kinds import POSITIVE, SECONDS

FOUND, NONE, INTERRUPTED = 0, 1, 130
NEGATIVE = re.compile(r"-\.?\d", re.ASCII)
COUNT, TIMEOUT = 10, 5.0


def with_negative_numbers(words: Sequence[str]) -> list[str]:
    """The words after `induce extend`, with a space before negative numbers, so that they are taken for no options."""
    return [f" {word}" if NEGATIVE.match(word) else word for word in words]


def add_parser(commands: Any) -> None:
    """Add `extend` to the commands."""
    extend = commands.add_parser(
        "extend",
        help="find the rule of a sequence and continue it",
        description="Find the rule behind the first terms of a sequence, and the terms that come next.",
    )
    extend.add_argument(
        "terms",
        nargs="+",
        metavar="TERM",
        help='terms, "1 4 9" or "1, 4, 9, ..."; or a file of terms, a table or OEIS lines; - for standard input',
    )
    extend.add_argument("--count", type=POSITIVE, default=COUNT, metavar="N", help=f"terms to add (default {COUNT})")
    extend.add_argument("--start", type=_integer, metavar="K", help="the number of the first term (default 0)")
    extend.add_argument(
        "--validate",
        type=POSITIVE,
        metavar="K",
        help="terms held back, on which a rule found on the others is confirmed (default: as many as the data allow)",
    )
    extend.add_argument(
        "--noise",
        choices=("auto", "none"),
        default="auto",
        help="whether terms may be noisy: auto is where they are decimals or have no exact rule (default auto)",
    )
    extend.add_argument("--column", metavar="C", help="the column of a table, its name or number")
    extend.add_argument("--id", metavar="A", help="the sequence of several in OEIS lines")
    extend.add_argument(
        "--timeout", type=SECONDS, default=TIMEOUT, metavar="S", help=f"seconds to look for rules (default {TIMEOUT:g})"
    )
    form = extend.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print everything as JSON")
    form.add_argument("--python", action="store_true", help="print nothing but the Python source")
    form.add_argument("--text", action="store_true", help="print nothing but the program text")
    extend.add_argument("--draw", action="store_true", help="draw the terms even if the output is not a terminal")
    extend.add_argument("--plot", metavar="FILE.png", help="draw a picture with the interval of noisy terms")
    extend.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    """Extend a sequence as the command line says; the exit code.

    Raises
    ------
    InputError
        If the terms are none, or options do not fit them, or the picture cannot be drawn.
    """
    from .answer.extending import extend_terms
    from .answer.picture import picture, picture_path
    from .answer.printing import print_extension, print_source
    from .rules.digits import all_digits
    from .terms.reading import read_terms

    plot = None if arguments.plot is None else picture_path(arguments.plot)
    with all_digits():
        given = read_terms(arguments.terms, column=arguments.column, name=arguments.id)
        extension = extend_terms(
            given.terms,
            count=arguments.count,
            start=given.start if arguments.start is None else arguments.start,
            validate=arguments.validate,
            noise=arguments.noise,
            timeout=arguments.timeout,
            progress=_tell_compilation,
        )
        if arguments.json:
            named = {"name": given.name} if given.name else {}
            print(json.dumps({**named, **extension.to_json()}, ensure_ascii=False))
        elif arguments.python or arguments.text:
            print_source(extension, python=arguments.python)
        else:
            draws = arguments.draw or sys.stdout.isatty()
            print_extension(extension, name=given.name, width=shutil.get_terminal_size().columns if draws else None)
    if plot is not None:
        from ..support.files import write_whole

        write_whole(plot, picture(extension, title=given.name))
    if extension.interrupted:
        return INTERRUPTED
    return FOUND if extension.status == "found" else NONE


def _tell_compilation(_: object) -> None:
    from ..search.synthesis import COMPILING

    print(f"induce: {COMPILING}", file=sys.stderr)


def _integer(text: str) -> int:
    if not re.fullmatch(r"\s*[+-]?\d{1,15}", text, re.ASCII):
        raise argparse.ArgumentTypeError(f"{text!r} is not a valid integer; expected one of at most 15 digits")
    return int(text)
