"""What a path holds: the files of a folder, the family of a subfolder, the lines of a packed file, a value in JSON."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

from ....support.errors import InputError
from ....support.files import why

MOST_LINE, MOST_CHARACTERS = 1_000_000, 1_000_000_000
"""Of a text: a small file may be packed from any number."""


def members(path: Path, pattern: str) -> list[Path]:
    """The file itself, or all files in a folder and its subfolders that match, in a fixed order.

    Raises
    ------
    InputError
        If a folder cannot be read, or vanishes meanwhile.
    """
    try:
        return [path] if path.is_file() else sorted(_visible(path, pattern))
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {why(error)}; expected a folder of tasks") from None


def _visible(folder: Path, pattern: str) -> Iterator[Path]:
    for file in folder.rglob(pattern):
        if file.is_file() and not any(part.startswith(".") for part in file.relative_to(folder).parts):
            yield file


def family_of(file: Path, path: Path) -> str:
    """The subfolder of the suite's path in which a file lies; where there is none, the folder it is in."""
    inner = file.parent.relative_to(path).as_posix() if path.is_dir() else "."
    return file.parent.resolve().name if inner == "." else inner


def text_lines(path: Path) -> Iterator[str]:
    """The lines of a text file, unpacked if its name ends in .gz.

    Raises
    ------
    InputError
        If it cannot be read, or is too large once unpacked.
    """
    left = MOST_CHARACTERS
    try:
        with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8-sig") as file:
            while line := file.readline(MOST_LINE + 1):
                left -= len(line)
                if len(line) > MOST_LINE or left < 0:
                    told = f"expected at most {MOST_LINE:,} characters in a line, and {MOST_CHARACTERS:,} in all"
                    raise InputError(f"{path}: too large; {told}")
                yield line
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {why(error)}; expected lines of text") from None


def value_shown(text: str, *, otherwise: Any) -> Any:
    """The value that a text shows as JSON; `otherwise` if it shows none."""
    try:
        return json.loads(text, parse_constant=_refused)
    except (ValueError, RecursionError):
        return otherwise


def _refused(constant: str) -> NoReturn:
    """Python reads NaN and Infinity, which are not JSON."""
    raise ValueError(constant)
