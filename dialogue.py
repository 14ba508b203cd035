"""The dialogue of `induce solve --ask`: questions that tell the rivals apart, and answers that become examples."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, BinaryIO, TextIO

from .report import shown, shown_inputs
from .search.answer.question import Question
from .search.answer.result import Result
from .session import Listener, Session
from .support.errors import InputError
from .support.written import json_text

MOST_ANSWERS = 9
"""How many outputs of rivals are offered."""


@dataclass(frozen=True)
class Dialogue:
    """Asks on one stream and reads the answers from another.

    `progress` gives the callback for a search, for the time that it takes.
    """

    answers: BinaryIO
    out: TextIO
    progress: Callable[[], AbstractContextManager[Callable[[Any], None]]]

    def hold(self, session: Session, result: Result) -> Result:
        """Ask until the rivals agree, or nothing is left to ask, or the person stops; return what it comes to.

        Parameters
        ----------
        session
            The answers become examples of it.
        result
            What it has answered so far.
        """
        given = len(session.examples)
        question = result.question()
        while question is not None and result.stats.stopped_by != "interrupted":
            answered = self._asked(session, question)
            if answered is None:
                break
            result = questioned(answered)
            question = result.question()
        added = session.examples[given:]
        if question is None and added and result.status == "solved":
            self._say("the programs that are left agree")
        if added:
            self._say(f"examples added: {json_text([_as_json(*one) for one in added])}\n")
        return result

    def _asked(self, session: Session, question: Question) -> Result | None:
        """The result with the answer to a question; None if there is to be none."""
        offered = [answer for answer in question.answers if answer.output is not None][:MOST_ANSWERS]
        self._say(f"question: what is the output for {shown_inputs(question.inputs)}?")
        for number, answer in enumerate(offered, start=1):
            self._say(f"  {number}  {100 * answer.probability:3.0f}%  {shown(answer.output)}")
        while True:
            line = self._line(f"answer (1 to {len(offered)}, or = and another output as JSON; Enter to stop): ")
            if not line:
                return None
            try:
                return self._answered(session, question, _output(line, [answer.output for answer in offered]))
            except InputError as error:
                self._say(f"induce: answer: {error}")

    def _answered(self, session: Session, question: Question, output: Any) -> Result:
        with self.progress() as progress:
            answered = with_answer(session, question, output, progress=progress)
        if session.changed is not None and session.changed.searched:
            self._say("none of the programs found gives that, or only dear ones: searched again")
        return answered

    def _line(self, prompt: str) -> str:
        """The next line that was typed; nothing at the end of the input and on Ctrl-C."""
        print(prompt, end="", file=self.out, flush=True)
        try:
            line = self.answers.readline()
        except KeyboardInterrupt:
            line = b""
        if not line.endswith(b"\n"):
            self._say("")
        return line.decode("utf-8", errors="replace").strip()

    def _say(self, text: str) -> None:
        print(text, file=self.out, flush=True)


def with_answer(session: Session, question: Question, output: Any, *, progress: Listener = None) -> Result:
    """What a session finds once the answer to a question is an example of it.

    Raises
    ------
    InputError
        If the output does not go with those there are; the session is as it was then.
    """
    session.add(tuple(question.inputs), output)
    try:
        return session.solve(progress=progress)
    except InputError:
        session.undo()
        raise


def questioned(result: Result) -> Result:
    """The result with its question and hint worked out; interrupted there, it has none."""
    try:
        _ = result.question(), result.hint
    except KeyboardInterrupt:
        return result.interrupted()
    return result


def _output(line: str, offered: list[Any]) -> Any:
    """The output that an answer means: the number of one offered, or JSON."""
    if line.isascii() and line.isdigit():
        if not 0 < int(line[:3]) <= len(offered) or len(line) > 3:
            raise InputError(
                f"{line:.20} is not one of the numbers 1 to {len(offered)}; write = {line:.20} for an output"
            )
        return offered[int(line) - 1]
    try:
        return json.loads(line.removeprefix("="))
    except (ValueError, RecursionError):
        raise InputError(f"{line:.40} is not JSON; expected a number from the list, or = and an output") from None


def _as_json(inputs: Sequence[Any], output: Any) -> dict[str, Any]:
    """An example as it stands in a task file."""
    return {"input": inputs[0] if len(inputs) == 1 else {"args": list(inputs)}, "output": output}
