"""Edits of pieces, natural order, and counted runs."""

from __future__ import annotations

import pytest

from induce.search.readings.texts.edits import counted_runs, edited_pieces, natural_order

from .scenes import exact, readings


@pytest.mark.parametrize(
    ("examples", "expected"),
    [
        ([("aaab", "a3b1"), ("xx", "x2")], "run_length_code(s)"),
        ([("aaab", "3a1b"), ("xx", "2x")], "count_first_code(s)"),
        ([("a3b1", "aaab"), ("x2", "xx")], "run_length_text(s)"),
        ([("3a1b", "aaab"), ("2x", "xx")], "count_first_text(s)"),
        ([("", ""), ("aaab", "a3b1"), ("xx", "x2")], "run_length_code(s)"),
    ],
)
def test_runs_are_counted_and_written_out(examples: list[tuple[str, str]], expected: str) -> None:
    assert exact(counted_runs, examples) == [expected]


@pytest.mark.parametrize(
    ("examples", "expected"),
    [
        ([("1.4.9", "1.4.10"), ("2.0.3", "2.0.4")], "edit_last_number(s, (x: Str) -> count_on(x, 1))"),
        ([("TX7", "TX007"), ("ab45", "ab045")], 'edit_numbers(s, (x: Str) -> pad_text_left(x, 3, "0"))'),
        ([("a/b c", "A/B C"), ("dd/e", "Dd/E")], "edit_words(s, (x: Str) -> capitalize(x))"),
        ([("x007", "x7"), ("y010z0", "y10z0")], "edit_numbers(s, (x: Str) -> to_text(to_number(x)))"),
    ],
)
def test_pieces_are_edited(examples: list[tuple[str, str]], expected: str) -> None:
    assert expected in exact(edited_pieces, examples)


def test_numbers_far_apart_are_not_counted_on() -> None:
    assert not readings(edited_pieces, [("a1", "a100"), ("b2", "b101")])


def test_natural_order_is_read_where_there_are_numbers_of_several_digits() -> None:
    assert exact(natural_order, [(["v10", "v9"], ["v9", "v10"])]) == ["sort_naturally(lines)"]
    assert readings(natural_order, [("b10,b9", "b9,b10")]) == {'sort_naturally(split(s, ","))': (["b9", "b10"],)}
    assert not readings(natural_order, [(["b", "a"], ["a", "b"])])
