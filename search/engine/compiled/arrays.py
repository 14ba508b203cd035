"""What Python passes to the compiled code: kinds of arrays, and records of arrays that travel together.

The parameters of an entry point are annotated with `int`, with a kind of
array or with a record. A record stands for its attributes: Python passes any
object that has them, and the loops read `bank.offsets[e, i]`.
"""

from __future__ import annotations

from typing import Annotated, NamedTuple, Protocol, TypeAlias

import numpy as np

TAIL = 8
"""Words that evaluating a candidate may write, in units of `cap`."""
SCRATCHES = 4
"""So many times as much ends every region as scratch memory: storing uses all of it, matching one for each shard."""


class ArrayKind(NamedTuple):
    """The type of an array's items, a name of NumPy's, and the number of dimensions; 0 for a single integer."""

    item: str
    dimensions: int
    is_arena: bool = False


Memory: TypeAlias = Annotated[np.ndarray, ArrayKind("int64", 1, is_arena=True)]
"""The arena, which compiled code has as an address. Wherever it is passed, it is called `mem`."""
Int64Vector: TypeAlias = Annotated[np.ndarray, ArrayKind("int64", 1)]
Int64Matrix: TypeAlias = Annotated[np.ndarray, ArrayKind("int64", 2)]
Int64Cube: TypeAlias = Annotated[np.ndarray, ArrayKind("int64", 3)]
Int32Vector: TypeAlias = Annotated[np.ndarray, ArrayKind("int32", 1)]
Int32Matrix: TypeAlias = Annotated[np.ndarray, ArrayKind("int32", 2)]
UInt64Vector: TypeAlias = Annotated[np.ndarray, ArrayKind("uint64", 1)]
BoolCube: TypeAlias = Annotated[np.ndarray, ArrayKind("bool", 3)]


class BankArrays(Protocol):
    """The bank.

    Values lie in one array of 64-bit words, `mem`, cut into one region of
    `width` words per example, so that matching on the first example touches only
    the first region. A kernel writes at most `cap` words. An entry is a column of
    `offsets` and `lengths` (one row per example; the offset is relative to the
    region, the length -1 where the value is undefined), of `roots` and of
    `origins`: the primitive at the root of its program, and the instance and the
    entries that made it. `segments[cost, type]` is the range of entries of that
    cost and type. `random` holds the numbers that values are hashed with.

    Where there are many examples, the values of an entry that are one word each lie
    side by side as well: those of entry i from `columns` + i * examples on. Before
    `columns` there is room for a block of such values. It is 0 where there are none.
    """

    mem: Memory
    width: int
    cap: int
    columns: int
    offsets: Int32Matrix
    lengths: Int32Matrix
    roots: Int32Vector
    origins: Int32Matrix
    segments: Int64Cube
    random: UInt64Vector


class HashArrays(Protocol):
    """A hash table: for each slot a key, 0 where it is free, and the entry that has it."""

    keys: UInt64Vector
    entries: Int32Vector


class ValueArrays(Protocol):
    """A value for each example, such as a goal: the offset in the region of the example, and the number of words."""

    offsets: Int64Vector
    lengths: Int64Vector


class BlockArrays(Protocol):
    """Candidates that are stored together: rows of an instance and three entries.

    `sides` are those of the instance if it is evaluated on all examples at once, and else 0. `lengths[e, candidate]`
    are those of the other values, `keys` the hashes of all, and `words` how many words have been hashed, -1 where a
    value is undefined or known.
    """

    candidates: Int64Matrix
    sides: Int64Vector
    lengths: Int64Matrix
    keys: UInt64Vector
    words: Int64Vector


class InstanceArrays(Protocol):
    """The instances as rows of integers, and what their laws exclude.

    `absorbs[row, position, root]` says that an argument must not have this root;
    `identities[row, position]` is an entry that must not be the argument, or -1.
    """

    rows: Int64Matrix
    absorbs: BoolCube
    identities: Int64Matrix


class StepArrays(Protocol):
    """Small functions: the entries of a bank, whose terminals are their variables and constants.

    `origins` are those of the bank. `terminals` has for each entry its place in a
    frame, counted from 1, 0 for those that an instance made, and -1 for those that
    have no place and cannot be run. `instances` are
    the rows of these, and `kernels` the addresses of their kernels.
    """

    origins: Int32Matrix
    terminals: Int64Vector
    instances: Int64Matrix
    kernels: Int64Vector


class RunArrays(Protocol):
    """What small functions are run on.

    All values are slices of `mem`: an offset and a length. `values[example, place]`
    are those of the terminals, first of all the state; `items` those of all
    examples, one example after the other, the items of an example from `firsts`
    on; `wanted[example]` is the goal. `code` and `frame` are room for the parts of
    a function and for their values, `state` for the words of two states. From `out`
    on every part has memory of its own, of `TAIL * cap` words.
    """

    mem: Memory
    cap: int
    values: Int64Cube
    items: Int64Matrix
    firsts: Int64Vector
    wanted: Int64Matrix
    code: Int64Matrix
    frame: Int64Matrix
    state: int
    out: int


class CellArrays(Protocol):
    """Cells that steps fill one after the other, after those that are filled to begin with.

    `slices[cell, place]` is what a step is given for its first variables: an offset
    in memory and a length; these may be other cells. `targets` are the offsets of
    the cells themselves, each of one word, those of an example from `firsts` on;
    `lasts[example]` is the offset of the one whose value is told. At the offset
    `extremes`, unless it is negative, is room for the smaller and the larger of the
    first two words, and for the smallest and the largest of the first three.
    """

    slices: Int64Cube
    targets: Int64Vector
    firsts: Int64Vector
    lasts: Int64Vector
    extremes: int
