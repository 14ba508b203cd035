"""Worlds: inputs, and a bank of everything that a dialect makes of them.

A bank is filled by the search itself, without a target, and every value in it
is the output of a task. It has each behaviour once, by its cheapest program,
so that no task is degenerate in the eyes of its dialect; a second, small bank of
the usual prior finds shorter programs that the dialect did not have.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import Any

import numpy as np

from ...dsl.core.expression import Variable
from ...dsl.core.layout import encode
from ...dsl.core.types import BOOL, INT, STR, Type, list_of
from ...dsl.text.variables import parameters_for
from ...search.cost.literals import literals_of_inputs
from ...search.cost.prior import DefaultPrior, Prior
from ...search.engine.bank import OutOfMemory, Values
from ...search.enumeration.storing import BankBuilder
from ...search.enumeration.terminals import terminals_from
from ...search.task.budget import Budget
from ...search.task.terminal import Terminal
from .dialect import draw_dialect
from .inputs import draw_inputs, draw_signature

EXAMPLES = 10
"""Inputs of a world; a task shows some of them and holds the others back."""
MEMORY = 1 << 27
USUAL_ENTRIES, LEAST_ENTRIES, MOST_ENTRIES = 8_000, 10_000, 40_000
FIRST_LEAVES = 8
"""How many values of a first bank a second one starts from."""
CONSTANTS = ((11, 20), (21, 100), (-10, -2))
"""Where constants come from that the search would not try by itself."""

RESULTS: tuple[tuple[int, Type], ...] = (
    (50, list_of(INT)),
    (22, INT),
    (6, BOOL),
    (3, list_of(BOOL)),
    (6, list_of(list_of(INT))),
)
TEXT_RESULTS: tuple[tuple[int, Type], ...] = ((8, STR), (2, list_of(STR)), (1, INT), (1, BOOL))


@dataclass(frozen=True)
class World:
    """Inputs, what a dialect makes of them, and what the usual prior makes of them."""

    inputs: Sequence[tuple[Any, ...]]
    parameters: tuple[Variable, ...]
    result: Type
    filled: BankBuilder
    usual: BankBuilder

    def shorter(self, values: Sequence[Any]) -> int | None:
        """The entry of the usual bank with these values of the result's type, if it has them."""
        bank = self.usual.bank
        lengths = np.array([len(encode(value, self.result)) for value in values], np.int64)
        tails = bank.tails.copy()
        try:
            offsets = bank.write(values, self.result)
        except OutOfMemory:
            return None
        finally:
            bank.tails[:] = tails
        found = bank.look_up(Values(offsets, lengths), self.result)
        return found if 0 <= found < bank.count else None  # What was asked for before has a slot, but no entry.


def draw_world(depth: int, rng: Random) -> World | None:
    """A world whose programs have about this many primitives; None if too few inputs could be drawn."""
    types = draw_signature(rng)
    inputs = draw_inputs(types, EXAMPLES, rng)
    if len(inputs) < EXAMPLES:
        return None
    texts = any(type_ in (STR, list_of(STR)) for type_ in types)
    weights, results = zip(*(TEXT_RESULTS if texts else RESULTS), strict=True)
    result = rng.choices(results, weights)[0]
    shared = [rng.randint(*rng.choice(CONSTANTS)) for _ in range(rng.randint(0, 2))]
    builder = partial(builder_of, inputs, (*types, result), constants=shared)
    usual = builder(DefaultPrior())
    usual.grow(USUAL_ENTRIES)
    names = sorted({instance.primitive.name for instance in usual.instances})
    filled = builder(draw_dialect(depth, names, rng))
    entries = rng.randint(LEAST_ENTRIES, MOST_ENTRIES)
    if depth >= 4 and rng.random() < 0.6:
        filled.grow(entries // 4)
        terminals = _terminals(filled, rng)
        filled = builder(draw_dialect(depth, names, rng), terminals)
    filled.grow(entries)
    return World(inputs, parameters_for(types), result, filled, usual)


def builder_of(
    inputs: Sequence[tuple[Any, ...]],
    signature: Sequence[Type],
    prior: Prior,
    terminals: Sequence[Terminal] = (),
    *,
    constants: Sequence[int] = (),
) -> BankBuilder:
    """What fills a bank with programs over some inputs, of the primitives that the guide knows.

    Parameters
    ----------
    signature
        The types of the parameters, and of the results that matter.
    terminals
        What to start from besides the parameters and the usual constants.
    constants
        Integers to start from as well.
    """
    budget = Budget(timeout=None, max_candidates=None, memory=MEMORY)
    parameters = parameters_for(signature[:-1])
    usual = terminals_from(parameters, inputs, literals_of_inputs(inputs, constants), prior)
    words = (len(encode(value, type_)) for row in inputs for value, type_ in zip(row, signature, strict=False))
    return BankBuilder(
        signature, (*terminals, *usual), prior, budget, examples=len(inputs), longest=max(words), of_integers=False
    )


def _terminals(builder: BankBuilder, rng: Random) -> list[Terminal]:
    """Some values of a bank, to start another from."""
    bank = builder.bank
    type_ids = {type_id: type_ for type_, type_id in bank.types.items()}
    found = []
    for entry in rng.sample(range(bank.count // 8, bank.count), min(FIRST_LEAVES, bank.count - bank.count // 8)):
        type_ = type_ids[bank.type_id_of(entry)]
        values = bank.values(entry, type_)
        if entry not in bank.terminals and len({repr(value) for value in values}) > 2:
            found.append(Terminal(builder.expression(entry), rng.randint(1, 2), values))
    return found
