"""Choices among edits: which of them is right where, and the condition that says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, permutations, product

from ....dsl.core.expression import Expression, Literal
from ....dsl.core.types import STR
from ....dsl.language.language import BUILTIN
from ...readings.scene.applying import applied
from .conditions import classes, conditions
from .edits import fitted, plain_edits, solved_edits
from .positions import Mask, Places, numbers_in

MOST_ON_A_SIDE, MOST_SET = 3, 8
"""How many edits are taken for one side of a choice, and how many characters a set has at most that is solved for."""
MOST_PAIRED = 10
"""Among how many of the cheapest edits a set of characters, or a letter, decides."""
LEAST_IN_ORDER = 3
"""How many different characters there must be on either side where their order decides."""
MOST_CONSTANTS = 3
"""Where all pieces are so few, each of them is a constant."""
LEAST_ON_A_SIDE = 2
"""How many places there must be on either side of a choice."""

CHOICE = BUILTIN.vocabulary["if_else"]

Price = Callable[[Expression], int]


@dataclass(frozen=True, eq=False)
class Option:
    """An expression, its cost, and the places where it is right."""

    cost: int
    body: Expression
    right: Mask = 0


class Choices:
    """Edits of characters that give the pieces wanted, one for all or one of several by a condition.

    Parameters
    ----------
    price
        What an expression costs.
    wanted
        The piece for each place.
    least
        How many places there must be on either side of a choice.
    """

    def __init__(self, places: Places, wanted: Sequence[str], price: Price, least: int = LEAST_ON_A_SIDE) -> None:
        self.places, self.wanted, self.price, self.least = places, wanted, price, least
        bodies = dict.fromkeys((*plain_edits(places), *solved_edits(places, wanted)))
        edits = (Option(price(body), body, places.right(body, wanted)) for body in bodies)
        self.edits = sorted((edit for edit in edits if edit.right), key=lambda edit: edit.cost)

    def found(self) -> list[Option]:
        """What gives all pieces, the cheapest first; choices among three only where nothing simpler does."""
        single = list(self._side(self.places.all))
        found = [*single, *self._by_condition(), *self._by_character()]
        return sorted(found or self._among_three(), key=lambda option: option.cost)

    def _is_enough(self, mask: Mask) -> bool:
        return mask.bit_count() >= self.least

    def _side(self, mask: Mask) -> Iterator[Option]:
        """The cheapest edits that are right at all these places."""
        yield from islice((edit for edit in self.edits if not mask & ~edit.right), MOST_ON_A_SIDE)
        for body in fitted(self.places, self.wanted, numbers_in(mask)):
            yield Option(self.price(body), body)

    @cached_property
    def _asked(self) -> list[Option]:
        """Conditions that have a value at all places, and tell some of these from others."""
        every, found = self.places.all, []
        for body in dict.fromkeys(conditions(self.places)):
            defined, true = self.places.truths(body)
            if defined == every and self._is_enough(true) and self._is_enough(every & ~true):
                found.append(Option(self.price(body), body, true))
        return found

    def _by_condition(self) -> Iterator[Option]:
        for condition in self._asked:
            yield from self._chosen(condition, [*self._side(condition.right)], self.places.all & ~condition.right)

    def _chosen(self, condition: Option, one: Sequence[Option], rest: Mask) -> Iterator[Option]:
        """The choices between what is right where a condition holds and what is right at the other places."""
        if one:
            for then, otherwise in product(one, self._side(rest)):
                if then.body != otherwise.body:
                    yield self._choice(condition, then, otherwise)

    def _choice(self, condition: Option, then: Option, otherwise: Option) -> Option:
        body = applied("if_else", condition.body, then.body, otherwise.body)
        return Option(CHOICE.cost + condition.cost + then.cost + otherwise.cost, body)

    def _by_character(self) -> Iterator[Option]:
        """Choices between edits by a set of characters that the pieces give, or by the order of characters."""
        c, characters = self.places.character, self.places.characters
        for one, other in self._pairs():
            needed, spared = one.right & ~other.right, other.right & ~one.right
            if (one.right | other.right) != self.places.all or not self._is_enough(needed) or not spared:
                continue
            first = {characters[number] for number in numbers_in(needed)}
            second = {characters[number] for number in numbers_in(spared)}
            if first & second or not first:
                continue
            if len(first) <= MOST_SET:
                among = "".join(sorted(first))
                condition = applied("has", among, c) if len(among) > 1 else applied("same", c, among)
                yield self._choice(self._option(condition), one, other)
            if max(first) < min(second) and min(len(first), len(second)) >= LEAST_IN_ORDER:
                yield self._choice(self._option(applied("comes_before", c, min(second))), one, other)

    def _option(self, body: Expression) -> Option:
        return Option(self.price(body), body)

    def _pairs(self) -> Iterator[tuple[Option, Option]]:
        """Pairs of edits that are each right somewhere; what is a constant at the places left is one, too."""
        options = self.edits[:MOST_PAIRED]
        whole = dict.fromkeys(self.wanted)
        constants = whole if len(whole) <= MOST_CONSTANTS else {}
        for option in options:
            pieces = {self.wanted[number] for number in numbers_in(self.places.all & ~option.right)}
            if len(pieces) == 1:
                constants[pieces.pop()] = None
        for piece in constants:
            body = Literal(piece, STR)
            options.append(Option(self.price(body), body, self.places.right(body, self.wanted)))
        yield from permutations(options, 2)

    def _among_three(self) -> Iterator[Option]:
        """Choices among three edits by two classes of characters."""
        every, of_classes = self.places.all, [*classes(self.places.character)]
        asked = [condition for condition in self._asked if condition.body in of_classes]
        for outer, inner in permutations(asked, 2):
            for holds in (True, False):
                side = outer.right if holds else every & ~outer.right
                one, other = inner.right & ~side, every & ~inner.right & ~side
                if not self._is_enough(one) or not self._is_enough(other):
                    continue
                for first in islice(self._side(side), 1):
                    for nested in self._chosen(inner, [*islice(self._side(one), 1)], other):
                        parts = (first, nested) if holds else (nested, first)
                        yield self._choice(outer, *parts)
