"""Conditions that people have a word for, where the outputs are truth values or choose between a few texts.

With E examples a truth value says E bits, so that a condition of some length fits by chance. What tells the one that
was meant is that people have a word for it: it is cheaper than its parts.
"""

from __future__ import annotations

from collections.abc import Iterator

from ....dsl.core.expression import Call, Expression, walk
from ....dsl.core.types import BOOL, INT, STR, list_of
from ...cost.choices import unvaried
from ...cost.costs import Costs
from ...cost.prior import DefaultPrior
from ..scene.applying import applied
from ..scene.scene import Reading, Scene, size_of
from .catalogue import conditions_on
from .patterns import learnt_patterns
from .subjects import subjects_of

MOST_CHOICES, MOST_NUMBERS = 6, 2
"""Of so many different texts, or numbers, the outputs may be to be chosen by conditions."""
LEAST_EXAMPLES = 3
"""With fewer examples a condition fits by chance."""
MOST_COMPARED = 4_000_000
"""So many pairs of items, or characters, conditions may have to compare in all inputs together."""
CHOICE_COST = 4
"""What a learnt pattern costs more by which outputs are chosen: people ask what a text says, rather than its form."""
OPPOSITE_COST, AVERAGE_COST = 1, 4
"""What it adds that a condition is not to hold, and what an average costs with what it is taken of."""


def notions(scene: Scene) -> Iterator[Reading]:
    """Conditions on the inputs that some examples meet, the cheapest first.

    Where outputs are chosen, those that are the same for all inputs to be predicted are left to `idle_notions`.
    """
    yield from _notions(scene, idle=False)


def idle_notions(scene: Scene) -> Iterator[Reading]:
    """The others: if examples are told apart by anything else, that is meant rather."""
    if scene.result_type != BOOL:
        yield from _notions(scene, idle=True)


def _notions(scene: Scene, *, idle: bool) -> Iterator[Reading]:
    if not _are_chosen(scene) or not _are_small(scene):
        return
    costs = Costs(scene.problem.given, DefaultPrior())
    priced = sorted(_conditions(scene), key=lambda pair: pair[0])
    for cost, body in priced:
        more = 0 if scene.result_type == BOOL else unvaried(body, scene.asked)
        reading = scene.read(body, extra=cost + more - costs.of_parts(body)) if (more > 0) is idle else None
        if reading is None or len(set(reading.values)) == 1:
            continue
        yield reading
        if scene.result_type == BOOL and not any(map(_is_same, reading.values, scene.outputs)):
            opposite = scene.read(applied("not", body))
            if opposite is not None:
                opposite_cost = cost + OPPOSITE_COST - costs.of_parts(opposite.body)
                yield Reading(opposite.body, opposite.values, opposite_cost)


def averages(scene: Scene) -> Iterator[Reading]:
    """The averages of lists, by which people choose between words: marks, temperatures, prices."""
    if scene.result_type == STR and _are_chosen(scene):
        costs = Costs(scene.problem.given, DefaultPrior())
        for numbers in scene.of_type(list_of(INT)):
            body = applied("mean", numbers.body)
            average = scene.read(body, extra=AVERAGE_COST - costs.of_parts(body))
            if average is not None:
                yield average


def _are_small(scene: Scene) -> bool:
    """Whether conditions that compare each item with each other are soon known."""
    inputs = (value for example in scene.problem.examples for value in example.inputs)
    return sum(size_of(value) ** 2 for value in inputs) <= MOST_COMPARED


def _is_same(truth: bool, output: bool) -> bool:
    return truth is output


def _are_chosen(scene: Scene) -> bool:
    """Whether the outputs are truth values, or a few texts that come again."""
    if len(scene.outputs) < LEAST_EXAMPLES:
        return False
    if scene.result_type == BOOL:
        return True
    if scene.result_type not in (STR, INT) or (scene.result_type == INT and _are_lists_given(scene)):
        return False
    most = MOST_CHOICES if scene.result_type == STR else MOST_NUMBERS
    return 2 <= len(set(scene.outputs)) <= min(most, len(scene.outputs) - 2)


def _are_lists_given(scene: Scene) -> bool:
    """Whether there are lists of numbers, from which a few small numbers are counted rather than chosen."""
    return list_of(INT) in scene.problem.task.parameter_types


def _conditions(scene: Scene) -> Iterator[tuple[int, Expression]]:
    """The conditions of the catalogue, and the patterns that the examples show, with their costs."""
    for added, subjects in subjects_of(scene):
        for cost, body in conditions_on(subjects):
            if not any(_is_length_alone(subject, body) for subject in subjects):
                yield added + cost, body
    for text in scene.of_type(STR):
        if text.body in scene.problem.parameters:
            for pattern, cost in learnt_patterns(text.values, scene.outputs):
                yield cost + CHOICE_COST * (scene.result_type != BOOL), applied("is_match", text.body, pattern)


def _is_length_alone(form: Expression, body: Expression) -> bool:
    """Whether nothing but the length of a form of a text counts: people mean the length of the text as it is."""
    if not isinstance(form, Call) or form.type != STR:
        return False
    parts = list(walk(body))
    lengths = sum(
        isinstance(part, Call) and part.primitive.name == "len" and part.arguments[0] == form for part in parts
    )
    return lengths == parts.count(form)
