"""All readers are asked, one after the other, and each sees what was read before."""

from __future__ import annotations

from collections.abc import Iterator
from time import process_time
from typing import Any

import pytest

from induce import Task
from induce.dsl.core.expression import Literal, call
from induce.dsl.core.types import INT, STR
from induce.dsl.language.language import BUILTIN
from induce.search.readings import readings
from induce.search.readings.readings import READERS, readings_of
from induce.search.readings.scene.scene import MOST_READINGS, Reading, Scene
from induce.search.task.problem import Problem


def numbers(scene: Scene) -> Iterator[Reading]:
    for text in scene.of_type(STR):
        reading = scene.read(call(BUILTIN.vocabulary["to_number"], text.body))
        if reading is not None:
            yield reading


def doubled(scene: Scene) -> Iterator[Reading]:
    for number in scene.of_type(INT):
        reading = scene.read(call(BUILTIN.vocabulary["mul"], number.body, Literal(2, INT)))
        if reading is not None:
            yield reading


def test_a_reader_sees_what_was_read_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "READERS", (numbers, doubled, numbers))
    problem = Problem.of(Task.from_examples([("7", 14), ("12", 24)]))
    found = list(readings.readings_of(problem))
    assert [sorted(reading.values) for reading in found] == [[7, 12], [14, 24]]


def test_readings_are_added_to_the_parameters() -> None:
    problem = Problem.of(Task.from_examples([("5 Mar 2021", "March"), ("6 May 2020", "May")]))
    found = list(readings_of(problem))
    assert 0 < len(found) <= MOST_READINGS
    assert all(one.body not in problem.parameters for one in found)


def test_every_reader_has_a_name_of_its_own() -> None:
    assert len({getattr(reader, "__name__", "") for reader in READERS}) == len(READERS)


def test_reading_ends_where_time_does_and_keeps_what_was_read() -> None:
    given = [(f"{n} apples on {n + 3} trees", n * 3) for n in range(1, 8)]
    left = iter([False] * 30)
    some = list(readings_of(Problem.of(Task.from_examples(given)), lambda: next(left, True)))
    every = list(readings_of(Problem.of(Task.from_examples(given))))
    assert some
    assert some == every[: len(some)]
    assert len(some) < len(every)


LONG = [(f"{n} " + "ab, c-" * 1500, n % 2 == 0) for n in range(7)]


@pytest.mark.parametrize(
    "examples",
    [
        LONG,
        [((text, text[::-1]), truth) for text, truth in LONG],
        [(([*range(n, 4000)], [*range(4000)]), n % 2 == 0) for n in range(7)],
        [(text, text.split()[::2]) for text, _ in LONG],
        [(([*range(4000 + n)], [*range(5000)]), str(n)) for n in range(12)],
    ],
)
def test_long_inputs_are_read_with_bounded_work(examples: list[Any]) -> None:
    began = process_time()
    readings_of(Problem.of(Task.from_examples(examples)))
    assert process_time() - began < 20  # It took minutes.
