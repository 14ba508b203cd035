"""Results that take answers: the programs found are filtered first, and only then is there a search."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest

from induce import InputError, Result, synthesize
from induce.search import checking
from induce.search.answer.ranking import verified
from induce.search.portfolio.guided import GuidedSearch

AMBIGUOUS = [([2, 2], 4)]


def solve(examples: list[tuple[Any, Any]], **options: Any) -> Result:
    return synthesize(examples, **{"timeout": None, "max_candidates": 200_000, **options})


@pytest.fixture
def searches(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by one with every search."""
    counted: list[int] = []
    run = GuidedSearch.run

    def counting(self: GuidedSearch) -> str:
        counted.append(1)
        return run(self)

    monkeypatch.setattr(GuidedSearch, "run", counting)
    return counted


def test_an_answer_that_a_rival_gives_needs_no_search(searches: list[int]) -> None:
    first = solve(AMBIGUOUS, inputs=[[3, 5]])
    question = first.question()
    assert question is not None
    for answer in question.answers:
        result = first.answered(question.inputs, answer.output)
        assert result.status == "solved"
        assert result.predictions == [answer.output]
        assert 0 < result.confidence < 1
        assert result.fits == (True, True)
        assert len(result.task.train) == 2
        assert result.program is not None
        assert result.program(*question.inputs) == answer.output
        assert sum(one.probability for one in result.ranked) == pytest.approx(1)
    assert len(searches) == 1


def test_programs_that_were_not_shown_are_filtered_too(searches: list[int]) -> None:
    first = solve(AMBIGUOUS, inputs=[[3, 5]], top=1)
    assert len(first.programs) == 1
    assert len(first.ranked) > 1
    other = next(one for one in first.ranked if one.predictions != (first.predictions[0],))
    result = first.answered([[3, 5]], other.predictions[0])
    assert result.status == "solved"
    assert result.predictions == list(other.predictions)
    assert len(result.programs) == 1
    assert len(searches) == 1


def test_an_answer_that_no_rival_gives_starts_a_search(searches: list[int]) -> None:
    first = solve(AMBIGUOUS, inputs=[[3, 5]])
    assert all(one.predictions != (6,) for one in first.ranked)
    result = first.answered([[3, 5]], 6)
    assert len(searches) == 2
    assert result.status == "solved"
    assert result.predictions == [6]
    again = solve([*AMBIGUOUS, ([3, 5], 6)], inputs=[[3, 5]])
    assert result.to_json(timed=False) == again.to_json(timed=False)


def test_the_second_search_has_the_limits_of_the_first() -> None:
    first = solve(AMBIGUOUS, max_candidates=12_345, without=["branches"])
    result = first.answered([[3, 5]], -98_761)
    assert result.status != "solved"
    assert result.stats.stopped_by == "candidates"
    assert result.stats.candidates <= 12_345
    third = result.answered([[1]], 77_777)
    assert len(third.task.train) == 3


def test_a_new_type_starts_a_search(searches: list[int]) -> None:
    first = solve([([], []), ([1], [])])
    assert str(first.task.result_type) == "List[Int]"
    result = first.answered([[7, 7]], ["a"])
    assert str(result.task.result_type) == "List[Str]"
    assert len(searches) == 2


@pytest.mark.parametrize(
    ("inputs", "output", "message"),
    [
        ([[3]], "a", r"train\[1\].output: Int and Str are mixed"),
        ([[2, 2]], 5, r"train\[1\]: contradicts train\[0\]"),
        ([[2], 1], 5, r"train\[1\].input: 2 arguments; expected 1"),
    ],
)
def test_an_example_that_does_not_fit_is_refused(inputs: list[Any], output: Any, message: str) -> None:
    with pytest.raises(InputError, match=message):
        solve(AMBIGUOUS).answered(inputs, output)


