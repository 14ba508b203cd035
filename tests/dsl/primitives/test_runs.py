"""Runs of characters, the words of names, and edits that keep what stands between the pieces."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce import parse
from induce.dsl.core.expression import Undefined
from induce.dsl.primitives.runs import edit_last_number, edit_numbers, edit_words, name_parts, runs

LATIN = st.text("aZ9é_- .ßÉ²", max_size=12)


def printed(text: str, *arguments: Any) -> Any:
    """What the printed Python gives."""
    scope: dict[str, Any] = {}
    exec(parse(text).python(), scope)
    return scope["solve"](*arguments)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kilo4Mega19", ["Kilo", "4", "Mega", "19"]),
        ("ab-12, c", ["ab", "-", "12", ", ", "c"]),
        ("x_1", ["x", "_", "1"]),
        ("Éa²", ["Éa²"]),
        ("", []),
    ],
)
def test_runs_of_letters_digits_and_all_else(text: str, expected: list[str]) -> None:
    assert runs(text) == printed("(s: Str) -> runs(s)", text) == expected


@given(LATIN)
def test_runs_make_up_the_text(text: str) -> None:
    assert "".join(runs(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("readFile2", ["read", "File", "2"]),
        ("READ_FILE_2", ["READ", "FILE", "2"]),
        ("loadXMLDocument", ["load", "XML", "Document"]),
        ("getURL", ["get", "URL"]),
        ("red-brick house", ["red", "brick", "house"]),
        ("JoséÁlvarez", ["José", "Álvarez"]),
        ("A", ["A"]),
        ("--", []),
    ],
)
def test_names_are_made_of_words(text: str, expected: list[str]) -> None:
    assert name_parts(text) == printed("(s: Str) -> name_parts(s)", text) == expected


@given(LATIN)
def test_the_words_of_a_name_have_its_letters_and_digits(text: str) -> None:
    assert "".join(name_parts(text)) == "".join(c for c in text if c.isalnum())


@pytest.mark.parametrize("name", ["runs", "name_parts"])
def test_other_scripts_have_no_known_letters(name: str) -> None:
    with pytest.raises(Undefined):
        parse(f"(s: Str) -> {name}(s)")("日本")


def test_pieces_are_edited_and_the_rest_is_kept() -> None:
    assert edit_numbers("a1-b22", lambda run: f"<{run}>") == "a<1>-b<22>"
    assert edit_words("one_two, 3!", str.upper) == "ONE_TWO, 3!"
    assert edit_last_number("1.2.9-x", lambda run: str(int(run) + 1)) == "1.2.10-x"


def test_the_last_number_is_to_be_there() -> None:
    with pytest.raises(Undefined):
        parse("(s: Str) -> edit_last_number(s, (x: Str) -> x)")("none")
