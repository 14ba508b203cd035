"""Sizes of memory as people write them."""

from __future__ import annotations

import re

UNITS = {"": 1, "B": 1, "KB": 10**3, "MB": 10**6, "GB": 10**9}


def bytes_of(memory: int | str) -> int:
    """The number of bytes that "500MB" or a plain number means.

    Raises
    ------
    ValueError
        If it means none.
    """
    found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*([KMG]?B?)\s*", str(memory), re.IGNORECASE)
    if found is None:
        raise ValueError(f"memory: {memory!r} is no size; expected bytes, or a number with KB, MB or GB")
    unit = found[2].upper()
    return int(float(found[1]) * UNITS[unit if unit in UNITS else unit + "B"])
