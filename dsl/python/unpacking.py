"""Tuples taken apart: ``for x, y in zip(xs, ys)``. Which functions allow that, and what the parts are called."""

from __future__ import annotations

from collections.abc import Mapping

from ..core.expression import Call, Expression, Function, Literal, Variable, walk
from ..core.types import STR, Type, list_of
from .naming import item_names

KEEPING = frozenset({"filter", "sorted_by", "sorted_by_desc", "reverse", "take", "take_last", "drop", "drop_last"})
"""Primitives whose rows are rows of their first argument."""

TABLES = frozenset({"counted", "most_common", "runs_of"})
"""Primitives whose rows are an item and how often it occurs."""

POSITIONS = ("i", "j", "k")
COUNTS = ("count", "n")
KEYS, VALUES, LISTED = ("key", "k"), ("value", "v"), ("values", "vs")


def parts_read(function: Function) -> Mapping[Expression, int] | None:
    """The parts of a tuple that a function reads and their places; None if it reads anything else of it."""
    (parameter,) = function.parameters
    if not parameter.type.is_tuple:
        return None
    parts: dict[Expression, int] = {}
    whole = apart = 0
    for expression in walk(function.body):
        match expression:
            case Call(primitive, (Variable() as row, Literal(int() as place)), each) if row == parameter:
                if primitive.name == "part" and not each:
                    parts[expression] = place
                    apart += 1
            case Variable():
                whole += expression == parameter
    return parts if whole == apart else None


def part_names(rows: Expression) -> list[tuple[str, ...]]:
    """What the parts of tuples are called: what they are items of says it, or else their types."""
    match rows:
        case Call(primitive, (first, *_)) if primitive.name in KEEPING:
            return part_names(first)
        case Call(primitive, arguments, False) if primitive.name in ("zipped", "product_of"):
            return [_names_of_items(argument) for argument in arguments]
        case Call(primitive, (first,), False) if primitive.name == "enumerated":
            return [POSITIONS, _names_of_items(first)]
        case Call(primitive, (d,), False) if primitive.name == "entries":
            return [KEYS, LISTED if d.type.parts[1].is_list else VALUES]
        case Call(primitive, (first,), False) if primitive.name in TABLES:
            return [_names_of_items(first), COUNTS]
        case Call(primitive, (first,), False) if primitive.name in ("pairs_of", "triples_of", "adjacent"):
            return [_names_of_items(first) for _ in _parts_of(rows)]
    return [item_names(list_of(part)) for part in _parts_of(rows)]


def _parts_of(rows: Expression) -> tuple[Type, ...]:
    return rows.type.item.parts if rows.type.item is not None else ()


def _names_of_items(sequence: Expression) -> tuple[str, ...]:
    """Names for the items of a list: that of the field that they are, or what their type suggests."""
    match sequence:
        case Call(primitive, (_, Literal(str() as key)), True) if primitive.name == "field" and key.isidentifier():
            return (key, *item_names(sequence.type))
        case Call(primitive, _, False) if primitive.name == "chars":
            return item_names(STR)
        case Call(primitive, _, False) if primitive.name in ("indices", "iota", "true_indices"):
            return POSITIONS
        case Variable("lines"):
            return ("line", *item_names(sequence.type))
    return item_names(sequence.type)
