"""What the network sees of a task: tokens of inputs and outputs, and relations between them.

Relations that are cheap to compute carry most of what tells primitives apart
(Odena and Sutton, "Learning to represent programs with property signatures", ICLR 2020).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ...dsl.core.types import INT, Type
from ...search.task.task import Example, Task
from ...search.task.values import Values
from .productions import TypeClass, type_class_of
from .relations import PROPERTIES, RELATIONS, properties_of, relations_of
from .sequences import SEPARATOR, WIDTH, Sequences, from_words, separated, sequences

PAIRS = 6
"""How many examples are considered."""
JUDGED = 4
"""How many of these when values are judged: there are many values."""
ARGUMENTS = 3
"""How many arguments of each; further ones are not seen."""
ROLES = ARGUMENTS + 1
LENGTH = WIDTH + 2
"""Places for tokens: items and the boundaries around them."""
CANDIDATES = 12
"""Values of the bank beside each task, of which some are parts of its program."""

PADDING, START, END, ROW, FALSE, TRUE = range(6)
FIRST_INTEGER, LEAST, MOST = 6, -20, 100
"""Integers from LEAST to MOST have a token each; others share one with all of their sign and number of bits."""
FIRST_LARGE = FIRST_INTEGER + MOST - LEAST + 1
LARGE_BITS = 20
FIRST_CHARACTER = FIRST_LARGE + 2 * LARGE_BITS
CHARACTERS = 96
"""Printable ASCII, and one token for all other characters."""
VOCABULARY = FIRST_CHARACTER + CHARACTERS


@dataclass(frozen=True)
class Batch:
    """Tasks as arrays; B of them, N nodes of their programs.

    Parameters
    ----------
    tokens : int16, (B, PAIRS, ROLES, LENGTH)
        The arguments, then the output, each between its boundaries.
    relations : float32, (B, PAIRS, LENGTH, RELATIONS)
        Of what stands in this place of the output to the arguments.
    properties : float32, (B, PAIRS, 2 * PROPERTIES)
        Of the first two arguments beside the output.
    present : bool, (B, PAIRS)
    results : int64, (B,)
        The kinds of the outputs.
    nodes : int32, (N, 3)
        Task, nonterminal and production.
    candidates : float32, (B, CANDIDATES, PAIRS, PROPERTIES)
        Of values of the bank beside the output.
    useful : bool, (B, CANDIDATES)
        Whether the value is a part of the program.
    known : bool, (B, CANDIDATES)
        Whether there is such a value.
    """

    tokens: np.ndarray
    relations: np.ndarray
    properties: np.ndarray
    present: np.ndarray
    results: np.ndarray
    nodes: np.ndarray
    candidates: np.ndarray
    useful: np.ndarray
    known: np.ndarray


@dataclass(frozen=True)
class Candidate:
    """A value of the bank beside a task: its value in each example shown, and whether it is a part of the program."""

    type: Type
    values: Sequence[Any]
    useful: bool


@dataclass(frozen=True)
class Shown:
    """What is seen of one task: some of its examples, and at training what is to be learnt of it."""

    examples: tuple[Example, ...]
    parameter_types: tuple[Type, ...]
    result_type: Type
    nodes: tuple[tuple[int, int], ...] = ()
    candidates: tuple[Candidate, ...] = ()


def shown(task: Task) -> Shown:
    """What is seen of a task at run time."""
    return Shown(tuple(task.train[number] for number in _seen(task)), task.parameter_types, task.result_type)


def beside_output(task: Task, values: Values) -> np.ndarray:
    """Properties of values beside the outputs that are seen of a task: float32, (M, P, PROPERTIES)."""
    seen = _seen(task)[:JUDGED]
    given = from_words(values.type, values.words[:, seen], values.lengths[:, seen])
    outputs = sequences([(task.train[number].output, task.result_type) for number in seen])
    outputs = outputs.take(np.tile(np.arange(len(seen)), len(values.entries)))
    # Most are shorter than what there is room for, and relations of items take its square.
    width = int(min(WIDTH, max(given.lengths.max(), outputs.lengths.max(), 1)))
    return properties_of(given.cut(width), outputs.cut(width)).reshape(-1, len(seen), PROPERTIES)


def _seen(task: Task) -> list[int]:
    """The numbers of examples of different sizes, those with the largest outputs first."""
    order = sorted(range(len(task.train)), key=lambda number: -_size(task.train[number].output))
    return order if len(order) <= PAIRS else [order[i * (len(order) - 1) // (PAIRS - 1)] for i in range(PAIRS)]


def _size(value: Any) -> int:
    return len(value) if isinstance(value, list | str) else 0


def batch_of(tasks: Sequence[Shown]) -> Batch:
    """The arrays of some tasks."""
    count = len(tasks)
    present = np.zeros((count, PAIRS), np.bool_)
    values: list[list[tuple[Any, Type]]] = [[] for _ in range(ROLES)]
    for number, task in enumerate(tasks):
        for pair, example in enumerate(task.examples[:PAIRS]):
            present[number, pair] = True
            for role, value in enumerate(_roles(task, example)):
                values[role].append(value)
    roles = [sequences(column) for column in values]
    nested = [separated(column, plain) for column, plain in zip(values, roles, strict=True)]
    there = [
        np.array([len(task.parameter_types) > role for task in tasks]).repeat(present.sum(axis=1)) for role in (0, 1)
    ]
    second = np.where(there[1][:, None], properties_of(roles[1], roles[-1]), 0)
    properties = np.concatenate([properties_of(roles[0], roles[-1]), second], axis=1)
    return Batch(
        tokens=_spread(np.stack([_tokens(one) for one in nested], axis=1), present),
        relations=_spread(_at_tokens(relations_of(roles[0], roles[1], roles[-1])), present),
        properties=_spread(properties.astype(np.float32), present),
        present=present,
        results=np.array([type_class_of(task.result_type) for task in tasks], np.int64),
        nodes=np.array([(b, *node) for b, task in enumerate(tasks) for node in task.nodes], np.int32).reshape(-1, 3),
        **_candidates(tasks),
    )


ABSENT: tuple[Any, Type] = ([], Type("List", INT))


def _roles(task: Shown, example: Example) -> Iterable[tuple[Any, Type]]:
    given = [*zip(example.inputs, task.parameter_types, strict=True)][:ARGUMENTS]
    return (*given, *[ABSENT] * (ARGUMENTS - len(given)), (example.output, task.result_type))


def _spread(rows: np.ndarray, present: np.ndarray) -> np.ndarray:
    """Rows of pairs, in the place of each in its task; zeros where there is no pair."""
    spread = np.zeros((*present.shape, *rows.shape[1:]), rows.dtype)
    spread[present] = rows
    return spread


def _tokens(values: Sequences) -> np.ndarray:
    """Tokens between their boundaries: int16, (N, LENGTH)."""
    items, kinds = values.items, values.kinds[:, None]
    bits = np.minimum(np.frexp(np.abs(items).astype(np.float64))[1], LARGE_BITS) - 1
    large = FIRST_LARGE + bits + LARGE_BITS * (items < 0)
    tokens = np.where((items >= LEAST) & (items <= MOST), FIRST_INTEGER + items - LEAST, large)
    is_text = (kinds == TypeClass.STR) | (kinds == TypeClass.STRS)
    character = FIRST_CHARACTER + np.where((items >= 32) & (items < 127), items - 32, CHARACTERS - 1)
    tokens = np.where(is_text, character, tokens)
    is_truth = (kinds == TypeClass.BOOL) | (kinds == TypeClass.BOOLS)
    tokens = np.where(is_truth, FALSE + items, tokens)
    tokens = np.where(items == SEPARATOR, ROW, tokens)
    filled = values.present
    found = np.zeros((len(items), LENGTH), np.int16)
    found[:, 0] = START
    found[:, 1:-1] = np.where(filled, tokens, PADDING)
    found[np.arange(len(items)), np.minimum(values.lengths, WIDTH) + 1] = END
    return found


def _at_tokens(relations: np.ndarray) -> np.ndarray:
    """Relations of items moved to where their tokens stand, behind the boundary."""
    found = np.zeros((len(relations), LENGTH, RELATIONS), np.float32)
    found[:, 1:-1] = relations
    return found


def _candidates(tasks: Sequence[Shown]) -> dict[str, np.ndarray]:
    count = len(tasks)
    found = np.zeros((count, CANDIDATES, PAIRS, PROPERTIES), np.float32)
    useful, known = np.zeros((count, CANDIDATES), np.bool_), np.zeros((count, CANDIDATES), np.bool_)
    values: list[tuple[Any, Type]] = []
    outputs: list[tuple[Any, Type]] = []
    places: list[tuple[int, int, int]] = []
    for number, task in enumerate(tasks):
        wanted = [(example.output, task.result_type) for example in task.examples[:PAIRS]]
        for rank, candidate in enumerate(task.candidates[:CANDIDATES]):
            known[number, rank], useful[number, rank] = True, candidate.useful
            shown = candidate.values[: len(wanted)]
            values += [(value, candidate.type) for value in shown]
            outputs += wanted[: len(shown)]
            places += [(number, rank, pair) for pair in range(len(shown))]
    if places:
        found[tuple(np.array(places).T)] = properties_of(sequences(values), sequences(outputs))
    return {"candidates": found, "useful": useful, "known": known}
