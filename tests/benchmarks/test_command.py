"""`induce bench`: what it prints and writes, and how it goes on after an interruption."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from induce.benchmarks.command import with_command
from induce.benchmarks.runs.store import open_store

from ..commands import Call

PAIRS = [{"input": [3, 1], "output": [6, 2]}, {"input": [5], "output": [10]}, {"input": [0, 2], "output": [0, 4]}]
GOOD = {"name": "good", "train": PAIRS, "test": [{"input": [7], "output": [14]}]}
WRONG = {"name": "wrong", "train": PAIRS, "test": [{"input": [7], "output": [3]}]}
BUDGET = ("--max-candidates", "20000", "--memory", "100MB", "--jobs", "1")

Bench = Callable[..., tuple[int, str, str]]


@pytest.fixture
def bench(call: Call, tmp_path: Path) -> Bench:
    """Run `induce bench` here, with a file of runs of this test; gives the exit code and both streams."""

    def run(*arguments: str | Path, db: str = "runs.sqlite") -> tuple[int, str, str]:
        return call("bench", *arguments, "--db", tmp_path / db)

    return run


def suite(folder: Path, *lines: Any, name: str = "tasks.jsonl") -> Path:
    path = folder / name
    texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    path.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return path


def untimed(path: Path) -> list[dict[str, Any]]:
    """The lines of an output, but for what is never the same."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [{key: value for key, value in line.items() if key not in ("seconds", "memory")} for line in lines]


def cells(table: str, row: int = 1) -> Sequence[str]:
    return re.split(r"  +", table.splitlines()[row].strip())


@pytest.mark.parametrize("words", [["report", "1"], ["diff", "a", "b"], ["run", "x"], ["-h"]])
def test_a_command_may_be_named(words: list[str]) -> None:
    assert with_command(words) == words


@pytest.mark.parametrize("words", [[], ["tasks.jsonl"], ["./report"], ["--list"]])
def test_without_a_name_it_is_a_run(words: list[str]) -> None:
    assert with_command(words) == ["run", *words]


def test_a_run_has_a_table_an_output_and_goes_on_where_it_was(bench: Bench, tmp_path: Path) -> None:
    tasks = suite(tmp_path, GOOD, '{"train": [', "", WRONG, "{}")
    code, out, err = bench(tasks, *BUDGET, "--output", tmp_path / "out.jsonl")
    assert code == 0
    assert err.splitlines() == [
        f"task 2: invalid: {tasks}:2: line 1, column 12: not JSON: expecting value",
        f'task 4: invalid: {tasks}:5: expected an object with "train": [{{"input": ..., "output": ...}}, ...]',
    ]
    assert cells(out, 0)[:6] == ["run", "suite", "solver", "tasks", "fitted", "solved"]
    assert cells(out)[:7] == ["1", "tasks", "induce", "4", "50.0%", "25.0%", "4.6-69.9%"]
    assert cells(out)[-1] == "2"
    lines = untimed(tmp_path / "out.jsonl")
    assert [(line["name"], line["status"], line["fitted"], line["solved"]) for line in lines] == [
        ("good", "solved", True, True),
        ("task 2", "invalid", False, False),
        ("wrong", "fitted", True, False),
        ("task 4", "invalid", False, False),
    ]
    assert [line["checked"] for line in lines] == [True, False, True, False]
    assert lines[1]["confidence"] is None
    assert 0 < lines[0]["confidence"] < 1
    assert bench(tasks, *BUDGET) == (0, out, "induce: tasks/induce: run 1 is complete; --fresh runs it anew\n")
    code, again, _ = bench(tasks, *BUDGET, "--fresh", "--output", tmp_path / "again.jsonl")
    assert code == 0
    assert cells(again)[0] == "2"
    assert untimed(tmp_path / "again.jsonl") == lines


def test_a_suite_may_have_decimals(bench: Bench, tmp_path: Path) -> None:
    pairs = [{"input": number, "output": 2 * number} for number in (1.5, 2.25, 0.5, 4.5)]
    suite = tmp_path / "decimals.jsonl"
    suite.write_text(json.dumps({"train": pairs[:3], "test": pairs[3:]}) + "\n", encoding="utf-8")
    code, out, _ = bench(suite, *BUDGET)
    assert code == 0
    assert "100.0%" in out


def test_shards_in_several_files_are_merged_to_one_run(bench: Bench, tmp_path: Path) -> None:
    tasks = suite(tmp_path, GOOD, WRONG, "{}", GOOD)
    for number in ("1", "2"):
        code, out, _ = bench(tasks, *BUDGET, "--shard", f"{number}/2", db=number)
        assert (code, cells(out)[3]) == (0, "2 of 4")
    code, out, _ = bench("merge", tmp_path / "1", tmp_path / "2")
    assert (code, out) == (0, "run 1: tasks/induce, 4 of 4 rows\n")
    code, out, err = bench(tasks, *BUDGET)
    assert (code, cells(out)[3:6]) == (0, ["4", "75.0%", "50.0%"])
    assert "run 1 is complete" in err


