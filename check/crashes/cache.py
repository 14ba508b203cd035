"""Whatever is left in the cache of compiled code, the next search answers the same."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from ...support.files import PART
from .killing import ended, killed_within, started

SOLVE = ("solve", "task.json", "--max-candidates", "2000", "--json")
TASK = '{"train": [{"input": [1, 2], "output": 3}, {"input": [5], "output": 5}], "test": [{"input": [4, 4]}]}'
COMPILING = 8.0
"""Seconds, about as long as it takes to compile."""
ROOM = 20_000
"""Bytes that a file may have on a disk that is full."""


def faults(draw: Random, folder: Path, *, kills: int) -> Iterator[str]:
    """Disturb the cache so many times; after each a search has to end, and to answer as it did before."""
    (folder / "task.json").write_text(TASK, encoding="utf-8")
    whole = folder / "whole"
    answer = _answer(folder, whole)
    for number in range(kills):
        disturb = draw.choice(WAYS)
        cache = folder / f"cache {number}"
        try:
            disturb(draw, folder, whole, cache)
            if _answer(folder, cache) != answer:
                yield f"{disturb.__name__}: another answer"
            if left := sorted(part.name for part in cache.rglob(f"*{PART}")):
                yield f"{disturb.__name__}: left behind: {', '.join(left)}"
        except RuntimeError as error:
            yield f"{disturb.__name__}: {error}"
        _writable(cache)
        shutil.rmtree(cache, ignore_errors=True)


def _answer(folder: Path, cache: Path) -> bytes:
    return ended(started(*SOLVE, cwd=folder, XDG_CACHE_HOME=str(cache)))


def _killed(draw: Random, folder: Path, whole: Path, cache: Path) -> None:
    """One of two processes that compile at once."""
    one, other = (started("warmup", cwd=folder, XDG_CACHE_HOME=str(cache)) for _ in range(2))
    killed_within(one, COMPILING, draw)
    ended(other)


def _cut_off(draw: Random, folder: Path, whole: Path, cache: Path) -> None:
    """An object file is half-written."""
    file = _object(draw, whole, cache)
    content = file.read_bytes()
    file.write_bytes(content[: draw.randrange(len(content))])


def _altered(draw: Random, folder: Path, whole: Path, cache: Path) -> None:
    """A byte of an object file is another."""
    file = _object(draw, whole, cache)
    content = bytearray(file.read_bytes())
    content[draw.randrange(len(content))] ^= 1 + draw.randrange(255)
    file.write_bytes(content)


def _object(draw: Random, whole: Path, cache: Path) -> Path:
    shutil.copytree(whole, cache)
    return draw.choice(sorted(cache.rglob("*.o")))


def _read_only(draw: Random, folder: Path, whole: Path, cache: Path) -> None:
    """Nothing can be written."""
    if draw.random() < 0.5:
        shutil.copytree(whole, cache)
    else:
        cache.mkdir()
    for place in (*cache.rglob("*"), cache):
        place.chmod(0o500)


def _full(draw: Random, folder: Path, whole: Path, cache: Path) -> None:
    """The disk is full while it is compiled: that is told, and goes on once there is room."""
    process = started("warmup", cwd=folder, largest=draw.randrange(ROOM), XDG_CACHE_HOME=str(cache))
    ended(process, codes=(2,))


def _writable(cache: Path) -> None:
    for place in (cache, *cache.rglob("*")):
        place.chmod(0o700)


WAYS: tuple[Callable[[Random, Path, Path, Path], None], ...] = (_killed, _cut_off, _altered, _read_only, _full)
