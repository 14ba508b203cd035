"""Kinds of examples: what the inputs of one may be like, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import permutations
from operator import eq, gt
from typing import Any

from ...dsl.core.types import DECIMAL, INT, STR, Type
from ...support.written import json_text
from .properties import Property, beyond, of_marks, properties_of

Inputs = tuple[Any, ...]
Values = Callable[[Inputs], Sequence[Any]]
Relation = Callable[[Any, Any], bool]
MOST_NESTED = 2
"""The items of lists in lists are looked at, and what is deeper is not."""


@dataclass(frozen=True)
class Kind:
    """What inputs may be like.

    Parameters
    ----------
    words
        As they follow "an example".
    has
        Whether inputs are of this kind.
    is_variety
        As for a `Property`.
    """

    words: str
    has: Callable[[Inputs], bool]
    is_variety: bool = False


@dataclass(frozen=True)
class Place:
    """Where values stand in the inputs: an argument, a field, the items of a list.

    Parameters
    ----------
    type
        Of the values.
    values
        Those that stand there; several for the items of a list.
    whole, inside
        What follows the noun of a property, where it is about a value as a whole or something in it.
    """

    type: Type
    values: Values
    whole: str
    inside: str

    def kind(self, one: Property) -> Kind:
        """The inputs that have a property here."""
        words = f"with {one.noun}{self.inside if one.is_inside else self.whole}"
        return Kind(words, lambda inputs: any(map(one.holds, self.values(inputs))), one.is_variety)

    def shown(self, given: Sequence[Inputs]) -> list[Any]:
        """The values that some inputs have here."""
        return [value for inputs in given for value in self.values(inputs)]


def places(types: Sequence[Type], names: Sequence[str]) -> Iterator[Place]:
    """Where values stand: each argument, then what is in it.

    A single argument needs no name, unless it is the list of all, as ``*xs``.
    """
    is_named = len(names) > 1 or any(name.startswith("*") for name in names)
    for number, (type_, name) in enumerate(zip(types, names, strict=True)):
        yield from _within(type_, partial(_argument, number), name if is_named else "")


def _within(type_: Type, values: Values, name: str, *, nested: int = 0) -> Iterator[Place]:
    if nested:
        of = f" of {name}" if name else ""
        yield Place(type_, values, f" among the items{of}", f" in an item{of}")
    else:
        yield Place(type_, values, f" as {name}" if name else "", f" in {name}" if name else "")
    if type_.is_optional:
        yield from _within(type_.parts[0], partial(_present, values), name, nested=nested)
        return
    for key, part in type_.fields.items():
        yield from _within(part, partial(_field, key, values), json_text(key))
    if type_.item is not None and nested < MOST_NESTED:
        yield from _within(type_.item, partial(_items, values), name, nested=nested + 1)


def _argument(number: int, inputs: Inputs) -> list[Any]:
    return [inputs[number]]


def _field(key: str, values: Values, inputs: Inputs) -> list[Any]:
    return [value[key] for value in values(inputs)]


def _items(values: Values, inputs: Inputs) -> list[Any]:
    return [item for items in values(inputs) for item in items]


def _present(values: Values, inputs: Inputs) -> list[Any]:
    return [value for value in values(inputs) if value is not None]


def kinds(types: Sequence[Type], names: Sequence[str], given: Sequence[Inputs]) -> Iterator[Kind]:
    """The kinds of inputs that people tell apart, the more telling first.

    Parameters
    ----------
    types, names
        Of the parameters.
    given
        The inputs of the examples, for kinds that show only beside them.
    """
    found = list(places(types, names))
    yield from _relations(types, names)
    for place in found:
        if place.type == STR:
            yield from map(place.kind, of_marks(place.shown(given)))
        yield from map(place.kind, properties_of(place.type))


def kinds_beyond(types: Sequence[Type], names: Sequence[str], given: Sequence[Inputs]) -> Iterator[Kind]:
    """Kinds of inputs that are larger or longer than those of the examples: what can always be said."""
    for place in places(types, names):
        yield from map(place.kind, beyond(place.type, place.shown(given)))


def _relations(types: Sequence[Type], names: Sequence[str]) -> Iterator[Kind]:
    """How one argument may stand to another."""
    for one, other in permutations(range(len(types)), 2):
        for words, relation in _between(types[one], types[other]):
            has = partial(_stand, relation, one, other)
            yield Kind(f"with {names[one]} {words} {names[other]}", has, is_variety=True)


def _between(one: Type, other: Type) -> Iterator[tuple[str, Relation]]:
    """What a value of one type may be in comparison with a value of another."""
    if one == other:
        yield "equal to", eq
    if one == other and one in (INT, DECIMAL):
        yield "larger than", gt
    if other.item == one or one == other == STR:
        yield "in", _is_in
        yield "not in", _is_not_in


def _stand(relation: Relation, one: int, other: int, inputs: Inputs) -> bool:
    return relation(inputs[one], inputs[other])


def _is_in(part: Any, whole: Any) -> bool:
    return part in whole


def _is_not_in(part: Any, whole: Any) -> bool:
    return part not in whole
