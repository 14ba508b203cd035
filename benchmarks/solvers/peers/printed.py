"""What a command prints as its answer: JSON, a program text, or Python source (docs/peers.md)."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from typing import Any

from ....dsl.core.types import LIMIT
from ....dsl.program import parse, value_of
from ....dsl.text.parser import ProgramError
from ....search.answer.ranking import predict
from ....search.task.task import Task
from ..solver import Answer
from .process import finish, start

RUN_SECONDS = 5.0
"""So long Python source may run on the inputs of the examples, and again on those to be predicted."""
FIELDS: dict[str, tuple[type, ...]] = {
    "predictions": (list,),
    "fits": (bool, list),
    "reproduced": (list,),
    "program": (str,),
    "candidates": (int,),
    "cost": (int,),
    "confidence": (int, float),
}
"""What a JSON answer may hold."""
DEFINITION = re.compile(r"^def solve\b", re.MULTILINE)
SCRIPT = """
import json, sys

wanted = json.load(sys.stdin)
answer, sys.stdout = sys.stdout, sys.stderr  # What the source prints is not an answer.
scope = {"__name__": "solution"}
exec(compile(wanted["source"], "solution", "exec"), scope)


def output(inputs):
    try:
        return json.dumps(scope["solve"](*inputs))
    except (Exception, SystemExit):
        return "null"


print("[" + ",".join(map(output, wanted["inputs"])) + "]", file=answer)
"""


class CommandFailed(RuntimeError):
    """A command broke the protocol; the message is one line on how."""


def answer_of(text: str, task: Task) -> Answer:
    """The answer that a text is.

    Raises
    ------
    CommandFailed
        If it is none.
    """
    if not text:
        return Answer(False, [])
    if text.startswith("{"):
        return _from_json(text)
    if text.startswith("("):
        return _from_program(text, task)
    if DEFINITION.search(text):
        return _from_source(text, task)
    raise CommandFailed(f"printed {text[:60]!r}; expected JSON, a program text, or Python source that defines solve")


def _from_json(text: str) -> Answer:
    try:
        given = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CommandFailed(f"did not print valid JSON: {error}") from None
    _check(given)
    fits = given.get("fits", True)
    return Answer(
        claims=all(fits) if isinstance(fits, list) else bool(fits),
        predictions=given["predictions"],
        reproduced=given.get("reproduced"),
        program=given.get("program") or "",
        candidates=given.get("candidates"),
        cost=given.get("cost"),
        confidence=given.get("confidence"),
    )


def _check(given: dict[str, Any]) -> None:
    for name, kinds in FIELDS.items():
        value = given.get(name)
        if value is not None and type(value) not in kinds:
            wanted = " or ".join(kind.__name__ for kind in kinds)
            raise CommandFailed(f"printed {value!r:.60} as {name!r}; expected {wanted}")
        if type(value) is int and abs(value) > LIMIT:
            raise CommandFailed(f"printed {value!r:.60} as {name!r}; expected at most 2^53")
    confidence = given.get("confidence")
    if confidence is not None and not 0 <= confidence <= 1:
        raise CommandFailed(f"printed {confidence!r} as 'confidence'; expected a number from 0 to 1")
    if given.get("predictions") is None:
        raise CommandFailed("printed JSON without 'predictions'; expected a list of outputs")


def _from_program(text: str, task: Task) -> Answer:
    try:
        program = parse(text)
        for example in task.train:
            program.bound(example.inputs)
        reproduced = [value_of(program, example.inputs) for example in task.train]
        return Answer(True, predict(program, task), reproduced, str(program))
    except ProgramError as error:
        raise CommandFailed(f"did not print a valid program: {str(error).splitlines()[0]}") from None
    except TypeError as error:
        raise CommandFailed(f"printed a program that does not take the task's inputs: {error}") from None


def _from_source(text: str, task: Task) -> Answer:
    called = task.signature.called
    reproduced = _outputs(text, [called(example.inputs) for example in task.train])
    return Answer(True, _outputs(text, [called(inputs) for inputs in task.inputs]), reproduced, text)


def _outputs(source: str, inputs: Sequence[Sequence[Any]]) -> list[Any]:
    """What `solve` returns for each input; None where it raises, and everywhere if it takes too long."""
    wanted = json.dumps({"source": source, "inputs": inputs})
    done = finish(start([sys.executable, "-I", "-c", SCRIPT]), wanted, seconds=RUN_SECONDS)
    if done is None:
        return [None] * len(inputs)
    if done.code != 0:
        raise CommandFailed(f"printed Python source that does not run: {done.complaint}")
    outputs: list[Any] = json.loads(done.output)
    return outputs
