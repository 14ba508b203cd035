"""Texts that are numbers in a frame that is always the same, such as "3/4" or "8 x 5 cm": solved as those numbers.

The frame may be that of an input, of the outputs, or both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any

from ...dsl.core.expression import Expression, Literal, Variable, call, renamed
from ...dsl.core.types import INT, STR, list_of
from ...dsl.language.language import BUILTIN
from ...dsl.text.variables import parameters_for
from ..answer.ranking import Candidate, observed, probes, verified
from ..answer.result import Result
from ..answer.solutions import Solution
from ..cost.literals import constant_cost
from ..cost.omens import omens_in
from ..task.budget import INTERRUPTED, Budget
from ..task.problem import Problem
from ..task.task import Example, Task
from .opaque import Solve

NUMBER, SIGNED = "[0-9]+", r"(?<![\w)\]])-?[0-9]+"
"""Numbers in inputs, and those in outputs: a minus before one is its sign, unless it stands between."""
PLAIN = re.compile("0|-?[1-9][0-9]{0,14}")
"""Numbers that integers write again as they were."""
DECIMAL = ("", ".", "")
"""The frame of decimals, which are one number."""
LEAST_NUMBERS, MOST_NUMBERS = 2, 4
"""How many numbers a frame holds."""
NUMBER_COST = 4
"""What each number costs beyond its use: where it stands has to be said."""
EASY_SHARE, EASY_COST = 0.1, 18
"""Of the budget: for the text as it is, before anything else; and what an easy program costs at most."""
FRAMED_SHARE = 0.65
"""Of what is left: for the search with numbers."""


@dataclass(frozen=True)
class Frame:
    """What stands before, between and after the numbers of all texts at a place among the parameters.

    Without literals no parameter has one, and only the outputs do.
    """

    place: int = 0
    literals: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many numbers there are."""
        return max(0, len(self.literals) - 1)

    def numbers(self, inputs: Sequence[Any]) -> tuple[Any, ...]:
        """The arguments with the numbers in place of the text."""
        if not self.literals:
            return tuple(inputs)
        return *inputs[: self.place], *map(int, re.findall(NUMBER, inputs[self.place])), *inputs[self.place + 1 :]

    def read(self, text: Variable) -> Iterator[Expression]:
        """The numbers, as expressions over the text."""
        if not self.literals:
            yield text
            return
        start, *marks, end = self.literals
        words = BUILTIN.vocabulary
        if not (start or end) and len(set(marks)) == 1:
            pieces = call(words["split"], text, Literal(marks[0], STR))
        else:
            pieces = call(words["matches"], text, Literal(NUMBER, STR))
        for number in range(self.count):
            yield call(words["to_number"], call(words["at"], pieces, Literal(number, INT)))


def frame_of(task: Task) -> Frame | None:
    """The frame of the only text among the parameters, or of the outputs, if these say more than its numbers."""
    places = [place for place, type_ in enumerate(task.parameter_types) if type_ in (STR, list_of(STR))]
    if not places or not _is_computed(task, places):
        return None
    if len(places) == 1 and task.parameter_types[places[0]] == STR:
        literals = _literals([inputs[places[0]] for inputs in (*(one.inputs for one in task.train), *task.inputs)])
        if literals is not None and len(literals) > LEAST_NUMBERS and literals != DECIMAL:
            return Frame(places[0], literals)
    made = _literals([one.output for one in task.train], SIGNED) if task.result_type == STR else None
    return None if made is None or made == DECIMAL else Frame()


def _literals(texts: Sequence[str], number: str = NUMBER) -> tuple[str, ...] | None:
    """What is around the numbers of all texts, where it is always the same."""
    literals = {tuple(re.split(number, text)) for text in texts}
    plain = all(PLAIN.fullmatch(one) for text in texts for one in re.findall(number, text))
    (found, *others) = literals
    return found if plain and not others and 1 < len(found) <= MOST_NUMBERS + 1 else None


def _is_computed(task: Task, places: Sequence[int]) -> bool:
    """Whether outputs are no texts, have no numbers, or some number that the texts of the input have not."""
    if task.result_type != STR:
        return task.result_type.item != STR
    given = [{*re.findall(NUMBER, " ".join(_texts(one.inputs, places)))} for one in task.train]
    pairs = [(set(re.findall(SIGNED, one.output)), some) for one, some in zip(task.train, given, strict=True)]
    return not any(made for made, _ in pairs) or any(not made <= some for made, some in pairs)


def _texts(inputs: Sequence[Any], places: Sequence[int]) -> Iterator[str]:
    for place in places:
        yield from [inputs[place]] if isinstance(inputs[place], str) else inputs[place]