def test_solvers_side_by_side_have_a_row_each(bench: Bench, tmp_path: Path) -> None:
    tasks = suite(tmp_path, GOOD, WRONG, GOOD)
    words = ("--every", "2", "--repeat", "2", "--solver", "induce-unguided", "--solver", "floor")
    code, out, _ = bench(tasks, *BUDGET, *words)
    assert code == 0
    assert cells(out, 1)[1:6] == ["tasks[::2]", "induce-unguided", "2 x 2", "100.0%", "100.0%"]
    assert cells(out, 2)[1:6] == ["tasks[::2]", "floor", "2 x 2", "100.0%", "100.0%"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--fresh", "--shard", "1/2"), "--fresh: every shard would begin a run of its own"),
        (("--solver", "flor"), "solver 'flor' is not known"),
        (("--solver", "floor", "--threads", "2"), "--without, --threads, --primitives: not for floor"),
        (("--primitives", "none.py"), "none.py: cannot be read: no such file"),
        (("--solver", "induce", "--solver", "induce"), "--solver: induce twice"),
        (("--solver", "induce-unguided", "--solver", "induce", "--no-guide"), "--solver: induce-unguided twice"),
        (("--solver", "induce-unguided", "--guide", "x"), "--guide: not for induce-unguided"),
        (("--guide", "none.safetensors"), "none.safetensors: cannot be read: no such file"),
        (("--without", "thought"), "without: 'thought' is not a valid part"),
        (("--solver", "cvc5"), "--solver cvc5: it has no limit of candidates"),
        (("--given", "3"), "TASKS: jsonl files say what is given"),
        (("--format", "verse"), "format verse: not known"),
        (("--output", "none/out.jsonl"), "none/out.jsonl: cannot be written: "),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_options_that_contradict_each_other_or_name_nothing(
    words: tuple[str, ...], message: str, bench: Bench, tmp_path: Path
) -> None:
    tasks = suite(tmp_path, GOOD)
    code, out, err = bench(tasks, *BUDGET, *words)
    assert (code, out) == (2, "")
    assert err.startswith(f"induce: {message.replace('TASKS', str(tasks))}")
    assert err.count("\n") == 1


def test_repeats_that_nobody_can_wait_for_are_refused(bench: Bench, tmp_path: Path) -> None:
    code, out, err = bench(suite(tmp_path, GOOD), *BUDGET, "--repeat", "9" * 20)
    assert (code, out) == (2, "")
    assert "is not a valid number of repeats; expected an integer from 1 to 10000" in err


def test_a_suite_that_is_none(bench: Bench, tmp_path: Path) -> None:
    for path in (tmp_path / "none.jsonl", tmp_path, suite(tmp_path, name="empty.jsonl")):
        code, out, err = bench(path)
        assert (code, out) == (2, "")
        assert err.startswith(f"induce: {path}: ")
        assert err.count("\n") == 1


def test_another_file_is_never_written_to(bench: Bench, tmp_path: Path) -> None:
    tasks = suite(tmp_path, GOOD)
    before = tasks.read_bytes()
    code, out, err = bench(tasks, *BUDGET, db=tasks.name)
    assert (code, out) == (2, "")
    assert err.startswith(f"induce: {tasks}: damaged, or another kind of file")
    assert tasks.read_bytes() == before
    bench(tasks, *BUDGET)
    code, _, err = bench("merge", tmp_path / "runs.sqlite")
    assert code == 2
    assert "it cannot be merged with itself" in err


def test_noise_that_a_task_has_not_the_examples_for_is_a_fault_of_the_task(bench: Bench, tmp_path: Path) -> None:
    code, out, err = bench(suite(tmp_path, GOOD), *BUDGET, "--noise", "2")
    assert (code, cells(out)[-1]) == (0, "1")
    assert err.startswith("good: invalid: noise: 2 wrong among 3 examples")


@pytest.mark.skipif(os.name == "nt", reason="SIGINT")
def test_an_interrupted_run_shows_what_it_has_and_keeps_it(bench: Bench, tmp_path: Path) -> None:
    tasks = suite(tmp_path, *([GOOD] * 2000))
    command = [sys.executable, "-m", "induce", "bench", str(tasks), *BUDGET, "--db", str(tmp_path / "runs.sqlite")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as process:
        rows = 0
        while not rows:
            time.sleep(0.05)
            assert process.poll() is None
            with open_store(tmp_path / "runs.sqlite", create=True) as store:
                rows = len(store.outcomes(1))
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, "induce: interrupted\n")
    with open_store(tmp_path / "runs.sqlite") as store:
        rows = len(store.outcomes(1))
    assert cells(out)[3] == f"{rows} of 2000"
