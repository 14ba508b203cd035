"""Texts joined of what becomes of each item, with constants that are read off: around every piece, or between them.

How long the pieces of a function are together says how long the constants are, for they are alike everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import numpy as np

from ....dsl.core.expression import Expression
from ....dsl.core.types import STR, list_of
from ....dsl.language.language import BUILTIN
from ...cost.literals import constant_cost
from ...readings.scene.applying import applied
from .columns import Column
from .forms import Forms, Found
from .joins import pairs, sums
from .templates import Part, filled_templates, parts_of

SEPARATORS = ("", " ", ", ", ",", "-", "\n", "; ", ";", "|", " | ", "/", "_")
"""What is tried between pieces that have constants around them."""
MOST_FOUND = 4
MOST_TRIED = 400
"""So many pairs of a condition and a function, whose pieces are as long as the outputs, are put together."""
LONGEST_AROUND = 24
"""How many characters the constants around a piece have at most."""
SEPARATOR_COST, CONCAT_COST = 2, BUILTIN.vocabulary["concat"].cost


class Joined(Forms):
    """The texts over one source that are joined of pieces whose lengths are not known."""

    @cached_property
    def _sizes(self) -> list[int]:
        """How many items each example has."""
        return [span.stop - span.start for span in self.items.spans]

    def found(self) -> Found:
        if self.type == list_of(STR):
            yield from self._listed()
        if self.type != STR or not len(self._functions):
            return
        yield from self._glued()
        yield from self._separated()
        for separator in SEPARATORS:
            yield from self._surrounded(separator)
        for separator in SEPARATORS[1:]:
            yield from self._of_two_parts(separator)

    @cached_property
    def _functions(self) -> Column:
        """What texts can be made of an item that are not the same for all."""
        functions = self.items.functions(STR)
        return functions.chosen(np.array([len(set(row)) > 1 for row in functions.values], bool))

    @cached_property
    def _lengths(self) -> np.ndarray:
        """How long the text of each function is for each item."""
        return np.array([[len(text) for text in row] for row in self._functions.values], np.int64)

    @cached_property
    def _together(self) -> np.ndarray:
        """How long the texts of each function are together, in each example."""
        return np.stack([self._lengths[:, span].sum(axis=1) for span in self.items.spans], axis=1)

    def _glued(self) -> Found:
        """What a function makes of the items for which a condition holds, one piece behind the other."""
        wanted = list(map(len, self.values))
        cost = self.items.around("glue", "map", "filter")
        conditions, functions = self.items.conditions, self._functions
        if not len(conditions):
            return
        alike = Column(functions.entries, functions.costs, self._lengths)
        found = 0
        joined = pairs(
            sums, conditions.values, alike.values, self.items.spans, wanted,
            (conditions.costs, functions.costs), self.most_cost - cost,
        )  # fmt: skip
        for number, (index, one) in enumerate(joined):
            if found == MOST_FOUND or number == MOST_TRIED:
                return
            kept = conditions.values[index]
            if all(
                "".join(functions.values[one, span][kept[span]]) == value
                for span, value in zip(self.items.spans, self.values, strict=True)
            ):
                body = self.items.applied("filter", conditions.entries[index])
                yield cost + int(conditions.costs[index] + functions.costs[one]), self._joined(body, one, "")
                found += 1

    def _separated(self) -> Found:
        """Pieces between which the same always stands."""
        first = next((e for e, size in enumerate(self._sizes) if size > 1), None)
        if first is None:
            return
        gaps = np.array([max(0, size - 1) for size in self._sizes])
        for one in self._likely(gaps):
            left = len(self.values[first]) - int(self._together[one, first])
            start = int(self._lengths[one, self.items.spans[first].start])
            separator = self.values[first][start : start + left // int(gaps[first])]
            if separator not in SEPARATORS[1:] and self._are_pieces(one, "", "", separator):
                cost = self.items.around("join", "map") + constant_cost(separator, STR)
                cost += int(self._functions.costs[one])
                if cost < self.most_cost:
                    yield cost, self._joined(self.items.source.body, one, separator)

    def _surrounded(self, separator: str) -> Found:
        """Pieces around which the same always stands."""
        first = next((e for e, size in enumerate(self._sizes) if size), None)
        if first is None:
            return
        found = 0
        for one in self._likely(np.array(self._sizes), separator):
            row, value = self.items.spans[first].start, self.values[first] + separator
            left = len(value) - int(self._together[one, first])
            size = left // self._sizes[first] - len(separator)
            for before in range(max(0, size) + 1):
                start, end = value[:before], before + int(self._lengths[one, row])
                behind = value[end : end + size - before]
                if size >= 0 and self._are_pieces(one, start, behind, separator):
                    cost = self.items.around("join", "map") + int(self._functions.costs[one]) + SEPARATOR_COST
                    cost += sum(CONCAT_COST + constant_cost(part, STR) for part in (start, behind) if part)
                    if cost < self.most_cost:
                        yield cost, self._joined(self.items.source.body, one, separator, start, behind)
                        found += 1
                    break
            if found == MOST_FOUND:
                return

    def _of_two_parts(self, separator: str) -> Found:
        """Pieces that are two functions of an item, mostly with a constant between them."""
        rows = [value.split(separator) if value or size else [] for value, size in self._measured()]
        if [len(row) for row in rows] != self._sizes:
            return
        cost = self.items.around("join", "map") + SEPARATOR_COST
        for more, body in filled_templates(self._parts, [piece for row in rows for piece in row]):
            if cost + more < self.most_cost:
                yield cost + more, applied("join", self.mapped(self.items.source.body, body), separator)

    def _listed(self) -> Found:
        """The same where the pieces are the items of a list."""
        if [len(row) for row in self.values] != self._sizes:
            return
        cost = self.items.around("map")
        for more, body in filled_templates(self._parts, [piece for row in self.values for piece in row]):
            if cost + more < self.most_cost:
                yield cost + more, self.mapped(self.items.source.body, body)

    @cached_property
    def _parts(self) -> list[Part]:
        return parts_of(self.items)

    def _likely(self, counts: np.ndarray, mark: str = "") -> list[int]:
        """The functions that leave as many characters in all examples as constants of one length would take."""
        some = counts > 0
        if not some.any():
            return []
        wanted = np.array([len(value) + (len(mark) if value or size else 0) for value, size in self._measured()])
        left = wanted - self._together
        each, rest = np.divmod(left[:, some], counts[some])
        right = (rest == 0).all(axis=1) & (each == each[:, :1]).all(axis=1) & (left[:, ~some] == 0).all(axis=1)
        right &= (each[:, 0] >= 0) & (each[:, 0] <= LONGEST_AROUND)
        return [int(one) for one in np.flatnonzero(right & (self._functions.costs < self.most_cost))]

    def _measured(self) -> Iterator[tuple[str, int]]:
        return zip(self.values, self._sizes, strict=True)

    def _are_pieces(self, one: int, before: str, behind: str, separator: str) -> bool:
        texts = self._functions.values[one]
        return all(
            separator.join(f"{before}{text}{behind}" for text in texts[span]) == value
            for span, value in zip(self.items.spans, self.values, strict=True)
        )

    def _joined(self, source: Expression, one: int, separator: str, before: str = "", behind: str = "") -> Expression:
        """The pieces that a function makes of the items of a list, with constants around each and between them."""
        body = self.items.expression(self._functions.entries[one])
        if before:
            body = applied("concat", before, body)
        if behind:
            body = applied("concat", body, behind)
        mapped = self.mapped(source, body)
        return applied("join", mapped, separator) if separator else applied("glue", mapped)
