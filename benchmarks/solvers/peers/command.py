"""Any command as a solver. What it is given and what it may print is told in docs/peers.md."""

from __future__ import annotations

import json
import shlex
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ....search.task.task import Task
from ....support.errors import InputError
from ..solver import Answer, Limits
from .printed import CommandFailed, answer_of
from .process import finish, start

TASK = "{task}"


@dataclass(frozen=True)
class Command:
    """A command as a solver.

    Parameters
    ----------
    line
        The command line, with `{task}` and the like to be filled in.

    Raises
    ------
    InputError
        If it is none, or its program is not there.
    """

    line: str

    def __post_init__(self) -> None:
        try:
            words = shlex.split(self.line)
        except ValueError as error:
            raise InputError(f"command:{self.line}: {str(error).lower()}; expected a command line") from None
        if not words:
            raise InputError("command: no command; expected command:CMDLINE, say 'command:python solver.py {task}'")
        if shutil.which(words[0]) is None:
            raise InputError(f"command:{self.line}: there is no program {words[0]!r}; expected one that can be run")

    @property
    def name(self) -> str:
        """The command line, as `peer` takes it."""
        return f"command:{self.line}"

    @property
    def settings(self) -> dict[str, Any]:
        """The command line. Of the command's own version nothing is known."""
        return {"command": self.line}

    def prepare(self) -> None:
        """Nothing: the command is started for each task."""

    def solve(self, task: Task, limits: Limits) -> Answer:
        """Run the command on the task.

        Raises
        ------
        CommandFailed
            If it fails, or prints what is not an answer.
        """
        document = json.dumps(_document(task), ensure_ascii=False)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "task.json")
            path.write_text(document, encoding="utf-8")
            words = [_filled(word, path, limits) for word in shlex.split(self.line)]
            done = finish(start(words), "" if TASK in self.line else document, seconds=limits.timeout)
        if done is None:
            return Answer(False, [])
        if done.code not in (0, 1) or (done.code == 1 and not done.output.strip()):
            raise CommandFailed(done.complaint)
        return answer_of(done.output.strip(), task)


def _filled(word: str, path: Path, limits: Limits) -> str:
    """A word of the command line with what stands for task, limits and seed."""
    values = {"timeout": limits.timeout or 0, "candidates": limits.candidates or 0, "seed": limits.seed}
    for name, value in {"task": path, **values}.items():
        word = word.replace(f"{{{name}}}", str(value))
    return word


def _document(task: Task) -> dict[str, Any]:
    """The task as JSON values, without its name: that may say what is asked for."""
    train = [{"input": _input(example.inputs), "output": example.output} for example in task.train]
    return {"train": train, "test": [{"input": _input(inputs)} for inputs in task.inputs]}


def _input(inputs: tuple[Any, ...]) -> Any:
    return inputs[0] if len(inputs) == 1 else {"args": list(inputs)}
