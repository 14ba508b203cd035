"""``%%induce``."""

from __future__ import annotations

from typing import Any

import pytest

from induce import Result

CELL = "[3, 8, 5] -> 8\n[1, 9, 2] -> 9\n[7, 2, 4] -> ?\n"


def test_a_cell_is_solved_and_kept(shell: Any) -> None:
    done = shell.run_cell(f"%%induce best --max-candidates 20000 --top 3\n{CELL}")
    assert isinstance(done.result, Result)
    assert done.result.predictions == [7]
    assert done.result.stats.candidates <= 20_000
    assert shell.user_ns["best"] is done.result


def test_the_name_may_be_left_out_and_options_are_those_of_the_command_line(shell: Any) -> None:
    done = shell.run_cell("%%induce --noise 1 --max-candidates 20000\n[1] -> 1\n[2] -> 2\n[3] -> 3\n[4] -> 99\n")
    assert done.result.disbelieved == (3,)


@pytest.mark.parametrize(
    ("line", "cell", "message"),
    [
        ("1x", CELL, "'1x' is not a valid name; expected one of a variable"),
        ("for", CELL, "'for' is not a valid name"),
        (
            "x --timeout -1",
            CELL,
            "argument --timeout: '-1' is not a valid number of seconds; expected a positive number",
        ),
        ("x --wrong", CELL, "unrecognized arguments: --wrong"),
        ("'x", CELL, "No closing quotation"),
        (f"x {'y' * 9000} z", CELL, "yyy ... yyy"),
        ("x \x1b[2J", CELL, "unrecognized arguments: \\x1b[2J"),
        ("x", "1 - 2\n", "line 1: '1 - 2' has no arrow"),
        ("x", "1 -> 2\n'a' -> 3\n", "train[1]"),
    ],
)
def test_a_mistake_is_one_line(
    line: str, cell: str, message: str, shell: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    done = shell.run_cell(f"%%induce {line}\n{cell}")
    assert done.result is None
    assert "x" not in shell.user_ns
    error = capsys.readouterr().err
    assert error.startswith("UsageError: %%induce: ")
    assert message in error
    assert error.count("\n") == 1
    assert len(error) < 2000


def test_the_line_alone_lists_the_options(shell: Any, capsys: pytest.CaptureFixture[str]) -> None:
    shell.run_cell("%induce")
    out = capsys.readouterr().out
    assert out.startswith("usage: %%induce")
    assert "--max-candidates N" in out
