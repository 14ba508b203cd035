"""A table that is filled in place is the old one or the new one."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from .killing import ended, killed_within, started

ROWS = 20_000
FILL = ("fill", "table.csv", "--in-place", "--max-candidates", "20000")


def faults(draw: Random, folder: Path, *, kills: int) -> Iterator[str]:
    """Kill it so many times, and then let it end."""
    table = folder / "table.csv"
    shown = draw.randint(3, 6)
    rows = [f"a{i},b{i}," + (f"b{i} a{i}" if i < shown else "") for i in range(ROWS)]
    old = "\n".join(["first,last,out", *rows, ""]).encode()
    table.write_bytes(old)
    began = time.monotonic()
    ended(started(*FILL, cwd=folder))
    seconds, new = time.monotonic() - began, table.read_bytes()
    if new == old:
        yield "nothing is filled"
    for kill in range(kills):
        table.write_bytes(old)
        killed_within(started(*FILL, cwd=folder), 1.1 * seconds, draw)
        if table.read_bytes() not in (old, new):
            yield f"kill {kill}: the table is neither the old one nor the new one"
    table.write_bytes(old)
    ended(started(*FILL, cwd=folder))
    if table.read_bytes() != new:
        yield "after the kills the table is filled otherwise"
