"""Numbers of texts: what is read from the examples, and what the outputs show of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from induce import Task, synthesize
from induce.dsl.program import Program
from induce.search.readings.numbers.measures import read_measures
from induce.search.readings.numbers.notations import write_notations
from induce.search.readings.numbers.quantities import read_numbers
from induce.search.readings.numbers.writing import write_numbers
from induce.search.readings.scene.scene import Reading, Scene
from induce.search.task.problem import Problem

Examples = Sequence[tuple[Any, Any]]
READERS = (read_numbers, read_measures, write_notations, write_numbers)


def seen(examples: Examples, *, inputs: Sequence[Any] = ()) -> Scene:
    scene = Scene(Problem.of(Task.from_examples(list(examples), inputs=list(inputs))))
    for reader in READERS:
        for reading in reader(scene):
            scene.add(reading)
    return scene


def programs(examples: Examples, *, inputs: Sequence[Any] = (), keep: Callable[[Reading], bool]) -> list[Program]:
    scene = seen(examples, inputs=inputs)
    return [Program(scene.problem.parameters, reading.body) for reading in scene.readings if keep(reading)]


def answers(examples: Examples, *asked: Any) -> list[Any]:
    """What the first reading that is the outputs gives for other inputs."""
    outputs = sorted(repr(output) for _, output in examples)
    found = programs(examples, inputs=asked, keep=lambda reading: sorted(map(repr, reading.values)) == outputs)
    assert found, "no reading gives the outputs"
    return [found[0](*(x if isinstance(x, tuple) else (x,))) for x in asked]


@pytest.mark.parametrize(
    ("examples", "asked", "expected"),
    [
        ([("4.347", "4.35"), ("12", "12.00"), ("0.5011", "0.50")], "7.999", "8.00"),
        ([("4.347", "4.34"), ("12.996", "12.99"), ("0.5011", "0.50")], "7.999", "7.99"),
        ([("4.13", "4.15"), ("8.88", "8.9"), ("7.01", "7")], "2.49", "2.5"),
        ([("0.5", "0"), ("1.5", "2"), ("2.5", "2"), ("3.1", "3"), ("5", "5")], "4.5", "4"),
        ([("61", "70"), ("128", "130"), ("9", "10"), ("33", "40"), ("150", "150")], "22", "30"),
        ([("1.234,5", "1,234.50"), ("7,25", "7.25")], "1.000.000", "1,000,000.00"),
        ([("$31", "31 $"), ("$2,450", "2450 $")], "$1,000,000", "1000000 $"),
        ([(-1250, "(1,250)"), (300, "300")], -7, "(7)"),
        ([(1234567, "12,34,567"), (999, "999")], 100000, "1,00,000"),
        ([("0.173", "17.3%"), ("0.5", "50.0%")], "1.2", "120.0%"),
        ([(7, "+007"), (-12, "-012")], 345, "+345"),
        ([(31, "30-39"), (48, "40-49"), (50, "50-59")], 69, "60-69"),
        ([("7:5", "07h05"), ("11:42", "11h42")], "3:30", "03h30"),
        ([(7384, "2:03:04"), (59, "0:00:59"), (4000, "1:06:40")], 86399, "23:59:59"),
        ([("32", "0"), ("212", "100"), ("77", "25")], "50", "10"),
        ([((3, 4), "75%"), ((1, 5), "20%")], (1, 2), "50%"),
    ],
)
def test_outputs_are_written_from_numbers(examples: Examples, asked: Any, expected: str) -> None:
    assert answers(examples, asked) == [expected]


@pytest.mark.parametrize(
    ("examples", "asked", "expected"),
    [
        ([("3.5K", 3500), ("12", 12), ("2M", 2_000_000)], "7.25M", 7_250_000),
        ([("2 KB", 2048), ("7 B", 7)], "1 MB", 1_048_576),
        ([("3 hours", 180), ("25 min", 25)], "1 day 2 hours", 1560),
        ([("4h10", 250), ("0h59", 59)], "12h00", 720),
        ([("2 lb 3 oz", 35), ("1 lb", 16)], "10 oz", 10),
        ([("1:00:07", 3607), ("0:20:00", 1200)], "2:00:00", 7200),
        ([("2d 3h", 51), ("1d 0h", 24)], "3d 1h", 73),
        ([("XII", 12), ("MM", 2000)], "CDX", 410),
        ([("twelve", 12), ("three", 3)], "forty-one", 41),
        ([("(45)", -45), ("1,200", 1200)], "(3,000)", -3000),
        ([(134, 150), (90, 90), (91, 120)], 31, 60),
    ],
)
def test_outputs_are_read_as_numbers(examples: Examples, asked: Any, expected: int) -> None:
    assert answers(examples, asked) == [expected]


def test_spans_are_read_and_written() -> None:
    assert answers([([1, 2, 5], "1-2;5"), ([7, 8, 9], "7-9"), ([1, 3], "1;3")], [4, 5]) == ["4-5"]
    assert answers([("1..3 9", [1, 2, 3, 9]), ("4 6..7", [4, 6, 7])], "1..2") == [[1, 2]]


def test_rounding_that_goes_one_way_often_is_taken_for_that() -> None:
    few = [("4.347", "4.35"), ("0.996", "1.00")]
    many = [*few, ("3.517", "3.52"), ("8.116", "8.12"), ("5.128", "5.13")]
    assert answers(few, "2.301") == ["2.30"]
    assert answers(many, "2.301") == ["2.31"]


def test_what_is_to_be_predicted_is_read_too() -> None:
    assert answers([("31", 31), ("7", 7)], "1,200") == [1200]


def test_a_part_of_the_outputs_is_enough() -> None:
    examples = [("3.14159", "pi=3.14 (approx)"), ("2.71828", "e=2.72 (approx)")]
    texts = programs(examples, keep=lambda reading: set(reading.values) == {"3.14", "2.72"})
    assert [program("1.005") for program in texts] == ["1.01"]


def test_there_are_few_readings_and_they_take_little_time() -> None:
    rows = [(f"Order {n}: {n * 7},{n % 1000:03}.50 EUR at {n % 24}:05", f"{n * 7}.50") for n in range(1, 1000)]
    long = [(" ".join(map(str, range(n, n + 2000))), str(n)) for n in range(3)]
    for examples in (rows, long):
        began = time.perf_counter()
        scene = seen(examples)
        assert len(scene.readings) <= 80
        assert time.perf_counter() - began < 20


def test_lists_of_integers_have_no_readings() -> None:
    assert len(seen([([1, 2, 3], [2, 3]), ([4], [])]).readings) == 1


def test_a_number_that_stands_in_the_output_as_in_the_input_is_copied() -> None:
    result = synthesize(
        [("007", "A-007"), ("010", "A-010")], inputs=["0451", "7"], timeout=None, max_candidates=200_000
    )
    assert result.predictions == ["A-0451", "A-7"]
