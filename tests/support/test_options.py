"""Words of the command line that are numbers, and those that are not."""

from __future__ import annotations

import argparse
from collections.abc import Callable

import pytest

from induce.support.options import count, memory, minutes, positive, seconds, seed, timeout_of


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (positive, "1", 1),
        (positive, "9" * 30, 10**30 - 1),
        (count, "0", 0),
        (seed, "007", 7),
        (seconds, "0.5", 0.5),
        (minutes, "90", 90.0),
        (memory, "500MB", 500_000_000),
    ],
)
def test_numbers_are_read(read: Callable[[str], float], text: str, value: float) -> None:
    assert read(text) == value


@pytest.mark.parametrize(
    ("read", "texts"),
    [
        (positive, ["0", "-1", "1.5", "", "٣"]),
        (count, ["-1", "", "9" * 10]),
        (seed, ["x"]),
        (seconds, ["0", "-1", "nan", "inf", "1e9", "x"]),
        (minutes, ["0"]),
        (memory, ["much", "-1GB"]),
    ],
)
def test_what_is_none_is_refused(read: Callable[[str], float], texts: list[str]) -> None:
    for text in texts:
        with pytest.raises(argparse.ArgumentTypeError):
            read(text)


@pytest.mark.parametrize(
    ("timeout", "candidates", "expected"), [(None, None, 10.0), (None, 5, None), (2.0, None, 2.0), (2.0, 5, 2.0)]
)
def test_a_limit_on_candidates_leaves_the_clock_out(
    timeout: float | None, candidates: int | None, expected: float | None
) -> None:
    assert timeout_of(argparse.Namespace(timeout=timeout, max_candidates=candidates)) == expected
