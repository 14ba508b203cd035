"""Why there is no exact program: what the values found lack, what might help, and how far the search came.

Of all that could be said of the values of the output's type it is one clause: the nearest
miss that some value is, with an example that it fails, or else what no value has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from ...dsl.core.expression import Expression
from ...dsl.core.layout import decode, encode
from ...dsl.core.patience import OutOfTime, look
from ...dsl.core.types import INT, STR, Type, list_of
from ...dsl.core.values import same_value
from ...dsl.program import Program, value_of
from ...dsl.text.printer import print_expression
from ..cost.literals import literals
from ..engine.bank import OUT_OF_ORDER, Bank
from ..task.budget import Budget
from ..task.problem import Problem
from ..task.task import Task
from .advice import advice, best_of, failure
from .storing import BankBuilder

MOST_ENTRIES, MOST_WORDS = 200_000, 4_000_000
"""How many of the cheapest values are considered, and how many of their words over all examples."""

SUBSTANTIAL = 0.5
"""A value that the outputs begin or end with is worth telling if it is this share of their length."""

MADE_OF_NUMBERS = set("-0123456789")
"""Characters that need not come from a text."""


def reason_for(
    builder: BankBuilder,
    problem: Problem,
    budget: Budget,
    *,
    best: Expression | None,
    matched: int,
    stored_up_to: int,
) -> str:
    """Why a search has no answer: what is missing, what to try, and only then what it went through.

    Parameters
    ----------
    best
        The expression that is right on the most examples, None if none is right on any.
    matched, stored_up_to
        The costs up to which programs were compared with the target, and values stored.
    """
    tried = _tried(problem.given, matched, stored_up_to)
    try:
        missing = _unknown_text(problem.given)
        missing = missing or f"{_lack(builder, problem, best)}; {advice(best, problem, budget)}"
    except (KeyboardInterrupt, OutOfTime):  # Whoever interrupts the search is to have what it has found.
        return tried
    return f"{missing}; {tried}"


def _tried(task: Task, matched: int, stored_up_to: int) -> str:
    if not matched:
        return "the search ended before any cost was tried out"
    over = f" over the values of cost up to {stored_up_to}" if stored_up_to < matched - 1 else ""
    return (
        f"nothing of type {task.result_type} and cost up to {matched}{over} "
        f"reproduces {'the example' if len(task.train) == 1 else f'all {len(task.train)} examples'}"
    )


def _unknown_text(task: Task) -> str | None:
    """A character in an output that no text of the language could be made of here, case aside."""
    if not any(text for example in task.train for text in _texts(example.output)):
        return None
    look()
    known = "".join(terminal.value for terminal, _ in literals(task) if terminal.type == STR)
    for number, example in enumerate(task.train):
        given = set("".join([known, *_texts(list(example.inputs))]).casefold()) | MADE_OF_NUMBERS
        unknown = [character for character in "".join(_texts(example.output)) if character.casefold() not in given]
        if unknown:
            missing = f"train[{number}].output has the character {unknown[0]!r}, which is not in its input"
            return f"{missing}; if that is right, try an example whose input has it"
    return None


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


def _lack(builder: BankBuilder, problem: Problem, best: Expression | None) -> str:
    """The nearest miss among the values that the reference interpreter confirms; else what none of them is."""
    look()
    values = Values(builder.bank, problem.result_type, problem.outputs)
    if not values.count:
        return f"no value of type {problem.result_type} was found at all"
    for entry, meaning in near_misses(values):
        body = builder.expression(values.entries[entry])
        program = Program(problem.parameters, body)
        if _confirmed(program, problem, values, entry):
            return "; ".join(filter(None, [f"{print_expression(body)} {meaning}", failure(program, problem.given)]))
    wrong = values.never_as_long()
    if wrong is not None:
        size, number = values.sizes_wanted[wrong], problem.numbers[wrong]
        return f"no {problem.result_type} of {size} {values.unit(size)} was found for train[{number}].output"
    nothing = f"none of the {values.count:,} values of type {problem.result_type} found is right on any example"
    return best_of(best, problem) or nothing


def _confirmed(program: Program, problem: Problem, values: Values, entry: int) -> bool:
    """Whether the reference interpreter gets what the bank has."""
    pairs = zip(problem.examples, values.at(entry), strict=True)
    return all(same_value(value_of(program, example.inputs), value) for example, value in pairs)


class Values:
    """The cheapest values of one type in a bank, beside the outputs that are wanted.

    `entries` are their numbers in the bank, `count` how many there are in all.
    """

    def __init__(self, bank: Bank, type_: Type, outputs: Sequence[Any]) -> None:
        self.bank, self.type = bank, type_
        self.outputs = [np.array(encode(output, type_), np.int64) for output in outputs]
        self._ranges = [slice(*pair) for pair in bank.segments[:OUT_OF_ORDER, bank.types[type_]].tolist()]
        self.count = sum(one.stop - one.start for one in self._ranges)
        words = max(1, sum(len(output) for output in self.outputs))
        entries = np.concatenate([np.arange(one.start, one.stop) for one in self._ranges])
        self.entries = entries[: min(MOST_ENTRIES, MOST_WORDS // words)].astype(np.int64)
        self.lengths = bank.lengths[:, self.entries].astype(np.int64)
        self.lengths_wanted = np.array([len(output) for output in self.outputs])

    @property
    def is_flat(self) -> bool:
        """Whether values are plain sequences of words."""
        return self.type.is_flat or self.type.is_scalar

    @property
    def sizes_wanted(self) -> np.ndarray:
        """Items of the outputs; of nested lists, whose first word it is, rows."""
        return self.lengths_wanted if self.is_flat else np.array([output[0] for output in self.outputs])

    def never_as_long(self) -> int | None:
        """The first example for whose output no value has the right number of items, or of rows."""
        for example, wanted in enumerate(self.sizes_wanted):
            look()
            if not any((self._sizes(example, one) == wanted).any() for one in self._ranges):
                return example
        return None

    def _sizes(self, example: int, entries: slice) -> np.ndarray:
        if self.is_flat:
            return self.bank.lengths[example, entries]
        return self.bank.mem[example * self.bank.width + self.bank.offsets[example, entries].astype(np.int64)]

    def unit(self, count: int) -> str:
        """What a value consists of, in the singular or the plural."""
        name = "character" if self.type == STR else "item"
        return name if count == 1 else f"{name}s"

    def at(self, entry: int) -> list[Any]:
        """A value on each example."""
        number = self.entries[entry]
        starts = np.arange(self.bank.examples) * self.bank.width + self.bank.offsets[:, number]
        lengths = self.lengths[:, entry]
        return [
            decode(self.bank.mem[start : start + n].tolist(), self.type)
            for start, n in zip(starts, lengths, strict=True)
        ]

    def words(self, example: int, *, back: bool = False) -> tuple[np.ndarray, np.ndarray]:
        """The first or last words of all values on an example, as many as the output has, and which there are."""
        lengths, wanted = self.lengths[example][:, None], len(self.outputs[example])
        positions = np.arange(wanted)[None, :] + (lengths - wanted if back else 0)
        exist = (positions >= 0) & (positions < lengths)
        starts = example * self.bank.width + self.bank.offsets[example, self.entries].astype(np.int64)[:, None]
        return self.bank.mem[np.where(exist, starts + positions, 0)], exist

    def everywhere(self, test: Callable[[np.ndarray, np.ndarray, np.ndarray], np.ndarray], **how: bool) -> np.ndarray:
        """Which values pass a test of their words, of which there are, and of the output, on every example."""
        passed = np.ones(len(self.entries), bool)
        for example, output in enumerate(self.outputs):
            look()
            passed &= test(*self.words(example, **how), output)
        return passed


def near_misses(values: Values) -> Iterator[tuple[int, str]]:
    """Values that miss the outputs by little, by their index among the values, and what they are to them."""
    if not values.is_flat:
        return
    as_long = (values.lengths == values.lengths_wanted[:, None]).all(axis=0)
    if values.type.is_sequence:
        same_items = values.everywhere(lambda words, _, output: (np.sort(words, axis=1) == np.sort(output)).all(axis=1))
        yield from _first(as_long & same_items, f"has the right {values.unit(2)} in another order")
    if values.type in (INT, list_of(INT)):
        yield from _shifted(values, as_long)
    if values.type.is_sequence:
        yield from _parts(values)
        inside = values.everywhere(lambda words, _, output: (words[:, 1:-1] == output[1:-1]).all(axis=1))
        if values.lengths_wanted.min() > 2:
            yield from _first(as_long & inside, f"is right but for the first or last {values.unit(1)}")
        yield from _best_of_length(values, as_long)


def _first(chosen: np.ndarray, meaning: str) -> Iterator[tuple[int, str]]:
    for entry in np.flatnonzero(chosen)[:1].tolist():
        yield entry, meaning


def _shifted(values: Values, as_long: np.ndarray) -> Iterator[tuple[int, str]]:
    """The first value from which the output differs by one number throughout."""
    if values.lengths_wanted.sum() < 2:
        return
    longest = int(values.lengths_wanted.argmax())
    shift = values.outputs[longest][0] - values.words(longest)[0][:, 0]
    alike = values.everywhere(lambda words, _, output: (output - words == shift[:, None]).all(axis=1))
    for entry in np.flatnonzero(as_long & alike)[:1].tolist():
        by = int(shift[entry])
        yield entry, f"is {abs(by)} {'less' if by > 0 else 'more'} than the output throughout"


def _parts(values: Values) -> Iterator[tuple[int, str]]:
    """Values that are a good part of every output, the longest, and those of which the outputs are a part."""
    lengths, wanted = values.lengths, values.lengths_wanted[:, None]
    for back, end in ((False, "begin"), (True, "end")):
        agree = values.everywhere(
            lambda words, exist, output: ((words == output) | ~exist).all(axis=1) & exist.any(axis=1), back=back
        )
        part = agree & (lengths < wanted).any(axis=0) & (lengths <= wanted).all(axis=0)
        share = np.where(part, lengths.sum(axis=0) / max(1, wanted.sum()), 0)
        if len(share) and share.max() >= SUBSTANTIAL:
            yield int(share.argmax()), f"is what every output {end}s with"
        yield from _first(agree & (lengths >= wanted).all(axis=0), f"{end}s with the output in every example")


def _best_of_length(values: Values, as_long: np.ndarray) -> Iterator[tuple[int, str]]:
    """Of the values of the right length the one with the most items in place."""
    right = np.zeros(len(values.entries), np.int64)
    for example, output in enumerate(values.outputs):
        look()
        right += (values.words(example)[0] == output).sum(axis=1)
    if as_long.any():
        entry, items = int(np.where(as_long, right, -1).argmax()), int(values.lengths_wanted.sum())
        if right[entry]:
            yield entry, f"comes nearest: the right length, and {right[entry]} of {items} {values.unit(items)} in place"
