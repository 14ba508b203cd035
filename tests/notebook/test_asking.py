"""The question as buttons."""

from __future__ import annotations

from typing import Any

import pytest

from induce import InputError, Result, Session, synthesize
from induce.notebook import ask
from induce.notebook.asking import Buttons, Questions

from .running import safe

LIMITS: dict[str, Any] = {"timeout": None, "max_candidates": 50_000}
LARGEST = (([3, 8, 5], 8), ([1, 9], 9))
GIVEN = ((([3, 8, 5],), 8), (([1, 9],), 9))
"""The same as a session that goes on from a result has them: calls with one argument."""
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def result() -> Result:
    return synthesize(LARGEST, inputs=[[7, 2, 4]], **LIMITS)


def buttons(asked: Result | Session) -> Buttons:
    questions = ask(asked)
    assert isinstance(questions, Buttons)
    return questions


def words(questions: Buttons) -> str:
    return safe(questions.box.children[0].value).words


def test_a_click_makes_an_output_an_example(result: Result) -> None:
    questions = buttons(result)
    asked = questions.question
    assert asked is not None
    assert "What is the output for [7, 2, 4] ?" in words(questions)
    assert [button.description for button in questions.buttons] == [
        f"{answer.output}  ({100 * answer.probability:.0f}%)" for answer in asked.answers
    ]
    questions.buttons[1].click()
    assert questions.session.examples == (*GIVEN, (([7, 2, 4],), 2))
    assert str(questions.result.program) == "(xs: List[Int]) -> at(xs, 1)"
    assert "at(xs, 1)" in words(questions)


def test_an_answer_can_be_taken_back(result: Result) -> None:
    questions = buttons(result)
    assert questions.back not in questions.box.children[2].children
    questions.buttons[1].click()
    assert questions.back in questions.box.children[2].children
    questions.back.click()
    assert questions.session.examples == GIVEN
    assert questions.result == result


def test_a_click_on_a_button_of_the_question_before_changes_nothing() -> None:
    questions = buttons(synthesize([([1, 2, 3], 3)], **LIMITS))
    first, second, *_ = questions.buttons
    first.click()
    assert questions.question is not None
    examples = questions.session.examples
    second.click()
    assert questions.session.examples == examples
    assert questions.message.value == ""


def test_an_answer_in_code_shows_in_the_widgets(result: Result) -> None:
    questions = buttons(result)
    questions.answer(2)
    assert "at(xs, 1)" in words(questions)


def test_without_a_program_there_is_nothing_to_ask() -> None:
    questions = buttons(synthesize([([1], [917]), ([2], [4])], timeout=None, max_candidates=1))
    assert questions.buttons == []
    assert "There are no programs to choose from." in words(questions)


def test_another_output_can_be_typed(result: Result) -> None:
    questions = buttons(result)
    questions.other.value = "13"
    assert questions.session.examples[-1] == (([7, 2, 4],), 13)
    assert questions.other.value == ""


@pytest.mark.parametrize("typed", ["what?", "'text'"])
def test_what_is_not_an_output_is_told_and_changes_nothing(typed: str, result: Result) -> None:
    questions = buttons(result)
    questions.other.value = typed
    assert "expected" in questions.message.value
    assert questions.session.examples == GIVEN
    assert not any(button.disabled for button in questions.buttons)
    questions.buttons[0].click()
    assert questions.message.value == ""


def test_once_the_programs_agree_there_is_nothing_to_click(result: Result) -> None:
    questions = buttons(result)
    while questions.question is not None:
        questions.buttons[0].click()
    assert questions.buttons == []
    assert "The programs that are left agree." in words(questions)
    assert repr(questions) == "Questions(none: the programs that are left agree)"
    with pytest.raises(InputError, match="answer: there is no question"):
        questions.answer(1)


def test_a_session_is_solved_and_goes_on() -> None:
    session = Session(LARGEST, inputs=[[7, 2, 4]], **LIMITS)
    questions = buttons(session)
    questions.buttons[0].click()
    assert session.examples[-1] == (([7, 2, 4],), 7)
    assert session.result is not None
    assert session.result.predictions == [7]


def test_a_result_is_not_searched_for_again(result: Result, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("induce.composition.solve", None)
    questions = buttons(result)
    questions.buttons[0].click()
    assert questions.result.predictions == [7]


def test_whatever_is_given_is_escaped() -> None:
    questions = buttons(synthesize([(f"{SCRIPT}b", f"{SCRIPT}b")], inputs=[f"b{SCRIPT}"], **LIMITS))
    assert SCRIPT in words(questions)
    questions.other.value = SCRIPT
    assert SCRIPT not in questions.message.value
    assert "&lt;script&gt;" in questions.message.value


def test_a_cell_shows_the_widgets_or_what_can_be_read(result: Result) -> None:
    shown = buttons(result)._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in shown
    assert shown["text/plain"] == "Questions(what is the output for [7, 2, 4]?)"
    assert "What is the output for" in safe(shown["text/html"]).words


def test_without_widgets_the_question_is_answered_in_code(result: Result, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("induce.notebook.asking.find_spec", lambda _: None)
    questions = ask(result)
    assert type(questions) is Questions
    assert "call its answer(...)" in safe(questions._repr_html_()).words
    assert str(questions.answer(2).program) == "(xs: List[Int]) -> at(xs, 1)"
    assert questions.result.program == questions.session.result.program  # type: ignore[union-attr]
