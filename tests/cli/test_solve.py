"""`induce solve`: what it prints where, and its exit codes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from induce import load_task, parse
from induce.search.task.task import MISSING
from induce.support.written import json_values

from ..commands import BUDGET, BY_NAME, DOUBLE, NAMES, Call, executed, one_line, typed, written

UNSOLVABLE = {"unsolvable"}
ENOUGH = 2_000_000


@pytest.mark.parametrize("name", NAMES)
def test_an_example_file_is_answered(name: str, call: Call) -> None:
    code, out, _ = call("solve", BY_NAME[name], "--json", "--max-candidates", str(ENOUGH))
    answer = json.loads(one_line(out))
    task = load_task(BY_NAME[name])
    assert code == (1 if name in UNSOLVABLE else 0)
    assert set(answer) >= {"status", "program", "python", "predictions", "programs", "fits", "reason", "notes", "stats"}
    assert len(answer["predictions"]) == len(task.inputs)
    assert set(answer["stats"]) == {"candidates", "stored", "level", "stopped_by", "found_after"}
    assert answer["stats"]["candidates"] <= ENOUGH
    if code == 1:
        assert answer["status"] in ("partial", "none")
        assert answer["reason"]
        assert answer["programs"] == []
        assert not all(answer["fits"])
        return
    assert answer["status"] == "solved"
    assert all(answer["fits"])
    assert answer["program"] == answer["programs"][0]["program"]
    program = parse(answer["program"])
    for example in task.train:
        assert task.agrees(program(*example.inputs), example.output)
        given = tuple(map(json_values, example.inputs))  # As JSON hands them over, decimals are floats.
        assert task.agrees(executed(answer["python"], given), example.output)
    for expected, predicted in zip(task.expected, answer["predictions"], strict=True):
        assert predicted == expected or expected is MISSING


def test_time_is_told_where_no_answer_depends_on_it(call: Call) -> None:
    code, out, _ = call("solve", DOUBLE, "--json", "--timeout", "1000")
    assert code == 0
    assert json.loads(out)["stats"]["seconds"] > 0


@pytest.mark.parametrize("name", ["keep_even", "count_matches", "initials", "column_sums"])
def test_python_alone_is_printed_and_runs(name: str, call: Call) -> None:
    code, out, _ = call("solve", BY_NAME[name], "--python", *BUDGET)
    task = load_task(BY_NAME[name])
    assert code == 0
    for example in task.train:
        assert executed(out, example.inputs) == example.output
    assert executed(out, task.inputs[0]) == task.expected[0]


@pytest.mark.parametrize("name", ["keep_even", "count_matches", "file_extension", "column_sums"])
def test_text_alone_is_printed_and_applies(name: str, call: Call, tmp_path: Path) -> None:
    code, out, _ = call("solve", BY_NAME[name], "--text", *BUDGET)
    assert code == 0
    assert str(parse(one_line(out))) == one_line(out)
    expected = [json.dumps(value) for value in load_task(BY_NAME[name]).expected]
    for program in (out, one_line(out), written(tmp_path, out, "program.txt")):
        code, applied, err = call("apply", program, BY_NAME[name])
        assert (code, applied.splitlines(), err) == (0, expected, "")


@pytest.mark.parametrize("form", ["--python", "--text"])
def test_without_an_answer_nothing_is_printed_that_could_be_taken_for_one(form: str, call: Call) -> None:
    code, out, err = call("solve", BY_NAME["unsolvable"], form, *BUDGET)
    assert (code, out) == (1, "")
    assert one_line(err).startswith("induce: none of the ")


def test_an_answer_reads_well(call: Call) -> None:
    code, out, _ = call("solve", DOUBLE, *BUDGET)
    assert code == 0
    assert out.startswith("program   (xs: List[Int]) -> ")
    assert "def solve(xs: list[int]) -> list[int]:" in out
    assert "  ✓ [8, 0, 9]  ->  [16, 0, 18]\n" in out
    assert re.search(r"\nconfidence \d\d%, found among ", out)
    code, out, _ = call("solve", BY_NAME["ambiguous"], *BUDGET)
    assert code == 0
    assert "note: there is one example only" in out
    code, out, _ = call("solve", BY_NAME["unsolvable"], *BUDGET)
    assert code == 1
    assert out.startswith("no program: none of the ")
    assert "; try more candidates, " in out
    assert "; nothing of type Int and cost up to " in out


def test_top_limits_what_is_shown(call: Call) -> None:
    assert len(json.loads(call("solve", DOUBLE, "--json", "--top", "1", *BUDGET)[1])["programs"]) == 1


def test_a_prediction_that_is_wrong_or_undefined_is_marked(call: Call, tmp_path: Path) -> None:
    pairs = [{"input": words, "output": words[0]} for words in (["ab", "c"], ["x"], ["c d", "e", "f"])]
    tests = [{"input": ["é"], "output": "e"}, {"input": []}]
    path = written(tmp_path, {"train": pairs, "test": tests})
    code, out, _ = call("solve", path, *BUDGET)
    assert code == 0
    assert '  ✗ ["é"]  ->  "é"\n    []  ->  undefined\n' in out
    assert "note: the program is undefined on an input to be predicted" in out
    code, out, _ = call("solve", path, "--json", *BUDGET)
    assert (code, json.loads(out)["predictions"]) == (0, ["é", None])


def test_a_task_comes_from_a_sygus_file(call: Call, tmp_path: Path) -> None:
    head = "(set-logic SLIA)\n(synth-fun f ((s String)) String)\n"
    rows = "".join(f'(constraint (= (f "{s}") "{s[::-1]}"))\n' for s in ("abc", "xy", "pqrst"))
    code, out, _ = call("solve", written(tmp_path, head + rows, "turned.sl"), "--text", *BUDGET)
    assert (code, out) == (0, "(s: Str) -> reverse(s)\n")
    code, _, err = call("solve", written(tmp_path, head, "none.sl"))
    assert (code, err.count("\n")) == (2, 1)
    assert "none.sl" in err


def test_a_task_comes_from_standard_input(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, Path(DOUBLE).read_text(encoding="utf-8"))
    assert call("solve", "-", "--json", *BUDGET) == call("solve", DOUBLE, "--json", *BUDGET)
    typed(monkeypatch, "[1, ")
    code, out, err = call("solve", "-")
    assert (code, out) == (2, "")
    assert one_line(err).startswith("induce: standard input: line 1, column 5: not JSON")


def test_a_budget_may_be_huge(call: Call) -> None:
    code, out, _ = call(
        "solve", DOUBLE, "--text", "--max-candidates", "9" * 30, "--timeout", "1e8", "--memory", "9999999GB"
    )
    assert code == 0
    assert executed(parse(out).python(), ([7],)) == [14]
