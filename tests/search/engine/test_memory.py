"""Memory that is reserved: as large as asked for, and taken only as it is written."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from induce.search.engine import memory
from induce.search.engine.memory import Reservation

from ..searches import resident


@pytest.mark.parametrize("dtype", [np.int32, np.int64, np.uint64, np.bool_])
@pytest.mark.parametrize("count", [0, 1, 5000])
def test_an_array_is_of_zeros_and_can_be_written(dtype: type, count: int) -> None:
    found = Reservation().array(count, dtype)
    assert (found.dtype, found.shape) == (dtype, (count,))
    assert not found.any()
    found[:] = 1
    assert found.sum() == count


def test_arrays_do_not_share_memory() -> None:
    reservation = Reservation()
    one, other = reservation.array(100, np.int64), reservation.array(100, np.int64)
    one[:] = 7
    assert not other.any()
    del reservation
    one[:] = 8  # It lives as long as its arrays.
    assert one.sum() == 800


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux")
def test_what_is_not_written_takes_no_memory() -> None:
    before = resident()
    reserved = Reservation().array(1 << 27, np.int64)
    assert resident() - before < 1 << 22
    reserved[: 1 << 21] = 1
    assert 1 << 24 <= resident() - before < 1 << 26


def test_more_than_the_system_gives_is_a_memory_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: int) -> None:
        raise OSError("not so much")

    monkeypatch.setattr(memory, "_anonymous", refused)
    with pytest.raises(MemoryError, match="the system does not reserve 8000 bytes"):
        Reservation().array(1000, np.int64)


def test_large_pages_leave_the_contents_alone() -> None:
    reservation = Reservation()
    found = reservation.array(1 << 20, np.int64)
    found[::1000] = 3
    reservation.in_large_pages()
    assert set(np.flatnonzero(found).tolist()) == set(range(0, 1 << 20, 1000))
    found[:] = 4
    assert (found == 4).all()
