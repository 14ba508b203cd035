"""The bank: every behaviour found so far, once, with the cheapest program that has it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ..dsl.expression import Call, Expression, Literal, Variable, call
from ..dsl.layout import encode
from ..dsl.types import Type
from .engine import engine
from .instances import Instance

FIRST_ENTRIES = 1 << 14
FIRST_KEYS = 1 << 16
LITERAL, VARIABLE = 0, 1
MAX_COST = 96


class OutOfMemory(Exception):
    """The bank may not grow any further."""


class Bank:
    """Values of all types in one arena, indexed by type and cost.

    Parameters
    ----------
    examples
        The number of examples.
    types
        The types that values may have; an entry's type is an index into them.
    longest
        Words in the longest value of the task: bounds what a kernel may write.
    memory
        Bytes that all arrays together may take.
    """

    def __init__(self, *, examples: int, types: Sequence[Type], longest: int, memory: int) -> None:
        self.types = {type_: number for number, type_ in enumerate(types)}
        self.examples = examples
        self.memory = memory
        self.cap = max(256, 1 << (4 * longest - 1).bit_length()) if longest < 1 << 13 else 1 << 15
        self.width = max(1 << 16, 4 * engine().TAIL * self.cap)
        self.mem = np.zeros(examples * self.width, np.int64)
        self.tails = np.zeros(examples, np.int64)
        self.offsets = np.zeros((examples, FIRST_ENTRIES), np.int64)
        self.lengths = np.zeros((examples, FIRST_ENTRIES), np.int32)
        self.roots = np.zeros(FIRST_ENTRIES, np.int32)
        self.origins = np.zeros((4, FIRST_ENTRIES), np.int32)
        self.keys = np.zeros(FIRST_KEYS, np.uint64)
        self.entries = np.zeros(FIRST_KEYS, np.int32)
        self.count = 0
        self.segments = np.zeros((MAX_COST, len(types), 2), np.int64)
        self.random = np.random.default_rng(2024).integers(1, 2**63, 1 << 12, dtype=np.uint64) * np.uint64(
            2
        ) + np.uint64(1)
        self.leaves: dict[int, Expression] = {}
        self._check(0)

    @property
    def columns(self) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        return self.offsets, self.lengths, self.roots, self.origins

    def add_leaf(self, leaf: Variable | Literal, values: Sequence[Any]) -> bool:
        """Store a variable or literal with its value on each example; False if the behaviour is known."""
        places = self.write(values, leaf.type)
        lengths = [len(encode(value, leaf.type)) for value in values]
        key = self._key(places, lengths, self.types[leaf.type])
        slot = engine().find_slot(self.keys, key)
        if self.keys[slot]:
            return False
        self.keys[slot], self.entries[slot] = key, self.count
        self.offsets[:, self.count], self.lengths[:, self.count] = places, lengths
        self.roots[self.count] = LITERAL if isinstance(leaf, Literal) else VARIABLE
        self.leaves[self.count] = leaf
        self.count += 1
        return True

    def write(self, values: Sequence[Any], type_: Type) -> list[int]:
        """Put one value for each example into the arena; return their offsets."""
        places = []
        for example, value in enumerate(values):
            words = encode(value, type_)
            while self.tails[example] + len(words) + engine().TAIL * self.cap > self.width:
                self.widen()
            start = int(self.tails[example])
            base = example * self.width + start
            self.mem[base : base + len(words)] = words
            self.tails[example] += len(words)
            places.append(start)
        return places

    def _key(self, places: Sequence[int], lengths: Sequence[int], kind: int) -> np.uint64:
        state, position = np.uint64(0), 0
        for example, (place, length) in enumerate(zip(places, lengths, strict=True)):
            state = engine().hash_slice(
                self.mem, example * self.width + place, length, self.random, np.uint64(state), position
            )
            position += length + 1
        return np.uint64(engine().finish_hash(np.uint64(state), kind))

    def bytes(self) -> int:
        """Memory that the arrays take."""
        arrays = (self.mem, self.offsets, self.lengths, self.roots, self.origins, self.keys, self.entries)
        return sum(array.nbytes for array in arrays)

    def _check(self, more: int) -> None:
        if self.bytes() + more > self.memory:
            raise OutOfMemory

    def widen(self) -> None:
        """Double the arena."""
        self._check(self.mem.nbytes)
        wider = np.empty((self.examples, 2 * self.width), np.int64)
        wider[:, : self.width] = self.mem.reshape(self.examples, self.width)
        self.width *= 2
        self.mem = wider.reshape(-1)

    def grow(self) -> None:
        """Make room for twice as many entries."""
        self._check(self.offsets.nbytes + self.lengths.nbytes + self.roots.nbytes + self.origins.nbytes)
        self.offsets = np.concatenate([self.offsets, np.empty_like(self.offsets)], axis=1)
        self.lengths = np.concatenate([self.lengths, np.empty_like(self.lengths)], axis=1)
        self.origins = np.concatenate([self.origins, np.empty_like(self.origins)], axis=1)
        self.roots = np.concatenate([self.roots, np.empty_like(self.roots)])

    def rehash(self) -> None:
        """Double the hash table."""
        self._check(self.keys.nbytes + self.entries.nbytes)
        keys = np.zeros(2 * len(self.keys), np.uint64)
        entries = np.zeros(2 * len(self.keys), np.int32)
        engine().rehash(self.keys, self.entries, keys, entries)
        self.keys, self.entries = keys, entries

    def expression(self, entry: int, instances: Sequence[Instance]) -> Expression:
        """The program of an entry."""
        leaf = self.leaves.get(entry)
        if leaf is not None:
            return leaf
        instance, *arguments = (int(number) for number in self.origins[:, entry])
        return self.combine(instance, arguments, instances)

    def combine(self, instance: int, arguments: Sequence[int], instances: Sequence[Instance]) -> Call:
        """The program that applies an instance to entries."""
        chosen = instances[instance]
        parts = (self.expression(entry, instances) for entry in arguments[: chosen.primitive.arity])
        return call(chosen.primitive, *parts, each=chosen.each)
