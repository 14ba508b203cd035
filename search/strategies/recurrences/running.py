"""Steps run over items by compiled code, many at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import numpy as np

from ....dsl.core.layout import encode
from ....dsl.core.types import Type
from ...engine.compiled.loops import TAIL
from ...engine.compiled.stepping import DEFINED, FIRST, MOST_PARTS, RIGHT
from ...engine.native import engine
from .steps import Step, Steps

HEADER = 2
"""Words before an arena: whether a check of `INDUCE_BOUNDSCHECK` failed, and its length."""
CAP_OF_WORDS, CAP = 64, 512
"""The longest value of a part: of steps from numbers to numbers, and of others."""
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


class Runner:
    """Runs steps over the items of every example.

    Parameters
    ----------
    starts, items, given
        For each example the state before, what the loop runs over, and the parameters.
    wanted
        The goal in each example.
    types
        Of the state and the goal.
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
        type_: Type,
        order: Sequence[int],
    ) -> None:
        self._steps, self._order = steps, order
        state, item, *shared = (variable.type for variable in steps.variables)
        words: list[int] = []

        def placed(value: Any, of: Type) -> tuple[int, int]:
            encoded = encode(value, of)
            words.extend(encoded)
            return len(words) - len(encoded), len(encoded)

        constants = [placed(literal.value, literal.type) for literal in steps.constants]
        values, all_items, ends = [], [], []
        for e in order:
            parameters = [placed(*one) for one in zip(given[e], shared, strict=True)]
            values.append([placed(starts[e], state), (0, 0), *parameters, *constants])
            all_items += [placed(x, item) for x in items[e]]
            ends.append(placed(wanted[e], type_))
        self._lengths = [len(items[e]) for e in order]
        is_of_words = all(one.is_scalar for one in (state, item, *shared))
        cap = CAP_OF_WORDS if is_of_words else CAP
        arena = np.zeros(HEADER + len(words) + (1 + MOST_PARTS * TAIL) * cap, np.int64)
        arena[HEADER - 1] = len(arena) - HEADER
        arena[HEADER : HEADER + len(words)] = words
        self._layout = _Layout(
            mem=arena[HEADER:], cap=cap,
            values=np.array(values, np.int64),
            items=np.array(all_items, np.int64).reshape(-1, 2),
            firsts=np.array([0, *accumulate(self._lengths)], np.int64),
            wanted=np.array(ends, np.int64),
            code=np.zeros((MOST_PARTS, FIRST + 3), np.int64),
            frame=np.zeros((len(values[0]) + MOST_PARTS, 2), np.int64),
            state=len(words), out=len(words) + cap,
        )  # fmt: skip

    def right(self, chosen: Sequence[Step]) -> list[Step]:
        """Those steps whose last state is the goal in every example."""
        found = self._run(chosen, NO_STATES)
        return [step for step, bits in zip(chosen, found, strict=True) if bits & RIGHT]

    def passed(self, chosen: Sequence[Step]) -> list[tuple[Step, bool, np.ndarray]]:
        """For each step that has a value everywhere whether it is right, and the states that it passes.

        States are numbers, those of all examples in a row, the first and the last of each included.
        """
        states = np.zeros((len(chosen), sum(self._lengths) + len(self._order)), np.int64)
        found = self._run(chosen, states)
        rows = zip(chosen, found, states, strict=True)
        return [(step, bool(bits & RIGHT), row) for step, bits, row in rows if bits & DEFINED]

    def by_example(self, states: np.ndarray) -> list[list[int]]:
        """The states of each example, in the order in which the examples were given."""
        numbers, first = states.tolist(), 0
        found: list[list[int]] = [[]] * len(self._order)
        for e, length in zip(self._order, self._lengths, strict=True):
            found[e] = numbers[first : first + length + 1]
            first += length + 1
        return found

    def _run(self, chosen: Sequence[Step], states: np.ndarray) -> list[int]:
        rows = np.array([step.row for step in chosen], np.int64).reshape(-1, 4)
        found = np.zeros(len(chosen), np.int64)
        engine().run_steps(self._steps.arrays, self._layout, rows, found, states)
        bits: list[int] = found.tolist()
        return bits
