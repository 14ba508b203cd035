"""Whatever is wrong with what a command is given is told in one line, and so is an error of ours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from induce import InputError
from induce.search import synthesis
from induce.search.task import loading

from ..commands import DOUBLE, REVERSE, Call, one_line, written

LONG = "x" * 300


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('{"train": [', "line 1, column 12: not JSON"),
        ({"train": []}, "train: no examples"),
        ({"train": [{"input": 1, "output": 1}, {"input": 1, "output": 2}]}, "train[1]: contradicts train[0]"),
        ({"train": [{"input": [[1, "a"], [1]], "output": 1}]}, "train[0].input: Int and Str are mixed"),
        ("[" * 100_000, "nested too deeply"),
    ],
    ids=["truncated", "no examples", "contradiction", "mixed", "deep"],
)
def test_a_bad_file_is_one_line_on_standard_error(content: Any, message: str, call: Call, tmp_path: Path) -> None:
    path = written(tmp_path, content)
    code, out, err = call("solve", path)
    assert (code, out) == (2, "")
    assert one_line(err).startswith(f"induce: {path}: {message}")


@pytest.mark.parametrize("command", [("solve",), ("apply", REVERSE)], ids=lambda command: command[0])
def test_a_missing_file_and_a_directory(command: tuple[str, ...], call: Call, tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        code, out, err = call(*command, path)
        assert (code, out) == (2, "")
        assert one_line(err).startswith(f"induce: {path}: cannot be read: ")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("nonsense",),
        ("solve",),
        ("solve", DOUBLE, DOUBLE),
        ("solve", DOUBLE, "--nonsense"),
        ("solve", DOUBLE, "--timeout", "-1"),
        ("solve", DOUBLE, "--timeout=-1"),
        ("solve", DOUBLE, "--timeout", "0"),
        ("solve", DOUBLE, "--timeout", "nan"),
        ("solve", DOUBLE, "--timeout", "inf"),
        ("solve", DOUBLE, "--timeout", "soon"),
        ("solve", DOUBLE, "--max-candidates", "0"),
        ("solve", DOUBLE, "--max-candidates=-3"),
        ("solve", DOUBLE, "--max-candidates", "1.5"),
        ("solve", DOUBLE, "--max-candidates", "²"),
        ("solve", DOUBLE, "--max-candidates", "9" * 5000),
        ("solve", DOUBLE, "--memory", "junk"),
        ("solve", DOUBLE, "--memory", "10XB"),
        ("solve", DOUBLE, "--memory", ""),
        ("solve", DOUBLE, "--memory=-1GB"),
        ("solve", DOUBLE, "--memory", "0"),
        ("solve", DOUBLE, "--memory", "1KB"),
        ("solve", DOUBLE, "--top", "0"),
        ("solve", DOUBLE, "--json", "--text"),
        ("solve", DOUBLE, "--noise", "-1"),
        ("solve", DOUBLE, "--noise", "x"),
        ("solve", DOUBLE, "--noise", "1.0"),
        ("solve", DOUBLE, "--noise", "2"),
        ("solve", DOUBLE, "--noise", "9" * 5000),
        ("solve", DOUBLE, "--threads", "0"),
        ("solve", DOUBLE, "--threads", "two"),
        ("apply", REVERSE),
        ("bench", DOUBLE, "--noise", "-1"),
        ("bench", DOUBLE, "--threads", "0"),
        ("bench", DOUBLE, "--jobs", "0"),
        ("bench", DOUBLE, "--every", "0"),
        ("bench", DOUBLE, "--timeout", "0"),
        ("bench", DOUBLE, "--repeat", "0"),
        ("bench", DOUBLE, "--shard", "0/2"),
        ("bench", DOUBLE, "--shard", "3/2"),
        ("bench", DOUBLE, "--shard", "1"),
        ("bench", DOUBLE, "--engine", "cloud"),
        ("bench", "diff"),
        ("bench", "merge"),
    ],
    ids=lambda arguments: " ".join(arguments).replace(DOUBLE, "TASK")[:40],
)
def test_a_bad_option_is_bad_input(arguments: tuple[str, ...], call: Call) -> None:
    code, out, err = call(*arguments)
    assert (code, out) == (2, "")
    assert err.splitlines()[-1].startswith("induce")


@pytest.mark.parametrize(
    "words",
    [
        ["solve", LONG],
        ["solve", DOUBLE, "--guide", LONG],
        ["apply", REVERSE, LONG],
        ["fill", f"{LONG}.csv"],
        ["extend", LONG],
        ["bench", LONG],
        ["bench", "merge", LONG],
        ["bench", "diff", LONG, LONG],
        ["train", "--steps", "1", "--output", f"{LONG}/x"],
        ["check", "--record", LONG],
        ["solve", "a\nb\x1b[2J"],
        ["bench", "a\nb"],
        ["solve", "x", "--nothing\n"],
        ["solve", "x", "--memory=--"],
    ],
)
def test_odd_names_of_files_are_told_in_one_line(words: list[str], call: Call) -> None:
    code, out, err = call(*words)
    assert (code, out) == (2, "")
    line = one_line(err)
    assert line.startswith("induce: ")
    assert line.isprintable()


def test_main_refuses_what_loading_refuses(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str, *, noise: int) -> None:
        raise InputError("here: no good")

    monkeypatch.setattr(loading, "load_task", refuse)
    assert call("solve", DOUBLE) == (2, "", "induce: here: no good\n")


@pytest.mark.parametrize("message", ["boom", "two\nlines", ""])
def test_an_internal_error_is_one_line(message: str, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise RuntimeError(message)

    monkeypatch.setattr(synthesis, "solve_task", fail)
    code, out, err = call("solve", DOUBLE)
    assert (code, out) == (3, "")
    assert one_line(err).startswith(f"induce: internal error: RuntimeError: {message[:3]}")
    assert "(at test_refusals.py:" in err
