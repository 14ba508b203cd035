"""Options of the command line that several commands have, and what their words mean."""

from __future__ import annotations

import argparse

from .sizes import bytes_of

DEFAULT_TIMEOUT = 10.0


def add_limits(parser: argparse.ArgumentParser) -> None:
    """What a search may take."""
    parser.add_argument(
        "--timeout", type=seconds, metavar="SECONDS", help="time for a search (default 10; none with --max-candidates)"
    )
    parser.add_argument(
        "--max-candidates",
        type=positive,
        metavar="N",
        help="candidates to try; makes the answer the same on any machine",
    )
    parser.add_argument(
        "--memory", type=memory, default="2GB", metavar="SIZE", help='memory for values, "500MB" say (default 2GB)'
    )


def timeout_of(arguments: argparse.Namespace) -> float | None:
    """The time limit: one on candidates alone leaves the clock out of it."""
    if arguments.timeout is None and arguments.max_candidates is None:
        return DEFAULT_TIMEOUT
    given: float | None = arguments.timeout
    return given


def add_search(parser: argparse.ArgumentParser) -> None:
    """How to search."""
    parser.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="PART",
        help="switch a part of the search off (may be repeated): deduction, concatenation, constants, edits, branches, "
        "local, remainders, loops or reweighting",
    )
    parser.add_argument(
        "--noise",
        type=count,
        default=0,
        metavar="K",
        help="how many examples may be wrong, fewer than half (default 0)",
    )
    parser.add_argument(
        "--threads",
        type=positive,
        default=1,
        metavar="N",
        help="threads that match side by side; the answer does not depend on it (default 1)",
    )
    add_primitives(parser)
    guide = parser.add_mutually_exclusive_group()
    guide.add_argument(
        "--guide",
        metavar="FILE",
        default="auto",
        help="search with the weights that `induce train` wrote instead of those of induce; none with --noise",
    )
    guide.add_argument(
        "--no-guide", dest="guide", action="store_const", const=None, help="search with the usual costs alone"
    )


def add_primitives(parser: argparse.ArgumentParser) -> None:
    """What programs may use beside the built-in primitives."""
    parser.add_argument(
        "--primitives",
        action="append",
        default=[],
        metavar="FILE",
        help="a Python file with primitives of your own, which is run as any of yours is (may be repeated)",
    )


def positive(text: str) -> int:
    """An integer from 1 on."""
    if not text.isascii() or not text.isdigit() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"{text!r} is no positive integer")
    return int(text)


def count(text: str) -> int:
    """A number of examples, from 0 on."""
    return _natural(text, "number of examples")


def seed(text: str) -> int:
    """What random numbers start from."""
    return _natural(text, "seed")


def _natural(text: str, meaning: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise argparse.ArgumentTypeError(f"{text!r} is no {meaning}")
    return int(text)


def seconds(text: str) -> float:
    """A time in seconds."""
    return _amount(text, "seconds")


def minutes(text: str) -> float:
    """A time in minutes."""
    return _amount(text, "minutes")


def _amount(text: str, unit: str) -> float:
    try:
        amount = float(text)
    except ValueError:
        amount = -1.0
    if not 0 < amount < 1e9:
        raise argparse.ArgumentTypeError(f"{text!r} is no positive number of {unit}")
    return amount


def memory(text: str) -> int:
    """A size in bytes, which may be written with a unit."""
    try:
        return bytes_of(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
