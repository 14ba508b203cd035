"""Files that cannot be used, told in one line; files that are written at once or not at all."""

from __future__ import annotations

from pathlib import Path

from .task import InputError

PART = ".part"
"""Ends the name of a file that is being written."""


def why(error: Exception) -> str:
    """What the system says of a failure, as the end of a line."""
    return " ".join((getattr(error, "strerror", None) or str(error)).lower().split())


def writable(path: str | Path) -> Path:
    """Where a file is to be written after long work; what the folder already tells is told at once.

    Raises
    ------
    InputError
        If there is no such folder, or the file is a folder.
    """
    target = Path(path)
    if target.is_dir() or not target.parent.is_dir():
        raise InputError(f"{path}: cannot be written: expected a file in a folder that exists")
    return target


def write_whole(path: str | Path, data: bytes) -> None:
    """Write a file beside its place, then put it there.

    Raises
    ------
    InputError
        If it cannot be written; what was there before stays.
    """
    target = Path(path)
    part = target.with_name(target.name + PART)
    try:
        part.write_bytes(data)
        part.replace(target)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {why(error)}") from None
