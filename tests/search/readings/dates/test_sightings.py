"""Where texts say dates and times."""

from __future__ import annotations

import pytest

from induce.dsl.core.expression import Literal, call, evaluate
from induce.dsl.core.types import STR
from induce.dsl.language.language import BUILTIN
from induce.search.readings.dates.sightings import quoted, sightings, wholes


def patterns(text: str) -> set[str]:
    return {pattern for _, pattern in wholes(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021-03-05", {"YYYY-M-D"}),
        ("13/05/2021", {"D/M/YYYY"}),
        ("03/05/2021", {"D/M/YYYY", "M/D/YYYY"}),
        ("5. March 2021", {"D. MMMM YYYY"}),
        ("Mar 22nd, 2021", {"MMM Do, YYYY"}),
        ("Friday, 5 Mar 2021", {"dddd, D MMM YYYY"}),
        ("13312021", set()),
        ("01312021", {"MMDDYYYY"}),
        ("2021-03-05T10:20:30Z", {"YYYY-M-DTH:mm:ssZ"}),
        ("9:05 p.m.", {"h:mm a.m."}),
        ("10:20", {"H:mm", "m:ss"}),
        ("31/02/2021", set()),
        ("1.2.3", set()),
        ("938-242-504", set()),
    ],
)
def test_whole_texts_are_seen(text: str, expected: set[str]) -> None:
    assert patterns(text) == expected


def test_parts_of_texts_are_seen() -> None:
    seen = sightings("WARN [2022-09-05 03:35:01] since 9:00-10:30")
    assert [one.pattern for one in seen] == ["YYYY-M-D H:mm:ss", "H:mm", "H:mm"]


@pytest.mark.parametrize("text", ["", " at ", "to", "Day [x]", "a|b", "Q", "[[]]", " | "])
def test_quoted_text_stands_for_itself(text: str) -> None:

    table = BUILTIN.vocabulary
    day = call(table["read_date"], Literal("20210305", STR), Literal("YYYYMMDD", STR))
    assert evaluate(call(table["write_date"], day, Literal(f"{quoted(text)}D", STR)), {}) == f"{text}5"
