"""What `induce solve` prints of a search and of its result."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .dsl.program import NO_VALUE, value_of
from .search.answer.hints import SURE_ENOUGH
from .search.answer.question import Question
from .search.answer.ranking import WORTH_A_NOTE
from .search.answer.result import Result
from .search.task.settings import Progress
from .search.task.task import MISSING
from .support.errors import tell
from .support.written import json_text


def shown(value: Any) -> str:
    """An output as it is printed; None is one that a program does not have."""
    return "undefined" if value is None else json_text(value)


def shown_inputs(inputs: Sequence[Any]) -> str:
    """The arguments of a program as they are printed."""
    return ", ".join(map(json_text, inputs))


def print_source(result: Result, *, python: bool) -> None:
    """Print the program alone; one that is only partly right goes nowhere that it could be taken for an answer."""
    if result.status == "solved" and result.program is not None:
        print(result.program.python() if python else result.program, end="" if python else "\n")
    else:
        tell(str(result.reason))


def print_result(result: Result) -> None:
    """Print everything that a person would want to see."""
    stats = result.stats
    tried = f"{stats.candidates:,} candidates in {stats.seconds:.2f} s"
    if result.status != "solved":
        print(f"no program: {result.reason} ({tried}; stopped by: {stats.stopped_by})")
    if result.program is None:
        return
    if result.status != "solved":
        print(f"\nthe best found is right on {sum(result.fits)} of {len(result.fits)} examples:\n")
        _print_fits(result)
    print(f"program   {result.program}\n\n{result.program.python()}")
    _print_disbelieved(result)
    _print_predictions(result)
    for note in result.notes:
        print(f"note: {note}")
    _print_question(result)
    if len(result.programs) > 1:
        print("rivals")
        for rival in result.programs:
            print(f"  {_percent(rival.probability)}  cost {rival.cost:<3} {rival.program}")
        print()
    if result.status == "solved":
        doubt = " (low)" if result.trust == "low" else ""
        print(f"confidence {_percent(result.confidence).strip()}{doubt}, found among {tried}")


def _percent(share: float) -> str:
    return f"{100 * share:3.0f}%"


def _print_fits(result: Result) -> None:
    """Print which examples are right, and what the first wrong one should have been."""
    mistake = result.mistake()
    for index, fits in enumerate(result.fits):
        line = f"  {'✓' if fits else '✗'} train[{index}]"
        if mistake is not None and index == mistake.example:
            line += f": expected {shown(mistake.expected)}, got {shown(mistake.got)}"
        print(line)
    print()


def _print_disbelieved(result: Result) -> None:
    """Tell of every example that the answer takes to be wrong."""
    for index in result.disbelieved:
        example = result.task.train[index]
        value = None if result.program is None else value_of(result.program, example.inputs)
        print(f"disbelieves train[{index}]: expected {shown(example.output)}, the program gives {shown(value)}")
    if result.disbelieved:
        print()


def _print_predictions(result: Result) -> None:
    task = result.task
    if not task.inputs:
        return
    print("predictions")
    for inputs, expected, predicted in zip(task.inputs, task.expected, result.outcomes, strict=True):
        mark = " " if expected is MISSING else "✓" if task.agrees(predicted, expected) else "✗"
        output = "null" if predicted is None and result.ranked else shown(None if predicted is NO_VALUE else predicted)
        print(f"  {mark} {shown_inputs(task.signature.called(inputs))}  ->  {output}")
    print()


def open_question(result: Result) -> Question | None:
    """The question that would settle which rival is meant, if that is in doubt."""
    question = result.question()
    if question is None or (result.confidence >= SURE_ENOUGH and not question.is_close(WORTH_A_NOTE)):
        return None
    return question


def told_progress(progress: Progress) -> str:
    """How far a search has come, in a line."""
    if progress.phase in ("compile", "kernels"):
        from .search.synthesis import COMPILING, COMPILING_KERNELS

        return COMPILING if progress.phase == "compile" else COMPILING_KERNELS
    rate = progress.candidates / max(progress.seconds, 1e-9) / 1e6
    return (
        f"{progress.phase} level {progress.level}: {progress.candidates:,} candidates, "
        f"{rate:.1f} M/s, {progress.stored:,} values, {progress.seconds:.1f} s"
    )


def _print_question(result: Result) -> None:
    """Print the input whose output would settle which rival is meant, if that is in doubt, and what else would help."""
    question = open_question(result)
    if question is not None:
        print(f"question: what is the output for {shown_inputs(question.inputs)}?")
        for answer in question.answers:
            print(f"  {_percent(answer.probability)}  {shown(answer.output)}")
        print()
    if result.hint is not None:
        print(f"hint: {result.hint}\n")
