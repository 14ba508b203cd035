"""Options that several commands of `induce bench` have."""

from __future__ import annotations

import argparse
from pathlib import Path

from .store import default_path


def add_db(parser: argparse.ArgumentParser) -> None:
    """The option that says where runs are kept."""
    parser.add_argument("--db", metavar="FILE", help="the file of runs (default: one in the user's data folder)")


def path_of(arguments: argparse.Namespace) -> Path:
    """The file of runs that is meant."""
    return default_path() if arguments.db is None else Path(arguments.db)
