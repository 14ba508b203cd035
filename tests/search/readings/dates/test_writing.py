"""How outputs were written."""

from __future__ import annotations

import pytest

from induce import Task
from induce.dsl.program import Program
from induce.search.readings.dates.columns import Workshop
from induce.search.readings.dates.texts import said
from induce.search.readings.dates.writing import Writer
from induce.search.readings.scene.scene import Scene
from induce.search.task.problem import Problem


def writer(*examples: tuple[str, str]) -> tuple[Writer, Problem]:
    problem = Problem.of(Task.from_examples(examples))
    scene = Scene(problem)
    return Writer(Workshop(scene), [*said(scene)], problem.outputs), problem


@pytest.mark.parametrize(
    ("examples", "pattern"),
    [
        ([("2021-03-05", "5 Mar 2021"), ("2019-12-24", "24 Dec 2019")], "D MMM YYYY"),
        ([("2021-03-05", "Day 5 (Fri)"), ("2019-12-24", "Day 24 (Tue)")], "[Day ]D (ddd)"),
        ([("2021-01-03", "2020-W53"), ("2021-03-05", "2021-W09")], "GGGG[-W]WW"),
        ([("1:05", "1:05 AM"), ("13:20", "1:20 PM")], "h:mm AM"),
        ([("1:05", "01:05"), ("13:20", "13:20")], "HH:mm"),
        ([("13:20", "1 {p.m.}"), ("1:20", "1 {a.m.}")], "h {a.m.}"),
    ],
)
def test_the_cheapest_pattern_is_the_usual_one(examples: list[tuple[str, str]], pattern: str) -> None:
    made, problem = writer(*examples)
    _, body = next(made.wholes())
    text = str(Program(problem.parameters, body))
    assert f'"{pattern}")' in text


def test_costs_rise() -> None:
    made, _ = writer(("10:11", "10:11"), ("12:13", "12:13"))
    costs = [cost for cost, _ in made.wholes()]
    assert len(costs) > 1
    assert costs == sorted(costs)


def test_parts_of_outputs_are_written() -> None:
    made, problem = writer(("2021-03-05", "x 5 March y"), ("2019-12-24", "zz 24 December"))
    texts = [str(Program(problem.parameters, body)) for _, body in made.parts()]
    assert any('"D MMMM"' in text for text in texts)
    assert any('"MMMM"' in text for text in texts)


def test_what_no_field_explains_is_not_written() -> None:
    made, _ = writer(("2021-03-05", "x"), ("2019-12-24", "y"))
    assert not [*made.wholes(), *made.parts()]


def test_outputs_without_characters_are_not_written() -> None:
    found, _ = writer(("2024-05-06", ""), ("2023-01-12", ""))
    assert list(found.wholes()) == []
