"""The programs found: checked by the reference interpreter, weighed and put in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from ..dsl.expression import Undefined, Variable
from ..dsl.program import Program
from ..dsl.syntax import ProgramError, parse
from ..dsl.types import same_value
from .enumeration import Hit
from .prior import UNITS_PER_BIT
from .question import MOST_VARIANTS, variants
from .task import Example, Task

MOST_RIVALS = 256
"""So many of the cheapest programs found are checked and ranked."""

WORTH_A_NOTE = 0.2
"""A rival that predicts otherwise is mentioned if it has this share of the best program's probability."""

EVERY_VARIANT = 5
"""Without inputs to be predicted, programs are compared on each fifth variant that a question may ask about."""


@dataclass(frozen=True)
class Candidate:
    """A program that reproduces every example, its cost, and its share of the probability once it is ranked.

    `predictions` are its outputs for the inputs to be predicted, None where it has none.
    """

    program: Program
    cost: int
    probability: float = 0.0
    predictions: tuple[Any, ...] = field(default=(), repr=False)


def reproduces(program: Program, example: Example) -> bool:
    """Whether the reference interpreter gets the example's output."""
    return same_value(value_of(program, example.inputs), example.output)


def value_of(program: Program, inputs: Sequence[Any]) -> Any:
    """The program's output, None where it has none."""
    try:
        return program(*inputs)
    except Undefined:
        return None


def predict(program: Program, task: Task) -> list[Any]:
    """The program's outputs for the inputs to be predicted, None where it has none."""
    return [value_of(program, inputs) for inputs in task.inputs]


def verified(hit: Hit, task: Task, parameters: tuple[Variable, ...]) -> Candidate | None:
    """A hit that survives being printed, parsed and run on every example; else None."""
    program = _read_back(Program(parameters, hit.body))
    if program is None or not all(reproduces(program, example) for example in task.train):
        return None
    return Candidate(program, hit.cost, predictions=tuple(predict(program, task)))


def _read_back(program: Program) -> Program | None:
    """What the program's text says; None for one that the language does not have."""
    try:
        return parse(str(program))
    except ProgramError:
        return None


def rank(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Weigh the programs found, and order them.

    A program defined on all inputs to be predicted comes before one that is
    not; then the one whose predictions carry the most probability, pooled over
    all programs that agree on them; among those that agree the cheaper.
    """
    keys = [repr(one.predictions) for one in found]
    least = min(one.cost for one in found)
    weights = [2.0 ** ((least - one.cost) / UNITS_PER_BIT) for one in found]
    pooled: dict[str, float] = defaultdict(float)
    for key, weight in zip(keys, weights, strict=True):
        pooled[key] += weight
    total = sum(weights)
    order = sorted(
        range(len(found)), key=lambda i: (found[i].predictions.count(None), -pooled[keys[i]], found[i].cost, i)
    )
    return tuple(replace(found[i], probability=weights[i] / total) for i in order)


def confidence(ranked: Sequence[Candidate], task: Task) -> float:
    """The probability of all programs that agree with the first, itself included.

    They are compared on the inputs to be predicted; if there are none, on
    variants of the inputs of the examples.
    """
    if not ranked:
        return 0.0
    given = [example.inputs for example in task.train]
    compared = [] if task.inputs else list(islice(variants(given), MOST_VARIANTS))[::EVERY_VARIANT]
    outputs = [value_of(ranked[0].program, inputs) for inputs in compared]

    def agrees(one: Candidate) -> bool:
        more = zip(compared, outputs, strict=True)
        return repr(one.predictions) == repr(ranked[0].predictions) and all(
            _same(value_of(one.program, inputs), output) for inputs, output in more
        )

    return min(1.0, ranked[0].probability + sum(one.probability for one in ranked[1:] if agrees(one)))


def _same(one: Any, other: Any) -> bool:
    """Whether two programs say the same, be it nothing."""
    return one is other or same_value(one, other)


def notes_on(ranked: Sequence[Candidate], task: Task) -> tuple[str, ...]:
    """What should make a person look twice at an answer: too little to go by, or rivals that disagree."""
    notes = []
    if len(task.train) == 1:
        notes.append("there is one example only, which many programs fit: give another to be sure")
    best = ranked[0].predictions
    if None in best:
        notes.append("the program is undefined on an input to be predicted, and so is every other one found")
    for rival in ranked[1:]:
        if rival.probability >= ranked[0].probability * WORTH_A_NOTE and repr(rival.predictions) != repr(best):
            notes.append(f"ambiguous: a rival predicts otherwise: {rival.program}")
            break
    return tuple(notes)
