"""Pieces whose words the outputs have with other marks between them, and in another case."""

from __future__ import annotations

import pytest

from induce import synthesize
from induce.search.readings.texts.respelling import respelled_pieces

from .scenes import Examples, exact


@pytest.mark.parametrize(
    ("examples", "expected"),
    [
        ([("red-fig", "Red Fig"), ("old-oak-tree", "Old Oak Tree")], 'title(replace(s, "-", " "))'),
        ([("Red fig", "red_fig"), ("Old oak tree", "old_oak_tree")], 'lower(replace(s, " ", "_"))'),
        ([("a/red.fig", "red fig"), ("bb/oak", "oak")], 'replace(at(split(s, "/"), 1), ".", " ")'),
        ([("RED FIG", "Red fig"), ("OLD OAK", "Old oak")], "capitalize(s)"),
        ([("7-red-fig.md", "Red Fig"), ("12-oak.md", "Oak")], r'title(replace(found(s, "-([^.]+)"), "-", " "))'),
        ([("red, fig; oak", "red-fig-oak"), ("an oak", "an-oak")], 'join(tokens(s), "-")'),
    ],
)
def test_the_words_are_the_same(examples: Examples, expected: str) -> None:
    assert expected in exact(respelled_pieces, examples)


@pytest.mark.parametrize(
    "examples",
    [
        [("red-fig", "Fig Red"), ("old-oak", "Oak Old")],
        [("red-fig", "Red Fig!"), ("old-oak", "Old Oak!")],
        [("red-fig", "red fig-red"), ("old-oak", "old oak-old")],
        [("red-fig", 2), ("oak", 1)],
    ],
)
def test_other_words_or_marks_are_left_alone(examples: Examples) -> None:
    assert not exact(respelled_pieces, examples)


def test_a_title_with_its_year() -> None:
    examples = [
        ("1985-11-20-garden-stone-paper.md", "Garden Stone Paper (1985)"),
        ("2004-02-27-river-winter-stone-cloud.md", "River Winter Stone Cloud (2004)"),
        ("2003-09-10-table-north.md", "Table North (2003)"),
    ]
    result = synthesize(examples, inputs=["2000-01-04-signal-copper.md"], timeout=None, max_candidates=600_000)
    assert result.predictions == ["Signal Copper (2000)"]
