"""A result as HTML: the program, its predictions, how sure it is, and what else it may be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..dialogue import questioned
from ..dsl.program import NO_VALUE, value_of
from ..report import open_question, shown, shown_inputs
from ..search.answer.question import Question
from ..search.answer.result import Result
from ..search.task.task import MISSING
from .markup import Markup, card, element, together
from .pieces import code, confidence, folded, lines, measured, section, table
from .programs import shown_program

ARROW = "→"


def result_as_html(result: Result) -> str:
    """A result as a cell shows it."""
    result = questioned(result)
    return card(
        shown_answer(result), _question(result), shown_rivals(result), _effort(result), label="What induce found"
    )


def shown_answer(result: Result) -> Markup:
    """The program, what it predicts, how sure that is, and what should make a person look twice."""
    parts = [_failure(result)]
    if result.program is not None:
        parts += [shown_program(str(result.program), result.program.python()), _mistakes(result), _predictions(result)]
    if result.status == "solved":
        parts.append(confidence(result.confidence, result.trust))
    parts.append(lines(result.notes, kind="note"))
    parts.append(lines([] if result.hint is None else [f"{result.hint} would help"], kind="hint"))
    return together(*parts)


def shown_question(question: Question) -> Markup:
    """The input on which rivals differ, as a question."""
    return element("div", "What is the output for ", code(shown_inputs(question.inputs)), "?", class_="induce-line")


def shown_rivals(result: Result) -> Markup:
    """The programs that fit too; open where the first is in doubt."""
    if len(result.programs) < 2:
        return Markup()
    rows = [
        (measured(one.probability), code(str(one.program)), element("span", str(one.cost), class_="induce-faint"))
        for one in result.programs
    ]
    heads = ("probability", "program", "cost")
    return folded("rivals", table(rows, heads=heads), is_open=result.trust != "high")


def _failure(result: Result) -> Markup:
    if result.status == "solved":
        return Markup()
    return element("div", f"no program: {result.reason}", class_="induce-line induce-failure")


def _mistakes(result: Result) -> Markup:
    """The examples that the program gets wrong, whether it is only the best found or does not believe them."""
    wrong = [index for index, fits in enumerate(result.fits) if not fits]
    rows = [_mistake(result, index) for index in wrong]
    title = (
        "not believed" if result.status == "solved" else f"right on {sum(result.fits)} of {len(result.fits)} examples"
    )
    return section(title, table(rows, heads=("example", "input", "expected", "output"))) if wrong else Markup()


def _mistake(result: Result, index: int) -> Sequence[Markup]:
    example, task = result.task.train[index], result.task
    got = None if result.program is None else value_of(result.program, example.inputs)
    called = shown_inputs(task.signature.called(example.inputs))
    return Markup(index), code(called), code(shown(example.output)), code(shown(got))


def _predictions(result: Result) -> Markup:
    task = result.task
    called = [code(shown_inputs(task.signature.called(inputs))) for inputs in task.inputs]
    marks = [_mark(result, *pair) for pair in zip(task.expected, result.outcomes, strict=True)]
    outputs = [_output(result, outcome) for outcome in result.outcomes]
    rows = [(mark, given, ARROW, output) for mark, given, output in zip(marks, called, outputs, strict=True)]
    return section("predictions", table(rows))


def _mark(result: Result, expected: Any, outcome: Any) -> Markup:
    """Whether a prediction is what was to be expected, where that is known."""
    if expected is MISSING:
        return Markup()
    agrees = result.task.agrees(outcome, expected)
    return element("span", "✓" if agrees else "✗", class_="induce-good-text" if agrees else "induce-poor-text")


def _output(result: Result, outcome: Any) -> Markup:
    if outcome is NO_VALUE or (outcome is None and not result.ranked):
        return element("span", "undefined", class_="induce-faint")
    return code("null" if outcome is None else shown(outcome))


def _question(result: Result) -> Markup:
    """The question that would settle the matter, and the likely answers, if the answer is in doubt."""
    question = open_question(result)
    if question is None:
        return Markup()
    rows = [(measured(answer.probability), code(shown(answer.output))) for answer in question.answers]
    how = element("div", "To answer by a click: ", code("induce.notebook.ask(...)"), class_="induce-line induce-faint")
    return section("question", shown_question(question), table(rows), how)


def _effort(result: Result) -> Markup:
    stats = result.stats
    told = f"{stats.candidates:,} candidates in {stats.seconds:.2f} s, stopped by: {stats.stopped_by}"
    return element("div", told, class_="induce-line induce-faint")
