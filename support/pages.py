"""Pages that are written from the code, and checked to be current."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path


def keep_current(page: Callable[[], str], module: str, argv: Sequence[str] | None = None) -> int:
    """The command ``python -m MODULE FILE``: write a page, or with ``--check`` exit 1 if the file is not current."""
    parser = argparse.ArgumentParser(prog=f"python -m {module}", description="Write a page of the documentation.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the file is not current")
    arguments = parser.parse_args(argv)
    text, file = page(), arguments.file
    if not arguments.check:
        file.write_text(text, encoding="utf-8", newline="\n")
        return 0
    if file.exists() and file.read_text(encoding="utf-8") == text:
        return 0
    print(f"{file} is not current: run python -m {module} {file}", file=sys.stderr)
    return 1


def escaped(text: str) -> str:
    """A text as the cell of a Markdown table."""
    return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")
