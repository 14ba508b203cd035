"""`induce apply`: a program on every input."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ..commands import REVERSE, Call, one_line, typed, written


def test_apply_runs_a_program_on_every_input(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    inputs = written(tmp_path, [[1, 2], [], [3, 4, 5]])
    expected = (0, "[2, 1]\n[]\n[5, 4, 3]\n", "")
    assert call("apply", REVERSE, inputs) == expected
    assert call("apply", f"\n  {REVERSE}\n", inputs) == expected
    assert call("apply", written(tmp_path, f"\n{REVERSE}\n", "program.txt"), inputs) == expected
    typed(monkeypatch, REVERSE)
    assert call("apply", "-", inputs) == expected
    typed(monkeypatch, inputs.read_text(encoding="utf-8"))
    assert call("apply", REVERSE, "-") == expected


def test_apply_takes_several_arguments_and_any_text(call: Call, tmp_path: Path) -> None:
    inputs = written(tmp_path, [{"args": [[1, 2, 1], 1]}, {"args": [[], 7]}])
    assert call("apply", "(xs: List[Int], n: Int) -> count_of(xs, n)", inputs) == (0, "2\n0\n", "")
    assert call("apply", "(s: Str) -> upper(s)", written(tmp_path, ["é"])) == (0, '"É"\n', "")
    assert call("apply", "(xs: List[Int]) -> len(xs) == 0", written(tmp_path, [[]])) == (0, "true\n", "")


def test_apply_gives_null_where_the_program_is_undefined(call: Call, tmp_path: Path) -> None:
    inputs = written(tmp_path, [[1, 2], [], [3]])
    code, out, err = call("apply", "(xs: List[Int]) -> head(xs)", inputs)
    assert (code, out) == (1, "1\nnull\n3\n")
    assert one_line(err).startswith(f"induce: {inputs}: input 1: undefined: head: ")


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("(xs: List[Int]) -> revers(xs)", "line 1, column 20: unknown primitive revers; did you mean reverse?"),
        ("(xs: List[Int])\n-> upper(xs)", "line 2, column 4: upper takes (Str) -> Str, not (List[Int])"),
        ("(xs: List[Int]) -> xs +", "line 1, column 24: the program ends too early"),
        ("(", "line 1, column 2: the program ends too early"),
    ],
)
def test_apply_points_at_what_is_wrong_with_a_program(program: str, message: str, call: Call, tmp_path: Path) -> None:
    inputs = written(tmp_path, [[1]])
    code, out, err = call("apply", program, inputs)
    assert (code, out) == (2, "")
    assert one_line(err) == f"induce: program: {message}"
    file = written(tmp_path, program, "program.txt")
    code, out, err = call("apply", file, inputs)
    assert (code, out) == (2, "")
    assert one_line(err) == f"induce: {file}: {message}"


def test_apply_without_a_program_or_inputs(call: Call, tmp_path: Path) -> None:
    code, out, err = call("apply", "reverse(xs)", written(tmp_path, [[1]]))
    assert (code, out) == (2, "")
    assert one_line(err).startswith("induce: reverse(xs): cannot be read: ")
    code, _, err = call("apply", written(tmp_path, "", "empty.txt"), written(tmp_path, [[1]]))
    assert code == 2
    assert "the program ends too early" in err
    code, _, err = call("apply", REVERSE, written(tmp_path, {"train": []}))
    assert code == 2
    assert "expected a list of inputs" in one_line(err)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("a", "xs is to be List[Int], not 'a'"),
        ([1, True], "xs is to be List[Int], not [1, True]"),
        ([0.5], "xs is to be List[Int], not [0.5]"),
        ([2**53 + 1], "xs is to be List[Int], not [9007199254740993]"),
        (None, "xs is to be List[Int], not None"),
        ({"args": [[1], 2]}, "the program takes 1 arguments, not 2"),
    ],
)
def test_apply_names_an_input_of_another_type(value: Any, message: str, call: Call, tmp_path: Path) -> None:
    inputs = written(tmp_path, [[1], value])
    code, _, err = call("apply", REVERSE, inputs)
    assert code == 2
    assert one_line(err) == f"induce: {inputs}: input 1: {message}"


def test_long_integers_are_printed(call: Call, tmp_path: Path) -> None:
    code, out, _ = call("apply", "(n: Int) -> iterate(n, 3, (k: Int) -> k * k)", str(written(tmp_path, [15])))
    assert code == 0
    assert len(out.strip()) == 15635
