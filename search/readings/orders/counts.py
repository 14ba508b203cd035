"""Tables of how often what occurs, in the order that the outputs show: as pairs of an item and a number."""

from __future__ import annotations

from collections.abc import Iterator

from ....dsl.core.expression import Expression, Function
from ....dsl.core.types import INT, STR, list_of, tuple_of
from ....dsl.text.variables import fresh_variables
from ...cost.prior import expression_cost
from ..scene.applying import applied
from ..scene.scene import Reading, Scene
from .features import features
from .keys import cost_of, orders
from .orders import EVIDENCE, SORT_COST, half_bits, in_order, inputs_of, item_of, parts_of

TABLES = ("counted", "runs_of", "most_common")
"""The primitives that say how often what occurs; of the first also other orders are looked for."""
PAIRS = list_of(list_of(INT))

LISTED_COST = 1
"""What it costs that the pairs of a table are lists: they are nothing else in Python."""


def counts(scene: Scene) -> Iterator[Reading]:
    """The outputs as lists of an integer and how often it occurs, or how long its run is."""
    if scene.result_type != PAIRS:
        return
    for table in counted_pairs(scene):
        if table.body.type.item != tuple_of((INT, INT)):
            continue  # One of texts is empty wherever the outputs are, and has the same values then.
        (entry,) = fresh_variables([("entry", table.body.type.item)], scope=scene.problem.parameters)
        listed = applied("items", applied("part", entry, 0), applied("part", entry, 1))
        rows = applied("map", table.body, Function((entry,), listed))
        reading = scene.read(
            rows, extra=table.extra + LISTED_COST - expression_cost(rows) + expression_cost(table.body)
        )
        if reading is not None:
            yield reading


def counted_pairs(scene: Scene) -> Iterator[Reading]:
    """The tables, in some order, that are equal to the outputs."""
    for source in _sources(scene):
        tables = [table for name in TABLES if (table := scene.read(applied(name, source))) is not None]
        equal = [table for table in tables if scene.is_output(table)]
        yield from equal
        if tables and not equal:
            yield from _in_order(scene, tables[0])


def _sources(scene: Scene) -> Iterator[Expression]:
    for parameter in scene.problem.parameters:
        if parameter.type == STR:
            yield from (applied(name, parameter) for name in ("chars", "words"))
            yield applied("chars", applied("lower", parameter))
        elif parameter.type in (list_of(INT), list_of(STR)):
            yield parameter
        if parameter.type == list_of(STR):
            yield applied("words", applied("join", parameter, " "))


def _in_order(scene: Scene, table: Reading) -> Iterator[Reading]:
    same_rows = all(
        sorted(map(repr, one)) == sorted(map(repr, other))
        for one, other in zip(table.values, scene.outputs, strict=True)
    )
    if not same_rows:
        return
    item = item_of(scene, table.body)
    known = features(item, table.body, table.values, inputs_of(scene))
    for keys in orders(table.values, scene.outputs, known):
        if keys and half_bits(scene.outputs) >= EVIDENCE * cost_of(keys):
            extra = SORT_COST + cost_of(keys) - parts_of(keys)
            reading = scene.read(in_order(table.body, keys), extra=extra)
            if reading is not None:
                yield reading
