"""One batch in a process of its own: `python -m induce.check.worker NAME SEED` prints its tally as JSON.

With `quick` as a third word only the first cases of a large batch are tried.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from dataclasses import asdict, dataclass

from ..support.records import record_of
from .promises.catalogue import promise_named
from .promises.promise import Tally

LONGEST = 600.0
"""Seconds after which a batch is taken to hang."""
LOOKING = 0.5
"""Seconds between two looks at whether the check is still there."""


@dataclass(frozen=True)
class Batch:
    """A batch that was run.

    Parameters
    ----------
    name
        Of the promise.
    seed
        What its cases were drawn from.
    tally
        What came of it.
    seconds
        Processor time, that of its child processes included.
    """

    name: str
    seed: int
    tally: Tally
    seconds: float


QUICK = "quick"


def run(name: str, seed: int, *, quick: bool = False) -> Batch:
    """Run a batch, or the beginning of a large one, in a process of its own; if it dies or hangs, that is a fault."""
    command = [sys.executable, "-m", __spec__.name, name, str(seed), *[QUICK] * quick]
    environment = {**os.environ, **promise_named(name).environment}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        try:
            out, errors = process.communicate(timeout=LONGEST)
        except BaseException as error:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            if not isinstance(error, subprocess.TimeoutExpired):
                raise
            return Batch(name, seed, Tally(0, (f"did not end within {LONGEST:.0f} s",)), LONGEST)
    if process.returncode:
        last = (errors.strip().splitlines() or ["nothing was printed"])[-1]
        return Batch(name, seed, Tally(0, (f"the process ended with {process.returncode}: {last}",)), 0.0)
    found = json.loads(out.splitlines()[-1])
    seconds = found.pop("seconds")
    return Batch(name, seed, record_of(Tally, found), seconds)


def main(name: str, seed: int, *, quick: bool) -> None:
    """Run a batch in this process, which ends with the one that has started it."""
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    promise = promise_named(name)
    tally = ((promise.quick if quick else None) or promise.batch)(seed)
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(json.dumps(asdict(tally) | {"seconds": sum(one.ru_utime + one.ru_stime for one in used)}))


def _end_with(parent: int) -> None:
    """A check that is killed leaves no batch behind."""
    while os.getppid() == parent:
        time.sleep(LOOKING)
    os._exit(1)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), quick=QUICK in sys.argv[3:])