def solve_framed(task: Task, frame: Frame, budget: Budget, solve: Solve) -> Result:
    """Solve a task with a frame: as it is if that is easy, then with its numbers, then as it is if these are hard."""
    with budget.portion(EASY_SHARE) as part:
        easy = solve(task, part)
    if _ends(easy) or any(one.cost <= EASY_COST for one in easy.found):
        return easy
    with budget.portion(FRAMED_SHARE) as part:
        numbers = [solve(one, share) for one, share in _parts(_with_numbers(task, frame), part)]
    found = [*_of_texts(task, frame, numbers)]
    if found and all(min(candidate.cost for candidate in one.found) <= EASY_COST for one in numbers):
        found += easy.found
        stats = numbers[-1].stats
        return Result.solved(task, found, stats, top=easy.top, solver=easy.solver, near_misses=easy.near_misses)
    whole = easy if _ends(numbers[-1]) else solve(task, budget)
    if not found:
        return whole
    found += whole.found
    return Result.solved(task, found, whole.stats, top=whole.top, solver=whole.solver, near_misses=whole.near_misses)


def _ends(result: Result) -> bool:
    """Whether a person has stopped the search: then no other begins."""
    return result.stats.stopped_by == INTERRUPTED


def _with_numbers(task: Task, frame: Frame) -> Task:
    if not frame.literals:
        return task
    types = task.parameter_types
    return replace(
        task,
        train=tuple(Example(frame.numbers(one.inputs), one.output) for one in task.train),
        inputs=tuple(map(frame.numbers, task.inputs)),
        parameter_types=(*types[: frame.place], *[INT] * frame.count, *types[frame.place + 1 :]),
    )


def _parts(task: Task, budget: Budget) -> Iterator[tuple[Task, Budget]]:
    """The task, or one for each number of outputs that have a frame too."""
    literals = _literals([one.output for one in task.train], SIGNED) if task.result_type == STR else None
    if literals is None:
        yield task, budget
        return
    count = len(literals) - 1
    for number, share in enumerate(budget.shares(count)):
        made = [int(re.findall(SIGNED, one.output)[number]) for one in task.train]
        train = tuple(replace(one, output=output) for one, output in zip(task.train, made, strict=True))
        yield replace(task, train=train, result_type=INT), share


def _of_texts(task: Task, frame: Frame, numbers: Sequence[Result]) -> Iterator[Candidate]:
    """The programs over the text that come of those over its numbers."""
    scope = parameters_for(task.parameter_types)
    given = [*scope[: frame.place], *frame.read(scope[frame.place]), *scope[frame.place + 1 :]]
    problem = Problem(task, task, tuple(range(len(task.train))), scope, BUILTIN)
    probed, omens = probes(task), omens_in(task)
    for cost, parameters, body in _whole(task, numbers):
        over_text = renamed(body, dict(zip(parameters, given, strict=True)))
        more = cost + NUMBER_COST * frame.count
        candidate = verified(Solution(more, over_text, more), problem, omens=omens)
        if candidate is not None:
            yield observed(candidate, probed)


def _whole(task: Task, numbers: Sequence[Result]) -> Iterator[tuple[int, tuple[Variable, ...], Expression]]:
    """The programs over numbers, with their costs and parameters: those found, or one made of a program for each."""
    literals = _literals([one.output for one in task.train], SIGNED) if task.result_type == STR else None
    if literals is None:
        yield from ((one.cost, one.program.parameters, one.program.body) for one in numbers[0].found)
    elif all(one.found for one in numbers):
        best = [min(one.found, key=lambda candidate: candidate.cost) for one in numbers]
        texts = [call(BUILTIN.vocabulary["to_text"], one.program.body) for one in best]
        parts: list[Expression] = [part for pair in zip(map(_text, literals), texts, strict=False) for part in pair]
        parts = [part for part in (*parts, _text(literals[-1])) if part != _text("")]
        whole = reduce(_before, reversed(parts))
        words = sum(constant_cost(part.value, STR) for part in parts if isinstance(part, Literal))
        cost = sum(one.cost for one in best) + words + BUILTIN.vocabulary["to_text"].cost * len(best)
        cost += BUILTIN.vocabulary["concat"].cost * (len(parts) - 1)
        yield cost, best[0].program.parameters, whole


def _text(literal: str) -> Literal:
    return Literal(literal, STR)


def _before(after: Expression, part: Expression) -> Expression:
    return call(BUILTIN.vocabulary["concat"], part, after)
