"""Suites are run, and runs are joined, as the command line says."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path

from ..search.options import AUTO, DEFAULTS, SearchOptions, options_from
from ..support.errors import InputError, tell
from ..support.files import writable, write_whole
from .report.summary import summarise, table
from .runs.executors import Executor, Processes, RayCluster
from .runs.options import path_of
from .runs.outcome import FAULTS, Outcome
from .runs.provenance import setup_of
from .runs.runner import pending, resume
from .runs.store import Run, Store, open_store
from .solvers.own import Induce
from .solvers.peers import CVC5, peer
from .solvers.solver import Limits, Solver
from .tasks.formats import load_suite, shipped
from .tasks.formats.suite import WHOLE, Shard, Suite

OWN, UNGUIDED = "induce", "induce-unguided"


def run(arguments: argparse.Namespace) -> int:
    """Run suites as the command line says; returns the exit code.

    Raises
    ------
    InputError
        If options contradict each other, a file cannot be used, or a solver cannot be prepared.
    """
    options = options_from(arguments)
    _check_together(arguments, options)
    suites = _suites(arguments, options)
    solvers = _solvers(arguments.solver or [OWN], options)
    limits = Limits(options.timeout, options.max_candidates, options.memory_bytes)
    executor = _executor(arguments, options)
    runs: list[Run] = []
    with open_store(path_of(arguments), create=True) as store:
        try:
            for suite in suites:
                for solver in solvers:
                    setup = setup_of(suite, solver, limits, repeats=arguments.repeat)
                    runs.append(store.begin(setup, fresh=arguments.fresh))
                    _resume(store, runs[-1], suite, solver, executor=executor, shard=arguments.shard)
        finally:
            _show(store, runs, arguments.output)
    return 0


def _check_together(arguments: argparse.Namespace, options: SearchOptions) -> None:
    """Refuse options that contradict each other, and an output that cannot be written, before anything is run."""
    if arguments.fresh and arguments.shard.count > 1:
        raise InputError("--fresh: every shard would begin a run of its own; expected a new file (--db)")
    if CVC5 in (arguments.solver or ()) and options.timeout is None:
        raise InputError(f"--solver {CVC5}: it has no limit of candidates; expected a limit of time (--timeout)")
    if arguments.output:
        writable(arguments.output)


def _suites(arguments: argparse.Namespace, options: SearchOptions) -> list[Suite]:
    how = {name: getattr(arguments, name) for name in ("format", "given", "asked")}
    suites = [load_suite(path, noise=options.noise, **how) for path in arguments.suites] or [shipped()]
    if arguments.every == 1:
        return suites
    return [Suite(f"{suite.name}[::{arguments.every}]", suite.entries[:: arguments.every]) for suite in suites]


def _solvers(words: Sequence[str], options: SearchOptions) -> list[Solver]:
    solvers = [_solver(word, options) for word in words]
    names = [solver.name for solver in solvers]
    for name in names:
        if names.count(name) > 1:
            raise InputError(f"--solver: {name} twice; expected each solver once")
    own = [solver for solver in solvers if isinstance(solver, Induce)]
    if not own and (options.without or options.threads != DEFAULTS.threads or options.primitives):
        raise InputError(f"--without, --threads, --primitives: not for {', '.join(names)}; expected with {OWN} alone")
    if options.guide not in (None, AUTO) and all(solver.options.guide is None for solver in own):
        raise InputError(f"--guide: not for {', '.join(names)}; expected with {OWN} alone")
    return solvers


def _solver(name: str, options: SearchOptions) -> Solver:
    if name not in (OWN, UNGUIDED):
        return peer(name)
    return Induce(replace(options, guide=None) if name == UNGUIDED else options)


def _executor(arguments: argparse.Namespace, options: SearchOptions) -> Executor:
    if arguments.engine == "ray":
        return RayCluster(arguments.jobs)
    return Processes(arguments.jobs or max(1, _cores() // options.threads))


def _cores() -> int:
    """The cores that may be used: a job scheduler gives a process some of the machine's."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _resume(store: Store, run: Run, suite: Suite, solver: Solver, *, executor: Executor, shard: Shard) -> None:
    left, rows = len(pending(store, run, suite, shard=shard)), len(store.outcomes(run.id))
    if not left:
        part = "" if shard == WHOLE else f"shard {shard.number}/{shard.count} of "
        tell(f"{run.name}: {part}run {run.id} is complete" + ("" if part else "; --fresh runs it anew"))
    elif rows:
        tell(f"{run.name}: run {run.id} goes on, with {rows} of {run.tasks * run.repeats} rows")
    with _bar(run.name, left) as advance:
        for outcome in resume(store, run, suite, solver, executor=executor, shard=shard):
            advance(outcome)


@contextmanager
def _bar(title: str, total: int) -> Iterator[Callable[[Outcome], None]]:
    """A progress bar on a terminal, nothing elsewhere; faults are told in either case."""
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), disable=not (total and sys.stderr.isatty())) as bar:
        row = bar.add_task(title, total=total)

        def advance(outcome: Outcome) -> None:
            bar.advance(row)
            if outcome.status in FAULTS:
                line = f"{outcome.name}: {outcome.status}: {outcome.fault}"
                bar.console.print(line, markup=False, emoji=False, highlight=False, soft_wrap=True)

        yield advance


def _show(store: Store, runs: Sequence[Run], output: str | None) -> None:
    """Print the table of all rows that there are, and write them if that was asked for."""
    found = [(run, store.outcomes(run.id)) for run in runs]
    if any(outcomes for _, outcomes in found):
        print(table([(run, summarise(outcomes)) for run, outcomes in found]))
    if output:
        lines = (_line(run, outcome) for run, outcomes in found for outcome in outcomes)
        write_whole(output, "".join(lines).encode())


def _line(run: Run, outcome: Outcome) -> str:
    judged = {"fitted": outcome.fitted, "solved": outcome.solved}
    return (
        json.dumps({"suite": run.suite, "solver": run.solver, **asdict(outcome), **judged}, ensure_ascii=False) + "\n"
    )


def merge(arguments: argparse.Namespace) -> int:
    """Join files of runs as the command line says; returns the exit code.

    Raises
    ------
    InputError
        If a file cannot be used.
    """
    with open_store(path_of(arguments), create=True) as store:
        for file in arguments.files:
            if Path(file).resolve() == Path(store.path).resolve():
                raise InputError(f"{file}: it cannot be merged with itself; expected other files")
            with open_store(file) as other:
                runs = [(run, other.outcomes(run.id)) for run in other.runs()]
            store.take(runs)
        for run in store.runs():
            print(f"run {run.id}: {run.name}, {len(store.outcomes(run.id))} of {run.tasks * run.repeats} rows")
    return 0
