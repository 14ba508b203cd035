"""Lists sorted by keys that the examples show, lists of how often what occurs, and lists in groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import factorial, log2
from typing import Any

from ....dsl.core.expression import Call, Expression, Variable
from ....dsl.core.types import INT, STR, Type, list_of
from ....dsl.language.language import BUILTIN
from ....dsl.text.variables import fresh_variables
from ...cost.prior import expression_cost
from ..scene.applying import applied, joined, pieces_between
from ..scene.scene import Reading, Scene
from .features import Feature, features
from .keys import Key, cost_of, orders

NUMBERS, TEXTS = list_of(INT), list_of(STR)
SEPARATORS = ("", " ", ", ", ",", "-", "; ", ";", "/", "|", "\n")
"""What joins the items of a list in a text."""
MOST_ITEMS = 2_000
"""Of longer lists no keys are looked for."""
SORT_COST, GROUP_COST = 3, 4
"""What it costs to sort and to group, beside the keys."""
SORTED = BUILTIN.vocabulary["sorted_by"]
EVIDENCE = 2
"""An order must be so many times as unlikely as its keys are long: lists of two or three items are sorted by chance."""
LEAST_GROUPED = 2
"""So many items at least join a group that there is already."""


def sorted_lists(scene: Scene) -> Iterator[Reading]:
    """Lists, words and characters in the order that the outputs show, where one primitive does not make it."""
    for source in _sources(scene):
        for wanted, mark in _wanted(scene, source):
            if _is_told(source.values, wanted):
                yield from _in_order(scene, source, wanted, mark)


def _sources(scene: Scene) -> Iterator[Reading]:
    """Lists that are given, words and characters of texts that are given, and these without repetitions."""
    given = set(scene.problem.parameters)
    wanted = {STR: TEXTS, TEXTS: TEXTS, NUMBERS: NUMBERS}.get(scene.result_type)
    for reading in scene.of_type(NUMBERS, TEXTS, STR):
        if wanted is None or reading.body not in given:
            continue
        names = ("words", "chars") if reading.body.type == STR else (None,)
        for name in names:
            whole = reading if name is None else scene.read(applied(name, reading.body))
            if whole is None or whole.body.type != wanted or sum(map(len, whole.values)) > MOST_ITEMS:
                continue
            yield whole
            if any(len({*values}) < len(values) for values in whole.values):
                distinct = scene.read(applied("unique", whole.body))
                assert distinct is not None
                yield distinct


def _wanted(scene: Scene, source: Reading) -> Iterator[tuple[list[list[Any]], str | None]]:
    """The outputs as lists of the items of a source, and what joins these if the outputs are texts."""
    if scene.result_type != STR:
        yield [*scene.outputs], None
        return
    for separator in SEPARATORS:
        lists = [pieces_between(output, separator) for output in scene.outputs]
        if all(sorted(one) == sorted(other) for one, other in zip(lists, source.values, strict=True)):
            yield lists, separator
            return


def _is_told(tables: Sequence[Sequence[Any]], wanted: Sequence[Sequence[Any]]) -> bool:
    """Whether the items are in another order somewhere, and as many are wanted everywhere as there are."""
    pairs = [*zip(map(list, tables), map(list, wanted), strict=True)]
    return any(one != other for one, other in pairs) and all(sorted(one) == sorted(other) for one, other in pairs)


def half_bits(tables: Sequence[Sequence[Any]]) -> float:
    """How unlikely one order of each table is, in the units of costs."""
    bits = 0.0
    for table in tables:
        repeated = Counter(map(repr, table)).values()
        bits += log2(factorial(len(table))) - sum(log2(factorial(count)) for count in repeated)
    return 2 * bits


def _in_order(scene: Scene, source: Reading, wanted: Sequence[Sequence[Any]], mark: str | None) -> Iterator[Reading]:
    item = item_of(scene, source.body)
    known = features(item, source.body, source.values, inputs_of(scene))
    evidence = half_bits(wanted)
    for keys in orders(source.values, wanted, known):
        if not _is_worth_it(keys, source.body.type):
            return  # The search finds this one, and what is dearer fits by chance.
        if evidence < EVIDENCE * cost_of(keys):
            continue
        body = in_order(source.body, keys)
        if mark is not None:
            body = joined(body, mark)
        reading = scene.read(body, extra=SORT_COST + cost_of(keys) - parts_of(keys))
        if reading is not None:
            yield reading


def _is_worth_it(keys: Sequence[Key], type_: Type) -> bool:
    """Whether no primitive sorts like that: by the items, or numbers by one key."""
    return len(keys) > 1 or (len(keys) == 1 and type_ == TEXTS and not keys[0].feature.is_item)


def in_order(rows: Expression, keys: Sequence[Key]) -> Expression:
    """The rows sorted by the last key, then by the one before it, and at last by the first."""
    for key in reversed(keys):
        rows = applied("sorted_by_desc" if key.down else "sorted_by", rows, key.feature.function)
    return rows


def parts_of(keys: Sequence[Key]) -> int:
    """What sorting by the keys costs by its parts."""
    return sum(SORTED.cost + expression_cost(key.feature.function) for key in keys)


def item_of(scene: Scene, rows: Expression) -> Variable:
    """A variable for an item of a list."""
    assert rows.type.item is not None
    name = "x" if rows.type == NUMBERS else "word" if rows.type == TEXTS else "entry"
    if isinstance(rows, Call) and rows.primitive.name == "chars":
        name = "c"
    problem = scene.problem
    (item,) = fresh_variables([(name, rows.type.item)], scope=problem.parameters, language=problem.language)
    return item


def inputs_of(scene: Scene) -> list[dict[str, Any]]:
    names = [parameter.name for parameter in scene.problem.parameters]
    return [dict(zip(names, example.inputs, strict=True)) for example in scene.problem.examples]


def groups(scene: Scene) -> Iterator[Reading]:
    """Lists in groups of items that have a key in common, by where the groups begin or in the order of the keys."""
    if scene.result_type.item not in (NUMBERS, TEXTS):
        return
    for rows in scene.of_type(scene.result_type.item):
        flat = [[item for group in output for item in group] for output in scene.outputs]
        if not all(sorted(one) == sorted(other) for one, other in zip(rows.values, flat, strict=True)):
            continue
        if sum(len(group) - 1 for output in scene.outputs for group in output) < LEAST_GROUPED:
            continue
        item = item_of(scene, rows.body)
        for feature in features(item, rows.body, rows.values, inputs_of(scene)):
            yield from _grouped(scene, rows, feature)


def _grouped(scene: Scene, rows: Reading, feature: Feature) -> Iterator[Reading]:
    sources = (rows.body, *(applied(name, rows.body, feature.function) for name in ("sorted_by", "sorted_by_desc")))
    for source in sources:
        keys = [Key(feature, down=False)]
        cost = GROUP_COST + cost_of(keys) - parts_of(keys) * (1 if source == rows.body else 2)
        reading = scene.exact(applied("grouped_by", source, feature.function), extra=cost)
        if reading is not None:
            yield reading
