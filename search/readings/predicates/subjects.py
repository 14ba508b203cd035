"""What people ask about: the inputs, and what they are made of, each with what it adds to the cost of a notion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from ....dsl.core.expression import Expression
from ....dsl.core.types import BOOL, INT, STR, list_of
from ...cost.prior import expression_cost
from ..scene.applying import applied, over_rows
from ..scene.scene import Reading, Scene

Subject = tuple[int, tuple[Expression, ...]]
"""What is added, and the values that are asked about together."""
LEAST_LISTED, MOST_LISTED = 3, 6
"""So many integers may stand for a list."""
ITEM_COST, LISTED_COST = 2, 1
OTHERS_COST = 2
"""What it adds that one value is asked about where there are others: mostly all of them count."""
LISTED = 2
"""What a list of arguments costs."""
MOST_GIVEN = 5
"""Of more arguments pairs and triples are not asked about."""


def listed_arguments(scene: Scene) -> Iterator[Reading]:
    """Three integers or more as a list, from which a number, a text or a truth value is made."""
    given = scene.problem.parameters
    if scene.result_type in (INT, STR, BOOL) and _may_be_listed(given):
        body = applied("items", *given)
        listed = scene.read(body, extra=LISTED - expression_cost(body))
        if listed is not None:
            yield listed


def _may_be_listed(given: Sequence[Expression]) -> bool:
    return LEAST_LISTED <= len(given) <= MOST_LISTED and all(one.type == INT for one in given)


def subjects_of(scene: Scene) -> Iterator[Subject]:
    """The values that something may be asked about: one, two or three of them."""
    given: Sequence[Expression] = [reading.body for reading in scene.readings[: len(scene.problem.parameters)]]
    added = 0
    if len(given) == 1 and (parts := _items(given[0], scene)):
        yield from ((cost, (form,)) for cost, form in _forms(given[0]))
        given, added = parts, ITEM_COST
    alone = added + OTHERS_COST * (len(given) > 1)
    for one in given:
        yield from ((alone + cost, (form,)) for cost, form in _forms(one))
    if _may_be_listed(given):
        yield added + LISTED_COST, (applied("items", *given),)
    if len(given) <= MOST_GIVEN:
        yield from ((added + cost, pair) for cost, pair in _together(given))


def _together(given: Sequence[Expression]) -> Iterator[Subject]:
    """Pairs in either order, in the same form, and triples of which one is asked about the others."""
    for one, other in permutations(given, 2):
        yield 0, (one, other)
        if one.type == other.type == STR:
            yield 1, (applied("lower", one), applied("lower", other))
        if one.type == other.type == INT:
            yield 3, (applied("digits", one), applied("digits", other))
    yield from ((0, triple) for triple in permutations(given, 3))


def _forms(given: Expression) -> Iterator[tuple[int, Expression]]:
    """A value as it is, and in the forms in which people look at it."""
    yield 0, given
    if given.type == STR:
        lower = applied("lower", given)
        yield 1, lower
        yield 2, applied("glue", applied("tokens", lower))
        yield 2, applied("words", given)
    if given.type == INT:
        yield 2, applied("digits", given)
    if given.type == list_of(STR):
        yield 2, over_rows("len", given)
        yield 2, over_rows("take", given, 1)


def _items(given: Expression, scene: Scene) -> list[Expression]:
    """The items of an input that has two in every example: it may be two arguments."""
    if given.type not in (list_of(INT), list_of(STR)) or any(len(row.inputs[0]) != 2 for row in scene.problem.examples):
        return []
    return [applied("head", given), applied("last", given)]
