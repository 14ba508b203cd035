"""Sizes of memory as people write them."""

from __future__ import annotations

import re
from decimal import Decimal

UNITS = {"": 1, "B": 1, "KB": 10**3, "MB": 10**6, "GB": 10**9}
SIZE = re.compile(r"\s*(\d{1,30}(?:\.\d{1,30})?)\s*([KMG]?B?)\s*", re.IGNORECASE | re.ASCII)


def bytes_of(memory: int | str) -> int:
    """The number of bytes that "500MB" or a plain number means.

    Raises
    ------
    ValueError
        If it does not mean a size.
    """
    found = SIZE.fullmatch(str(memory))
    if found is None:
        raise ValueError(f"{memory!r} does not mean a size")
    unit = found[2].upper()
    return int(Decimal(found[1]) * UNITS[unit if unit in UNITS else unit + "B"])
