"""Filling the bank: every new behaviour of a cost, type by type, the cheapest first."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

from ...dsl.core.expression import Expression, Literal
from ...dsl.core.layout import length_of
from ...dsl.core.types import INT, Type
from ...dsl.language.language import BUILTIN, Language
from ..cost.prior import Prior
from ..engine.bank import OUT_OF_ORDER, Bank, OutOfMemory
from ..engine.compiled.loops import BANK_FULL, DONE, TABLE_FULL
from ..engine.instances import Instance, Vocabulary, universe, vocabulary
from ..task.budget import Budget
from ..task.reference_log import ReferenceLog
from ..task.terminal import Terminal
from .evaluation import Evaluator
from .interpreted import Interpreted
from .planning import Planner
from .reporting import Reporter
from .shards import from_the_start
from .steps import Steps, result_of

STORE_SHARE = 0.6
"""A level is stored only if that takes at most this share of the budget left; else it is only matched."""
DEAR_TERMINAL = 10
"""Terminals of this cost or more are stored at the start, for deduction alone."""


class BankBuilder:
    """Fills a bank with the values of ever dearer programs; it needs inputs, but no outputs.

    Parameters
    ----------
    signature
        The types of the program's parameters and of its result.
    terminals
        What programs are made of besides primitives, with a value for each example.
    examples, longest
        How many there are, and the words of their longest value.
    of_integers
        Whether primitives for integers as inputs are used, where all inputs are integers.
    language, log
        The primitives that programs may use, and what is told of those that are run in Python.
    outputs
        What is searched for, if anything: of programs that give it none is a duplicate.
    types
        That values may have; by default all on the way from the inputs to the result.

    Raises
    ------
    OutOfMemory
        If the memory is too little to begin with.
    """

    def __init__(
        self,
        signature: Sequence[Type],
        terminals: Sequence[Terminal],
        prior: Prior,
        budget: Budget,
        *,
        examples: int,
        longest: int,
        of_integers: bool = True,
        language: Language = BUILTIN,
        log: ReferenceLog | None = None,
        outputs: Sequence[Any] | None = None,
        types: Sequence[Type] | None = None,
        reporter: Reporter | None = None,
    ) -> None:
        types = _types_of(signature, terminals, language) if types is None else tuple(types)
        words = _vocabulary_of(types, signature, terminals, of_integers=of_integers, language=language)
        self.bank = Bank(
            examples=examples, types=types, longest=longest, memory=budget.memory, given=longest_of(terminals)
        )
        self.planner = Planner(self.bank, words, prior, signature)
        self.evaluator = Evaluator(self.bank, words, language)
        self._interpreted = Interpreted(
            self.bank, words.interpreted, [prior.instance_cost(one, signature) for one in words.interpreted],
            compiled=words.instances, wanted=None if outputs is None else (signature[-1], outputs),
            budget=budget, log=log or ReferenceLog(),
        )  # fmt: skip
        self._computed: list[Terminal] = []
        self.level = 0
        self._terminals, self._budget = terminals, budget
        budget.words = max(1, examples * longest)
        self._reporter = reporter or Reporter(budget, None)
        self._store_dear_terminals()

    @property
    def vocabulary(self) -> Vocabulary:
        return self.planner.vocabulary

    @property
    def instances(self) -> tuple[Instance, ...]:
        return self.vocabulary.instances

    def expression(self, entry: int) -> Expression:
        """The program of an entry of the bank."""
        return self.bank.expression(entry, self.instances)

    def terminal(self, entry: int, type_: Type, *, cost: int) -> Terminal:
        """An entry as a terminal, from which another search for the same problem may start."""
        return Terminal(self.expression(entry), cost, self.bank.values(entry, type_))

    def grow(self, least: int) -> None:
        """Store levels until the bank has this many entries, or the memory or budget is spent."""
        while self.bank.count < least and self.level < OUT_OF_ORDER - 1:
            level = self.level + 1
            if result_of(self.interpret(level, _drop)) or result_of(self.store(level)):
                return

    def affords(self, level: int) -> bool:
        """Whether the budget allows that a level is stored."""
        work = sum(self.planner.to_store(level, type_).work for type_ in self.bank.types)
        return self._budget.affords("store", work, STORE_SHARE)

    def interpret(
        self, level: int, found: Callable[[Terminal], None], *, only: Type | None = None
    ) -> Steps[str | None]:
        """Apply what has no kernel, as far as that has this level's cost; return what stopped that.

        Parameters
        ----------
        found
            Told of each value, which is stored with the level.
        only
            The type of the values that are wanted, of which none is then stored; all by default.
        """
        self._computed = []
        for chunk in self._interpreted.of_cost(level, only=only):
            for terminal in chunk:
                found(terminal)
            self._computed += chunk if only is None else []
            self._reporter.tell("references", level=level, stored=self.bank.count)
            yield
            stop = self._budget.stopped_by()
            if stop:
                return stop
        return None

    def store(self, level: int) -> Steps[str | None]:
        """Store every new behaviour of this cost, type by type; return what stopped that, None if nothing did."""
        self.level = level
        bank = self.bank
        for type_, type_id in bank.types.items():
            start = bank.count
            try:
                self._store_terminals(type_)
                stop = yield from self._store_type(type_)
            except (OutOfMemory, MemoryError):
                stop = "memory"
            bank.segments[level, type_id] = start, bank.count
            bank.level_ends[level:] = bank.count
            if stop:
                return stop
        return None

    def _store_dear_terminals(self) -> None:
        """Store, out of order, the constants that enumeration would reach late or never: deduction uses them.

        What behaves like one, as the input of a single example may, is none the less stored at its own cost.
        """
        for type_, type_id in self.bank.types.items():
            start = self.bank.count
            for terminal in self._terminals:
                if self._budget.is_over():
                    break
                if terminal.cost >= DEAR_TERMINAL and terminal.body.type == type_:
                    self._add(terminal, known=False)
            self.bank.segments[OUT_OF_ORDER, type_id] = start, self.bank.count

    def _store_terminals(self, type_: Type) -> None:
        for terminal in self._terminals:
            if self._budget.is_over():
                return
            if terminal.cost == self.level < DEAR_TERMINAL and terminal.body.type == type_:
                self._add(terminal)
        for terminal in self._computed:
            if terminal.body.type == type_:
                self._add(terminal)

    def _add(self, terminal: Terminal, *, known: bool = True) -> None:
        entry, body = self.bank.count, terminal.body
        is_new = self.bank.add_terminal(body, terminal.values, terminal.cost, known=known)
        if is_new and isinstance(body, Literal):
            self.evaluator.note_identities(entry, body)

    def _store_type(self, type_: Type) -> Steps[str | None]:
        plan, position = self.planner.to_store(self.level, type_), from_the_start()
        while True:
            began = time.perf_counter()
            status, candidates = self.evaluator.store(plan.rows, position, self._budget.quota("store"), type_)
            self._budget.note("store", candidates, time.perf_counter() - began)
            self._reporter.tell("store", level=self.level, stored=self.bank.count)
            if status == DONE:
                return None
            if status == BANK_FULL:
                raise OutOfMemory
            if status == TABLE_FULL:
                self.bank.rehash()
            yield
            stop = self._budget.stopped_by()
            if stop:
                return stop


def _types_of(signature: Sequence[Type], terminals: Sequence[Terminal], language: Language) -> tuple[Type, ...]:
    """All types on the way from the inputs, and from what is made of them, to the result."""
    *inputs, result = signature
    made = (terminal.body.type for terminal in terminals if not isinstance(terminal.body, Literal))
    return universe((*inputs, *made), result, language=language)


def _vocabulary_of(
    types: tuple[Type, ...],
    signature: Sequence[Type],
    terminals: Sequence[Terminal],
    *,
    of_integers: bool,
    language: Language,
) -> Vocabulary:
    """The instances that lead from the terminals to the result over values of some types."""
    *inputs, result = signature
    given = frozenset(terminal.body.type for terminal in terminals)
    integers = of_integers and all(type_ == INT for type_ in inputs)
    return vocabulary(types, given, result, of_integers=integers, language=language)


def _drop(_: Terminal) -> None:
    """What a bank that is filled without a target does with a value that might give it."""


def longest_of(terminals: Sequence[Terminal]) -> int:
    """Words in the longest value of some terminals."""
    longer = (terminal for terminal in terminals if not terminal.body.type.is_scalar)
    return max((length_of(value, one.body.type) for one in longer for value in one.values), default=1)
