"""Values as messages quote them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.support.errors import MOST_SHOWN, MOST_TOLD, InputError, on_one_line, shown, tell


class Nameless:
    """Cannot be shown."""

    def __repr__(self) -> str:
        raise RuntimeError("no name")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a\nb", r"'a\nb'"),
        ("x" * 100, f"'{'x' * 56}..."),
        (10**5000, "a value of type int"),
        (Nameless(), "a value of type Nameless"),
        (np.zeros((2, 2)), "array([[0., 0.], [0., 0.]])"),
    ],
    ids=["line", "long", "digits", "nameless", "array"],
)
def test_a_value_is_shown_on_one_short_line(value: object, text: str) -> None:
    assert shown(value) == text


@given(st.recursive(st.integers() | st.text(), st.lists, max_leaves=40), st.integers(10, 80))
def test_what_is_shown_is_what_python_writes_as_far_as_there_is_room(value: Any, most: int) -> None:
    text = shown(value, most=most)
    assert len(text) <= most
    assert "\n" not in text
    whole = " ".join(repr(value).split())
    assert text == whole or (len(whole) > most and text.endswith("...") and whole.startswith(text[:-3]))
    assert len(shown(value)) <= MOST_SHOWN


def test_bad_input_is_a_value_error() -> None:
    """Callers from Python may catch it as such."""
    with pytest.raises(ValueError, match="here: expected"):
        raise InputError("here: expected something else")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a\nb\r\nc", "a b c"),
        ("a\x1b[2Jb", r"a\x1b[2Jb"),
        ("\0\ud800\u202eé🙂", r"\x00\ud800\u202eé🙂"),
    ],
)
def test_nothing_breaks_a_line_or_commands_a_terminal(text: str, told: str) -> None:
    assert on_one_line(text) == told


def test_a_long_message_keeps_its_beginning_and_its_end(capsys: pytest.CaptureFixture[str]) -> None:
    tell(f"begins\n{'x' * 10_000} ends")
    err = capsys.readouterr().err
    assert err.startswith("induce: begins x")
    assert err.endswith("x ends\n")
    assert len(err) < MOST_TOLD + 20
