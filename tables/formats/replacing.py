"""Large files that are written at once or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ...support.errors import InputError
from ...support.files import part_of, why


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A file beside a path to write to, which then takes its place; after an exception nothing is left of it.

    Raises
    ------
    InputError
        If it cannot be written.
    """
    target = Path(os.path.realpath(path))  # A link is to go on leading where it led.
    part = part_of(target)
    try:
        try:
            yield part
            if os.path.exists(target):
                part.chmod(target.stat().st_mode)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {why(error)}") from None
