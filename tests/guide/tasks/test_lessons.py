"""Tasks to learn from: right, worth setting, the same for the same seed, and harder where they say so."""

from __future__ import annotations

from collections import Counter
from functools import cache
from statistics import mean, median

import pytest

from induce import solve_task
from induce.dsl.core.expression import Call, Variable, walk
from induce.dsl.core.types import BOOL
from induce.dsl.core.values import has_type
from induce.guide.runtime.productions import nodes_of
from induce.guide.tasks.lessons import DEEPEST, MOST_PRIMITIVES, Lesson, lessons
from induce.search.answer.ranking import reproduces

WORLDS = 16


@cache
def of_world(number: int, deepest: int) -> list[Lesson]:
    return list(lessons(7, number, deepest=deepest))


@pytest.fixture(scope="module")
def drawn() -> list[Lesson]:
    return [one for number in range(WORLDS) for one in of_world(number, DEEPEST)]


def test_every_program_reproduces_its_task(drawn: list[Lesson]) -> None:
    wrong = 0
    for lesson in drawn:
        misses = [not reproduces(lesson.program, example) for example in lesson.task.train]
        wrong += any(misses)
        assert sum(misses) <= 1
        held = zip(lesson.task.inputs, lesson.task.expected, strict=True)
        assert all(lesson.program(*inputs) == output for inputs, output in held)
    assert 0 < wrong < 0.1 * len(drawn)


def test_tasks_are_of_many_kinds(drawn: list[Lesson]) -> None:
    assert len(drawn) > 20 * WORLDS
    assert len({lesson.task.result_type for lesson in drawn}) >= 4
    assert len({lesson.task.parameter_types for lesson in drawn}) >= 5
    used = Counter(part.primitive.name for one in drawn for part in walk(one.program.body) if isinstance(part, Call))
    assert len(used) > 120
    assert {"if_else", "where"} & set(used)
    assert {"fold", "scan", "map", "filter", "iterate", "unfold"} & set(used)
    assert max(one.difficulty for one in drawn) <= MOST_PRIMITIVES
    assert {1, 2, 3, 4, 5} <= {one.difficulty for one in drawn}


def test_no_task_is_constant_or_the_identity(drawn: list[Lesson]) -> None:
    for lesson in drawn:
        outputs = [*(example.output for example in lesson.task.train), *lesson.task.expected]
        assert len({repr(output) for output in outputs}) >= (2 if lesson.task.result_type == BOOL else 3)
        assert not isinstance(lesson.program.body, Variable)
        for number, _ in enumerate(lesson.program.parameters):
            inputs = [
                *(example.inputs[number] for example in lesson.task.train),
                *(row[number] for row in lesson.task.inputs),
            ]
            assert inputs != outputs


def test_a_seed_means_its_tasks_and_no_others(drawn: list[Lesson]) -> None:
    again = [(one.task, one.program) for one in lessons(7, 3)]
    assert again
    first = next(number for number, one in enumerate(drawn) if one.task == again[0][0])
    assert [(one.task, one.program) for one in drawn[first : first + len(again)]] == again
    assert [one.task for one in lessons(8, 3)] != [task for task, _ in again]


def test_candidates_are_values_in_the_examples_shown(drawn: list[Lesson]) -> None:
    useful = 0
    for lesson in drawn:
        for candidate in lesson.candidates:
            assert len(candidate.values) == len(lesson.task.train)
            assert all(has_type(value, candidate.type) for value in candidate.values)
            useful += candidate.useful
    assert useful > len(drawn) / 2


def test_what_is_to_be_learnt_are_the_nodes_of_the_program(drawn: list[Lesson]) -> None:
    for lesson in drawn[:50]:
        assert lesson.shown().nodes == tuple(nodes_of(lesson.program.body))
        assert lesson.shown().examples == lesson.task.train


def test_difficulty_is_monotone_in_search_effort() -> None:
    """Effort is what it takes to be right on the inputs held back; few examples are soon fitted by something else."""
    limit, worlds, count, step = 100_000, 6, 12, 7  # Neighbours are of one world, and alike.
    means, medians = [], []
    for difficulty in (1, 2, 4, DEEPEST):
        drawn = [one for number in range(worlds) for one in of_world(number, difficulty)]
        drawn = [one for start in range(step) for one in drawn[start::step] if one.difficulty == difficulty]
        efforts = []
        for lesson in drawn[:count]:
            result = solve_task(lesson.task, timeout=None, max_candidates=limit, memory="200MB", without=["edits"])
            right = result.status == "solved" and result.predictions == list(lesson.task.expected)
            efforts.append(result.stats.found_after if right else limit)
        assert len(efforts) == count
        means.append(mean(efforts))
        medians.append(median(efforts))
    assert means == sorted(means)
    assert medians == sorted(medians)
    assert medians[-1] > 1000 * medians[0]
