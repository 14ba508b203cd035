"""Pieces of texts: runs, what has the outputs' form, and beginnings that only some texts have."""

from __future__ import annotations

import re

import pytest

from induce.search.readings.texts.pieces import forms_of, literally, optional_ends, pieces, without_marks

from .scenes import exact, readings


@pytest.mark.parametrize(
    ("values", "patterns"),
    [
        (["123-45", "678-90"], [r"\d{3}-\d{2}", r"\d+-\d+", r"[\d\-]+"]),
        (["AB-1234", "QX-9981"], [r"[A-Z]{2}-\d{4}", r"[A-Z]+-\d+", r"[\dA-Z\-]+"]),
        (["Rome", "Oslo"], ["[A-Z][a-z]{3}", "[A-Z][a-z]+", "[A-Za-z]+"]),
        (["José", "Ana"], [r"[^\W\d_]+", r"[^\W\d_]+", r"[\w]+"]),
        (["1.18.0", "2.4"], [r"[\d.]+"]),
        (["a b", "c d e"], []),
        (["a", ""], []),
    ],
)
def test_the_patterns_that_texts_have(values: list[str], patterns: list[str]) -> None:
    found = [pattern for pattern, _ in forms_of(values)]
    assert found == patterns
    assert all(re.fullmatch(pattern, value) for pattern in found for value in values)


@pytest.mark.parametrize("character", "".join(map(chr, range(33, 127))))
def test_a_character_stands_for_itself(character: str) -> None:
    assert re.fullmatch(literally(character, r".^$*+?{}[]\|()"), character)
    assert re.fullmatch(f"[{literally(character, chr(93) + chr(92) + '^-[')}]+", character)


def test_a_piece_of_the_outputs_form_is_found_anywhere() -> None:
    examples = [("to AB-1234 now", "AB-1234"), ("QX-9981", "QX-9981"), ("a b c KL-1111!", "KL-1111")]
    assert exact(pieces, examples)[0] == r'at(matches(s, "[A-Z]{2}-\\d{4}"), 0)'


def test_pieces_that_stand_in_the_outputs_are_read() -> None:
    found = readings(pieces, [("LeaMoss@x.org", "Moss, Lea"), ("IanFord@y.net", "Ford, Ian")])
    assert found['at(matches(s, "[A-Z][a-z]+"), 0)'] == ("Lea", "Ian")
    assert found['at(matches(s, "[A-Z][a-z]+"), 1)'] == ("Moss", "Ford")
    assert not any("x.org" in values for values in found.values())


def test_numbers_are_not_made_of_pieces() -> None:
    assert not readings(pieces, [("a 12", 12), ("b 7", 7)])


def test_what_only_some_texts_begin_or_end_with_is_left_out() -> None:
    beginnings = [("www.pear.com", "pear.com"), ("plum.org", "plum.org"), ("www.fig.net", "fig.net")]
    assert exact(optional_ends, beginnings) == ['remove_prefix(s, "www.")']
    hosts = [("http://www.pear.com/a", "pear.com"), ("http://plum.org", "plum.org")]
    assert 'remove_prefix(at(split(s, "/"), -1), "www.")' not in exact(optional_ends, hosts)
    assert exact(optional_ends, hosts) == [
        'remove_prefix(at(split(s, "/"), 2), "www.")',
        'remove_prefix(at(matches(s, "[^/:]+"), 1), "www.")',
    ]
    ported = [("http://www.pear.com:80/a", "pear.com"), ("https://plum.org:8080", "plum.org")]
    assert 'remove_prefix(at(matches(s, "[^/:]+"), 1), "www.")' in exact(optional_ends, ported)


def test_ends_of_one_form_are_left_out_by_their_form() -> None:
    examples = [("Red Sox (3)", "Red Sox"), ("Blue Jays", "Blue Jays"), ("Cubs (11)", "Cubs")]
    assert exact(optional_ends, examples) == [r'remove_matches(s, " \\(\\d+\\)")']


def test_what_differs_in_every_text_is_not_left_out() -> None:
    assert not exact(optional_ends, [("Ann Roe", "Roe"), ("Bo Lim", "Lim"), ("Cy Day", "Day")])


def test_punctuation_is_left_out_where_the_outputs_are_without_it() -> None:
    found = readings(without_marks, [("Rock & Roll!", "rock-roll"), ("It's so", "its-so")])
    assert found == {
        r'remove_matches(s, "[^\\w\\s]+")': ("Rock  Roll", "Its so"),
        r'words(remove_matches(s, "[^\\w\\s]+"))': (["Rock", "Roll"], ["Its", "so"]),
    }
    assert not readings(without_marks, [("a-b", "b-a"), ("c-d", "d-c")])


def test_all_pieces_of_a_form_may_be_listed() -> None:
    examples = [("ask @lea or @ian", "@lea, @ian"), ("only @cy", "@cy"), ("@bo, @al and @di", "@bo, @al, @di")]
    assert exact(pieces, examples)[0] == 'join(matches(s, "@[a-z]+"), ", ")'
