"""The programs of a bank's entries and how unusual they are, each part reckoned once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from ...dsl.core.expression import Call, Expression, call
from ...dsl.core.types import Type
from ...search.enumeration.storing import BankBuilder
from ..programs.grammar import WHOLE, of_the_corpus
from ..runtime.productions import name_of


@dataclass(frozen=True)
class Piece:
    """An entry that a program is made of, and its type."""

    entries: Entries
    entry: int
    type: Type

    def parts(self) -> Iterator[Piece]:
        """Itself and all that it is made of."""
        yield self
        for piece in self.entries.pieces(self.entry):
            yield from piece.parts()

    def value(self, example: int) -> Any:
        """Its value in an example."""
        return self.entries.bank.value(self.entry, example, self.type)


class Entries:
    """The entries of a bank as programs."""

    def __init__(self, builder: BankBuilder) -> None:
        self.bank = builder.bank
        self._instances = builder.instances
        self._grammar = of_the_corpus()
        self._programs: dict[int, Expression] = {}
        self._inner: dict[int, tuple[float, int]] = {}
        self._levels: dict[Type, list[range]] = {}

    def drawn(self, type_: Type, count: int, rng: Random) -> list[int]:
        """At most so many entries of a type, as many dear ones as cheap ones."""
        levels = self._levels.get(type_)
        if levels is None:
            levels = self._levels[type_] = self.bank.levels(type_)
        return sorted({rng.choice(rng.choice(levels)) for _ in range(count)}) if levels else []

    def values(self, entry: int, type_: Type) -> list[Any]:
        """The value of an entry in each example."""
        return self.bank.values(entry, type_)

    def program(self, entry: int) -> Expression:
        """The program of an entry."""
        known = self._programs.get(entry)
        if known is None:
            known = self._programs[entry] = self._made(entry)
        return known

    def pieces(self, entry: int) -> tuple[Piece, ...]:
        """The entries that an entry applies a primitive to, but for parameters and constants."""
        return tuple(Piece(self, child, type_) for child, type_ in self._children(entry) if self._is_made(child))

    def _is_made(self, entry: int) -> bool:
        """Whether an entry is made of others, in this bank or in one that its terminals come from."""
        return isinstance(self.program(entry), Call)

    def surprise(self, entry: int) -> float:
        """The bits of the program of an entry by the grammar of the corpus, for each of its nodes."""
        bits, nodes = self._inside(entry)
        return (self._grammar.bits(WHOLE, name_of(self.program(entry))) + bits) / (1 + nodes)

    def _made(self, entry: int) -> Expression:
        terminal = self.bank.terminals.get(entry)
        if terminal is not None:
            return terminal
        instance = self._instances[int(self.bank.origins[0, entry])]
        parts = (self.program(child) for child, _ in self._children(entry))
        return call(instance.primitive, *parts, each=instance.each)

    def _children(self, entry: int) -> Sequence[tuple[int, Type]]:
        """The entries that an entry applies a primitive to, with their types; none for a terminal."""
        if entry in self.bank.terminals:
            return ()
        instance, *arguments = self.bank.origins[:, entry].tolist()
        return [*zip(arguments, self._instances[instance].arguments, strict=False)]

    def _inside(self, entry: int) -> tuple[float, int]:
        """The bits of all but the outermost node, and how many nodes these are."""
        known = self._inner.get(entry)
        if known is None:
            known = self._inner[entry] = self._reckoned(entry)
        return known

    def _reckoned(self, entry: int) -> tuple[float, int]:
        terminal = self.bank.terminals.get(entry)
        if terminal is not None:
            return self._grammar.inner(terminal)
        name, bits, nodes = name_of(self.program(entry)), 0.0, 0
        for number, (child, _) in enumerate(self._children(entry)):
            below, count = self._inside(child)
            bits += self._grammar.bits((name, number), name_of(self.program(child))) + below
            nodes += 1 + count
        return bits, nodes
