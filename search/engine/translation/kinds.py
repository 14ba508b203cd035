"""What a value of compiled code is made of: kinds of values, and the words of LLVM's that hold one."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np


class Untranslatable(Exception):
    """A function does not keep to the part of Python that can be compiled; `statement` is the line where."""

    statement = ""


@dataclass(frozen=True)
class Scalar:
    """A number or truth value, by the name of LLVM's type."""

    name: str
    signed: bool = True

    @property
    def words(self) -> tuple[str, ...]:
        return (self.name,)


INT, UNSIGNED, BOOL, FLOAT = Scalar("i64"), Scalar("i64", signed=False), Scalar("i1"), Scalar("double")


@dataclass(frozen=True)
class Array:
    """An array whose items lie one after the other: the address, then the shape."""

    item: str
    dimensions: int

    @property
    def words(self) -> tuple[str, ...]:
        return ("ptr", *["i64"] * self.dimensions)


@dataclass(frozen=True)
class Record:
    """Values that travel together, by name; a tuple has numbers for names, and `NOTHING` has none."""

    names: tuple[str, ...]
    kinds: tuple[Kind, ...]

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(word for kind in self.kinds for word in kind.words)


Kind = Scalar | Array | Record
NOTHING = Record((), ())


class Item(NamedTuple):
    """How an item of an array lies in memory, and what it is once it is loaded."""

    stored: str
    size: int
    kind: Scalar


ITEMS = {
    "int64": Item("i64", 8, INT),
    "uint64": Item("i64", 8, UNSIGNED),
    "int32": Item("i32", 4, INT),
    "bool": Item("i8", 1, BOOL),
}


class Value(NamedTuple):
    """A value and LLVM's names of its words."""

    kind: Kind
    words: tuple[str, ...]

    @property
    def word(self) -> str:
        """The only word."""
        (word,) = self.words
        return word

    def parts(self) -> list[Value]:
        """The values of a record."""
        assert isinstance(self.kind, Record)
        found, start = [], 0
        for kind in self.kind.kinds:
            found.append(Value(kind, self.words[start : start + len(kind.words)]))
            start += len(kind.words)
        return found


def record(values: Sequence[Value], names: Sequence[str] | None = None) -> Value:
    """Values as one; a tuple without names."""
    chosen = tuple(map(str, range(len(values)))) if names is None else tuple(names)
    kind = Record(chosen, tuple(value.kind for value in values))
    return Value(kind, tuple(word for value in values for word in value.words))


def constant(value: Any) -> Value:
    """A number that is known when the code is compiled, of Python or of NumPy; past 2^63 it is unsigned."""
    if not isinstance(value, int | float | np.integer):
        raise Untranslatable("expected a number")
    if isinstance(value, bool):
        return Value(BOOL, (str(int(value)),))
    if isinstance(value, float):
        return Value(FLOAT, (_bits(value),))
    number = int(value)
    if not -(2**63) <= number < 2**64:
        raise Untranslatable(f"{number} does not fit into 64 bits")
    if number >= 2**63 or getattr(value, "dtype", None) == "uint64":
        return Value(UNSIGNED, (str(number if number < 2**63 else number - 2**64),))
    return Value(INT, (str(number),))


def _bits(value: float) -> str:
    """A double as LLVM writes it without loss."""
    return f"0x{struct.unpack('>Q', struct.pack('>d', value))[0]:016X}"


def is_constant(value: Value) -> bool:
    """Whether this is an integer that is known when the code is compiled."""
    return value.kind == INT and value.word.lstrip("-").isdigit()


def joined(one: Kind, other: Kind) -> Kind:
    """The kind that has the values of both.

    Raises
    ------
    Untranslatable
        If there is none.
    """
    if one == other:
        return one
    if isinstance(one, Scalar) and isinstance(other, Scalar) and UNSIGNED not in (one, other):
        return FLOAT if FLOAT in (one, other) else INT
    if isinstance(one, Record) and isinstance(other, Record) and one.names == other.names:
        return Record(one.names, tuple(map(joined, one.kinds, other.kinds)))
    raise Untranslatable("values of different kinds meet")
