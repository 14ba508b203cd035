"""What outputs show of numbers, written from the numbers that are given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from ...dsl.core.expression import Call, Expression, Literal, walk
from ...dsl.core.types import DECIMAL, INT, STR
from ..cost.literals import constant_cost
from ..cost.prior import expression_cost
from .applying import applied
from .derivations import derivations
from .forms import columns_of
from .quantities import Quantity, quantities
from .scene import Reading, Scene

MOST_COLUMNS, MOST_RIVALS = 16, 12
"""How many numbers of the outputs are explained, and in how many ways at most."""
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
    for columns in list(columns_of(scene.outputs))[:MOST_COLUMNS]:
        bodies = (
            (column.text_of(derived.body), derived.extra)
            for column in columns
            for source in given
            for derived in derivations(source, column.values, column.places)
        )
        yield from likeliest(scene, bodies)


def _values(scene: Scene, given: list[Quantity]) -> Iterator[Reading]:
    wanted = tuple(Decimal(output) for output in scene.outputs)
    shown = max(max(-int(value.normalize().as_tuple().exponent), 0) for value in wanted)
    bodies = ((derived.body, derived.extra) for source in given for derived in derivations(source, wanted, [shown]))
    yield from likeliest(scene, ((_as_result(body, scene), extra) for body, extra in bodies))


def _as_result(body: Expression, scene: Scene) -> Expression:
    if body.type == DECIMAL and scene.result_type == INT:
        return applied("whole", body)
    return applied("as_decimal", body) if body.type == INT and scene.result_type == DECIMAL else body


def likeliest(scene: Scene, bodies: Iterable[tuple[Expression, int]]) -> Iterator[Reading]:
    """Of expressions that have the same values, and cost this beyond their parts, the cheapest.

    One that has values for all that is to be predicted comes before one that has not.
    """
    priced = sorted(((body, extra - refund(body)) for body, extra in bodies), key=_price)
    readings = (scene.read(body, extra=extra) for body, extra in priced[:MOST_RIVALS])
    found = [reading for reading in readings if reading is not None]
    yield from [reading for reading in found if scene.foretells(reading.body)][:1] or found[:1]


def _price(priced: tuple[Expression, int]) -> int:
    body, extra = priced
    return expression_cost(body) + extra


def refund(body: Expression) -> int:
    """What the constants of an expression cost beyond what remains to be said when outputs show them."""
    constants = [part for part in walk(body) if isinstance(part, Literal)]
    calls = sum(isinstance(part, Call) for part in walk(body))
    return max(sum(constant_cost(part.value, part.type) for part in constants) - len(constants), 0) + calls // DEDUCED
