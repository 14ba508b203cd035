"""The command line: exit codes, what goes to which stream, and the same bytes for the same call."""

from __future__ import annotations

import ast
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from induce import InputError, load_task, parse
from induce.cli import main
from induce.information import version_line
from induce.search import synthesis
from induce.search.answer import result
from induce.search.portfolio.guided import GuidedSearch
from induce.search.task import loading
from induce.search.task.budget import Budget
from induce.search.task.task import MISSING
from induce.support.written import json_values

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.json"))
NAMES = [path.stem for path in EXAMPLES]
BY_NAME = dict(zip(NAMES, EXAMPLES, strict=True))
UNSOLVABLE = {"unsolvable"}
DOUBLE = str(BY_NAME["double"])
REVERSE = "(xs: List[Int]) -> reverse(xs)"
ENOUGH = 2_000_000
BUDGET = ("--max-candidates", "300000")

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Run a command here; gives the exit code, standard output and standard error."""

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return code, out, err

    return run


def spawned(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own."""
    command = [sys.executable, "-m", "induce", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", env={**os.environ, **environment}, check=False, timeout=300
    )


def written(folder: Path, content: Any, name: str = "file.json") -> Path:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Let standard input be a text."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))


def one_line(text: str) -> str:
    assert text.endswith("\n")
    assert text.count("\n") == 1
    return text[:-1]


def executed(source: str, arguments: tuple[Any, ...]) -> Any:
    """What the last function of a source gives."""
    space: dict[str, Any] = {}
    exec(source, space)
    last = ast.parse(source).body[-1]
    assert isinstance(last, ast.FunctionDef)
    return space[last.name](*arguments)


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