def test_the_first_mistake_is_told() -> None:
    result = solve([([1, 2], [2, 1]), ([5, 6], [917, 12, 3]), ([3, 4], [4, 3])])
    assert result.fits == (True, False, True)
    mistake = result.mistake()
    assert mistake is not None
    assert (mistake.example, mistake.expected, mistake.got) == (1, [917, 12, 3], [6, 5])
    assert result.to_json()["mistake"] == {"example": 1, "expected": [917, 12, 3], "got": [6, 5]}
    assert result.confidence == 0
    assert solve(AMBIGUOUS).mistake() is None


def test_confidence_is_in_the_json() -> None:
    result = solve(AMBIGUOUS, inputs=[[3, 5]])
    assert 0 < result.confidence < 1
    assert json.loads(json.dumps(result.to_json()))["confidence"] == pytest.approx(result.confidence, abs=1e-6)


def test_an_interrupted_check_gives_what_was_confirmed_up_to_then(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []

    def interrupted(*arguments: Any, **options: Any) -> Any:
        calls.append(1)
        if len(calls) > 2:
            raise KeyboardInterrupt
        return verified(*arguments, **options)

    monkeypatch.setattr(checking, "verified", interrupted)
    result = solve(AMBIGUOUS)
    assert (result.status, result.stats.stopped_by, len(result.ranked)) == ("solved", "interrupted", 2)


def test_interrupted_before_a_program_is_confirmed(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: Any, **__: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr(checking, "verified", interrupted)
    result = solve(AMBIGUOUS)
    assert (result.status, result.stats.stopped_by) == ("none", "interrupted")
    monkeypatch.setattr(GuidedSearch, "__init__", interrupted)
    result = solve(AMBIGUOUS)
    assert (result.status, result.stats.stopped_by) == ("none", "interrupted")
    assert result.reason == "interrupted before the search began"


def test_predictions_may_be_larger_than_what_is_searched_with() -> None:
    result = synthesize([(n, 2**n) for n in range(8)], inputs=[60, 70], max_candidates=100_000)
    assert result.predictions == [2**60, 2**70]
    assert result.program is not None
    assert result.program(60) == 2**60


def test_a_prediction_that_python_would_not_print_is_none() -> None:
    result = synthesize([(n, 2**n) for n in range(8)], inputs=[60_000], max_candidates=100_000)
    assert result.predictions == [None]


def test_who_listened_to_the_search_does_not_hear_those_of_its_answers() -> None:
    heard: list[str] = []
    listening = {"timeout": None, "max_candidates": 400_000, "progress": lambda progress: heard.append(progress.phase)}
    result = synthesize([([3, 1], 4), ([5, 2], 7), ([9, 9, 1], 912_345)], **listening)  # type: ignore[arg-type]
    assert heard, "the search itself is told of"
    heard.clear()
    assert result.answered([[4, 4]], -77_123).status != "solved"
    assert heard == []


def test_what_was_learnt_by_heart_is_noted() -> None:
    learnt = solve([(1, 977)])
    assert str(learnt.program) == "(n: Int) -> 977"
    assert any(note.startswith("learnt by heart") for note in learnt.notes)


def test_a_program_with_many_predictions_is_no_dearer_than_one_with_few() -> None:
    few, many = (solve([(1, 2), (2, 4), (5, 10)], inputs=[*range(count)]) for count in (8, 400))
    assert str(few.program) == str(many.program) == "(n: Int) -> n * 2"
    assert not any(note.startswith("learnt by heart") for note in many.notes)
    assert many.confidence > 0.1
    assert many.ranked[0].cost <= few.ranked[0].cost + 3


def test_a_result_goes_through_pickle_and_still_takes_answers() -> None:
    result = solve(AMBIGUOUS, inputs=[[3, 5]], progress=lambda _: None)
    copy = pickle.loads(pickle.dumps(result))
    assert copy == result
    assert copy.to_json(timed=False) == result.to_json(timed=False)
    assert copy.answered([[3, 5]], 15).predictions == result.answered([[3, 5]], 15).predictions == [15]
