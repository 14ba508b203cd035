"""Texts that are numbers in a frame are solved as those numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from induce import Result, Task, synthesize
from induce.search.signatures.frames import Frame, frame_of, solve_framed
from induce.search.task.budget import Budget


def numbers(s: str, mark: str) -> list[int]:
    return [int(part) for part in s.split(mark)]


KINDS: list[tuple[Callable[[str], Any], list[str], list[str], str]] = [
    (
        lambda s: numbers(s, "x")[0] * numbers(s, "x")[1],
        ["4x7", "12x3", "5x5", "20x11"],
        ["6x9"],
        'parts = s.split("x")',
    ),
    (
        lambda s: f"{2 * numbers(s, '|')[0]}|{3 * numbers(s, '|')[1]}",
        ["4|7", "12|3", "5|5", "20|11"],
        ["6|9", "1|100"],
        'return f"{',
    ),
    (
        lambda s: "up" if numbers(s, "-")[1] > numbers(s, "-")[0] else "down",
        ["3-11", "20-4", "8-9", "31-30", "6-12", "7-5"],
        ["9-10", "10-9"],
        "if",
    ),
    (
        lambda s: int(s.split()[1]) % int(s.split()[4]),
        ["take 17 modulo the 5", "take 20 modulo the 6", "take 9 modulo the 7", "take 48 modulo the 10"],
        ["take 31 modulo the 8"],
        'findall("[0-9]+", s)',
    ),
    (
        lambda s: str(sum(numbers(s, ","))),
        ["1,2,3", "10,5", "7,30", "8,1,1", "12"],
        ["4,4,4,1", "9"],
        "str(sum(",
    ),
    (
        lambda s: f"total: {sum(int(part.split()[0]) for part in s.split(', '))}",
        ["3 pens, 4 cups", "10 pens, 1 cup, 2 mugs", "8 mugs", "12 cups, 30 pens"],
        ["1 cup, 1 pen, 9 mugs"],
        "str(sum(",
    ),
]


@pytest.mark.parametrize(("function", "given", "others", "python"), KINDS)
def test_found_and_right_on_others(
    function: Callable[[str], Any], given: list[str], others: list[str], python: str
) -> None:
    result = synthesize([(one, function(one)) for one in given], inputs=others, timeout=None, max_candidates=1_000_000)
    assert result.predictions == [*map(function, others)]
    assert result.program is not None
    assert python in result.program.python()


@pytest.mark.parametrize(
    ("examples", "expected"),
    [
        ([("3/4", 7), ("10/2", 12)], Frame(0, ("", "/", ""))),
        ([("(3, 4)", "[9]"), ("(10, 2)", "[8]")], Frame(0, ("(", ", ", ")"))),
        ([("3/4", 7), ("10:2", 12)], None),
        ([("3/04", 7), ("10/2", 12)], None),
        ([("3", 7), ("10", 12)], None),
        ([("3.5", 7), ("10.2", 12)], None),
        ([("3/4", "4"), ("10/2", "2")], None),
        ([("3,4", "7"), ("1,2,3", "6")], Frame()),
        ([(["3", "4"], "7 in all"), (["1"], "1 in all")], Frame()),
        ([("3,4", "7"), ("1,2,3", "6!")], None),
        ([("3,4", "3.50"), ("1,2,3", "2.00")], None),
        ([("3-4", "-1"), ("5-2", "3")], Frame(0, ("", "-", ""))),
        ([("3 and 4", "is -1"), ("5 or 2", "is 3")], Frame()),
        ([(["\x07"], "7"), (["a", "b"], "2")], Frame()),
        ([([3, 4], "7"), ([1, 2, 3], "6")], None),
        ([("3/4", ["3"]), ("10/2", ["10"])], None),
        ([(("3/4", "1/2"), 7), (("10/2", "5/6"), 12)], None),
    ],
)
def test_which_texts_have_a_frame(examples: list[Any], expected: Frame | None) -> None:
    assert frame_of(Task.from_examples(examples)) == expected


def test_an_input_to_be_predicted_has_the_frame_too() -> None:
    assert frame_of(Task.from_examples([("3/4", 7), ("10/2", 12)], inputs=["1/2/3"])) is None


def test_after_an_interruption_no_other_search_begins() -> None:
    task = Task.from_examples([("3/4", 7), ("10/2", 12)])
    frame = frame_of(task)
    assert frame is not None
    given = synthesize([("3/4", 7), ("10/2", 12)], timeout=None, max_candidates=1_000).interrupted()
    searches: list[Task] = []

    def solve(one: Task, _: Budget) -> Result:
        searches.append(one)
        return given

    result = solve_framed(task, frame, Budget(None, 1000, 10**8), solve)
    assert (result.stats.stopped_by, len(searches)) == ("interrupted", 1)


def test_several_searches_together_try_no_more_than_one_may() -> None:
    for examples in ([("3/4", 7.5), ("10/2", 1.25), ("8/3", 44.5)], [("1,2,3", "71"), ("10,5", "15"), ("7,30", "902")]):
        result = synthesize(examples, timeout=None, max_candidates=50_000)
        assert 25_000 < result.stats.candidates <= 50_000


def test_a_minus_before_a_number_is_its_sign() -> None:
    examples = [("3-5", "-2"), ("1-9", "-8"), ("2-4", "-2"), ("30-10", "20")]
    result = synthesize(examples, inputs=["5-3", "3-8"], timeout=None, max_candidates=1_000_000)
    assert result.predictions == ["2", "-5"]


def test_the_words_of_a_frame_are_paid_for() -> None:
    examples = [("1,2", "3"), ("4,5,6", "15"), ("7,1", "8")]
    plain = synthesize(examples, timeout=None, max_candidates=1_000_000)
    framed = synthesize([(s, f"{n} pieces") for s, n in examples], timeout=None, max_candidates=1_000_000)
    assert framed.programs[0].cost > plain.programs[0].cost


def test_what_is_easy_with_numbers_is_not_searched_for_any_longer() -> None:
    examples = [("1,2,3", "6"), ("10,5", "15"), ("7,30", "37"), ("8,1,1", "10"), ("12", "12")]
    result = synthesize(examples, inputs=["4,4,4,1"], timeout=None, max_candidates=20_000_000)
    assert result.predictions == ["13"]
    assert result.stats.candidates < 10_000_000