@pytest.mark.parametrize("form", [("--json",), ("--python",), ("--text",)], ids="".join)
@pytest.mark.parametrize("name", ["double", "ambiguous", "unsolvable"])
def test_under_a_candidate_budget_the_clock_changes_no_byte(
    name: str, form: tuple[str, ...], call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = []
    for seconds in (0.25, 3000.0):
        monkeypatch.setattr(Budget, "seconds", seconds)
        printed.append(call("solve", BY_NAME[name], *form, *BUDGET)[:2])
    assert printed[0][1] or name in UNSOLVABLE
    assert printed[0] == printed[1]


@pytest.mark.parametrize("name", ["above_average", "unsolvable"])
def test_under_a_candidate_budget_no_process_prints_otherwise(name: str) -> None:
    first, second = (spawned("solve", BY_NAME[name], "--json", *BUDGET, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert first.stdout
    assert (first.returncode, first.stdout) == (second.returncode, second.stdout)
    assert second.stderr == ""


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


NOISY = {
    "train": [
        {"input": [3, 1, 2], "output": [6, 2, 4]},
        {"input": [5, 1], "output": [10, 2]},
        {"input": [7], "output": [3]},
        {"input": [8, 0], "output": [16, 0]},
        {"input": [8, 0], "output": [16, 1]},
    ],
    "test": [{"input": [7, 9], "output": [14, 18]}],
}


def test_an_answer_says_which_examples_it_disbelieves(call: Call, tmp_path: Path) -> None:
    task = written(tmp_path, NOISY)
    code, out, _ = call("solve", task, "--noise", "2", *BUDGET)
    assert code == 0
    assert "program   (xs: List[Int]) -> xs * 2" in out
    assert "disbelieves train[2]: expected [3], the program gives [14]" in out
    assert "disbelieves train[4]: expected [16, 1], the program gives [16, 0]" in out
    code, out, _ = call("solve", task, "--noise", "2", "--json", *BUDGET)
    answer = json.loads(out)
    assert code == 0
    assert (answer["status"], answer["disbelieved"]) == ("solved", [2, 4])
    assert answer["fits"] == [True, True, False, True, False]
    assert answer["predictions"] == [[14, 18]]


@pytest.mark.parametrize("noise", ["0", "1"])
def test_with_less_noise_than_there_is_there_is_no_answer(noise: str, call: Call, tmp_path: Path) -> None:
    nonsense = {"input": [7], "output": [913, 37, 571, 88, 205]}
    task = {"train": [*NOISY["train"][:2], nonsense, *NOISY["train"][3:]]}
    code, out, err = call("solve", written(tmp_path, task), "--noise", noise, *BUDGET)
    if noise == "0":
        assert code == 2
        assert one_line(err).endswith("contradicts train[3]: the same input has two outputs")
    else:
        assert code == 1
        assert "reproduces 4 of 5 examples" in out


def test_noise_that_leaves_no_majority_is_refused_in_a_line(call: Call, tmp_path: Path) -> None:
    code, out, err = call("solve", written(tmp_path, NOISY), "--noise", "3")
    assert (code, out) == (2, "")
    expected = "noise: 3 wrong among 5 examples; expected fewer than half, and two to be believed"
    assert one_line(err) == f"induce: {expected}"


def test_a_budget_may_be_huge(call: Call) -> None:
    code, out, _ = call(
        "solve", DOUBLE, "--text", "--max-candidates", "9" * 30, "--timeout", "1e8", "--memory", "9999999GB"
    )
    assert code == 0
    assert executed(parse(out).python(), ([7],)) == [14]


def test_version_and_help_are_no_errors(call: Call) -> None:
    assert call("--version")[:2] == (0, f"{version_line()}\n")
    for arguments in (
        ("--help",),
        ("solve", "--help"),
        ("apply", "-h"),
        ("warmup", "-h"),
        ("bench", "-h"),
        ("bench", "run", "-h"),
    ):
        code, out, err = call(*arguments, "--help")
        assert (code, err) == (0, "")
        assert out.startswith("usage: induce ")


@pytest.mark.parametrize(
    "arguments", [["--help"], ["solve", "--help"], ["solve", "none.json"], ["solve", DOUBLE, "--memory", "junk"]]
)
def test_help_and_errors_load_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom induce.cli import main\ntry:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    assert not set(done.stderr.splitlines()[-1].split()) & {"llvmlite", "numpy", "torch", "lark", "rich"}


@pytest.mark.parametrize("message", ["boom", "two\nlines", ""])
def test_an_internal_error_is_one_line(message: str, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise RuntimeError(message)

    monkeypatch.setattr(synthesis, "solve_task", fail)
    code, out, err = call("solve", DOUBLE)
    assert (code, out) == (3, "")
    assert one_line(err).startswith(f"induce: internal error: RuntimeError: {message[:3]}")
    assert "(at test_cli.py:" in err


@pytest.mark.parametrize(
    "form", [(), ("--json",), ("--python",), ("--text",)], ids=lambda form: "".join(form) or "read"
)
def test_an_interrupted_search_still_prints_the_best(
    form: tuple[str, ...], call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = GuidedSearch.run

    def interrupted(self: GuidedSearch) -> str:
        run(self)
        raise KeyboardInterrupt

    monkeypatch.setattr(GuidedSearch, "run", interrupted)
    code, out, _ = call("solve", DOUBLE, *form, *BUDGET)
    assert code == 130
    assert "xs * 2" in out or "x * 2" in out
    if "--json" in form:
        answer = json.loads(out)
        assert (answer["status"], answer["stats"]["stopped_by"]) == ("solved", "interrupted")


@pytest.mark.parametrize("name", ["telling_question", "hint"])
@pytest.mark.parametrize("form", [(), ("--json",)], ids=["read", "json"])
def test_interrupted_while_the_question_is_worked_out(
    form: tuple[str, ...], name: str, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: Any, **__: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr(result, name, interrupted)
    code, out, _ = call("solve", str(BY_NAME["ambiguous"]), *form, *BUDGET)
    assert code == 130
    assert "predictions" in out
    assert "question: what" not in out


def test_long_integers_are_printed(call: Call, tmp_path: Path) -> None:
    code, out, _ = call("apply", "(n: Int) -> iterate(n, 3, (k: Int) -> k * k)", str(written(tmp_path, [15])))
    assert code == 0
    assert len(out.strip()) == 15635


def test_interrupted_before_there_is_anything(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: Any, **__: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr(GuidedSearch, "run", interrupted)
    code, out, _ = call("solve", DOUBLE)
    assert code == 130
    assert out.startswith("no program: ")
    assert "stopped by: interrupted" in out
    monkeypatch.setattr(loading, "load_task", interrupted)
    assert call("solve", DOUBLE) == (130, "", "induce: interrupted\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_no_room_for_the_output_is_one_line() -> None:
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "induce", "apply", REVERSE, "-"]
        done = subprocess.run(command, input=b"[[1, 2]]", stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr == b"induce: the output cannot be written: no space left on device\n"


def test_a_reader_that_has_gone_is_no_error(tmp_path: Path) -> None:
    inputs = written(tmp_path, [[1, 2]] * 20_000)
    command = [sys.executable, "-m", "induce", "apply", REVERSE, str(inputs)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


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


LONG = "x" * 300


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


def test_warmup_says_when_it_is_done(call: Call) -> None:
    assert call("warmup")[:2] == (0, "the search engine is compiled\n")


def test_main_refuses_what_loading_refuses(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str, *, noise: int) -> None:
        raise InputError("here: no good")

    monkeypatch.setattr(loading, "load_task", refuse)
    assert call("solve", DOUBLE) == (2, "", "induce: here: no good\n")
