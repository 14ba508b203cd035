"""From examples to answers: what must always be solved, and what an answer says of itself."""

from __future__ import annotations

import json
from typing import Any

import pytest

from induce import InputError, Result, parse, synthesize
from induce.search import synthesis
from induce.search.engine.bank import Bank
from induce.search.portfolio.guided import GuidedSearch
from induce.search.task.budget import Budget
from induce.search.task.settings import Progress

ENOUGH = 1_500_000
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


def solve(examples: list[tuple[Any, Any]], **options: Any) -> Result:
    return synthesize(examples, **{"timeout": None, "max_candidates": ENOUGH, **options})


def test_nothing_is_prepared_for_programs_that_were_not_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(synthesis, "probes", lambda _: pytest.fail("inputs are made to compare programs on"))
    rows = [([[i, 2], [3]], 100 * i + 7) for i in (1, 5, 2)]
    assert solve(rows, max_candidates=1000).status == "none"


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


def test_rivals_are_ranked() -> None:
    result = solve([([3, 1, 2], [1, 2, 3]), ([5, 1], [1, 5])], top=4)
    costs = [rival.cost for rival in result.programs]
    assert costs == sorted(costs)
    assert 1 <= len(costs) <= 4
    assert result.programs[0].program == result.program
    assert all(0 < rival.probability <= 1 for rival in result.programs)
    assert sum(rival.probability for rival in result.programs) <= 1 + 1e-9


def test_a_program_undefined_on_an_input_ranks_behind_one_that_is_not() -> None:
    examples = [([4, 1], 4), ([7], 7)]
    assert solve(examples, inputs=[[5, 2]]).predictions == [5]
    result = solve(examples, inputs=[[]])
    defined = [rival for rival in result.programs if result.predictions != [None]]
    assert defined, "some program of a list with a first item is defined on the empty one"


def test_a_single_example_is_solved_with_a_note() -> None:
    result = solve([([1, 2, 3], [3, 2, 1])], inputs=[[4, 5]])
    assert result.status == "solved"
    assert any("one example only" in note for note in result.notes)


UNSOLVABLE = [([1, 2], [917, 3]), ([3], [12, 12, 5]), ([], [1])]


def test_without_an_answer_there_is_a_reason() -> None:
    result = solve(UNSOLVABLE, inputs=[[4]], max_candidates=50_000)
    assert result.status in ("partial", "none")
    assert result.programs == ()
    assert "; try more candidates, a simpler example or noise 1 if an example may be wrong; " in result.reason
    assert "; nothing of type List[Int] and cost up to " in result.reason
    assert result.stats.stopped_by == "candidates"
    assert result.stats.candidates <= 50_000


def test_a_partial_program_says_what_it_fits() -> None:
    result = solve([([1, 2], [2, 1]), ([3, 4], [4, 3]), ([5, 6], [917, 12, 3])], max_candidates=100_000)
    assert result.status == "partial"
    assert result.fits == (True, True, False)
    assert result.program is not None
    assert result.program([8, 9]) == [9, 8]


@pytest.mark.parametrize("examples", [MUST_SOLVE["count of a number"][0], UNSOLVABLE])
def test_under_a_candidate_budget_the_answer_is_the_same_to_the_byte(examples: list[tuple[Any, Any]]) -> None:
    runs = [json.dumps(solve(examples, max_candidates=200_000).to_json(timed=False)) for _ in range(3)]
    assert runs[0] == runs[1] == runs[2]


def test_memory_is_kept_to(monkeypatch: pytest.MonkeyPatch) -> None:
    banks: list[Bank] = []
    make = Bank.__init__

    def noted(bank: Bank, **given: Any) -> None:
        make(bank, **given)
        if type(bank) is Bank:
            banks.append(bank)

    monkeypatch.setattr(Bank, "__init__", noted)
    sizes = []
    for memory in ("2MB", "1GB"):
        banks.clear()
        result = solve(UNSOLVABLE, memory=memory, max_candidates=4_000_000, without=["remainders", "reweighting"])
        assert result.stats.stopped_by == "candidates"
        sizes.append(sum(bank.bytes() for bank in banks))
    assert sizes[0] <= 2 * 10**6 < sizes[1]


def test_the_clock_stops_a_search() -> None:
    result = synthesize(UNSOLVABLE, timeout=0.2)
    assert result.stats.stopped_by == "time"


def test_records_whose_time_is_over_before_their_size_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    is_over, asked = Budget.is_over, iter([False])  # The time is not over when the search is asked to begin.
    monkeypatch.setattr(Budget, "is_over", lambda self: next(asked, None) is None and is_over(self))
    result = synthesize([({"name": "ada", "age": 3}, {"age": 4}), ({"name": "bo", "age": 5}, {"age": 6})], timeout=1e-6)
    assert (result.status, result.stats.stopped_by) == ("none", "time")
    assert result.reason == synthesis.TOO_LATE


def test_progress_is_reported() -> None:
    seen: list[Progress] = []
    synthesize(UNSOLVABLE, timeout=1.0, progress=seen.append)
    assert seen
    assert seen[-1].candidates > 0
    assert [one.candidates for one in seen] == sorted(one.candidates for one in seen)


def test_an_interrupted_search_gives_the_best_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    run = GuidedSearch.run

    def interrupted(self: GuidedSearch) -> str:
        run(self)
        raise KeyboardInterrupt

    monkeypatch.setattr(GuidedSearch, "run", interrupted)
    result = solve(MUST_SOLVE["double"][0], max_candidates=10_000)
    assert result.stats.stopped_by == "interrupted"
    assert result.status == "solved"


def test_options_are_keyword_only() -> None:
    with pytest.raises(TypeError):
        synthesize([([1], [1])], [[2]])  # type: ignore[call-arg]


def test_too_little_memory_is_an_input_error() -> None:
    rows = [[[0] * 3000] * 40, [[1] * 3000] * 30]
    with pytest.raises(InputError, match="memory: 1MB does not hold the examples"):
        solve([(rows[0], rows[0]), (rows[1], rows[1])], memory="1MB")
