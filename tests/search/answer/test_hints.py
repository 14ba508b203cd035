"""The kind of example that would help."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce import Result, synthesize
from induce.search.answer.hints import SURE_ENOUGH, hint
from induce.search.answer.kinds import kinds, kinds_beyond
from induce.search.answer.question import answered, inputs_like, telling_question
from induce.search.task.task import Task

from ...strategies import values
from .rivals import rivals

LISTS = [
    "(xs: List[Int]) -> sum(xs)",
    "(xs: List[Int]) -> product(xs)",
    "(xs: List[Int]) -> max(xs)",
    "(xs: List[Int]) -> last(xs)",
    "(xs: List[Int]) -> len(unique(xs))",
    "(xs: List[Int]) -> len(xs)",
    "(xs: List[Int]) -> head(sort(xs))",
]
TEXTS = [
    "(s: Str) -> upper(s)",
    "(s: Str) -> s",
    '(s: Str) -> join(words(s), " ")',
    "(s: Str) -> head(words(s))",
    "(s: Str) -> last(words(s))",
    "(s: Str) -> reverse(s)",
]
PAIRS = ["(n: Int, m: Int) -> n", "(n: Int, m: Int) -> m", "(n: Int, m: Int) -> n * m", "(n: Int, m: Int) -> n // m"]


def hinted(texts: list[str], examples: list[Any], *, asked: list[Any] | None = None, output: Any = 1) -> str | None:
    """The hint for rivals, whose outputs for the examples do not matter here."""
    outputs = output if isinstance(output, list) else [output + number for number in range(len(examples))]
    task = Task.from_examples(zip(examples, outputs, strict=True), inputs=asked or [])
    found = rivals(*texts)
    return hint(found, task, telling_question(found, task.inputs, [one.inputs for one in task.train]))


@given(st.data(), st.sampled_from([LISTS, TEXTS, PAIRS]))
def test_a_hint_names_what_no_example_is_like_and_rivals_disagree_on(data: st.DataObject, texts: list[str]) -> None:
    found = rivals(*data.draw(st.lists(st.sampled_from(texts), min_size=2, max_size=3, unique=True)))
    types = [one.type for one in found[0].program.parameters]
    shown = data.draw(st.lists(st.tuples(*map(values, types)), min_size=1, max_size=3, unique_by=repr))
    task = Task.from_examples([(inputs, number) for number, inputs in enumerate(shown)])
    question = telling_question(found, [], shown)
    words = hint(found, task, question)
    if question is None or words is None:
        return
    names = [one.name for one in found[0].program.parameters]
    known = {
        f"an example {one.words}": one for one in (*kinds(types, names, shown), *kinds_beyond(types, names, shown))
    }
    assert not any(map(known[words].has, shown))
    told = answered(found, [question.inputs, *inputs_like(shown)])
    assert any(known[words].has(one.inputs) for one in told if one.tells)


@pytest.mark.parametrize(
    ("texts", "examples", "asked", "words"),
    [
        (LISTS[4:6], [[1, 2], [5, 4, 8]], [], "an example with an item that occurs more than once"),
        (["(n: Int) -> n", "(n: Int) -> abs(n)"], [3, 14, 8], [], "an example with a negative number"),
        (TEXTS[3:5], ["tea", "Pot"], [], "an example with two words"),
        (TEXTS[3:5], ["tea", "Pot"], ["a b c"], "an example with three words or more"),
        (PAIRS[:2], [(3, 3), (5, 5)], [(9, 2)], "an example with n larger than m"),
    ],
)
def test_the_hint_is_what_a_person_would_say(texts: list[str], examples: Any, asked: Any, words: str) -> None:
    assert hinted(texts, examples, asked=asked) == words


def test_there_is_a_word_for_what_goes_beyond_the_examples() -> None:
    texts = ["(xs: List[Int]) -> len(xs)", "(xs: List[Int]) -> len(take(xs, 4))"]
    shown = [[], [5], [2, -1], [0, 0, 0], [3, 1, 2], [1, 12, 1], [1, 2], [-2, -2], [1, -1, 3, 4], [4, 3, 3, 1], [0, 7]]
    assert hinted(texts, shown) == "an example with more than 4 items"


@pytest.mark.parametrize(
    ("examples", "output", "words"),
    [
        ([[1, 2], [4, 8], [3, 5, 9]], 4, "an example with items that are not in ascending order"),
        ([[1, 2], [8, 4], [3, 5, 9]], 4, "an example with an item that occurs more than once"),
        ([[1, 2], [8, 4]], [True, True], "every output is true: an example with another one"),
        ([["a", "b"], ["b", "a", "a"]], ["x", "x"], 'every output is "x": an example with another one'),
        ([[1], [2]], ["x" * 900] * 2, f'every output is "{"x" * 56}...: an example with another one'),
    ],
)
def test_where_rivals_agree_it_is_what_the_examples_lack(examples: Any, output: Any, words: str) -> None:
    assert hinted(["(xs: List[Int]) -> xs"], examples, output=output) == words


@pytest.mark.parametrize(
    ("text", "examples", "asked", "words"),
    [
        ("(xs: List[Int]) -> head(xs)", [[5, 1], [2, 7, 9], [4, 4]], [[3], []], "an example with an empty list"),
        ("(s: Str) -> to_number(s)", ["12", "7"], ["8", "ox"], "an example with a text without digits"),
        ("(n: Int) -> 60 // n", [7, 4, -20], [0], "an example with the number 0"),
    ],
)
def test_where_the_program_is_undefined_it_is_a_kind_of_that_input(
    text: str, examples: list[Any], asked: list[Any], words: str
) -> None:
    assert hinted([text], examples, asked=asked) == words


def test_null_that_is_asked_about_and_was_never_shown_is_named() -> None:
    result = with_confidence(solve([({"a": 5}, "5"), ({"a": -12}, "-12")], inputs=[{"a": None}]), 0.5)
    assert result.hint == 'an example with null as "a"'


def solve(examples: list[tuple[Any, Any]], **options: Any) -> Result:
    return synthesize(examples, **{"timeout": None, "max_candidates": 100_000, **options})


def with_confidence(result: Result, confidence: float) -> Result:
    """The same result with another confidence."""
    result.__dict__["confidence"] = confidence
    return result


@pytest.mark.parametrize(("confidence", "is_hinted"), [(SURE_ENOUGH - 0.01, True), (SURE_ENOUGH, False), (1.0, False)])
def test_a_result_has_a_hint_where_it_is_not_sure(confidence: float, is_hinted: bool) -> None:
    result = with_confidence(solve([([2, 2], 4)], inputs=[[3, 5]]), confidence)
    assert (result.hint is not None) == is_hinted
    assert result.to_json()["hint"] == result.hint
    assert result.question() is not None


def test_without_a_program_or_after_an_interruption_there_is_no_hint() -> None:
    assert solve([([1], 977), ([1, 2], -3114)], max_candidates=20_000).hint is None
    doubtful = with_confidence(solve([([2, 2], 4)], inputs=[[3, 5]]).interrupted(), 0.5)
    assert doubtful.hint is None


def test_a_list_of_all_arguments_is_named() -> None:
    result = with_confidence(solve([((1, 2), 3), ((4,), 4), ((2, 3, 4), 9)], inputs=[(5, 6)]), 0.5)
    assert result.task.signature.rest
    assert result.hint == "an example with items that are not in ascending order in *xs"


def test_a_function_without_arguments_has_no_kinds_of_inputs() -> None:
    result = synthesize([((), 2)], timeout=None, max_candidates=1000)
    assert (result.status, result.hint) == ("solved", None)
