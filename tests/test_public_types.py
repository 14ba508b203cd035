"""What is public has types: mypy reads this file as that of a user, and it runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from induce import (
    Extension,
    InputError,
    Program,
    ProgramError,
    Result,
    SearchOptions,
    Task,
    extend,
    load_task,
    parse,
    primitive,
    solve_task,
    synthesize,
)


@primitive("(Str) -> Int")
def points(word: str) -> int:
    """The points of a word: vowels count 1, other letters 3."""
    return sum(1 if c in "aeiou" else 3 for c in word)


def test_a_result_has_types() -> None:
    seen: list[int] = []
    answer: Result = synthesize(
        [([3, 8, 5], 8), ([1, 9], 9)],
        inputs=[[7, 2, 4]],
        max_candidates=50_000,
        timeout=None,
        progress=lambda progress: seen.append(progress.level),
    )
    program: Program | None = answer.program
    assert program is not None
    source: str = program.python()
    confidence: float = answer.confidence
    hint: str | None = answer.hint
    notes: tuple[str, ...] = answer.notes
    shares: list[float] = [rival.probability for rival in answer.programs]
    assert source
    assert 0 < confidence < 1
    assert hint
    assert notes
    assert sum(shares) == pytest.approx(1)
    question = answer.question()
    assert question is not None
    assert [one.output for one in question.answers] == [7, 2]
    assert answer.answered(question.inputs, 2).predictions == [2]
    assert answer.mistake() is None


def test_tasks_options_and_own_primitives_have_types(tmp_path: Path) -> None:
    task = Task.from_examples([([3, 1], [1, 3]), ([2, 5, 4], [2, 4, 5])], inputs=[[9, 8]])
    options = SearchOptions(max_candidates=5000, timeout=None, without=["loops"], primitives=[points])
    assert solve_task(task, options).predictions == [[8, 9]]
    assert solve_task(task, options, top=1).status == "solved"
    assert points("oak") == 5
    assert synthesize([("fig", 7)], primitives=[points], max_candidates=100, timeout=None).status
    with pytest.raises(InputError):
        load_task(tmp_path / "missing.json")


def test_programs_and_sequences_have_types() -> None:
    program = parse("(xs: List[Int]) -> reverse(xs)")
    values: list[object] = [step.value for step in program.explain([1, 2]).steps]
    assert values == [[1, 2], [2, 1]]
    rule: Extension = extend([1, 4, 9, 16, 25, 36], count=2)
    assert rule.terms == (49, 64)
    with pytest.raises(ProgramError):
        parse("(xs: List[Int]) ->")
