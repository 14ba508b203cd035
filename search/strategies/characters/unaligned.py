"""Edits of characters whose pieces are not known: the lengths of the outputs tell which of them go together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....dsl.core.expression import Expression, Literal
from ....dsl.core.types import STR
from ...readings.scene.applying import applied
from .choices import LEAST_ON_A_SIDE, Option, Price
from .conditions import conditions
from .edits import fitted, plain_edits
from .positions import Mask, Places, numbers_in

MOST_KNOWN = 8
"""Of how many of the cheapest edits the other side of a choice is read off the outputs."""


class Unaligned:
    """Choices where the pieces are not known, from how long they would be together in each example.

    Parameters
    ----------
    outputs
        The pieces together, in each example.
    price, least
        As in `Choices`.
    """

    def __init__(self, places: Places, outputs: Sequence[str], price: Price, least: int = LEAST_ON_A_SIDE) -> None:
        self.places, self.outputs, self.price, self.least = places, outputs, price, least
        options = [Option(price(body), body) for body in dict.fromkeys((*plain_edits(places), Literal("", STR)))]
        options.sort(key=lambda option: option.cost)
        defined = [(option, places.values(option.body)) for option in options]
        self.edits = [
            (option, [value if isinstance(value, str) else None for value in values]) for option, values in defined
        ]

    def found(self) -> list[Option]:
        """What gives all outputs, the cheapest first."""
        return sorted(self._found(), key=lambda option: option.cost)

    def _found(self) -> Iterator[Option]:
        every = self.places.all
        for option, values in self.edits:
            if None not in values and self._together(values) == list(self.outputs):
                yield option
        for condition in dict.fromkeys(conditions(self.places)):
            defined, true = self.places.truths(condition)
            if defined == every and self._is_enough(true) and self._is_enough(every & ~true):
                yield from self._by(condition, true)
                yield from self._with_unknown(condition, true)

    def _is_enough(self, mask: Mask) -> bool:
        return mask.bit_count() >= self.least

    def _with_unknown(self, condition: Expression, true: Mask) -> Iterator[Option]:
        """Choices one side of which is known, and the other what its pieces show, which are all of one length."""
        rest = self.places.all & ~true
        for option, values in self.edits[:MOST_KNOWN]:
            for known, unknown in ((rest, true), (true, rest)):
                pieces = self._cut(values, numbers_in(known), numbers_in(unknown))
                if pieces is None:
                    continue
                for edit in fitted(self.places, pieces, numbers_in(unknown)):
                    parts = (edit, option.body) if unknown == true else (option.body, edit)
                    body = applied("if_else", condition, *parts)
                    yield Option(self.price(body), body)

    def _cut(self, values: Sequence[str | None], known: Sequence[int], unknown: Sequence[int]) -> list[str] | None:
        """A piece for each place, where some are known and the others are of one length; None if they are not."""
        taken = self._sizes(values, known)
        if taken is None:
            return None
        counts = [0] * len(self.outputs)
        for place in unknown:
            counts[self.places.rows[place][0]] += 1
        left = [len(output) - size for output, size in zip(self.outputs, taken, strict=True)]
        sizes = {more // count for more, count in zip(left, counts, strict=True) if count}
        if len(sizes) != 1 or (size := sizes.pop()) < 0:
            return None
        if any(more != size * count for more, count in zip(left, counts, strict=True)):
            return None
        pieces, inside, starts = [], frozenset(unknown), [0] * len(self.outputs)
        for place, (example, _, _) in enumerate(self.places.rows):
            length = size if place in inside else len(values[place] or "")
            piece = self.outputs[example][starts[example] : starts[example] + length]
            if place not in inside and piece != values[place]:
                return None
            pieces.append(piece)
            starts[example] += length
        return pieces

    def _by(self, condition: Expression, true: Mask) -> Iterator[Option]:
        sides = [numbers_in(true), numbers_in(self.places.all & ~true)]
        lengths = tuple(map(len, self.outputs))
        others: dict[tuple[int, ...], list[int]] = {}
        for number, (_, values) in enumerate(self.edits):
            size = self._sizes(values, sides[1])
            if size is not None:
                others.setdefault(size, []).append(number)
        for option, values in self.edits:
            size = self._sizes(values, sides[0])
            if size is None:
                continue
            rest = tuple(whole - part for whole, part in zip(lengths, size, strict=True))
            for number in others.get(rest, []):
                other, otherwise = self.edits[number]
                merged = list(otherwise)
                for place in sides[0]:
                    merged[place] = values[place]
                if other is not option and self._together(merged) == list(self.outputs):
                    body = applied("if_else", condition, option.body, other.body)
                    yield Option(self.price(body), body)

    def _sizes(self, values: Sequence[str | None], chosen_places: Sequence[int]) -> tuple[int, ...] | None:
        """How long the values at some places are together in each example; None if one is undefined."""
        sizes = [0] * len(self.outputs)
        for place in chosen_places:
            value = values[place]
            if value is None:
                return None
            sizes[self.places.rows[place][0]] += len(value)
        return tuple(sizes)

    def _together(self, values: Sequence[str | None]) -> list[str]:
        parts: list[list[str]] = [[] for _ in self.outputs]
        for (example, _, _), value in zip(self.places.rows, values, strict=True):
            parts[example].append(value or "")
        return ["".join(row) for row in parts]
