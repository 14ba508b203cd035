"""Sequences drawn: in plain characters, and as pictures."""

from __future__ import annotations

import sys
from math import inf
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce import InputError
from induce.sequences.answer.answer import Extension
from induce.sequences.answer.drawing import HEIGHT, drawn
from induce.sequences.answer.picture import picture, picture_path
from induce.sequences.rules.rule import Interval, Number
from induce.sequences.rules.scale import logarithmic, scale_of

PNG = b"\x89PNG\r\n\x1a\n"


def extension(given: tuple[Number, ...], terms: tuple[Number, ...] = (), **options: object) -> Extension:
    return Extension("found", given, 0, terms=terms, **options)  # type: ignore[arg-type]


def test_terms_lie_where_they_belong() -> None:
    assert drawn(extension((0, 11), (5,)), width=80) == "\n".join(
        [
            "11 |     *",
            *["   |"] * 5,
            "   |           o",
            *["   |"] * 4,
            " 0 |*",
            "   +------------",
            "    n = 0  n = 2",
            "    * given, o next",
        ]
    )


def test_equal_terms_are_one_row() -> None:
    assert drawn(extension((7, 7), (7,)), width=80).splitlines()[0] == "7 |*    *     o"


def test_intervals_are_drawn() -> None:
    lines = drawn(extension((0.0, 1.0), (2.0,), intervals=(Interval(1.0, 11.0),)), width=80).splitlines()
    column = [line[len(lines[0].partition("|")[0]) + 12] if len(line) > 18 else "" for line in lines]
    assert lines[0].strip().startswith("11 |")
    assert sum(line.endswith(":") for line in lines) == 10, column
    assert sum(line.endswith("o") for line in lines) == 1


@given(
    st.lists(st.integers() | st.floats(-1e300, 1e300), min_size=3),
    st.lists(st.integers(), max_size=5),
    st.integers(30, 200),
)
def test_no_line_is_wider_than_the_terminal(given: list[Number], terms: list[int], width: int) -> None:
    lines = drawn(extension(tuple(given), tuple(terms)), width=width).splitlines()
    assert max(map(len, lines[:-1])) <= width
    assert all(line.isascii() for line in lines)
    assert len(lines) in (HEIGHT + 3, 4)


def test_terms_of_many_digits_are_drawn_by_their_number() -> None:
    text = drawn(extension(tuple(10**k for k in range(0, 9_000, 1_000))), width=80)
    assert text.splitlines()[0].startswith("1.00e+8000 |")
    assert text.endswith("logarithmic")


@pytest.mark.parametrize(
    ("values", "is_logarithmic"),
    [
        ([1, 2, 3], False),
        ([0, 0, 0], False),
        ([1, 1, 10**6], True),
        ([-(10**400), 10**400, 0], True),
        ([0.1, 1e9], False),
    ],
)
def test_scales(values: list[Number], is_logarithmic: bool) -> None:
    assert (scale_of(values) is logarithmic) is is_logarithmic


@given(st.lists(st.integers(), min_size=2))
def test_a_logarithmic_scale_keeps_the_order(values: list[int]) -> None:
    ordered = sorted(values)
    heights = [logarithmic(value) for value in ordered]
    assert heights == sorted(heights)
    assert logarithmic(-(10**5_000)) == -logarithmic(10**5_000) > -inf


@pytest.mark.parametrize(
    "answer",
    [
        extension((0, 1, 4), (9, 16), formula="a(n) = n^2"),
        extension((0.5, 1.5, 2.5), (3.5,), intervals=(Interval(3.0, 4.0),), words="$ a line of _ ^ { \\ $"),
        extension((1, 10**5_000, -(10**9_000)), (10**6_000,)),
        Extension("none", (3, 1, 4), 0, reason="none"),
        extension(tuple(range(1_000)), (1_000,)),
    ],
    ids=["integers", "intervals", "huge", "none", "many"],
)
def test_pictures(answer: Extension) -> None:
    assert picture(answer).startswith(PNG)
    assert picture(answer, title="A000290") != picture(answer, title="A000045")


def test_where_pictures_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert picture_path(str(tmp_path / "x.PNG")) == tmp_path / "x.PNG"
    with pytest.raises(InputError, match=r"^--plot: .*x\.jpg: expected the name of a PNG file, picture\.png say$"):
        picture_path(str(tmp_path / "x.jpg"))
    with pytest.raises(InputError, match="cannot be written: expected a file in a folder that exists"):
        picture_path(str(tmp_path / "no" / "x.png"))
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(InputError, match=r"^--plot: matplotlib is missing; pip install 'induce\[plot\]'$"):
        picture_path("x.png")
