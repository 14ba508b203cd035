"""All readers in turn."""

from __future__ import annotations

from induce import Task
from induce.search.readings.readers import READERS, readings_of
from induce.search.readings.readings import MOST_READINGS
from induce.search.task.problem import Problem


def test_readings_are_added_to_the_parameters() -> None:
    problem = Problem.of(Task.from_examples([("5 Mar 2021", "March"), ("6 May 2020", "May")]))
    found = list(readings_of(problem))
    assert 0 < len(found) <= MOST_READINGS
    assert all(one.body not in problem.parameters for one in found)


def test_every_reader_has_a_name_of_its_own() -> None:
    assert len({getattr(reader, "__name__", "") for reader in READERS}) == len(READERS)
