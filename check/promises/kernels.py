"""A kernel gives what its reference gives, keeps to its memory, and leaves its arguments alone.

All values that are drawn for a primitive lie in one arena, so that a kernel is called with their places alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from random import Random
from typing import Any

import numpy as np

from ...dsl.core.application import Application, apply, resolve
from ...dsl.core.bounds import within_bounds
from ...dsl.core.decimals import mapped, of_word, word_of
from ...dsl.core.layout import encode
from ...dsl.core.primitive import UNDEFINED_ERRORS, Primitive
from ...dsl.core.types import Type, list_of
from ...dsl.core.unification import substitute
from ...dsl.language.language import BUILTIN
from ...search.engine.bank import HEADER
from ...search.engine.codegen.generation import CHECKED
from ...search.engine.codegen.machine import callable_at
from ...search.engine.codegen.numbering import numbers
from ...search.engine.native import kernels
from ..drawing.applications import bindings
from ..drawing.sabotage import KERNEL_WORDS
from ..drawing.values import draw_value
from .promise import Promise, Tally

ROUNDS = 10
"""Of all primitives, in a batch: each time at other types."""
EVALUATIONS = 100
"""Of a primitive in a round."""
POOL = 24
"""Values of each type that arguments are chosen from."""
CAPS = (0, 1, 7, 200)
"""Words beside those of the longest argument that a result may have."""
UNTOUCHED = -777
"""What lies where nothing may be written."""
MARGIN = 8
KERNELS = [row for row in BUILTIN.searched.values() if row.kernel is not None]


def batch(seed: int) -> Tally:
    """Try every primitive at types that are drawn."""
    draw = Random(seed)
    found = [
        fault
        for row in KERNELS
        for _ in range(ROUNDS)
        for fault in Trial(row, drawn_types(row, draw), draw).faults(EVALUATIONS)
    ]
    return Tally(ROUNDS * EVALUATIONS * len(KERNELS), tuple(found))


def drawn_types(row: Primitive, draw: Random) -> list[Type]:
    """Types of arguments that a primitive may be applied to."""
    bound = draw.choice(bindings(row))
    types = [substitute(pattern, bound) for pattern in row.parameters]
    if row.elementwise:
        return [list_of(type_) if draw.random() < 0.3 else type_ for type_ in types]
    return types


@dataclass(frozen=True)
class Place:
    """A value, and where its words lie in the arena."""

    value: Any
    start: int
    length: int


class Trial:
    """A primitive at types, and an arena with values of these."""

    def __init__(self, row: Primitive, types: Sequence[Type], draw: Random) -> None:
        application = resolve(row, types)
        assert application is not None
        self.row, self.types, self.draw = row, types, draw
        self.application: Application = application
        self.pools: list[list[Place]] = []
        words: list[int] = []
        for type_ in types:
            values = [draw_value(type_, draw) for _ in range(POOL)]
            if self.pools and types[0] == list_of(type_):  # An item of the first argument says more than another.
                values += [draw.choice(place.value) for place in self.pools[0] if place.value]
            pool = []
            for value in values:
                encoded = encode(value, type_)
                pool.append(Place(value, len(words), len(encoded)))
                words += encoded
            self.pools.append(pool)
        self.out = len(words)
        longest = max(place.length for pool in self.pools for place in pool)
        self.longest = max(longest, 1)
        room = 2 * (self.longest + max(CAPS)) + MARGIN
        # As in a bank, the length of the arena lies before it, and before that is noted that a check has failed.
        self.memory = np.array([0, len(words) + room, *words, *[UNTOUCHED] * room], np.int64)
        self.arena = self.memory[HEADER:]
        self.given = self.arena[: self.out].copy()

    @cached_property
    def kernel(self) -> Any:
        return callable_at(int(kernels()[numbers(BUILTIN)[self.row]]), KERNEL_WORDS)

    def faults(self, count: int) -> Iterator[str]:
        """What goes wrong on so many arguments."""
        for _ in range(count):
            places = [self.draw.choice(pool) for pool in self.pools]
            cap = self.longest + self.draw.choice(CAPS)
            wrong = self.fault(places, cap)
            if wrong:
                yield f"{self.row.name} on {', '.join(repr(place.value) for place in places)}: {wrong}"
                return

    def fault(self, places: Sequence[Place], cap: int) -> str:
        """What is wrong on some arguments, with so much room for the result; "" if nothing is."""
        got, expected = self._run(places, cap), self._expected(places)
        if self.memory[0]:
            return "reaches outside of the arena"
        if not np.array_equal(self.arena[: self.out], self.given):
            return "changes what it is given"
        if (self.arena[self.out + 2 * cap :] != UNTOUCHED).any():
            return f"writes past the room of {cap} words"
        self.arena[self.out :] = UNTOUCHED
        if got is None and expected is not None and len(expected) + 1 >= cap:
            return ""  # Such a long result need not fit.
        return "" if got == expected else f"the kernel gives {got}, the reference {expected}"

    def _run(self, places: Sequence[Place], cap: int) -> list[int] | None:
        bits = sum(lifted << position for position, lifted in enumerate(self.application.broadcast))
        given = [word for place in places for word in (place.start, place.length)]
        given += [0, 0] * (3 - len(places))
        length = self.kernel(bits, self.arena.ctypes.data, *given, self.out, cap)
        return None if length < 0 else self.arena[self.out : self.out + length].tolist()

    def _expected(self, places: Sequence[Place]) -> list[int] | None:
        result = self.application.result
        try:
            value = apply(self.row, self.application, [place.value for place in places])
        except UNDEFINED_ERRORS:
            return None
        if not within_bounds(value):
            return None
        return encode(mapped(_rounded, value, result), result)


def _rounded(number: Any) -> Decimal:
    """A decimal with as many places as a word has."""
    return of_word(word_of(Decimal(number)))


PROMISE = Promise("kernels", "compiled kernels give what their references give", goal=10_000_000, batch=batch)
CHECKED_PROMISE = Promise(
    "bounds",
    "the same with every access to memory checked",
    goal=1_000_000,
    batch=batch,
    environment={CHECKED: "1"},
)
