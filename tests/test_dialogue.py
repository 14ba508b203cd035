"""`induce solve --ask`: what is asked, how it is answered, and what comes of it."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from induce import Session
from induce.cli import main
from induce.dialogue import Dialogue
from induce.search.portfolio.guided import GuidedSearch

AMBIGUOUS = Path(__file__).parents[1] / "examples" / "ambiguous.json"
BUDGET = ("--max-candidates", "200000")
PROMPT = "answer (1 to "

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Solve a task with some lines typed; gives the exit code, standard output and standard error."""

    def run(typed: str | bytes, *arguments: str, task: str | Path = AMBIGUOUS) -> tuple[int, str, str]:
        data = typed if isinstance(typed, bytes) else typed.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        code = main(["solve", str(task), "--ask", *BUDGET, *arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return code, out, err

    return run


def added(text: str) -> list[dict[str, Any]]:
    """The examples that a dialogue says it has added."""
    _, *told = text.split("examples added: ")  # It may stand behind a prompt, where nobody has pressed Enter.
    assert len(told) <= 1
    return json.loads(told[0].splitlines()[0]) if told else []


def offered(text: str) -> list[Any]:
    """The outputs that the first question of a dialogue offers."""
    first = text[text.index("question: ") : text.index(PROMPT)]
    return [json.loads(line.split(maxsplit=2)[2]) for line in first.splitlines()[1:]]


def test_the_number_of_an_output_is_an_answer(ask: Call) -> None:
    _, out, _ = ask("\n")
    assert out.startswith("question: what is the output for [3, 5]?\n  1  ")
    outputs = offered(out)
    assert len(outputs) > 1
    for number, output in enumerate(outputs, start=1):
        code, out, err = ask(f"{number}\n\n")
        assert (code, err) == (0, "")
        assert added(out) == [{"input": [3, 5], "output": output}]
        assert f"  [3, 5]  ->  {output}\n" in out


def test_any_other_output_is_an_answer_too_and_starts_a_search(ask: Call) -> None:
    assert 6 not in offered(ask("")[1])
    code, out, _ = ask("= 6\n\n")
    assert code == 0
    assert "none of the programs found gives that, or only dear ones: searched again\n" in out
    assert "  [3, 5]  ->  6\n" in out


def test_the_dialogue_ends_when_the_programs_agree(ask: Call) -> None:
    code, out, _ = ask("=8\n" + "1\n" * 20)
    assert code == 0
    assert "the programs that are left agree\n" in out
    assert "question" not in out.partition("examples added: ")[2]
    assert {"input": [3, 5], "output": 8} in added(out)


@pytest.mark.parametrize("typed", ["", "\n", "  \n", "\n1\n"])
def test_enter_and_the_end_of_the_input_stop_it(typed: str, ask: Call) -> None:
    code, out, err = ask(typed)
    assert (code, err) == (0, "")
    assert out.count(PROMPT) == 1
    assert added(out) == []
    assert "program   (xs: List[Int]) -> " in out


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("0", "0 is not one of the numbers 1 to "),
        ("10", "10 is not one of the numbers 1 to "),
        ("9" * 5000, "99999999999999999999 is not one of the numbers 1 to "),
        ("six", "six is not JSON; expected a number from the list, or = and an output"),
        ("= [1,", "= [1, is not JSON; "),
        ("=" + "[" * 100_000, "=[[["),
        ('= "a"', "train[1].output: Int and Str are mixed"),
        ("= {}", "train[1].output: an object without keys"),
        ("= NaN", "train[1].output: nan is not a decimal"),
        ("= 1e99", "train[1].output: 1E+99 lies outside of +-9 * 10^9"),
        (b"\xff\xfe", "is not JSON; "),
    ],
    ids=str,
)
def test_a_bad_answer_is_one_line_and_loses_nothing(typed: str | bytes, message: str, ask: Call) -> None:
    data = typed if isinstance(typed, bytes) else typed.encode()
    code, out, err = ask(data + b"\n= 8\n\n")
    assert (code, err) == (0, "")
    complaints = [line for line in out.splitlines() if "induce: answer: " in line]
    assert len(complaints) == 1
    assert message in complaints[0]
    assert len(complaints[0]) < 250
    assert {"input": [3, 5], "output": 8} in added(out)


@pytest.mark.parametrize("form", ["--json", "--python", "--text"])
def test_where_the_answer_stands_alone_the_dialogue_is_on_the_other_stream(form: str, ask: Call) -> None:
    code, out, err = ask("= 8\n\n", form)
    assert code == 0
    assert err.startswith("question: what is the output for [3, 5]?\n")
    assert {"input": [3, 5], "output": 8} in added(err)
    assert "question:" not in out
    if form == "--json":
        answer = json.loads(out)
        assert answer["predictions"] == [8]
        assert answer["fits"][:2] == [True, True]
    else:
        assert "sum(xs)" in out


def test_what_cannot_be_solved_any_more_is_said(ask: Call) -> None:
    code, out, _ = ask("= -987612345\n")
    assert code == 1
    assert "\nno program: " in out
    assert "expected -987612345" in out
    assert added(out) == [{"input": [3, 5], "output": -987612345}]


def test_several_arguments_are_written_as_in_a_task_file(ask: Call, tmp_path: Path) -> None:
    task = tmp_path / "task.json"
    pair = {"input": {"args": [[1, 2, 1], 1]}, "output": 2}
    task.write_text(json.dumps({"train": [pair], "test": [{"input": {"args": [[4, 4, 4, 5], 3]}}]}), encoding="utf-8")
    code, out, _ = ask("1\n" * 6, task=task)
    assert code == 0
    assert "question: what is the output for [4, 4, 4, 5], 3?" in out
    assert added(out)[0]["input"] == {"args": [[4, 4, 4, 5], 3]}


def test_a_task_from_standard_input_leaves_nowhere_to_answer(ask: Call) -> None:
    code, out, err = ask("", task="-")
    assert (code, out) == (2, "")
    assert err == "induce: --ask: answers come from standard input, so the task cannot; expected a file\n"


def test_an_interrupted_search_is_not_followed_by_questions(ask: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    run = GuidedSearch.run

    def interrupted(self: GuidedSearch) -> str:
        run(self)
        raise KeyboardInterrupt

    monkeypatch.setattr(GuidedSearch, "run", interrupted)
    code, out, _ = ask("1\n")
    assert code == 130
    assert PROMPT not in out


def test_ctrl_c_at_the_question_keeps_the_answers_given(capsys: pytest.CaptureFixture[str]) -> None:
    class Typed(io.BytesIO):
        def readline(self, *_: Any) -> bytes:
            line = super().readline()
            if not line:
                raise KeyboardInterrupt
            return line

    session = Session([([2, 2], 4)], inputs=[[3, 5]], timeout=None, max_candidates=200_000)
    dialogue = Dialogue(Typed(b"= 6\n"), sys.stdout, lambda: nullcontext(lambda _: None))
    result = dialogue.hold(session, session.solve())
    assert added(capsys.readouterr().out) == [{"input": [3, 5], "output": 6}]
    assert result.predictions == [6]


def test_a_pipe_is_answered_in_a_process_of_its_own() -> None:
    command = [sys.executable, "-m", "induce", "solve", str(AMBIGUOUS), "--ask", "--json", *BUDGET]
    done = subprocess.run(
        command, input="=15\n", capture_output=True, encoding="utf-8", env=os.environ.copy(), check=False, timeout=300
    )
    assert done.returncode == 0
    assert json.loads(done.stdout)["predictions"] == [15]
    assert added(done.stderr)[0] == {"input": [3, 5], "output": 15}
