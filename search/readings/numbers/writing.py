"""What outputs show of numbers, written from the numbers that are given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import reduce
from itertools import permutations
from typing import Any

from ....dsl.core.expression import Expression
from ....dsl.core.types import DECIMAL, INT, STR
from ...cost.prior import expression_cost
from ..scene.applying import applied, expression_of
from ..scene.scene import Reading, Scene
from .derivations import derivations
from .quantities import Quantity, quantities
from .refunds import refund
from .shown import Column, columns_of, patterns_of

MOST_RIVALS, MOST_DIVIDED = 12, 4
"""In how many ways a number of the outputs is explained, and how many numbers are divided by one another."""
JOINED = 2
"""What each number and each text between costs in an output that has no more than these."""


def write_numbers(scene: Scene) -> Iterator[Reading]:
    """The numbers in the outputs, as far as they follow from those that are given."""
    given = [*quantities(scene), *_quotients(scene)]
    if not given:
        return
    match scene.result_type:
        case type_ if type_ == STR:
            yield from _texts(scene, given)
        case type_ if type_ in (INT, DECIMAL):
            yield from _values(scene, given)


def _quotients(scene: Scene) -> Iterator[Quantity]:
    """One number in another, or in percent of another, where the outputs have decimals or percents."""
    given = [quantity for quantity in quantities(scene) if quantity.is_whole][:MOST_DIVIDED]
    if scene.result_type != STR or not any("." in output or "%" in output for output in scene.outputs):
        return
    hundred = 100 if any("%" in output for output in scene.outputs) else 1
    for one, other in permutations(given, 2):
        reading = scene.read(applied("proportional", one.decimal, hundred, other.body))
        if reading is not None:
            yield Quantity(reading, reading.values)


def _texts(scene: Scene, given: list[Quantity]) -> Iterator[Reading]:
    """The numbers in the outputs, and the outputs if these are all that changes in them."""
    for pattern in patterns_of(scene.outputs):
        found = [list(_column(scene, given, columns)) for columns in columns_of(scene.outputs, pattern)]
        for readings in found:
            yield from readings
        if found and all(found):
            parts = [readings[0] for readings in found]
            if not all(_is_copied(scene, part) for part in parts):
                yield from _whole(scene, parts)


def _is_copied(scene: Scene, part: Reading) -> bool:
    """Whether an argument that is a text has the number as the output has it: then nobody wrote it anew."""
    given = [text for text in scene.of_type(STR) if text.body in scene.problem.parameters]
    return any(all(map(str.__contains__, text.values, part.values)) for text in given)


def _whole(scene: Scene, parts: list[Reading]) -> Iterator[Reading]:
    """The outputs as parts, one after the other, with the same texts before, between and after them."""
    rows = list(zip(*(part.values for part in parts), strict=True))
    between = {tuple(gaps_between(output, row)) for output, row in zip(scene.outputs, rows, strict=True)}
    if len(between) > 1:
        return
    gaps = between.pop()
    pieces = [expression_of(gaps[0])] * bool(gaps[0])
    for part, gap in zip(parts, gaps[1:], strict=True):
        pieces += [part.body, *[expression_of(gap)] * bool(gap)]
    body = reduce(lambda after, before: applied("concat", before, after), reversed(pieces))
    price = max(expression_cost(part.body) + part.extra for part in parts) + JOINED * len(pieces)
    reading = scene.exact(body, extra=price - expression_cost(body))
    if reading is not None:
        yield reading


def gaps_between(output: str, parts: Sequence[str]) -> Iterator[str]:
    """What stands before, between and after parts that follow one another."""
    for part in parts:
        gap, _, output = output.partition(part)
        yield gap
    yield output


def _column(scene: Scene, given: list[Quantity], columns: list[Column]) -> Iterator[Reading]:
    if columns:
        bodies = (
            (column.text_of(derived.body), derived.extra)
            for column in columns
            for source in given
            for derived in derivations(source, column.values, column.places)
        )
        yield from likeliest(scene, bodies, columns[0].texts)


def _values(scene: Scene, given: list[Quantity]) -> Iterator[Reading]:
    types = (scene.result_type, *(parameter.type for parameter in scene.problem.parameters))
    is_linear = any(type_ != INT for type_ in types)  # For integers alone the search has better means.
    wanted = tuple(Decimal(output) for output in scene.outputs)
    shown = max(max(-int(value.normalize().as_tuple().exponent), 0) for value in wanted)
    bodies = (
        (derived.body, derived.extra)
        for source in given
        for derived in derivations(source, wanted, [shown], is_linear=is_linear)
    )
    yield from likeliest(scene, ((_as_result(body, scene), extra) for body, extra in bodies), tuple(scene.outputs))


def _as_result(body: Expression, scene: Scene) -> Expression:
    if body.type == DECIMAL and scene.result_type == INT:
        return applied("whole", body)
    return applied("decimal", body) if body.type == INT and scene.result_type == DECIMAL else body


def likeliest(scene: Scene, bodies: Iterable[tuple[Expression, int]], wanted: tuple[Any, ...]) -> Iterator[Reading]:
    """Of expressions that have the wanted values, and cost this beyond their parts, the cheapest ones.

    Those that have values for all that is to be predicted come before those that have not. Ways of rounding cost the
    same: where the examples do not tell them apart, they are rivals.
    """
    priced = sorted(((body, extra - refund(body)) for body, extra in bodies), key=_price)
    readings = (scene.read(body, extra=extra) for body, extra in priced[:MOST_RIVALS])
    found = [reading for reading in readings if reading is not None and reading.values == wanted]
    found = [reading for reading in found if scene.foretells(reading.body)] or found
    yield from (reading for reading in found if _price_of(reading) == _price_of(found[0]))


def _price_of(reading: Reading) -> int:
    return _price((reading.body, reading.extra))


def _price(priced: tuple[Expression, int]) -> int:
    body, extra = priced
    return expression_cost(body) + extra
