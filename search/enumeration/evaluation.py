"""Working through a plan: the one call of the compiled loops that storing and matching share."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ...dsl.core.expression import Literal
from ...dsl.core.types import Type
from ...dsl.language.language import BUILTIN, Language
from ..engine.bank import Bank, Values
from ..engine.compiled.storing import BLOCK
from ..engine.instances import EncodedInstances, Vocabulary
from ..engine.native import engine, kernels
from ..task.goals import Goal

NO_SOLUTIONS = np.zeros((0, 4), np.int64)
"""Room for solutions when storing, which looks for none."""


class _Block(NamedTuple):
    """Room for candidates that are stored together (see `compiled.arrays.BlockArrays`)."""

    candidates: np.ndarray
    sides: np.ndarray
    lengths: np.ndarray
    keys: np.ndarray
    words: np.ndarray

    @classmethod
    def of(cls, bank: Bank) -> _Block:
        count = max(1, BLOCK * bank.cap // bank.longest)
        return cls(
            np.zeros((count, 4), np.int64),
            np.zeros(count, np.int64),
            np.zeros((bank.examples, count), np.int64),
            np.zeros(count, np.uint64),
            np.zeros(count, np.int64),
        )


class Evaluator:
    """Evaluates the candidates of plans over a bank, to store what is new or to find what gives a target."""

    def __init__(self, bank: Bank, vocabulary: Vocabulary, language: Language = BUILTIN) -> None:
        self.bank, self.vocabulary = bank, vocabulary
        identities = np.full((len(vocabulary.instances), 2), -1, np.int64)
        self._instances = EncodedInstances(vocabulary.rows, vocabulary.absorbs, identities)
        self._kernels = kernels(language)
        self._block = _Block.of(bank)
        self._nothing = Values(np.zeros(bank.examples, np.int64), np.zeros(bank.examples, np.int64))

    def note_identities(self, entry: int, literal: Literal) -> None:
        """Let instances for which this entry is the identity element skip it."""
        for index, instance in enumerate(self.vocabulary.instances):
            for position in instance.primitive.laws.identity:
                neutral = instance.primitive.laws.leaves_other(position, literal.value)
                if neutral and instance.arguments[position] == literal.type:
                    self._instances.identities[index, position] = entry

    def store(self, plan: np.ndarray, position: np.ndarray, quota: int, type_: Type) -> tuple[int, int]:
        """Store each new behaviour from a position of a plan on; why that ended, and the number of candidates."""
        bank = self.bank
        status, candidates, bank.count = engine().enumerate_plan(
            bank, bank.table, self._nothing, self._kernels, self._instances, plan, position, quota, True,
            bank.types[type_], bank.tails, 0, NO_SOLUTIONS, bank.count, self._block,
        )  # fmt: skip
        return status, candidates

    def match(
        self, plan: np.ndarray, position: np.ndarray, quota: int, target: Goal, noise: int,
        tails: np.ndarray, solutions: np.ndarray, found: int,
    ) -> tuple[int, int, int]:  # fmt: skip
        """Keep what gives the target, from a position of a plan on.

        Parameters
        ----------
        noise
            How many examples may be wrong.
        tails
            Where in each region candidates are evaluated.
        solutions, found
            What has been found, and how much that is.

        Returns
        -------
        status, candidates, found
            Why that ended, how many candidates were tried, and how many solutions there are now.
        """
        bank = self.bank
        status, candidates, done = engine().enumerate_plan(
            bank, bank.table, target, self._kernels, self._instances, plan, position, quota, False,
            bank.types[target.type], tails, noise, solutions, found, self._block,
        )  # fmt: skip
        return status, candidates, done
