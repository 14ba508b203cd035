"""What outputs show of numbers, written from the numbers that are given."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...dsl.core.expression import Call, Expression, Literal, walk
from ...dsl.core.types import DECIMAL, INT, STR
from ..cost.literals import constant_cost
from .building import applied
from .derivations import derivations
from .forms import columns_of
from .quantities import Quantity, quantities
from .readings import Reading, Scene

MOST_READINGS = 80
DEDUCED = 2
"""Less is charged for what was deduced from the outputs and not chosen."""


def write_numbers(scene: Scene) -> Iterator[Reading]:
    """The numbers in the outputs, as far as they follow from those that are given."""
    given = quantities(scene)
    if not given:
        return
    match scene.result_type:
        case type_ if type_ == STR:
            yield from _texts(scene, given)
        case type_ if type_ in (INT, DECIMAL):
            yield from _values(scene, given)


def _texts(scene: Scene, given: list[Quantity]) -> Iterator[Reading]:
    count = 0
    for column in columns_of(scene.outputs):
        for source in given:
            for derived in derivations(source, column.values, column.places):
                body = column.text_of(derived.body)
                reading = scene.read(body, extra=derived.extra - refund(body))
                if reading is not None:
                    yield reading
                    count += 1
                if count >= MOST_READINGS:
                    return


def _values(scene: Scene, given: list[Quantity]) -> Iterator[Reading]:
    wanted = tuple(Decimal(output) for output in scene.outputs)
    shown = max(max(-int(value.normalize().as_tuple().exponent), 0) for value in wanted)
    for source in given:
        for derived in derivations(source, wanted, [shown]):
            body = derived.body
            if body.type == DECIMAL and scene.result_type == INT:
                body = applied("whole", body)
            reading = scene.read(body, extra=derived.extra - refund(body))
            if reading is not None:
                yield reading


def refund(body: Expression) -> int:
    """What the constants of an expression cost beyond what remains to be said when outputs show them."""
    constants = [part for part in walk(body) if isinstance(part, Literal)]
    calls = sum(isinstance(part, Call) for part in walk(body))
    return max(sum(constant_cost(part.value, part.type) for part in constants) - len(constants), 0) + calls // DEDUCED
