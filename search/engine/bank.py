"""The bank: every behaviour found so far, once, with the cheapest program that has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

import numpy as np

from ...dsl.core.expression import Call, Expression, Literal, call
from ...dsl.core.layout import decode, encode
from ...dsl.core.patience import look
from ...dsl.core.types import Type
from ..task.goals import Goal
from .compiled.arrays import SCRATCHES, TAIL
from .compiled.encoding import FIRST_ROOT, LITERAL_ROOT, VARIABLE_ROOT
from .compiled.storing import BLOCK
from .hash_table import HashTable
from .instances import Instance
from .memory import Reservation
from .native import engine

FIRST_KEYS = 1 << 15
MAX_COST = 96
OUT_OF_ORDER = MAX_COST - 1
"""The row of `segments` for terminals that are stored before their cost is reached."""
RANDOM_WORDS = 1 << 10
LEAST_MEMORY = 4096
LARGE = 16 * 10**6
"""Bytes from which large pages are worth asking for."""
VALUE_SHARE = 0.6
"""Share of the memory for values; the rest is for what is known of each entry."""
KEY_BYTES = 36
"""Bytes that an entry takes in the hash table, on average."""
MOST_ENTRIES = 1 << 27
MOST_OFFSET = 2**31 - 1
MOST_CAP = 1 << 15
"""The most words that a kernel may write; what it only copies may be longer, up to `TAIL` times as many."""
LEAST_FOR_COLUMNS = 32
"""With so many examples, values of one word lie side by side as well (see `BankArrays.columns`)."""
HEADER = 2
"""Words before the arena: whether a check of `INDUCE_BOUNDSCHECK` failed, and its length."""


@cache
def _multipliers() -> np.ndarray:
    """Odd numbers that look random, by which the hash of a value multiplies its words: those of SplitMix64.

    NumPy's generators would take longer to import than many a search takes.
    """
    state = np.arange(1, RANDOM_WORDS + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    state = (state ^ state >> np.uint64(30)) * np.uint64(0xBF58476D1CE4E5B9)
    state = (state ^ state >> np.uint64(27)) * np.uint64(0x94D049BB133111EB)
    return (state ^ state >> np.uint64(31)) | np.uint64(1)


class OutOfMemory(Exception):
    """The bank cannot grow any further."""


class Values(NamedTuple):
    """Where a value for each example lies in the arena: offsets in the regions of the examples, and words."""

    offsets: np.ndarray
    lengths: np.ndarray


class Bank:
    """Values of all types in one arena, indexed by type and cost.

    All arrays but the hash table are reserved for as much as the memory could
    hold, so that they never move; what is not used takes none.

    Parameters
    ----------
    examples
        The number of examples.
    types
        The types that values may have; an entry's type is an index into them.
    longest
        Words in the longest value of the task: bounds what a kernel may write.
    given
        Words in the longest value that is put into it, if that is longer.
    memory
        Bytes that entries and their values may take.

    Raises
    ------
    OutOfMemory
        If that is too little to begin with.
    """

    def __init__(self, *, examples: int, types: Sequence[Type], longest: int, memory: int, given: int = 0) -> None:
        self.types = {type_: number for number, type_ in enumerate(types)}
        self.examples = examples
        self.memory = memory
        cap = max(256, 1 << (4 * longest - 1).bit_length()) if longest < 1 << 13 else MOST_CAP
        self.cap = max(cap, 1 << (min(given, MOST_CAP) - 1).bit_length())
        self.longest = max(self.cap, longest, given)
        self.count = 0
        self.tails = np.zeros(examples, np.int64)
        self.table = HashTable(FIRST_KEYS)
        self.segments = np.zeros((MAX_COST, len(types), 2), np.int64)
        self.random = _multipliers()
        self.level_ends = np.zeros(MAX_COST, np.int64)
        self.terminals: dict[int, Expression] = {}
        self.terminal_costs: dict[int, int] = {}
        self._bytes_per_entry = (16 if self.has_columns else 8) * examples + 20 + KEY_BYTES
        self._reserve(memory)
        if self.width < (SCRATCHES + 2) * TAIL * self.cap or not self.offsets.size:
            raise OutOfMemory

    @property
    def has_columns(self) -> bool:
        """Whether values of one word lie side by side as well."""
        return self.examples >= LEAST_FOR_COLUMNS

    def _reserve(self, memory: int) -> None:
        """Reserve the arrays, and smaller ones if the system does not give all the memory allowed."""
        while memory > LEAST_MEMORY:
            try:
                self._reservation = self._reserved(memory)
                break
            except MemoryError:
                memory //= 2
        else:
            raise OutOfMemory
        self._arena[HEADER - 1] = len(self._arena) - HEADER
        self.mem = self._arena[HEADER:]

    def _reserved(self, memory: int) -> Reservation:
        reservation = Reservation()
        capacity = min(int((1 - VALUE_SHARE) * memory) // self._bytes_per_entry, MOST_ENTRIES)
        before = BLOCK if self.has_columns else 0
        self.width = min(int(VALUE_SHARE * memory) // (8 * self.examples) - before, MOST_OFFSET)
        words = (self.width + before) * self.examples
        self.columns = words if self.has_columns else 0
        words += self.examples * capacity if self.has_columns else 0
        self._arena = reservation.array(HEADER + words, np.int64)
        self.offsets = reservation.array(self.examples * capacity, np.int32).reshape(self.examples, capacity)
        self.lengths = reservation.array(self.examples * capacity, np.int32).reshape(self.examples, capacity)
        self.roots = reservation.array(capacity, np.int32)
        self.origins = reservation.array(4 * capacity, np.int32).reshape(4, capacity)
        return reservation

    def add_terminal(self, terminal: Expression, values: Sequence[Any], cost: int, *, known: bool = True) -> bool:
        """Store an expression with its value on each example; False if the behaviour is known.

        With `known` what behaves like it is a duplicate from now on.

        Raises
        ------
        OutOfMemory
            If the bank may not grow any further.
        """
        look()
        if self.count + 1 >= len(self.roots):
            raise OutOfMemory
        if 2 * (self.count + 1) > len(self.table.keys):
            self.rehash()
        tails = self.tails.copy()
        written = self._written([encode(value, terminal.type) for value in values])
        if known and self.look_up(written, terminal.type) >= 0:
            self.tails[:] = tails
            return False
        self.offsets[:, self.count], self.lengths[:, self.count] = written
        if self.columns and terminal.type.is_scalar:
            self.mem[self.columns + self.count * self.examples :][: self.examples] = self.mem[self._behind(tails)]
        self.roots[self.count] = LITERAL_ROOT if isinstance(terminal, Literal) else VARIABLE_ROOT
        self.terminals[self.count], self.terminal_costs[self.count] = terminal, cost
        self.count += 1
        return True

    def look_up(self, values: Values, type_: Type) -> int:
        """The entry that has these values; -1 if there is none, and they are known as those of the next entry."""
        entry: int = engine().look_up(self, self.table, values, self.types[type_], self.count)
        return entry

    def write(self, values: Sequence[Any], type_: Type) -> np.ndarray:
        """Put one value for each example into the arena; return their offsets."""
        return self._written([encode(value, type_) for value in values]).offsets

    def _written(self, values: Sequence[list[int]]) -> Values:
        """Put the words of one value for each example behind the tails."""
        lengths = np.array(list(map(len, values)), np.int64)
        offsets = self.tails.copy()
        if (offsets + lengths).max() + SCRATCHES * TAIL * self.cap > self.width:
            raise OutOfMemory
        starts = self._behind(offsets)
        first = np.cumsum(lengths) - lengths
        places = np.repeat(starts - first, lengths) + np.arange(lengths.sum())
        self.mem[places] = list(chain.from_iterable(values))
        self.tails += lengths
        return Values(offsets, lengths)

    def _behind(self, offsets: np.ndarray) -> np.ndarray:
        """Where in the arena offsets of the regions lead."""
        return offsets + self.width * np.arange(self.examples, dtype=np.int64)

    def values(self, entry: int, type_: Type) -> list[Any]:
        """The value of an entry in each example."""
        return [self.value(entry, example, type_) for example in range(self.examples)]

    def value(self, entry: int, example: int, type_: Type) -> Any:
        """The value of an entry in one example."""
        start = example * self.width + int(self.offsets[example, entry])
        return self.read(start, int(self.lengths[example, entry]), type_)

    def starts(self, entries: np.ndarray) -> np.ndarray:
        """Where the values of entries begin in the arena: int64, (examples, entries)."""
        # The offsets alone fit 32 bits, not where they lead in a large arena.
        regions = self.width * np.arange(self.examples, dtype=np.int64)
        found: np.ndarray = regions[:, None] + self.offsets[:, entries]
        return found

    def item_counts(self, entries: np.ndarray, type_: Type) -> np.ndarray:
        """How many items the lists of entries have: int64, (examples, entries)."""
        assert type_.item is not None
        if type_.item.is_scalar:
            found: np.ndarray = self.lengths[:, entries].astype(np.int64)
            return found
        rows: np.ndarray = self.mem[self.starts(entries)]
        return rows

    def goal_values(self, goal: Goal) -> list[Any]:
        """What is wanted in each example."""
        starts = [e * self.width + offset for e, offset in enumerate(goal.offsets.tolist())]
        lengths = goal.lengths.tolist()
        return [self.read(start, length, goal.type) for start, length in zip(starts, lengths, strict=True)]

    def read(self, start: int, length: int, type_: Type) -> Any:
        """The value that these words of the arena encode."""
        return decode(self.mem[start : start + length].tolist(), type_)

    def equal(self, type_: Type, cost: int, values: Mapping[int, Any]) -> list[int]:
        """The entries of a type and cost that have the given values in the given examples."""
        found = np.arange(*self.segments[cost, self.types[type_]], dtype=np.int64)
        for example, value in values.items():
            words = encode(value, type_)
            found = found[self.lengths[example, found] == len(words)]
            for i, word in enumerate(words):
                # The offsets alone fit 32 bits, not where they lead in a large arena.
                offsets = example * self.width + self.offsets[example, found].astype(np.int64)
                found = found[self.mem[offsets + i] == word]
        return [int(entry) for entry in found]

    def levels(self, type_: Type, *, least: int = 1) -> list[range]:
        """The entries of a type by cost, the cheapest first; only costs from `least` on that have any."""
        if type_ not in self.types:
            return []
        rows = self.segments[least:OUT_OF_ORDER, self.types[type_]].tolist()
        return [range(start, end) for start, end in rows if end > start]

    def alike(self, type_: Type, lengths: np.ndarray, most_cost: int) -> Iterator[int]:
        """Entries of a type up to a cost whose values have the given lengths, the cheapest first."""
        for cost in range(1, most_cost + 1):
            entries = np.arange(*self.segments[cost, self.types[type_]])
            yield from entries[(self.lengths[:, entries] == lengths[:, None]).all(axis=0)].tolist()

    def bytes(self) -> int:
        """Memory taken so far."""
        return int(self.count * self._bytes_per_entry + 8 * self.tails.sum())

    def type_id_of(self, entry: int) -> int:
        """The number of an entry's type."""
        inside = (self.segments[..., 0] <= entry) & (entry < self.segments[..., 1])
        return int(np.argwhere(inside)[0][1])

    def cost_of(self, entry: int) -> int:
        """The cost of an entry: all but terminals are stored level by level."""
        known = self.terminal_costs.get(entry)
        return int(self.level_ends.searchsorted(entry, side="right")) if known is None else known

    def costs_of(self, entries: np.ndarray) -> np.ndarray:
        """The costs of some entries."""
        costs = self.level_ends.searchsorted(entries, side="right")
        for index in np.flatnonzero(self.roots[entries] < FIRST_ROOT).tolist():
            costs[index] = self.terminal_costs[int(entries[index])]
        return costs

    def row_of(self, entry: int) -> int:
        """The row of `segments` that an entry is in."""
        row = min(self.cost_of(entry), OUT_OF_ORDER)
        starts, ends = self.segments[row].T
        return row if ((starts <= entry) & (entry < ends)).any() else OUT_OF_ORDER

    def first_of_cost(self, cost: int) -> int:
        """The first entry that costs more than `cost`."""
        return int(self.level_ends[cost]) if 0 <= cost < len(self.level_ends) else 0

    def rehash(self) -> None:
        """Double the hash table."""
        self.table = self.table.doubled()
        if self.bytes() > LARGE:
            self._reservation.in_large_pages()

    def expression(self, entry: int, instances: Sequence[Instance]) -> Expression:
        """The program of an entry."""
        terminal = self.terminals.get(entry)
        if terminal is not None:
            return terminal
        instance, *arguments = (int(number) for number in self.origins[:, entry])
        return self.combine(instance, arguments, instances)

    def combine(self, instance: int, arguments: Sequence[int], instances: Sequence[Instance]) -> Call:
        """The program that applies an instance to entries."""
        chosen = instances[instance]
        parts = (self.expression(entry, instances) for entry in arguments[: chosen.primitive.arity])
        return call(chosen.primitive, *parts, each=chosen.each)
