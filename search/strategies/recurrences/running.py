"""Steps run by compiled code, many at a time: over items, or again and again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import Any

import numpy as np

from ....dsl.core.layout import encode
from ....dsl.core.types import INT, LIMIT, Type
from ...engine.compiled.arrays import TAIL
from ...engine.compiled.stepping import DEFINED, FIRST, MOST_PARTS, RIGHT
from ...engine.compiled.walking import AT_BEFORE, IS_MET
from ...engine.native import engine
from .steps import Steps

HEADER = 2
"""Words before an arena: whether a check of `INDUCE_BOUNDSCHECK` failed, and its length."""
CAP_OF_WORDS, CAP, MOST_CAP = 64, 512, 1 << 15
"""The longest value of a part: of steps from numbers to numbers, and of others, which have longer ones where they are
given longer ones; no longer than in a bank."""
NO_STATES = np.zeros((0, 1), np.int64)


@dataclass(frozen=True, eq=False)
class _Layout:
    """What compiled code reads of a run; see `RunArrays`."""

    mem: np.ndarray
    cap: int
    values: np.ndarray
    items: np.ndarray
    firsts: np.ndarray
    wanted: np.ndarray
    code: np.ndarray
    frame: np.ndarray
    state: int
    out: int


class _Words:
    """Values, one after the other."""

    def __init__(self) -> None:
        self.words: list[int] = []

    def placed(self, value: Any, type_: Type) -> tuple[int, int]:
        """Where a value begins that is added, and its length."""
        encoded = encode(value, type_)
        self.words += encoded
        return len(self.words) - len(encoded), len(encoded)


def _laid_out(
    steps: Steps,
    rows: Sequence[Sequence[Any]],
    items: Sequence[Sequence[Any]],
    item: Type,
    wanted: Sequence[Any],
    type_: Type,
) -> _Layout:
    """What steps are run on: for each example the values of the variables, some items, and the goal."""
    types = [variable.type for variable in steps.variables]
    words = _Words()
    constants = [words.placed(literal.value, literal.type) for literal in steps.constants]
    values = [[*(words.placed(*one) for one in zip(row, types, strict=True)), *constants] for row in rows]
    places = [words.placed(x, item) for xs in items for x in xs]
    ends = [words.placed(value, type_) for value in wanted]
    longest = max(length for _, length in chain(*values, places))
    cap = CAP_OF_WORDS if all(one.is_scalar for one in types) else min(max(CAP, longest), MOST_CAP)
    arena = np.zeros(HEADER + len(words.words) + (2 + MOST_PARTS * TAIL) * cap, np.int64)
    arena[HEADER - 1] = len(arena) - HEADER
    arena[HEADER : HEADER + len(words.words)] = words.words
    return _Layout(
        mem=arena[HEADER:], cap=cap,
        values=np.array(values, np.int64),
        items=np.array(places, np.int64).reshape(-1, 2),
        firsts=np.array([0, *accumulate(map(len, items))], np.int64),
        wanted=np.array(ends, np.int64),
        code=np.zeros((MOST_PARTS, FIRST + 3), np.int64),
        frame=np.zeros((len(values[0]) + MOST_PARTS, 2), np.int64),
        state=len(words.words), out=len(words.words) + 2 * cap,
    )  # fmt: skip


class FoldRunner:
    """Runs steps over the items of every example.

    Parameters
    ----------
    starts, items, given
        For each example the state before, what the loop runs over, and the parameters.
    wanted
        What the last state is to be.
    order
        The examples, those first that are to be run over first.
    """

    def __init__(
        self,
        steps: Steps,
        *,
        starts: Sequence[Any],
        items: Sequence[Sequence[Any]],
        given: Sequence[Sequence[Any]],
        wanted: Sequence[Any],
        order: Sequence[int],
    ) -> None:
        self._steps, self._order = steps, order
        state, item, *_ = (variable.type for variable in steps.variables)
        self._lengths = [len(items[e]) for e in order]
        some = next(x for xs in items for x in xs)  # Stands for the item, which each turn brings anew.
        self._layout = _laid_out(
            steps,
            [(starts[e], some, *given[e]) for e in order],
            [items[e] for e in order],
            item,
            [wanted[e] for e in order],
            state,
        )

    def right(self, rows: np.ndarray) -> np.ndarray:
        """The rows of a batch whose last state is as wanted in every example."""
        kept: np.ndarray = rows[self._run(rows, NO_STATES) & RIGHT != 0]
        return kept

    def passed(self, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """The rows of a batch that have a value everywhere, whether they are right, and the states that they pass.

        States are numbers, those of all examples in a row, the first and the last of each included.
        """
        states = np.zeros((len(rows), sum(self._lengths) + len(self._order)), np.int64)
        found = self._run(rows, states)
        kept = found & DEFINED != 0
        return rows[kept], found[kept] & RIGHT != 0, states[kept]

    def by_example(self, states: np.ndarray) -> list[list[int]]:
        """The states of each example, in the order in which the examples were given."""
        numbers, first = states.tolist(), 0
        found: list[list[int]] = [[]] * len(self._order)
        for e, length in zip(self._order, self._lengths, strict=True):
            found[e] = numbers[first : first + length + 1]
            first += length + 1
        return found

    def _run(self, rows: np.ndarray, states: np.ndarray) -> np.ndarray:
        found = np.zeros(len(rows), np.int64)
        engine().run_steps(self._steps.arrays, self._layout, rows, found, states)
        return found


class TrailRunner:
    """Takes steps again and again, in every example.

    Parameters
    ----------
    starts, given
        For each example the value before, and the parameters.
    wanted, type_
        The goal in each example, and its type.
    most
        How many steps are taken at most in each example.
    order
        The examples, those first that are to be tried first.
    """

    def __init__(
        self,
        steps: Steps,
        *,
        starts: Sequence[Any],
        given: Sequence[Sequence[Any]],
        wanted: Sequence[Any],
        type_: Type,
        most: Sequence[int],
        order: Sequence[int],
    ) -> None:
        self._steps = steps
        state = steps.variables[0].type
        is_list = type_.item == state
        self._most = np.array([most[e] for e in order], np.int64)
        self._layout = _laid_out(
            steps,
            [(starts[e], *given[e]) for e in order],
            [wanted[e] if is_list else [] for e in order],
            state,
            [wanted[e] for e in order],
            type_,
        )

    def told(self, rows: np.ndarray, *, is_plain: bool = False) -> tuple[np.ndarray, int]:
        """What the goal may be among the values that the rows of a batch pass, as bits, and how many these are.

        From number to number it may only be told where a plain condition would end the loop.
        """
        found, work = np.zeros(len(rows), np.int64), np.zeros(len(rows), np.int64)
        self._run(rows, found, work, is_plain=is_plain)
        return found, int(work.sum())

    def _run(self, rows: np.ndarray, found: np.ndarray, work: np.ndarray, *, is_plain: bool) -> None:
        engine().run_trails(self._steps.arrays, self._layout, rows, self._most, found, work)


class WalkRunner(TrailRunner):
    """The same from number to number."""

    @classmethod
    def without_ends(
        cls, steps: Steps, starts: Sequence[Any], given: Sequence[Sequence[Any]], order: Sequence[int]
    ) -> WalkRunner:
        """One for loops of which the examples say no end."""
        return cls(steps, starts=starts, given=given, wanted=starts, type_=INT, most=[1] * len(given), order=order)

    def orbits(self, rows: np.ndarray, place: int, most: int, *, is_whole: bool = True) -> list[list[int]]:
        """The numbers that the rows of a batch pass in an example before one comes again; none if one is undefined.

        The example has this place in the order. None are told either where there are more of them than `most`, unless
        the first of them are wanted, or those before one is undefined.
        """
        passed, lengths = self._passed(rows, place, most, is_whole=is_whole)
        return [row[:length] for row, length in zip(passed.tolist(), lengths.tolist(), strict=True)]

    def passing(
        self, rows: np.ndarray, place: int, most: int, *, farthest: int = LIMIT
    ) -> tuple[np.ndarray, np.ndarray]:
        """The numbers that the rows of a batch pass in an example before one comes again or is undefined.

        They are rows of int64, (functions, most + 1), with how many there are in each. What is farther from zero than
        some number counts as undefined.
        """
        return self._passed(rows, place, most, is_whole=False, farthest=farthest)

    def _passed(
        self, rows: np.ndarray, place: int, most: int, *, is_whole: bool, farthest: int = LIMIT
    ) -> tuple[np.ndarray, np.ndarray]:
        passed, lengths = np.zeros((len(rows), most + 1), np.int64), np.zeros(len(rows), np.int64)
        engine().run_orbits(self._steps.arrays, self._layout, rows, place, int(is_whole), farthest, passed, lengths)
        return passed, lengths

    def _run(self, rows: np.ndarray, found: np.ndarray, work: np.ndarray, *, is_plain: bool) -> None:
        limits = np.zeros((AT_BEFORE + 1, IS_MET + 1), np.int64)
        arrays = self._steps.arrays
        engine().run_walks(arrays, self._layout, limits, rows, self._most, int(is_plain), found, work)
