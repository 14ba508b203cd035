"""Memory that is reserved at once and taken page by page as it is written."""

from __future__ import annotations

import mmap
from contextlib import suppress
from typing import Any

import numpy as np
import numpy.typing as npt


class Reservation:
    """Arrays of zeros of which only what has been written takes memory.

    NumPy's own large arrays come in pages of megabytes where the system has
    them: too coarse for many long arrays of which a small task fills but the
    start, and several times faster for what comes then (see `in_large_pages`).
    """

    def __init__(self) -> None:
        self._maps: list[mmap.mmap] = []

    def array(self, count: int, dtype: npt.DTypeLike) -> np.ndarray[Any, Any]:
        """Reserve an array.

        Raises
        ------
        MemoryError
            If the system does not give so much.
        """
        size = max(count, 1) * np.dtype(dtype).itemsize
        try:
            self._maps.append(_anonymous(size))
        except OSError as error:
            raise MemoryError(f"the system does not reserve {size} bytes") from error
        return np.frombuffer(self._maps[-1], dtype, count)

    def in_large_pages(self) -> None:
        """Ask for large pages from now on, where the system has them."""
        advice = getattr(mmap, "MADV_HUGEPAGE", None)
        if advice is not None:
            for one in self._maps:
                with suppress(OSError):
                    one.madvise(advice)


def _anonymous(size: int) -> mmap.mmap:
    private = getattr(mmap, "MAP_PRIVATE", None)
    if private is None:
        return mmap.mmap(-1, size)
    return mmap.mmap(-1, size, flags=private | mmap.MAP_ANONYMOUS | getattr(mmap, "MAP_NORESERVE", 0))
