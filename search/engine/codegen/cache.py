"""Where compiled code is kept: folders of the user's cache, named by all that the code depends on."""

from __future__ import annotations

import atexit
import hashlib
import os
import stat
import sys
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path

import llvmlite
import platformdirs

from ....dsl.core import primitive, types
from ....dsl.language import language
from ....dsl.primitives import kernels
from ....support.errors import InputError
from ....support.files import PART, part_of, why
from .. import translation
from .generation import COMPILED, is_checked
from .machine import processor

TEMPORARY = "INDUCE_CACHE"
"""Names the temporary folder that serves instead of the user's cache, for processes that this one starts."""


@cache
def digest() -> str:
    """What the compiled code depends on: generating it to find out would cost more than loading it."""
    packages = [Path(module.__file__ or "").parent for module in (translation, kernels, language)]
    files = [file for folder in [Path(__file__).parent, COMPILED, *packages] for file in sorted(folder.glob("*.py"))]
    files += [Path(module.__file__ or "") for module in (primitive, types)]
    known = [llvmlite.__version__, sys.version, str(is_checked()), *processor()]
    return digest_of([*known, *(file.read_text(encoding="utf-8") for file in files)])


def digest_of(texts: list[str]) -> str:
    """A name for some texts that no others have."""
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:16]


def folder_of(name: str) -> Path:
    """The folder of this name in the user's cache.

    Where the user's cache is not writable, what is there already can still be loaded; otherwise, and where others may
    write into it, a temporary folder serves for as long as this process and those that it starts.
    """
    folder = Path(platformdirs.user_cache_dir("induce", appauthor=False)) / name
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if _is_safe(folder) and (os.access(folder, os.W_OK) or any(folder.iterdir())):
            return folder
    except OSError:
        pass
    given = os.environ.get(TEMPORARY)
    if given is None:
        temporary = tempfile.TemporaryDirectory(prefix="induce-")
        atexit.register(temporary.cleanup)
        given = os.environ[TEMPORARY] = temporary.name
    folder = Path(given) / name
    folder.mkdir(exist_ok=True)
    return folder


def _is_safe(folder: Path) -> bool:
    """Whether nobody but the user and root can put code there: what is in it is loaded and run."""
    if sys.platform == "win32":  # There the user's folders are the user's.
        return True
    status = folder.stat()
    return status.st_uid in (os.geteuid(), 0) and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def kept(file: Path) -> bytes | None:
    """What `keep` has put into a file; None if there is nothing, or what a disk has made of it."""
    try:
        content = file.read_bytes()
    except OSError:
        return None
    length = hashlib.sha256().digest_size
    return content[length:] if content[:length] == hashlib.sha256(content[length:]).digest() else None


def keep(file: Path, content: bytes) -> None:
    """Write a file with its checksum, at once or not at all: damaged code would end the process.

    Raises
    ------
    InputError
        If it cannot be written.
    """
    try:
        replace(file, hashlib.sha256(content).digest() + content)
    except OSError as error:
        raise InputError(f"{file}: cannot be written: {why(error)}; expected room for the compiled engine") from None


def replace(file: Path, content: bytes) -> None:
    """Write a file at once or not at all; nothing is left beside it."""
    part = part_of(file)
    try:
        part.write_bytes(content)
        part.replace(file)
    except (PermissionError, FileNotFoundError):
        # Another process has written the same just now: its file is in use, on Windows, or it has cleared the folder.
        if not file.exists():
            raise
    finally:
        part.unlink(missing_ok=True)


def clear(folder: Path) -> None:
    """Delete what writers who were killed have left in a folder where nothing is missing any more."""
    for part in folder.glob(f"*{PART}"):
        with suppress(OSError):
            part.unlink()
