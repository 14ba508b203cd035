"""Programs a second of cvc5's fast enumerator, beside those of induce held to the same grammar."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ...search.enumeration.enumeration import Enumeration
from ...search.strategies.names import STRATEGIES
from ...search.task.budget import Budget
from ...search.task.problem import Problem
from ...search.task.settings import Settings
from ...search.task.task import Task
from ...search.task.terminal import Terminal
from ...support.errors import InputError
from ..solvers.peers.cvc5 import OPTIONS
from ..solvers.peers.process import finish, start
from .grammars import Grammar, GrammarPrior
from .rates import MEMORY

REWRITERS = ("extended", "basic", "none")
"""How much work cvc5 may take to see that a term is another one written differently: most by default, or nothing."""
FAST = {**OPTIONS, "sygus-enum": "fast"}
ENOUGH = 0.7
"""A run of at least this share of the time counts."""
LONGEST, STARTING = 60, 60
"""How many times the time all runs together may take on a busy machine, and how many seconds beside that."""
SCRIPT = """
import json, sys, time
import cvc5

COUNTED = "SygusEnumerator::enumTerms", "SygusEnumerator::enumTermsRewrite"
FIRST, MOST_GROWTH, LEAST_GROWTH, LEAST = 20_000, 10, 1.5, 1e-3


def run(limit):
    terms = cvc5.TermManager()
    solver, symbols = cvc5.Solver(terms), cvc5.SymbolManager(terms)
    for name, value in {**wanted["options"], "rlimit": str(limit)}.items():
        solver.setOption(name, value)
    parser = cvc5.InputParser(solver, symbols)
    parser.setStringInput(cvc5.InputLanguage.SYGUS_2_1, wanted["problem"], "task")
    printed, seconds = "", 0.0
    while not (command := parser.nextCommand()).isNull():
        began = time.process_time()
        printed, seconds = command.invoke(solver, symbols), time.process_time() - began
    known = {name: value["value"] for name, value in solver.getStatistics() if name in COUNTED}
    return printed.strip(), max(known.values()), seconds


wanted, limit = json.load(sys.stdin), FIRST
while True:
    printed, terms, seconds = run(limit)
    if printed != "fail" or seconds >= max(wanted["seconds"], LEAST):
        break
    limit = int(limit * min(MOST_GROWTH, max(LEAST_GROWTH, wanted["seconds"] / max(seconds, LEAST))))
print(json.dumps({"printed": printed, "terms": terms, "seconds": seconds}))
"""
"""cvc5 heeds no limit of time while it enumerates, but one of its own units of work. So runs with more and more of
them are made until one takes long enough. Its statistics know the terms: those that it has normalised, or, if it
normalises none, those that it has kept."""


@dataclass(frozen=True)
class Enumerated:
    """Programs that were enumerated, in how many seconds of processor time: other processes do not change a ratio."""

    programs: int
    seconds: float

    @property
    def rate(self) -> float:
        """Programs a second."""
        return self.programs / self.seconds


@dataclass(frozen=True)
class Compared:
    """Programs a second over one grammar, on a task without an answer, of one thread.

    Parameters
    ----------
    store
        Of induce where it keeps every new behaviour, as cvc5 does, and does nothing else.
    search
        Of induce as it searches: most programs are compared with the outputs and not kept.
    cvc5
        Of cvc5 with the rewriter with which it is fastest.
    rewriter
        Which one that is.
    """

    store: float
    search: float
    cvc5: float
    rewriter: str

    @property
    def store_ratio(self) -> float:
        """How many times the rate of cvc5 that of storing is."""
        return self.store / self.cvc5

    @property
    def search_ratio(self) -> float:
        """How many times the rate of cvc5 that of searching is."""
        return self.search / self.cvc5


def compared(task: Task, grammar: Grammar, seconds: float) -> Compared:
    """Enumerate a grammar for about this many seconds in each of these ways.

    Raises
    ------
    InputError
        If cvc5 does not enumerate it.
    """
    theirs = {rewriter: enumerated(grammar.problem(task), seconds, rewriter) for rewriter in REWRITERS}
    best = max(REWRITERS, key=lambda rewriter: theirs[rewriter].rate)
    stored, searched = stored_alone(task, grammar, seconds), searched_through(task, grammar, seconds)
    return Compared(stored.rate, searched.rate, theirs[best].rate, best)


def stored_alone(task: Task, grammar: Grammar, seconds: float) -> Enumerated:
    """The programs that induce enumerates where all new behaviours are kept."""
    return _long_enough(task, grammar, seconds, lambda search: search.builder.grow(sys.maxsize))


def searched_through(task: Task, grammar: Grammar, seconds: float) -> Enumerated:
    """The programs that induce enumerates as it searches."""
    return _long_enough(task, grammar, seconds, lambda search: search.run())


def _long_enough(task: Task, grammar: Grammar, seconds: float, run: Callable[[Enumeration], object]) -> Enumerated:
    """What is enumerated in a run that had the processor for about this time, unless it ends by itself.

    On a busy machine the clock, by which a search ends, may say that its time is over before it has begun.
    """
    timeout = seconds
    while True:
        search = restricted_search(task, grammar, timeout)
        began = time.process_time()
        run(search)
        taken = time.process_time() - began
        if taken >= ENOUGH * seconds or search.budget.stopped_by() != "time":
            return Enumerated(search.budget.candidates, taken)
        timeout *= 2


def restricted_search(task: Task, grammar: Grammar, seconds: float) -> Enumeration:
    """The enumeration of a grammar, in the order of the size of programs, without strategies."""
    problem, prior = Problem.of(task), GrammarPrior(grammar)
    constants = [Terminal(one, 1, [one.value] * len(problem.examples)) for one in grammar.constants]
    settings = Settings(without=frozenset(STRATEGIES))
    budget = Budget(timeout=seconds, max_candidates=None, memory=MEMORY)
    return Enumeration(problem, prior, budget, settings=settings, terminals=constants)


def enumerated(problem: str, seconds: float, rewriter: str, options: Mapping[str, str] = FAST) -> Enumerated:
    """The terms that cvc5 enumerates for a SyGuS problem, in about this many seconds if there are so many.

    Raises
    ------
    InputError
        If it enumerates none, or does not end.
    """
    wanted = {"problem": problem, "options": {**options, "sygus-rewriter": rewriter}, "seconds": ENOUGH * seconds}
    process = start([sys.executable, "-P", "-c", SCRIPT])  # With -P no file of the working folder is imported.
    done = finish(process, json.dumps(wanted), seconds=STARTING + LONGEST * seconds)
    if done is None:
        raise InputError("--peers: cvc5 does not end; expected that it stops at its limit of work")
    if done.code != 0:
        raise InputError(f"--peers: cvc5 does not enumerate: {done.complaint}")
    found = json.loads(done.output)
    if not found["terms"]:
        raise InputError(f"--peers: cvc5 enumerates nothing: {found['printed']}")
    return Enumerated(found["terms"], found["seconds"])
