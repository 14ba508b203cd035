"""Files that cannot be used, told in one line; files that are written at once or not at all."""

from __future__ import annotations

import os
import re
import secrets
import time
from contextlib import suppress
from pathlib import Path

from .errors import InputError

PART = ".part"
"""Ends the name of a file that is being written."""
ABANDONED = 86_400.0
"""Seconds after which nobody goes on writing such a file."""


def part_of(target: Path) -> Path:
    """A file of its own, beside its place, for one who writes; others may be writing the same.

    What those who were killed have left there is deleted.
    """
    for part in parts_of(target):
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > ABANDONED:
                part.unlink()
    return target.with_name(f"{target.name}.{secrets.token_hex(4)}{PART}")


def parts_of(target: Path) -> list[Path]:
    """The files that hold what is, or was, being written in this place."""
    try:
        names = os.listdir(target.parent)
    except OSError:  # Whoever writes there will be told.
        return []
    return [target.parent / name for name in names if name != target.name == name_of_part(name)]


def name_of_part(name: str) -> str:
    """The name that a file that was being written was to have; any other name is left as it is."""
    return re.sub(rf"\.[0-9a-f]{{8}}\{PART}$", "", name)


def why(error: Exception) -> str:
    """What the system says of a failure, as the end of a line."""
    return " ".join((getattr(error, "strerror", None) or str(error)).lower().split()).rstrip(".")


def writable(path: str | Path) -> Path:
    """Where a file is to be written after long work; what the folder already tells is told at once.

    Raises
    ------
    InputError
        If there is no such folder, or the file is a folder.
    """
    target = Path(path)
    if os.path.isdir(target) or not os.path.isdir(target.parent):  # The methods raise if a name is too long.
        raise InputError(f"{path}: cannot be written: expected a file in a folder that exists")
    return target


def write_whole(path: str | Path, data: bytes) -> None:
    """Write a file beside its place, then put it there; into a pipe or a device it is written as it is.

    Raises
    ------
    InputError
        If it cannot be written; what was there before stays, and nothing is left beside it.
    """
    target = Path(os.path.realpath(path))  # A link is to go on leading where it led.
    part = part_of(target)
    try:
        if _is_special(Path(path)):
            Path(path).write_bytes(data)
            return
        try:
            part.write_bytes(data)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {why(error)}") from None


def _is_special(path: Path) -> bool:
    return os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)
