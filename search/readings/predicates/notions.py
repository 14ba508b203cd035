"""Conditions that people have a word for, where the outputs are truth values or choose between a few texts.

With E examples a truth value says E bits, so that a condition of some length fits by chance. What tells the one that
was meant is that people have a word for it: it is cheaper than its parts.
"""

from __future__ import annotations

from collections.abc import Iterator

from ....dsl.core.expression import Expression
from ....dsl.core.types import BOOL, INT, STR, list_of
from ...cost.costs import Costs
from ...cost.prior import DefaultPrior
from ..scene.applying import applied
from ..scene.scene import Reading, Scene
from .catalogue import conditions_on
from .patterns import learnt_patterns
from .subjects import subjects_of

MOST_CHOICES, MOST_NUMBERS = 6, 2
"""Of so many different texts, or numbers, the outputs may be to be chosen by conditions."""
LEAST_EXAMPLES = 3
"""With fewer examples a condition fits by chance."""
OPPOSITE_COST, AVERAGE_COST = 1, 4
"""What it adds that a condition is not to hold, and what an average costs with what it is taken of."""


def notions(scene: Scene) -> Iterator[Reading]:
    """Conditions on the inputs that some examples meet, the cheapest first."""
    if not _are_chosen(scene):
        return
    costs = Costs(scene.problem.given, DefaultPrior())
    priced = sorted(_conditions(scene), key=lambda pair: pair[0])
    for cost, body in priced:
        reading = scene.read(body, extra=cost - costs.of_parts(body))
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
        yield from ((added + cost, body) for cost, body in conditions_on(subjects))
    for text in scene.of_type(STR):
        if text.body in scene.problem.parameters:
            for pattern, cost in learnt_patterns(text.values, scene.outputs):
                yield cost, applied("is_match", text.body, pattern)
