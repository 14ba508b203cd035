"""What kind of example would help, in words: what no example is like, and what tells the rivals apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...dsl.program import NO_VALUE, Program, outcome_of
from ...support.errors import shortened
from ...support.written import json_text
from ..task.task import Task
from .kinds import Inputs, Kind, kinds, kinds_beyond
from .question import Question, Rival, answered, inputs_like

SURE_ENOUGH = 0.8
"""With this confidence an answer stands for itself; with less it comes with a question and a hint."""
ODD = 0.5
"""What a kind is worth that examples need not have, in relation to one that they should differ in."""
MOST_QUOTED = 60
"""Characters of an output that a hint shows."""
MOST_PREDICTED, MOST_LIKE = 20, 60
"""So many inputs to be predicted, and inputs like those of the examples, are looked at."""


def hint(rivals: Sequence[Rival], task: Task, question: Question | None) -> str | None:
    """The kind of example that would help to find what is meant; None if there is no word for it.

    It is a kind that no example is of. Where rivals disagree, it is the one on which they disagree most: one that the
    question is of, if there is one, or else another, or what goes beyond all examples. Where they agree, it is what an
    input is like on which the first of them is undefined, or else what the examples lack in variety.

    Parameters
    ----------
    rivals
        The programs that fit, at least one, the likeliest first.
    task
        What they fit.
    question
        The input that tells them apart best.
    """
    given = [example.inputs for example in task.train]
    names = _names(rivals[0].program)
    missing = missing_kinds(kinds(task.parameter_types, names, given), given)
    beyond = [*kinds_beyond(task.parameter_types, names, given)]
    if question is None:
        undefined = _of_undefined([*missing, *beyond], rivals[0].program, task)
        return _in_words(undefined) or _uniform(task) or _in_words([kind for kind in missing if kind.is_variety])
    own = [kind for kind in missing if kind.has(question.inputs)]
    return next(filter(None, (_most_telling(found, rivals, task, question) for found in (own, missing, beyond))), None)


def _names(program: Program) -> list[str]:
    """The names of the parameters, that of further arguments as Python has it."""
    names = [parameter.name for parameter in program.parameters]
    return [*names[:-1], f"*{names[-1]}"] if program.signature.rest else names


def missing_kinds(found: Iterable[Kind], given: Sequence[Inputs]) -> list[Kind]:
    """The kinds that no inputs given are of."""
    return [kind for kind in found if not any(map(kind.has, given))]


def _of_undefined(missing: Sequence[Kind], program: Program, task: Task) -> list[Kind]:
    """The kinds that inputs to be predicted are of on which the program is undefined."""
    predicted = task.inputs[:MOST_PREDICTED]
    undefined = [inputs for inputs in predicted if outcome_of(program, inputs) is NO_VALUE]
    return [kind for kind in missing if any(map(kind.has, undefined))]


def _most_telling(missing: Sequence[Kind], rivals: Sequence[Rival], task: Task, question: Question) -> str | None:
    """The kind whose inputs are expected to say most about which rival is right; None if they say nothing."""
    predicted = task.inputs[:MOST_PREDICTED]
    like = _of_some_kind(inputs_like([example.inputs for example in task.train]), missing)
    pool = {json_text(inputs): inputs for inputs in (question.inputs, *predicted, *_evenly(like, MOST_LIKE))}
    told = answered(rivals, [*pool.values()])
    worth = [_worth(kind, told) for kind in missing]
    most = max(worth, default=0.0)
    return _in_words([kind for kind, bits in zip(missing, worth, strict=True) if bits == most]) if most > 0 else None


def _of_some_kind(pool: Iterable[Inputs], found: Sequence[Kind]) -> list[Inputs]:
    return [inputs for inputs in pool if any(kind.has(inputs) for kind in found)]


def _evenly(pool: Sequence[Inputs], most: int) -> Sequence[Inputs]:
    return pool[:: max(1, -(-len(pool) // most))]


def _worth(kind: Kind, told: Sequence[Question]) -> float:
    """The bits that an input of a kind gives on average, as if one more had given none: a single one may be chance."""
    bits = [one.information * one.defined if one.tells else 0.0 for one in told if kind.has(one.inputs)]
    return sum(bits) / (len(bits) + 1) * (1.0 if kind.is_variety else ODD)


def _in_words(found: Sequence[Kind]) -> str | None:
    """The first of some kinds, in words."""
    return f"an example {found[0].words}" if found else None


def _uniform(task: Task) -> str | None:
    """What to say of several examples whose outputs are all the same."""
    outputs = {json_text(example.output) for example in task.train}
    if len(task.train) < 2 or len(outputs) > 1:
        return None
    return f"every output is {shortened(outputs.pop(), most=MOST_QUOTED)}: an example with another one"
