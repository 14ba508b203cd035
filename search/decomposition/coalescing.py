"""What is missing replaced by a constant or by another value: found without a search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ...dsl.core.expression import Call, Expression, Literal
from ...dsl.core.types import list_of
from ...dsl.core.values import has_type
from ..cost.literals import constant_cost
from ..task.problem import Problem
from .pieces import MOST_RIVALS, Piece, apply, value_on
from .views import DEFAULTS, View, Views

COALESCE_COST = 2
"""What it costs beside what stands in."""


def coalesced(problem: Problem) -> list[Piece]:
    """Programs for outputs that are a value which may be missing, or a list of such, with something in its place."""
    task, views = problem.given, Views(problem)
    outputs = [example.output for example in task.train]
    found = []
    for view in views.all:
        for cost, body in _filled(problem, views, view, outputs):
            values = [value_on(body, problem.parameters, example.inputs) for example in task.train]
            if body.type == problem.result_type and repr(values) == repr(outputs):
                found.append(Piece(COALESCE_COST + view.extra + cost, body))
    return sorted(found, key=lambda piece: piece.cost)[:MOST_RIVALS]


def _filled(problem: Problem, views: Views, view: View, outputs: Sequence[Any]) -> Iterator[tuple[int, Expression]]:
    """The value with each thing in its place that may stand there."""
    each = view.body.type.is_list
    item = view.body.type.item if each else view.body.type
    if (
        item is None
        or not item.is_optional
        or not any(None in value if each else value is None for value in view.values)
    ):
        return
    inner, language = item.parts[0], problem.language
    for other in views.all:
        if _is_in(view.body, other.body):
            continue
        if other.body.type == inner or (each and other.body.type == list_of(inner)):
            yield 1 + other.extra, apply(language, "coalesce", view.body, other.body, each=each)
        elif not each and other.body.type == item:
            yield 1 + other.extra, _the_other(problem, view.body, other.body)
    cells = _cells_for_missing(view, outputs, each=each)
    if cells and has_type(cells[0], inner) and (len(cells) > 1 or cells[0] in (DEFAULTS.get(inner), False)):
        constant = Literal(cells[0], inner)
        yield 2 + constant_cost(cells[0], inner), apply(language, "coalesce", view.body, constant, each=each)


def _the_other(problem: Problem, body: Expression, other: Expression) -> Expression:
    """One of two values that may both be missing; never both if the result may not."""
    language, (one, two) = problem.language, (body, other)
    if not problem.result_type.is_optional:
        one, two = (apply(language, "present", value) for value in (body, other))
    return apply(language, "if_else", apply(language, "is_missing", body), two, one)


def _cells_for_missing(view: View, outputs: Sequence[Any], *, each: bool) -> list[Any]:
    """What stands in the outputs where the value is missing, if it is the same everywhere."""
    pairs = [*zip(view.values, outputs, strict=True)]
    if each and not all(isinstance(output, list) and len(value) == len(output) for value, output in pairs):
        return []
    cells = [cell for value, output in pairs for cell in zip(value, output, strict=True)] if each else pairs
    found = [output for value, output in cells if value is None]
    return found if found[0] is not None and len(set(map(repr, found))) == 1 else []


def _is_in(part: Expression, whole: Expression) -> bool:
    """Whether an expression is another, or stands somewhere in it."""
    return part == whole or (isinstance(whole, Call) and any(_is_in(part, one) for one in whole.arguments))
