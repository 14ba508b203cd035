"""Questions to a function: what `synthesize` asks an oracle that the program is to behave like."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from .search.answer.result import Result
from .session import Session
from .support.errors import InputError


def check_questions(oracle: Any, questions: Any) -> None:
    """Check what is to be asked, before a search begins.

    Raises
    ------
    InputError
        If the oracle cannot be called, or the number of questions is negative or not an integer.
    """
    if not callable(oracle):
        raise InputError(f"oracle: {oracle!r:.40} is not a function; expected one that takes the inputs of an example")
    if isinstance(questions, bool) or not isinstance(questions, int) or questions < 0:
        raise InputError(f"questions: {questions!r:.40} is not a number of questions; expected an integer from 0 on")


def asked(session: Session, oracle: Callable[..., Any], *, questions: int) -> Result:
    """The result once an oracle has said what tells the programs found apart, as often as it may be asked.

    Parameters
    ----------
    session
        With the examples there are, to which the answers are added.
    oracle
        Called with the arguments of a question. Where it raises an exception, another question is asked.
    questions
        How often it is called at most.

    Raises
    ------
    InputError
        If an output does not go with the examples.
    """
    result = session.solve()
    beside: list[tuple[Any, ...]] = []
    for _ in range(questions):
        question = result.question(beside=beside)
        if question is None:
            break
        try:
            output = oracle(*deepcopy(question.inputs))
        except Exception:  # noqa: BLE001 - whatever a function of somebody else raises, it has no output there.
            beside.append(question.inputs)
            continue
        try:
            session.add(tuple(question.inputs), output)
            result = session.solve()
        except InputError as error:
            raise InputError(f"oracle: {error}") from None
    return result
