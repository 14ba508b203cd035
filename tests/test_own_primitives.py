"""Primitives of your own from end to end: the command line in a clean process, the public functions, kernels."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from induce import InputError, parse, primitive, synthesize
from induce.cli import main
from induce.dsl.core.expression import Undefined
from induce.dsl.language.language import BUILTIN
from induce.dsl.primitives.kernels import UNDEFINED
from induce.search import synthesis
from induce.search.engine.codegen import objects

OWN = Path(__file__).parents[1] / "examples" / "own_primitives"
TASK, FILE = OWN / "valid_cards.json", OWN / "check_digits.py"
FEW = ("--max-candidates", "1000000")


@primitive("(Str) -> Int", cost=4)
def spread(text: str) -> int:
    """How far the characters lie apart that lie the furthest apart."""
    return ord(max(text)) - ord(min(text))


@primitive("(Str) -> Int", cost=4)
def swift_spread(text: str) -> int:
    """The same with a kernel."""
    return ord(max(text)) - ord(min(text))


@swift_spread.kernel
def _(mem, s, n_s, out, cap):  # type: ignore[no-untyped-def]
    if n_s == 0:
        return UNDEFINED
    least = most = mem[s]
    for i in range(n_s):
        least = min(least, mem[s + i])
        most = max(most, mem[s + i])
    return most - least


@primitive("(Int) -> Int", cost=4, elementwise=True)
def lying(x: int) -> int:
    """Four more, while its kernel does something that is hard to say."""
    return x + 4


@lying.kernel
def _(x):  # type: ignore[no-untyped-def]
    return (1013 * x + 17) ^ (x >> 1)


@primitive("(Int) -> Int")
def twisted(x: int) -> int:
    """Twisted."""
    return (x * 5 + 77) % 91 ^ x


@twisted.kernel
def _(mem, x, out, cap):  # type: ignore[no-untyped-def]
    return (x * 5 + 77) % 91 ^ x


@primitive("(Str) -> Int")
def uncompiled(text: str) -> int:
    """As long as it is."""
    return len(text)


@primitive("(List[Int]) -> List[Int]")
def sorting(xs: list[int]) -> list[int]:
    """Ascending, and so is its argument afterwards."""
    xs.sort()
    return xs


@uncompiled.kernel
def _(mem, s, n_s, out, cap):  # type: ignore[no-untyped-def]
    x = "abc".upper()
    return n_s + x


EXAMPLES = [(word, 2 * (ord(max(word)) - ord(min(word))) + 1) for word in ("banana", "kiwi", "fig", "plum", "olive")]


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "induce", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=300, env={**os.environ})


def test_the_example_is_solved_by_a_clean_process_and_applied_by_another(tmp_path: Path) -> None:
    done = run("solve", TASK, "--primitives", FILE, "--json", *FEW)
    assert (done.returncode, done.stderr) == (0, "")
    answer = json.loads(done.stdout)
    assert "luhn_sum" in answer["program"]
    assert answer["predictions"] == [json.loads(TASK.read_text(encoding="utf-8"))["test"][0]["output"]]
    assert any(note.startswith("luhn_sum has no kernel") for note in answer["notes"])
    scope: dict[str, object] = {}
    exec(answer["python"], scope)
    assert scope["solve"](["79927398713", "79927398710"]) == ["79927398713"]  # type: ignore[operator]
    program = tmp_path / "program"
    program.write_text(answer["program"], encoding="utf-8")
    applied = run("apply", program, TASK, "--primitives", FILE)
    assert (applied.returncode, json.loads(applied.stdout)) == (0, answer["predictions"][0])
    assert run("apply", program, TASK).returncode == 2


def test_without_the_primitive_the_task_has_no_such_program(capsys: pytest.CaptureFixture[str]) -> None:
    main(["solve", str(TASK), "--json", *FEW])
    answer = json.loads(capsys.readouterr().out)
    assert answer["predictions"] != [json.loads(TASK.read_text(encoding="utf-8"))["test"][0]["output"]]


def test_errors_are_one_line_with_file_and_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = tmp_path / "wrong.py"
    wrong.write_text(FILE.read_text(encoding="utf-8").replace("cost=4", "cost=-4"), encoding="utf-8")
    for file, told in ((wrong, "wrong.py:"), (tmp_path / "none.py", "none.py: cannot be read")):
        for command in (["solve", str(TASK)], ["apply", "(x: Int) -> x", str(TASK)]):
            assert main([*command, "--primitives", str(file)]) == 2
            (line,) = capsys.readouterr().err.splitlines()
            assert told in line


def test_the_same_declarations_from_two_files_are_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    other = tmp_path / "other.py"
    other.write_bytes(FILE.read_bytes())
    assert main(["solve", str(TASK), "--primitives", str(FILE), "--primitives", str(other)]) == 2
    assert "luhn_sum: the name is that of another of your own" in capsys.readouterr().err


def test_in_python() -> None:
    result = synthesize(EXAMPLES, inputs=["cherry"], primitives=[spread], max_candidates=300_000, timeout=None)
    assert result.program is not None
    assert "spread(s)" in str(result.program)
    assert result.predictions == [2 * (ord("y") - ord("c")) + 1]
    assert result.program == parse(str(result.program), primitives=[spread])
    assert result.answered(["x"], 1).status == "solved"


def test_what_changes_its_argument_has_no_value_since_printed_python_makes_no_copy() -> None:
    program = parse("(xs: List[Int]) -> concat(sorting(xs), xs)", primitives=[sorting])
    assert program([1, 2]) == [1, 2, 1, 2]
    given = [[2, 1]]
    with pytest.raises(Undefined, match="sorting changes its arguments"):
        program(*given)
    assert given == [[2, 1]]
    rows = parse("(rows: List[List[Int]]) -> each.sorting(rows)", primitives=[sorting])
    with pytest.raises(Undefined, match="sorting changes its arguments"):
        rows([[1, 2], [2, 1]])


def test_a_wrong_declaration_is_an_input_error() -> None:
    with pytest.raises(InputError, match="primitives: 7"):
        synthesize(EXAMPLES, primitives=[7])  # type: ignore[list-item]


def test_a_kernel_is_compiled_by_itself_and_searched_at_full_speed() -> None:
    folder = objects._builtin().folder
    before = {file.name: file.stat().st_mtime_ns for file in folder.iterdir()}
    result = synthesize(EXAMPLES, primitives=[swift_spread], max_candidates=300_000, timeout=None)
    assert "swift_spread(s)" in str(result.program)
    assert not any("kernel" in note for note in result.notes)
    assert {file.name: file.stat().st_mtime_ns for file in folder.iterdir()} == before
    own = objects._own(BUILTIN.with_primitives([swift_spread])).folder
    assert own.name.startswith("own-")
    assert own.parent == folder.parent


def test_who_waits_for_kernels_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    synthesize(EXAMPLES, primitives=[swift_spread], max_candidates=1000, timeout=None)
    monkeypatch.setattr(synthesis, "is_warm", lambda language=BUILTIN: not language.own)
    phases: list[str] = []
    synthesis.warmup(lambda progress: phases.append(progress.phase), BUILTIN.with_primitives([swift_spread]))
    synthesis.warmup(lambda progress: phases.append(progress.phase))
    assert phases == ["kernels"]


def test_without_a_kernel_nothing_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    synthesize(EXAMPLES, max_candidates=1000, timeout=None)
    monkeypatch.setattr(objects, "machine_code", lambda _: pytest.fail("something is compiled"))
    assert objects.is_warm(BUILTIN.with_primitives([spread]))
    synthesize(EXAMPLES, primitives=[spread], max_candidates=1000, timeout=None)


def test_a_kernel_of_one_item_serves_every_item_of_a_list() -> None:
    examples = [([3, 8, 1], [2, 18, 83]), ([12, 7], [34, 18])]
    result = synthesize(examples, primitives=[twisted], max_candidates=300_000, timeout=None)
    assert str(result.program) == "(xs: List[Int]) -> each.twisted(xs)"


def test_a_kernel_that_does_not_compile_is_told_with_its_line() -> None:
    with pytest.raises(
        InputError,
        match=r"^test_own_primitives\.py:\d+: uncompiled: its kernel does not compile: "
        r"x = 'abc'\.upper\(\): expected a function by its name$",
    ):
        synthesize(EXAMPLES, primitives=[uncompiled])


def test_a_kernel_that_does_something_else_leads_to_no_answer() -> None:
    examples = [(x, (1013 * x + 17) ^ (x >> 1)) for x in (3, 8, 11, 20, 5)]
    strategies = ("deduction", "constants", "branches", "edits", "local", "remainders", "loops", "reweighting")
    with pytest.raises(InputError, match="lying: a kernel does not do what its function does: none of"):
        synthesize(examples, primitives=[lying], max_candidates=100_000, timeout=None, without=strategies, guide=None)
