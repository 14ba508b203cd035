"""Texts that are cut where they are too long."""

from __future__ import annotations

import pytest

from induce import synthesize
from induce.search.readings.texts.shortening import shortened_texts

from .scenes import exact, readings

REMARKS = ["The parcel was left with a neighbour", "All fine", "Customer asks for an invoice by mail"]
HURRY = "I am in a hurry to be there"
EXACTLY = "sixteen letters."


def cut_to(width: int, mark: str, text: str) -> str:
    return text if len(text) <= width else text[: width - len(mark)] + mark


def test_cut_after_so_many_characters() -> None:
    examples = [(text, cut_to(16, "...", text)) for text in REMARKS]
    assert exact(shortened_texts, examples) == [
        'if_else(len(s) > 16, concat(take(s, 13), "..."), s)',
        'if_else(len(s) > 13, concat(take(s, 13), "..."), s)',
    ]


def test_cut_after_so_many_words() -> None:
    examples = [(text, text if len(text.split()) <= 2 else " ".join(text.split()[:2]) + " ...") for text in REMARKS]
    found = exact(shortened_texts, examples)
    assert 'if_else(len(words(s)) > 2, concat(join(take(words(s), 2), " "), " ..."), s)' in found


def test_cut_after_the_words_that_fit() -> None:
    examples = [(REMARKS[0], "The parcel was..."), ("All fine", "All fine"), (HURRY, "I am in a hurry...")]
    assert exact(shortened_texts, examples) == ['shortened(s, 20, "...")']


def test_one_text_that_is_cut_says_where_if_the_width_is_round() -> None:
    assert exact(shortened_texts, [(REMARKS[0], REMARKS[0][:17] + "..."), ("All fine", "All fine")])
    assert not exact(shortened_texts, [("parcelwasleft", "parcelwa..."), ("All", "All")])
    assert not readings(shortened_texts, [("parcel", "parcel"), ("fine", "fine")])
    assert not readings(shortened_texts, [("parcel", "par"), ("fine", "fin")])


@pytest.mark.parametrize(("width", "mark"), [(16, "..."), (16, "…")])
def test_texts_are_shortened_to_a_width(width: int, mark: str) -> None:
    examples = [(text, cut_to(width, mark, text)) for text in REMARKS]
    asked = [EXACTLY, "Please call back before noon", "Paid"]
    result = synthesize(examples, inputs=asked, timeout=None, max_candidates=200_000)
    assert result.predictions == [cut_to(width, mark, text) for text in asked]
