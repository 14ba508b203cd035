"""From examples to answers: what must always be solved, and what an answer says of itself."""

from __future__ import annotations

import json
from typing import Any

import pytest

from induce import parse, synthesize
from induce.search.task.settings import Progress

from .solving import UNSOLVABLE, solve

MUST_SOLVE: dict[str, tuple[list[tuple[Any, Any]], Any, Any]] = {
    "double": ([([3, 1, 2], [6, 2, 4]), ([5, 1], [10, 2])], [7, 9], [14, 18]),
    "keep even": ([([1, 2, 3, 4], [2, 4]), ([6, 5, 8], [6, 8]), ([7], [])], [9, 10], [10]),
    "reverse": ([([1, 2, 3], [3, 2, 1]), ([4, 5], [5, 4])], [9, 8, 7], [7, 8, 9]),
    "sort descending": ([([3, 1, 2], [3, 2, 1]), ([4, 9, 5, 4], [9, 5, 4, 4])], [1, 7, 3], [7, 3, 1]),
    "sum": ([([1, 2, 3], 6), ([10, -4], 6), ([], 0)], [4, 5], 9),
    "largest": ([([1, 7, 3], 7), ([4, 2], 4), ([-3, -1], -1)], [8, 9, 1], 9),
    "length": ([([1, 7, 3], 3), ([], 0), ([5], 1)], [1, 1, 1, 1], 4),
    "drop the first": ([([1, 7, 3], [7, 3]), ([5, 5], [5]), ([2], [])], [6, 7, 8], [7, 8]),
    "running total": ([([1, 2, 3], [1, 3, 6]), ([4, 4], [4, 8])], [5, 1], [5, 6]),
    "remove duplicates": ([([1, 2, 1, 3], [1, 2, 3]), ([4, 4, 4], [4]), ([5, 4, 5], [5, 4])], [2, 2, 3], [2, 3]),
    "count of a number": ([(([1, 2, 1], 1), 2), (([4, 4, 4], 4), 3), (([5], 1), 0)], ([7, 8, 7, 7], 7), 3),
    "add two lists": ([(([1, 2], [10, 20]), [11, 22]), (([5], [5]), [10])], ([1, 1, 1], [4, 5, 6]), [5, 6, 7]),
    "is it sorted": ([([1, 2, 3], True), ([3, 1], False), ([5, 5], True), ([1, 4, 2], False)], [1, 9], True),
    "upper": ([("abc", "ABC"), ("x y", "X Y")], "hey you", "HEY YOU"),
    "first word": ([("hello there world", "hello"), ("good bye", "good")], "one two", "one"),
    "join words": ([(["a", "b"], "a b"), (["x", "yy", "z"], "x yy z")], ["p", "q"], "p q"),
    "word count": ([("a bb c", 3), ("hello", 1), ("x y", 2)], "one two three four", 4),
    "row sums": ([([[1, 2], [3]], [3, 3]), ([[], [4, 4, 1]], [0, 9])], [[5], [6, 7]], [5, 13]),
    "flatten": ([([[1, 2], [3]], [1, 2, 3]), ([[], [4]], [4])], [[5], [6, 7]], [5, 6, 7]),
    "constant": ([([1], [7, 7]), ([2, 3], [7, 7]), ([], [7, 7])], [4], [7, 7]),
    "identity": ([([1, 2], [1, 2]), ([], [])], [3], [3]),
    "the only example of a text": ([("Mr Abel Oduya", "Abel Oduya")], "Dr Kim Lee", "Kim Lee"),
    "file ending": ([("notes.txt", "txt"), ("sales plan.csv", "csv")], "index.html", "html"),
    "without file ending": ([("notes.txt", "notes"), ("sales plan.csv", "sales plan")], "index.html", "index"),
    "surname": ([("Mia Bonn", "Bonn"), ("Al Roth", "Roth"), ("Jo Klee", "Klee")], "Ann Bergstrom", "Bergstrom"),
    "second number": ([("row 12 col 7", "7"), ("row 8 col 31", "31"), ("row 40 col 9", "9")], "row 1 col 25", "25"),
    "last of the list": ([("a, b, cd", "cd"), ("x, yz", "yz"), ("p, q, r, st", "st")], "k, lmn", "lmn"),
    "closed once": ([("[ab", "[ab]"), ("[cd]", "[cd]"), ("[ef", "[ef]")], "[ghij]", "[ghij]"),
    "a digit in it": ([("room 2", True), ("room b", False), ("2 halls", True)], "hall 7", True),
}


@pytest.mark.parametrize("name", MUST_SOLVE)
def test_must_solve(name: str) -> None:
    examples, asked, expected = MUST_SOLVE[name]
    result = solve(examples, inputs=[asked])
    assert result.status == "solved"
    assert result.program is not None
    assert result.predictions == [expected], str(result.program)
    assert result.fits == (True,) * len(examples)
    assert parse(str(result.program)) == result.program
    for inputs, output in examples:
        arguments = inputs if isinstance(inputs, tuple) else (inputs,)
        assert result.program(*arguments) == output


@pytest.mark.parametrize("examples", [MUST_SOLVE["count of a number"][0], UNSOLVABLE])
def test_under_a_candidate_budget_the_answer_is_the_same_to_the_byte(examples: list[tuple[Any, Any]]) -> None:
    runs = [json.dumps(solve(examples, max_candidates=200_000).to_json(timed=False)) for _ in range(3)]
    assert runs[0] == runs[1] == runs[2]


def test_the_clock_stops_a_search() -> None:
    result = synthesize(UNSOLVABLE, timeout=0.2)
    assert result.stats.stopped_by == "time"


def test_progress_is_reported() -> None:
    seen: list[Progress] = []
    synthesize(UNSOLVABLE, timeout=1.0, progress=seen.append)
    assert seen
    assert seen[-1].candidates > 0
    assert [one.candidates for one in seen] == sorted(one.candidates for one in seen)


def test_options_are_keyword_only() -> None:
    with pytest.raises(TypeError):
        synthesize([([1], [1])], [[2]])  # type: ignore[call-arg]
