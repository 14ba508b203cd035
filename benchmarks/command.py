"""`induce bench`: suites are run, and runs are looked at."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ..search.options import add_limits, add_search, positive, timeout_of
from ..search.task import InputError
from .engines import Engine, Processes, RayCluster
from .outcome import FAULTS, Outcome
from .own import Induce
from .runner import Shard, pending, resume
from .solver import Limits, Solver
from .store import Run, Store, default_path, open_store
from .suite import Suite
from .summary import summarise, table

RUN, COMMANDS = "run", ("run", "merge", "engine")
OWN, UNGUIDED = "induce", "induce-unguided"


def with_command(words: Sequence[str]) -> list[str]:
    """The words after `induce bench`, of which the first is the command: `run` where none is named."""
    if words and words[0] in (*COMMANDS, "-h", "--help"):
        return list(words)
    return [RUN, *words]


def add_parsers(bench: argparse.ArgumentParser) -> None:
    """Add the commands of `induce bench`."""
    commands = bench.add_subparsers(required=True, metavar="COMMAND")
    _add_run(commands)
    _add_merge(commands)
    _add_engine(commands)


def add_db(parser: argparse.ArgumentParser) -> None:
    """The option that says where runs are kept."""
    parser.add_argument("--db", metavar="FILE", help="the file of runs (default: one in the user's data folder)")


def path_of(arguments: argparse.Namespace) -> Path:
    """The file of runs that is meant."""
    return default_path() if arguments.db is None else Path(arguments.db)


def _add_run(commands: Any) -> None:
    run = commands.add_parser(
        RUN,
        help="run suites; meant where no command is named",
        description="Run suites. Killed, the same command goes on where it was; of a complete run it shows the table.",
    )
    run.add_argument("suites", nargs="+", metavar="SUITE", help="a file or folder of tasks")
    run.add_argument("--format", metavar="NAME", help="what the files are, where it is not recognised")
    run.add_argument("--every", type=positive, default=1, metavar="N", help="take every N-th task only")
    run.add_argument(
        "--solver", action="append", metavar="NAME", help=f"who is to answer, one after the other (default {OWN})"
    )
    run.add_argument(
        "--repeat", type=positive, default=1, metavar="N", help="run each task N times, with the seeds 0 to N - 1"
    )
    add_limits(run)
    add_search(run)
    run.add_argument("--engine", choices=("processes", "ray"), default="processes", help="where to run (processes)")
    run.add_argument("--jobs", type=positive, metavar="N", help="processes at a time (default: one a core)")
    run.add_argument("--shard", type=_shard, default=Shard(), metavar="I/N", help="every N-th task from the I-th on")
    add_db(run)
    run.add_argument("--fresh", action="store_true", help="start anew even if there are rows of the same run")
    run.add_argument("--output", metavar="FILE", help="write the outcome of every task to this file too, as JSON lines")
    run.set_defaults(command=_run)


def _add_merge(commands: Any) -> None:
    merge = commands.add_parser(
        "merge", help="join files of runs", description="Copy the runs of files, shards of one run say, into one file."
    )
    merge.add_argument("files", nargs="+", metavar="FILE", help="where runs are copied from")
    add_db(merge)
    merge.set_defaults(command=_merge)


def _add_engine(commands: Any) -> None:
    engine = commands.add_parser("engine", help="measure the engine", description="Measure how fast the engine is.")
    engine.set_defaults(command=_engine)


def _shard(text: str) -> Shard:
    number, _, count = text.partition("/")
    shard = Shard(positive(number), positive(count))
    if shard.number > shard.count:
        raise argparse.ArgumentTypeError(f"{text!r} is no shard; expected 1/{count} to {count}/{count}")
    return shard


def _run(arguments: argparse.Namespace) -> int:
    from .provenance import setup_of

    _check_together(arguments)
    suites = [_suite(path, arguments) for path in arguments.suites]
    solvers = _solvers(arguments)
    limits = Limits(timeout_of(arguments), arguments.max_candidates, arguments.memory)
    engine = _engine_of(arguments)
    runs: list[Run] = []
    with open_store(path_of(arguments), create=True) as store:
        try:
            for suite in suites:
                for solver in solvers:
                    setup = setup_of(suite, solver, limits, repeats=arguments.repeat)
                    runs.append(store.begin(setup, fresh=arguments.fresh))
                    _resume(store, runs[-1], suite, solver, engine=engine, shard=arguments.shard)
        finally:
            _show(store, runs, arguments.output)
    return 0


def _check_together(arguments: argparse.Namespace) -> None:
    """Refuse options that contradict each other, and an output that cannot be written, before anything is run."""
    if arguments.fresh and arguments.shard.count > 1:
        raise InputError("--fresh: every shard would begin a run of its own; expected a new file (--db)")
    output = arguments.output
    if output and (Path(output).is_dir() or not Path(output).parent.is_dir()):
        raise InputError(f"{output}: cannot be written: expected a file in a folder that exists")


def _suite(path: str, arguments: argparse.Namespace) -> Suite:
    from .formats import load_suite

    suite = load_suite(path, format=arguments.format, noise=arguments.noise)
    if arguments.every == 1:
        return suite
    return Suite(f"{suite.name}[::{arguments.every}]", suite.entries[:: arguments.every])


def _solvers(arguments: argparse.Namespace) -> list[Solver]:
    solvers = [_solver(name, arguments) for name in arguments.solver or [OWN]]
    names = [solver.name for solver in solvers]
    for name in names:
        if names.count(name) > 1:
            raise InputError(f"--solver: {name} twice; expected each solver once")
    own = [solver for solver in solvers if isinstance(solver, Induce)]
    if not own and (arguments.without or arguments.threads > 1):
        raise InputError(f"--without, --threads: not for {', '.join(names)}; expected with {OWN} alone")
    if arguments.guide not in (None, "auto") and all(solver.guide is None for solver in own):
        raise InputError(f"--guide: not for {', '.join(names)}; expected with {OWN} alone")
    return solvers


def _solver(name: str, arguments: argparse.Namespace) -> Solver:
    if name not in (OWN, UNGUIDED):
        raise InputError(f"--solver: {name!r} is not known; expected {OWN} or {UNGUIDED}")
    guide = None if name == UNGUIDED else arguments.guide
    return Induce(guide, tuple(arguments.without), arguments.noise, arguments.threads)


def _engine_of(arguments: argparse.Namespace) -> Engine:
    if arguments.engine == "ray":
        return RayCluster(arguments.jobs)
    return Processes(arguments.jobs or os.cpu_count() or 1)


def _resume(store: Store, run: Run, suite: Suite, solver: Solver, *, engine: Engine, shard: Shard) -> None:
    left, rows = len(pending(store, run, suite, shard=shard)), len(store.outcomes(run.id))
    if not left:
        _tell(f"{run.name}: run {run.id} is complete; --fresh runs it anew")
    elif rows:
        _tell(f"{run.name}: run {run.id} goes on, with {rows} of {run.tasks * run.repeats} rows")
    with _bar(run.name, left) as advance:
        for outcome in resume(store, run, suite, solver, engine=engine, shard=shard):
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
                bar.console.print(line, markup=False, highlight=False, soft_wrap=True)

        yield advance


def _show(store: Store, runs: Sequence[Run], output: str | None) -> None:
    """Print the table of all rows that there are, and write them if that was asked for."""
    from ..search.files import write_whole

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


def _merge(arguments: argparse.Namespace) -> int:
    with open_store(path_of(arguments), create=True) as store:
        for file in arguments.files:
            if Path(file).resolve() == Path(store.path).resolve():
                raise InputError(f"{file}: it cannot be merged with itself; expected other files")
            with open_store(file) as other:
                store.take(other)
        for run in store.runs():
            print(f"run {run.id}: {run.name}, {len(store.outcomes(run.id))} of {run.tasks * run.repeats} rows")
    return 0


def _engine(_: argparse.Namespace) -> int:
    from .engine import main

    main()
    return 0


def _tell(message: str) -> None:
    print(f"induce: {message}", file=sys.stderr)
