"""Worlds: inputs, and a bank of everything that a dialect makes of them.

A bank is filled by the search itself, without a target, and every value in it
is the output of a task. It has each behaviour once, by its cheapest program,
so that no task is degenerate in the eyes of its dialect; a second, small bank of
the usual prior finds shorter programs that the dialect did not have.

Of some worlds the inputs are those of a function of the corpus, and the parts of its program are what the bank starts
from, so that what is made there is like what people want.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice
from random import Random
from typing import Any

from ...dsl.core.expression import Call, Expression, Undefined, Variable, renamed, walk
from ...dsl.core.layout import encode
from ...dsl.core.types import BOOL, INT, STR, Type, list_of
from ...dsl.program import Program
from ...dsl.text.variables import parameters_for
from ...search.cost.literals import literals_of_inputs
from ...search.cost.prior import DefaultPrior, Prior
from ...search.engine.bank import OutOfMemory
from ...search.enumeration.storing import BankBuilder
from ...search.enumeration.terminals import terminals_from
from ...search.task.budget import Budget
from ...search.task.terminal import Terminal
from ..corpus.written import FUNCTIONS
from ..programs.finding import programs
from ..runtime.productions import is_known
from .dialect import draw_dialect
from .entries import Entries
from .inputs import draw_inputs, draw_signature

EXAMPLES = 10
"""Inputs of a world; a task shows some of them and holds the others back."""
MEMORY = 1 << 27
USUAL_ENTRIES, LEAST_ENTRIES, MOST_ENTRIES = 8_000, 10_000, 40_000
FIRST_LEAVES = 8
"""How many values of a first bank a second one starts from."""
OF_FUNCTIONS = 0.4
"""The share of worlds that are those of a function of the corpus."""
PART_COSTS = (1, 3)
CONSTANTS = ((11, 20), (21, 100), (-10, -2))
"""Where constants come from that the search would not try by itself."""

OTHERS = 30
"""A world also has tasks of each type whose weight among results is this, and of others as often as they weigh."""

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
    """The type of results that the banks were filled for; they hold values of others on the way."""
    filled: Entries
    usual: Entries

    def results(self, rng: Random) -> list[Type]:
        """The types of which tasks are made: that of the world, and some others, the usual ones rather."""
        found = [self.result]
        for weight, type_ in (*RESULTS, *TEXT_RESULTS):
            if type_ in self.filled.bank.types and type_ not in found and rng.random() < weight / OTHERS:
                found.append(type_)
        return found

    def shorter(self, values: Sequence[Any], type_: Type) -> int | None:
        """The entry of the usual bank with these values, if it has them."""
        bank = self.usual.bank
        tails = bank.tails.copy()
        try:
            found = bank.look_up(bank.written(values, type_), type_)
        except OutOfMemory:
            return None
        finally:
            bank.tails[:] = tails
        return found if 0 <= found < bank.count else None  # What was asked for before has a slot, but no entry.


@dataclass(frozen=True)
class Setting:
    """What a world is made of: inputs, the types of these and of the results that matter, and what to start from."""

    inputs: Sequence[tuple[Any, ...]]
    types: tuple[Type, ...]
    result: Type
    parts: Sequence[Terminal] = ()


def draw_world(depth: int, rng: Random) -> World | None:
    """A world whose programs have about this many primitives; None if too few inputs could be drawn."""
    setting = _of_function(rng) if rng.random() < OF_FUNCTIONS else _drawn(rng)
    if len(setting.inputs) < EXAMPLES:
        return None
    shared = [rng.randint(*rng.choice(CONSTANTS)) for _ in range(rng.randint(0, 2))]
    builder = partial(builder_of, setting.inputs, (*setting.types, setting.result), constants=shared)
    usual = builder(DefaultPrior())
    usual.grow(USUAL_ENTRIES)
    names = sorted({instance.primitive.name for instance in usual.instances})
    filled = builder(draw_dialect(depth, names, rng), setting.parts)
    entries = rng.randint(LEAST_ENTRIES, MOST_ENTRIES)
    if depth >= 4 and not setting.parts and rng.random() < 0.6:
        filled.grow(entries // 4)
        filled = builder(draw_dialect(depth, names, rng), _terminals(filled, rng))
    filled.grow(entries)
    return World(setting.inputs, parameters_for(setting.types), setting.result, Entries(filled), Entries(usual))


def _drawn(rng: Random) -> Setting:
    """Inputs of one style."""
    types = draw_signature(rng)
    texts = any(type_ in (STR, list_of(STR)) for type_ in types)
    weights, results = zip(*(TEXT_RESULTS if texts else RESULTS), strict=True)
    return Setting(draw_inputs(types, EXAMPLES, rng), types, rng.choices(results, weights)[0])


def _of_function(rng: Random) -> Setting:
    """Inputs of a function of the corpus, and the parts of its program."""
    name = rng.choice(_known())
    program = programs()[name]
    inputs = [arguments for arguments, _ in islice(FUNCTIONS[name].calls(rng), EXAMPLES)]
    types = tuple(parameter.type for parameter in program.parameters)
    parts = [Terminal(part, rng.randint(*PART_COSTS), values) for part, values in _parts(program, inputs)]
    return Setting(inputs, types, program.body.type, parts)


@cache
def _known() -> list[str]:
    """The functions whose programs the guide can learn from."""
    return [
        name
        for name, program in programs().items()
        if all(map(is_known, (program.body.type, *(one.type for one in program.parameters))))
    ]


def _parts(program: Program, inputs: Sequence[tuple[Any, ...]]) -> Iterator[tuple[Expression, list[Any]]]:
    """What a program applies primitives to on the way, and itself, with their values."""
    parameters = parameters_for([one.type for one in program.parameters])
    names = dict(zip(program.parameters, parameters, strict=True))
    parts = [renamed(one, names) for one in walk(program.body, bodies=False) if isinstance(one, Call)]
    for part in dict.fromkeys(parts):
        if is_known(part.type):
            made = Program(parameters, part)
            with suppress(Undefined):
                yield part, [made(*row) for row in inputs]


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
