"""Kinds of values: what is of a kind, and what a message says of everything else."""

from __future__ import annotations

import argparse
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from induce.support.errors import InputError
from induce.support.kinds import CALLBACK, MINUTES, POSITIVE, SECONDS, SEED, SIZE, Kind, optional, whole

COUNT = whole("number of examples", least=0)


@pytest.mark.parametrize(
    ("kind", "word", "value"),
    [
        (POSITIVE, "1", 1),
        (POSITIVE, "9" * 30, 10**30 - 1),
        (COUNT, "0", 0),
        (SEED, "007", 7),
        (SECONDS, "0.5", 0.5),
        (MINUTES, "90", 90.0),
        (SIZE, "500MB", "500MB"),
    ],
)
def test_words_are_read(kind: Kind, word: str, value: object) -> None:
    assert kind(word) == value


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (POSITIVE, ["0", "-1", "1.5", "", "٣", "1_000", " 1", "--1", "9" * 31, "9" * 5000]),
        (COUNT, ["-1", "", "9" * 5000]),
        (SEED, ["x", "-1", "9" * 10]),
        (SECONDS, ["0", "-1", "nan", "inf", "1e9", "x", ""]),
        (MINUTES, ["0"]),
        (SIZE, ["much", "-1GB", "2 parsecs", "0", "0GB", "", "٣GB", "9" * 30, "9" * 5000, "nan"]),
    ],
)
def test_words_that_do_not_fit_are_refused(kind: Kind, words: list[str]) -> None:
    for word in words:
        with pytest.raises(argparse.ArgumentTypeError, match=f" is not a valid {kind.name}; expected "):
            kind(word)


@pytest.mark.parametrize(
    ("kind", "value", "used"),
    [
        (POSITIVE, np.int64(3), 3),
        (SECONDS, np.float32(0.5), 0.5),
        (SECONDS, Fraction(1, 4), 0.25),
        (SIZE, np.int64(10**6), 10**6),
        (optional(SECONDS), None, None),
        (CALLBACK, None, None),
        (CALLBACK, print, print),
    ],
)
def test_values_of_other_libraries_are_taken(kind: Kind, value: Any, used: object) -> None:
    found = kind.checked(value, "here")
    assert found == used
    assert type(found) is type(used)


def test_a_word_is_told_without_the_space_that_keeps_it_from_being_an_option() -> None:
    with pytest.raises(argparse.ArgumentTypeError, match=r"^'-1' is not a valid number; expected "):
        POSITIVE(" -1")


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        (POSITIVE, True, "here: True is not a valid number; expected an integer from 1 on"),
        (SEED, 10**9, "here: 1000000000 is not a valid seed; expected an integer from 0 to 999999999"),
        (SECONDS, None, "here: None is not a valid number of seconds; expected a positive number"),
        (optional(SECONDS), -1, "here: -1 is not a valid number of seconds; expected a positive number or None"),
        (SIZE, "2 parsecs", "here: '2 parsecs' is not a valid size; expected bytes, or a number with KB, MB or GB"),
        (CALLBACK, 7, "here: 7 is not a valid callback; expected a function of one argument or None"),
    ],
)
def test_a_value_that_does_not_fit_is_told_with_what_was_expected(kind: Kind, value: Any, message: str) -> None:
    with pytest.raises(InputError) as caught:
        kind.checked(value, "here")
    assert str(caught.value) == message
