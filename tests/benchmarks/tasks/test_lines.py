"""Tasks whose programs are drawn line by line."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from induce.benchmarks.tasks.lines import (
    ASKED,
    LEAST,
    LENGTHS,
    MOST,
    SHOWN,
    Drawn,
    Line,
    draw_program,
    drawn,
    is_telling,
    main,
    value,
)
from induce.search.task.loading import load_tasks
from induce.search.task.task import Task

FEW = 6
SORTED = Line("sort", (0,))
FIRST = Line("head", (1,))


@pytest.fixture(scope="module")
def few() -> list[Drawn]:
    return drawn(FEW)


def test_the_same_seed_draws_the_same(few: list[Drawn]) -> None:
    assert drawn(FEW) == few
    assert drawn(2) == few[:2]
    assert drawn(2, seed=1) != few[:2]


def test_lengths_are_equally_frequent(few: list[Drawn]) -> None:
    assert [len(one.program) for one in few] == [LENGTHS[number % len(LENGTHS)] for number in range(FEW)]


@pytest.mark.parametrize(
    ("program", "inputs", "output"),
    [
        ((SORTED, FIRST), ([3, 1, 2],), 1),
        ((SORTED, FIRST), ([],), None),
        ((Line("map /2", (0,)),), ([-3, 3, 4],), [-1, 1, 2]),
        ((Line("map **2", (0,)),), ([16],), None),
        ((Line("take", (1, 0)),), ([3, 1, 2], 2), [3, 1]),
        ((Line("take", (1, 0)),), ([3, 1, 2], -1), None),
        ((Line("drop", (1, 0)),), ([3, 1, 2], 2), [2]),
        ((Line("access", (1, 0)),), ([3, 1, 2], 3), None),
        ((Line("scan -", (0,)),), ([9, 1, 2],), [9, 8, 6]),
        ((Line("zip max", (0, 1)),), ([1, 5], [4, 2, 9]), [4, 5]),
        ((Line("count odd", (0,)),), ([-1, 2, 3],), 2),
        ((Line("filter <0", (0,)), Line("sum", (1,))), ([-1, 2, -3],), -4),
    ],
)
def test_lines_are_run_one_after_another(program: tuple[Line, ...], inputs: tuple[object, ...], output: object) -> None:
    assert value(program, inputs) == output


def test_no_line_is_in_vain(few: list[Drawn]) -> None:
    for one in few:
        inputs = len(one.shown[0][0])
        used = {number for line in one.program for number in line.given}
        assert used == {*range(inputs + len(one.program) - 1)}
        assert is_telling(one.program, one.shown)
    assert not is_telling((Line("sort", (0,)), Line("sort", (1,))), [(([2, 1],), [1, 2]), (([5, 4],), [4, 5])])
    assert not is_telling((Line("head", (0,)),), [(([2],), 2)] * 3)


def test_too_short_a_draw_gives_none() -> None:
    """One line cannot use three lists."""
    assert draw_program(Random(0), 1, ("list", "list", "list")) is None


def test_outputs_are_right_and_small(few: list[Drawn]) -> None:
    for one in few:
        assert (len(one.shown), len(one.asked)) == (SHOWN, ASKED)
        for inputs, output in (*one.shown, *one.asked):
            assert value(one.program, inputs) == output
            assert all(LEAST <= item <= MOST for item in (output if isinstance(output, list) else [output]))


def test_the_file_holds_tasks(tmp_path: Path, few: list[Drawn]) -> None:
    file = tmp_path / "lines.jsonl"
    assert main([str(file), "--tasks", str(FEW)]) == 0
    tasks = [*load_tasks(file)]
    assert all(isinstance(task, Task) for task in tasks)
    assert len(tasks) == FEW
    first = json.loads(file.read_text("utf-8").splitlines()[0])
    assert first["meta"]["family"] == "5 lines"
    assert first["meta"]["meaning"].count(";") == 4
    assert [example["output"] for example in first["train"]] == [output for _, output in few[0].shown]
