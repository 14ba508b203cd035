"""Texts whose characters are put in another order: some of them reversed or sorted, or one class after another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product

from ....dsl.core.expression import Expression, Function, evaluate
from ....dsl.core.types import INT
from ...readings.scene.applying import applied
from .conditions import classes
from .positions import Places

MOST_ROWS = 6
"""In rows of how many characters a text is written at most."""
MOST_PARTS, MOST_WAYS = 4, 8
"""Of how many classes a text is put together at most, and how many such ways are tried."""


def reorderings(places: Places, wanted: Sequence[str]) -> Iterator[Expression]:
    """Ways to put the characters of a text in another order that may give the texts wanted."""
    c, source, texts = places.character, places.source, places.texts
    if all(sorted(one) == sorted(other) for one, other in zip(texts, wanted, strict=True)):
        tests = [Function((c,), condition) for condition in classes(c)]
        yield from (applied(name, source, test) for name in ("reverse_among", "sort_among") for test in tests)
        counts = [*range(2, MOST_ROWS + 1), *(one for one in places.parameters if one.type == INT)]
        yield from (applied(name, source, count) for name, count in product(("by_columns", "by_rails"), counts))
    if all(set(other) <= set(one) for one, other in zip(texts, wanted, strict=True)):
        yield from _put_together(_parts(places), wanted)


def _put_together(parts: Mapping[tuple[str, ...], Expression], wanted: Sequence[str]) -> Iterator[Expression]:
    """The texts wanted as parts one after another."""

    def completed(starts: Sequence[int], left: int) -> Iterator[Expression | None]:
        """What makes the rest of the texts from these positions on; None where nothing is left."""
        if all(start == len(text) for start, text in zip(starts, wanted, strict=True)):
            yield None
        elif left:
            for values, part in parts.items():
                if all(
                    text.startswith(value, start) for text, value, start in zip(wanted, values, starts, strict=True)
                ):
                    after = [start + len(value) for start, value in zip(starts, values, strict=True)]
                    for rest in completed(after, left - 1):
                        yield part if rest is None else applied("concat", part, rest)

    yield from (body for body in islice(completed([0] * len(wanted), MOST_PARTS), MOST_WAYS) if body is not None)


def _parts(places: Places) -> dict[tuple[str, ...], Expression]:
    """The characters of each class, and of none, as they come, backward, in order, and each once; by their values."""
    found: dict[tuple[str, ...], Expression] = {}
    for condition in classes(places.character):
        for test in (condition, applied("not", condition)):
            kept = applied("keep_characters", places.source, Function((places.character,), test))
            listed = applied("chars", kept)
            ordered = applied("glue", applied("sort", listed))
            once = applied("glue", applied("sort", applied("unique", listed)))
            for body in (kept, applied("reverse", kept), ordered, once):
                values = tuple(evaluate(body, scope) for scope in places.inputs)
                if any(values):
                    found.setdefault(values, body)
    return found
