"""Sizes of memory as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.support.sizes import bytes_of


@pytest.mark.parametrize(
    ("written", "size"), [("2GB", 2 * 10**9), ("2.3 gb", 2_300_000_000), ("10k", 10_000), (" 7 ", 7), (8, 8), ("5b", 5)]
)
def test_sizes_are_exact(written: int | str, size: int) -> None:
    assert bytes_of(written) == size


@given(st.integers(0, 10**12), st.sampled_from(["", "B", "K", "kb", "M", "Mb", "g", "GB"]), st.sampled_from(["", " "]))
def test_a_unit_is_a_power_of_a_thousand(number: int, unit: str, space: str) -> None:
    power = " kmg".index(unit[:1].lower() or " ") if unit.lower() != "b" else 0
    assert bytes_of(f"{number}{space}{unit}") == number * 1000**power


@given(st.integers(0, 999), st.integers(0, 999))
def test_fractions_of_a_unit_are_not_rounded(whole: int, thousandths: int) -> None:
    assert bytes_of(f"{whole}.{thousandths:03}MB") == whole * 10**6 + thousandths * 10**3


@pytest.mark.parametrize("written", ["", "GB", "-1", "1e3", "2 parsecs", "1.5.2", "1 G B", "٣", "1TB", ".5GB", "5.GB"])
def test_what_does_not_mean_a_size(written: str) -> None:
    with pytest.raises(ValueError, match="does not mean a size"):
        bytes_of(written)
