"""Texts in which a few words become others."""

from __future__ import annotations

import pytest

from induce import synthesize
from induce.search.readings.texts.rewording import reworded_texts

from .scenes import Examples, exact

STREETS = [
    ("755 Main Road", "755 Main Rd"),
    ("517 Mill Street", "517 Mill St"),
    ("972 Cedar Road", "972 Cedar Rd"),
    ("601 Maple Avenue", "601 Maple Ave"),
]


def test_each_word_is_replaced() -> None:
    expected = 'replace(replace(replace(s, "Avenue", "Ave"), "Street", "St"), "Road", "Rd")'
    assert exact(reworded_texts, STREETS) == [expected]
    with_points = [(text, f"{short}.") for text, short in STREETS]
    assert exact(reworded_texts, with_points) == [
        'replace(replace(replace(s, "Avenue", "Ave."), "Street", "St."), "Road", "Rd.")'
    ]


@pytest.mark.parametrize(
    "examples",
    [
        [("a fig", "a plum"), ("an oak", "an elm"), ("the sea", "the sky")],  # learnt by heart
        [("a Road", "a Rd"), ("my Road", "my Way")],
        [("Main Road", "Main Rd east"), ("Mill Street", "Mill St")],
        [("5 Road", "6 Rd"), ("7 Street", "8 St")],
    ],
)
def test_anything_else_is_left_alone(examples: Examples) -> None:
    assert not exact(reworded_texts, examples)


def test_streets_that_no_example_has() -> None:
    result = synthesize(STREETS, inputs=["7 Queen Anne Avenue", "9 Oak Street"], timeout=None, max_candidates=300_000)
    assert result.predictions == ["7 Queen Anne Ave", "9 Oak St"]
