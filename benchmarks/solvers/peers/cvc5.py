"""cvc5's SyGuS engine, from its Python package.

Its own time limits do not hold while it synthesises, so it runs in a process that can be killed.
Barbosa et al., "cvc5: A Versatile and Industrial-Strength SMT Solver", TACAS 2022; Reynolds et al.,
"cvc4sy: Smart and Fast Term Enumeration for Syntax-Guided Synthesis", CAV 2019.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from ....search.task.task import Task
from ....support.errors import InputError
from ..solver import Answer, Limits
from .process import Finished, finish, start
from .sygus import Unsupported, function_of, problem

OPTIONS = {
    "sygus": "true",
    "incremental": "false",  # The default of the Python package, true, switches the engine for examples off.
    "dag-thresh": "0",  # Answers without `let`.
}
SCRIPT = """
import json, sys
import cvc5

wanted = json.load(sys.stdin)
terms = cvc5.TermManager()
solver, symbols = cvc5.Solver(terms), cvc5.SymbolManager(terms)
for name, value in wanted["options"].items():
    solver.setOption(name, value)
parser = cvc5.InputParser(solver, symbols)
parser.setStringInput(cvc5.InputLanguage.SYGUS_2_1, wanted["problem"], "task")
while not (command := parser.nextCommand()).isNull():
    print(command.invoke(solver, symbols), end="")
"""


class Cvc5Failed(RuntimeError):
    """cvc5 has ended without saying anything that can be understood."""


def installed() -> str:
    """The version of cvc5.

    Raises
    ------
    InputError
        If it is not installed.
    """
    try:
        return version("cvc5")
    except PackageNotFoundError:
        raise InputError("cvc5: the package is not installed; expected what pip install 'induce[peers]' adds") from None


@dataclass
class Cvc5:
    """cvc5 as a solver. The process for the next task is started ahead, off the clock.

    Raises
    ------
    InputError
        If it is not installed.
    """

    version: str = field(default_factory=installed, init=False)
    name: str = field(default="cvc5", init=False)
    _ahead: subprocess.Popen[bytes] | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def settings(self) -> dict[str, Any]:
        """The version of cvc5 and the options it is given; the seed comes with the limits."""
        return {"version": self.version, "options": OPTIONS}

    def prepare(self) -> None:
        """Start the process for the first task."""
        self._ahead = self._start()

    def solve(self, task: Task, limits: Limits) -> Answer:
        """Translate the task, and read what cvc5 finds; it has no limit of candidates."""
        if limits.timeout is None:
            raise InputError("cvc5 has no limit of candidates; expected a limit of time (--timeout)")
        try:
            text = problem(task)
        except Unsupported as error:
            return Answer(False, [], unsupported=str(error))
        options = {**OPTIONS, "seed": str(limits.seed), "sat-random-seed": str(limits.seed)}
        wanted = {"problem": text, "options": options}
        process, self._ahead = self._ahead or self._start(), None
        done = finish(process, json.dumps(wanted), seconds=limits.timeout)
        self._ahead = self._start()
        return Answer(False, []) if done is None else _answer(done, task)

    def _start(self) -> subprocess.Popen[bytes]:
        return start([sys.executable, "-P", "-c", SCRIPT])  # With -P no file of the working folder is imported.


def _answer(done: Finished, task: Task) -> Answer:
    """What cvc5 printed: a definition, or that it gives up."""
    if done.code != 0:
        raise Cvc5Failed(done.complaint)
    found = function_of(task, done.output)
    if found is None:
        return Answer(False, [])
    return Answer(
        claims=True,
        predictions=[found(*inputs) for inputs in task.inputs],
        reproduced=[found(*example.inputs) for example in task.train],
        program=done.output.strip()[1:-1].strip(),  # A list of one definition.
    )
