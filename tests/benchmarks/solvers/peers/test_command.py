"""Any command as a solver: what it prints is an answer or a fault, and it never outlives its limit."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from induce import InputError, Task
from induce.benchmarks.runs.outcome import verdict
from induce.benchmarks.solvers.peers import PEERS, peer
from induce.benchmarks.solvers.peers import cvc5 as cvc5_module
from induce.benchmarks.solvers.peers import printed as printed_module
from induce.benchmarks.solvers.peers.command import Command
from induce.benchmarks.solvers.peers.printed import CommandFailed
from induce.benchmarks.solvers.solver import Answer, Limits

from ....processes import alive, ends

EXAMPLES = [([3, 1, 2], [2, 1, 3]), ([5, 1], [1, 5])]
TASK = Task.from_examples(EXAMPLES, inputs=[[4, 9]], expected=[[9, 4]], name="reverse")
LIMITS = Limits(timeout=30.0)
Script = Callable[[str], Command]


@pytest.fixture
def script(tmp_path: Path) -> Script:
    """Makes a command of Python source that finds the task in `task`."""

    def made(source: str) -> Command:
        path = tmp_path / "a solver.py"
        path.write_text("import json, sys\ntask = json.load(open(sys.argv[1], encoding='utf-8'))\n" + source)
        return Command(f"'{sys.executable}' '{path}' {{task}}")

    return made


@pytest.fixture
def printed(script: Script) -> Callable[[str], Answer]:
    """The answer that a printed text is."""
    return lambda text: script(f"print({text!r})").solve(TASK, LIMITS)


def test_the_task_is_given_without_name_and_held_out_outputs(script: Script) -> None:
    answer = script("print(json.dumps({'predictions': [], 'program': json.dumps(task)}))").solve(TASK, LIMITS)
    train = [{"input": inputs, "output": output} for inputs, output in EXAMPLES]
    assert json.loads(answer.program) == {"train": train, "test": [{"input": [4, 9]}]}


def test_without_a_place_for_it_the_task_is_on_standard_input() -> None:
    task = Task.from_examples([((1, "ä"), True)], inputs=[(2, "b")])
    source = "import json, sys; print(json.dumps({'predictions': json.load(sys.stdin)['test']}))"
    assert Command(f"'{sys.executable}' -c {source!r}").solve(task, LIMITS).predictions == [
        {"input": {"args": [2, "b"]}}
    ]


def test_limits_and_seed_are_filled_in() -> None:
    source = "import json, sys; print(json.dumps({'predictions': sys.argv[1:]}))"
    line = f"'{sys.executable}' -c {source!r} {{timeout}} --most={{candidates}} {{seed}} {{other}}"
    given = Command(line).solve(TASK, Limits(timeout=30.0, candidates=None, seed=7)).predictions
    assert given == ["30.0", "--most=0", "7", "{other}"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ('{"predictions": [[9, 4]]}', "solved"),
        ('{"predictions": [[9, 4]], "fits": false}', "none"),
        ('{"predictions": [[9, 4]], "fits": [true, false]}', "none"),
        ('{"predictions": [[9, 4]], "fits": [true, true]}', "solved"),
        ('{"predictions": [[9, 4]], "reproduced": [[2, 1, 3], [1, 5]]}', "solved"),
        ('{"predictions": [[9, 4]], "reproduced": [[2, 1, 3], null]}', "none"),
        ('{"predictions": [[4, 9]]}', "fitted"),
        ('{"predictions": [null]}', "fitted"),
        ('{"predictions": []}', "fitted"),
        ("", "none"),
        ("(xs: List[Int]) -> reverse(xs)", "solved"),
        ("(xs: List[Int]) -> sort(xs)", "none"),
        ("def solve(xs):\n    return xs[::-1]", "solved"),
        ("import math\n\ndef solve(xs):\n    print('noise')\n    return tuple(reversed(xs))", "solved"),
        ("def solve(xs):\n    return sorted(xs)", "none"),
        ("def solve(xs):\n    return [1, 5] if 5 in xs else [2, 1, 3]", "fitted"),
        ("def solve(xs):\n    return xs[::-1] if xs != [4, 9] else 1 / 0", "fitted"),
        ("def solve(xs):\n    return {1, 2}", "none"),
        ("def solve(xs):\n    raise SystemExit", "none"),
    ],
)
def test_an_answer_is_judged(printed: Callable[[str], Answer], text: str, status: str) -> None:
    assert verdict(TASK, printed(text)) == status


def test_what_the_command_says_of_itself_is_kept(printed: Callable[[str], Answer]) -> None:
    answer = printed('{"predictions": [[9, 4]], "program": "rev", "candidates": 12, "cost": 3, "confidence": 0.9}')
    assert answer == Answer(True, [[9, 4]], None, "rev", 12, 3, 0.9)
    assert printed('{"predictions": [[9, 4]], "confidence": null}').confidence is None


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("no idea", "printed 'no idea'; expected JSON, a program text, or Python source that defines solve"),
        ("{", "did not print valid JSON: "),
        ('{"fits": true}', "printed JSON without 'predictions'; expected a list of outputs"),
        ('{"predictions": 3}', "printed 3 as 'predictions'; expected list"),
        ('{"predictions": [], "candidates": true}', "printed True as 'candidates'; expected int"),
        (
            '{"predictions": [], "cost": -99999999999999999999}',
            "printed -99999999999999999999 as 'cost'; expected at most",
        ),
        (
            '{"predictions": [], "confidence": 1.5}',
            "printed 1.5 as 'confidence'; expected a number from 0 to 1",
        ),
        ('{"predictions": [], "confidence": NaN}', "printed nan as 'confidence'; expected a number from 0 to 1"),
        ('{"predictions": [], "confidence": "high"}', "printed 'high' as 'confidence'; expected int or float"),
        ('{"predictions": [], "fits": "yes"}', "printed 'yes' as 'fits'; expected bool or list"),
        ("(xs: List[Int]) -> revers(xs)", "did not print a valid program: "),
        ("(n: Int) -> n", "printed a program that does not take the task's inputs: "),
        ("def solve(xs)\n    return 1", "printed Python source that does not run: exit code 1: SyntaxError: "),
    ],
)
def test_what_is_no_answer_is_a_fault(printed: Callable[[str], Answer], text: str, fault: str) -> None:
    with pytest.raises(CommandFailed) as caught:
        printed(text)
    assert str(caught.value).startswith(fault)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("print('{}')\nsys.exit('it broke')\n", None),
        ("sys.exit('it broke')", "exit code 1: it broke"),
        ("print('{\"predictions\": []}')\nsys.exit(3)", "exit code 3: nothing on standard error"),
        ("1 / 0", "exit code 1: ZeroDivisionError: division by zero"),
        ("import os\nos.kill(os.getpid(), 9)", "exit code -9: nothing on standard error"),
    ],
)
def test_a_command_that_fails_is_a_fault(script: Script, source: str, fault: str | None) -> None:
    with pytest.raises(CommandFailed, match=fault or "without 'predictions'"):
        script(source).solve(TASK, LIMITS)


def test_exit_code_one_with_an_answer_is_none(script: Script) -> None:
    """As `induce solve --json` ends without a program."""
    answer = script('print(\'{"predictions": [null], "fits": [true, false]}\')\nsys.exit(1)').solve(TASK, LIMITS)
    assert verdict(TASK, answer) == "none"


def test_a_command_that_hangs_is_killed_with_all_that_it_started(script: Script, tmp_path: Path) -> None:
    note = tmp_path / "processes"
    hanging = script(
        "import os, subprocess, time\n"
        "child = subprocess.Popen(['sleep', '600'])\n"
        f"open({str(note)!r}, 'w').write(f'{{os.getpid()}} {{child.pid}}')\n"
        "time.sleep(600)"
    )
    answer = hanging.solve(TASK, Limits(timeout=1.5))
    assert verdict(TASK, answer) == "none"
    processes = [int(word) for word in note.read_text().split()]
    assert len(processes) == 2
    assert all(map(ends, processes))


def test_what_a_command_leaves_behind_is_killed(script: Script) -> None:
    source = (
        "import subprocess\nnull = subprocess.DEVNULL\n"
        "child = subprocess.Popen(['sleep', '600'], stdin=null, stdout=null, stderr=null)\n"
        "print(json.dumps({'predictions': [child.pid]}))"
    )
    (process,) = script(source).solve(TASK, LIMITS).predictions
    assert ends(process)


def test_a_command_ends_with_the_process_that_started_it(script: Script, tmp_path: Path) -> None:
    note = tmp_path / "process"
    command = script(f"import os, time\nopen({str(note)!r}, 'w').write(str(os.getpid()))\ntime.sleep(600)")
    worker = os.fork()
    if worker == 0:
        command.solve(TASK, Limits(timeout=None))
        os._exit(0)
    while not note.exists() or not note.read_text():
        time.sleep(0.02)
    process = int(note.read_text())
    assert alive(process)
    os.kill(worker, 9)
    os.waitpid(worker, 0)
    assert ends(process)


@pytest.mark.parametrize(("hangs_on", "status"), [("[5, 1]", "none"), ("[4, 9]", "fitted")])
def test_source_that_hangs_is_killed(
    printed: Callable[[str], Answer], monkeypatch: pytest.MonkeyPatch, hangs_on: str, status: str
) -> None:
    monkeypatch.setattr(printed_module, "RUN_SECONDS", 0.5)
    source = f"def solve(xs):\n    while xs == {hangs_on}:\n        pass\n    return xs[::-1]"
    assert verdict(TASK, printed(source)) == status


def test_peers_by_name() -> None:
    assert peer("floor").name == "floor"
    assert peer("floor").settings == {}
    line = f"'{sys.executable}' x.py {{task}}"
    assert (peer(f"command:{line}").name, peer(f"command: {line}").settings) == (f"command:{line}", {"command": line})
    assert [name.partition(":")[0] for name in PEERS] == ["floor", "cvc5", "command"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("flor", "solver 'flor' is not known; expected floor, cvc5 or command:CMDLINE; did you mean floor?"),
        ("z9", "solver 'z9' is not known; expected floor, cvc5 or command:CMDLINE"),
        ("command:", "command: no command; expected command:CMDLINE, say 'command:python solver.py {task}'"),
        ("command:a 'b", "command:a 'b: no closing quotation; expected a command line"),
        (
            "command:no-such-program {task}",
            "command:no-such-program {task}: there is no program 'no-such-program'; expected one that can be run",
        ),
    ],
)
def test_a_name_that_is_none(name: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        peer(name)
    assert str(caught.value) == message


def test_cvc5_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(cvc5_module, "version", missing)
    with pytest.raises(InputError, match=r"pip install 'induce\[peers\]'"):
        peer("cvc5")
