"""The command line of `induce check`."""

from __future__ import annotations

import argparse
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..support.errors import InputError
from ..support.kinds import MINUTES, POSITIVE, SEED

if TYPE_CHECKING:
    from .promises.promise import Promise
    from .worker import Batch

MINUTES_OF_A_CHECK = 10.0
KEPT, BROKEN = 0, 1


def add_parser(commands: Any) -> None:
    """Add `induce check`."""
    check = commands.add_parser(
        "check",
        help="try what induce promises",
        description="Try what induce promises on cases drawn at random, and print one table. Killed, the same command "
        "with the same record goes on where it was. The exit code is 1 if a promise is broken.",
    )
    length = check.add_mutually_exclusive_group()
    length.add_argument(
        "--minutes", type=MINUTES, default=MINUTES_OF_A_CHECK, metavar="M", help="how long to check (default 10)"
    )
    length.add_argument(
        "--quick", action="store_true", help="the first cases of each promise only, of none that is about time"
    )
    check.add_argument("--only", action="append", metavar="NAME", help="this promise only; may be repeated")
    check.add_argument("--batch", type=SEED, metavar="N", help="this batch of one promise only, as a fault names it")
    check.add_argument("--record", metavar="FILE", help="keep what was checked here, and go on from it if it is there")
    check.add_argument("--jobs", type=POSITIVE, default=1, metavar="N", help="batches at once (default 1)")
    check.add_argument("--list", action="store_true", help="say what is promised, and check nothing")
    check.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    """Check; returns 1 if a promise is broken.

    Raises
    ------
    InputError
        If there is no such promise, or the record cannot be used.
    """
    from dataclasses import replace
    from functools import partial
    from tempfile import TemporaryDirectory

    from .promises.catalogue import PROMISES, promise_named
    from .record import Record
    from .running import keep_promises
    from .table import NAMED, faults, rows
    from .worker import run as run_batch

    promises = [promise_named(name) for name in arguments.only] if arguments.only else list(PROMISES)
    if arguments.list:
        for promise in promises:
            print(f"{promise.name:10}  {promise.says} ({promise.goal:,} cases)")
        return KEPT
    if arguments.quick:
        promises = [promise for promise in promises if not promise.alone]
    promises = [promise for promise in promises if _can_be_tried(promise)]
    if arguments.batch is not None and len(promises) != 1:
        raise InputError("--batch: expected one promise, which --only names")
    with TemporaryDirectory(prefix="induce-check-") as folder:
        if arguments.batch is not None:
            batches = [run_batch(promises[0].name, arguments.batch, quick=arguments.quick)]
        else:
            record = Record(Path(arguments.record or Path(folder) / "record.jsonl"))
            tried = [replace(promise, goal=1) for promise in promises] if arguments.quick else promises
            tried_by = partial(run_batch, quick=arguments.quick)
            keep_promises(tried, record, minutes=arguments.minutes, jobs=arguments.jobs, tell=_tell, run=tried_by)
            batches = record.batches
    print("\n".join(rows(promises, batches)))
    found = [fault for promise in promises for fault in list(faults(promise, batches))[:NAMED]]
    for fault in found:
        print(fault)
    return BROKEN if found else KEPT


def _can_be_tried(promise: Promise) -> bool:
    """Whether all that a promise needs is installed; what is not is told."""
    missing = [name for name in promise.needs if find_spec(name) is None]
    if missing:
        print(f"induce: {promise.name} is left out, since it needs {', '.join(missing)}", file=sys.stderr)
    return not missing


def _tell(batch: Batch) -> None:
    ending = f", {len(batch.tally.faults)} faults" if batch.tally.faults else ""
    print(f"induce: {batch.name}, batch {batch.seed}: {batch.tally.cases:,} cases{ending}", file=sys.stderr)
