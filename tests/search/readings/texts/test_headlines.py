"""Texts as headlines."""

from __future__ import annotations

import pytest

from induce import parse, synthesize
from induce.search.readings.texts.headlines import SMALL, headlines

from .scenes import exact, readings

BOOKS = [("the origin of species", "The Origin of Species"), ("war and peace", "War and Peace")]


def test_all_small_words_are_meant_or_those_seen() -> None:
    all_of_them, seen = exact(headlines, BOOKS)
    assert all(f'"{word}"' in all_of_them for word in SMALL)
    assert seen == 'headline(s, ["and", "of"])'


def test_other_words_may_be_small() -> None:
    assert exact(headlines, [("haus am see", "Haus am See"), ("der weg", "Der Weg")]) == ['headline(s, ["am"])']


def test_without_small_words_there_is_no_headline() -> None:
    assert not readings(headlines, [("brave new world", "Brave New World"), ("emma", "Emma")])
    assert not readings(headlines, [("War of", "war of"), ("b a", "b a")])


@pytest.mark.parametrize(
    ("text", "expected"), [("", ""), ("of", "Of"), ("A TALE  of A city", "A Tale of a City"), ("tale a", "Tale a")]
)
def test_the_primitive(text: str, expected: str) -> None:
    program = parse('(s: Str) -> headline(s, ["a", "of"])')
    assert program(text) == expected
    names: dict[str, object] = {}
    exec(program.python(), names)
    assert names["solve"](text) == expected  # type: ignore[operator]


def test_small_words_that_no_example_has() -> None:
    result = synthesize(BOOKS, inputs=["gone with the wind"], timeout=None, max_candidates=200_000)
    assert result.predictions == ["Gone with the Wind"]
