"""Whether a value looks like others of its kind: a prediction like the outputs of the examples."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

FAR, NEARBY = 4, 10
"""A number or length is far from others if it is more than so many times the largest and more than this away."""


def unlike(values: Sequence[Any]) -> Callable[[Any], int]:
    """A function that counts in how many ways a value is unlike all of these.

    It has a sign, a kind of character or an emptiness that none of them has, or is far larger or longer.
    """
    known = {name for value in values for name in features(value)}
    largest: dict[str, Any] = {}
    for value in values:
        for name, size in _sizes(value):
            largest[name] = max(size, largest.get(name, 0))

    def count(value: Any) -> int:
        new = {name for name in features(value) if name not in known}
        far = {name for name, size in _sizes(value) if size > FAR * largest.get(name, size) + NEARBY}
        return len(new) + len(far)

    return count


def features(value: Any) -> Iterator[str]:
    """What is true of a value that might be true of all values of its kind."""
    match value:
        case bool():
            return
        case int() | float() | Decimal():
            yield "negative" if value < 0 else "not negative"
            if value != int(value):
                yield "with a fraction"
        case str():
            yield from {_class_of(character) for character in value} if value else ("no text",)
        case list() | tuple():
            yield from () if value else ("no items",)
            yield from {f"of items: {name}" for item in value for name in features(item)}
        case None:
            yield "nothing"


def _class_of(character: str) -> str:
    if character.isalpha():
        return "capital" if character.isupper() else "letter"
    return "digit" if character.isdigit() else "blank" if character.isspace() else character


def _sizes(value: Any) -> Iterator[tuple[str, Any]]:
    match value:
        case bool():
            return
        case int() | float() | Decimal():
            yield "size", abs(value)
        case str():
            yield "characters", len(value)
        case list() | tuple():
            yield "items", len(value)
            yield from ((f"of items: {name}", size) for item in value for name, size in _sizes(item))


def all_alike(values: Iterable[Any]) -> bool:
    """Whether several values are all the same."""
    shown = [repr(value) for value in values]
    return len(shown) > 1 and len(set(shown)) == 1
