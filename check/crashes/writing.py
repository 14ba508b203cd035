"""What induce keeps is written again and again by a process that is killed meanwhile.

`python -m induce.check.crashes.writing KIND FILE` writes one version after the other.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random

import numpy as np

from ...guide.runtime.weights import read, write
from ...support.files import write_whole
from .killing import killed_within, module_started

LATEST = 0.3
"""Seconds within which a kill comes, once something is written."""
NUMBERS = 100_000
Kind = tuple[Callable[[Path, int], None], Callable[[Path], int]]
"""How a version is written, and which version is read; what reads a broken one raises something."""


def _write_weights(path: Path, version: int) -> None:
    write(path, {"numbers": np.full(NUMBERS, version, np.float32)}, {"format": "versions"})


def _read_weights(path: Path) -> int:
    tensors, _ = read(path, format="versions")
    return int(tensors["numbers"][-1])


def _write_text(path: Path, version: int) -> None:
    write_whole(path, f"{version}\n".encode() * NUMBERS)


def _read_text(path: Path) -> int:
    (version,) = set(path.read_bytes().splitlines())
    if path.stat().st_size != NUMBERS * (len(version) + 1):
        raise ValueError("cut off")
    return int(version)


KINDS: Mapping[str, Kind] = {
    "weights": (_write_weights, _read_weights),
    "text": (_write_text, _read_text),
}


def faults(draw: Random, folder: Path, *, kills: int) -> Iterator[str]:
    """Kill a writer so many times; the file has to be whole, and of no version before the one that was there."""
    kind = draw.choice(sorted(KINDS))
    path, before = folder / "kept", 0
    for kill in range(kills):
        process = module_started(__spec__.name, kind, str(path), str(before + 1), cwd=folder)
        assert process.stdout is not None
        if not process.stdout.readline():
            killed_within(process, 0, draw)
            yield f"{kind}, kill {kill}: what writes has ended"
            return
        killed_within(process, LATEST, draw)
        try:
            version = KINDS[kind][1](path)
        except Exception as error:  # noqa: BLE001 - whatever a broken file leads to
            yield f"{kind}, kill {kill}: {type(error).__name__}: {error}"
            path.unlink(missing_ok=True)
            continue
        if version <= before:
            yield f"{kind}, kill {kill}: version {version}, after {before}"
        before = version


if __name__ == "__main__":
    for number in itertools.count(int(sys.argv[3])):
        KINDS[sys.argv[1]][0](Path(sys.argv[2]), number)
        if number == int(sys.argv[3]):
            print("begun", flush=True)
