"""Under a candidate budget the answer is the same, whatever the machine, the threads and the order of sets."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from random import Random
from tempfile import TemporaryDirectory

from ...composition import solve
from ...search.engine.codegen.machine import GENERIC
from ...search.options import SearchOptions
from ...search.task.task import Task
from ...support.errors import InputError
from ..drawing.strains import draw_strain
from .promise import Promise, Tally

TASKS = 12
"""In a batch."""
WORDS = 2000
"""Plain values in the inputs of a task at most."""
BUDGETS = (500, 5_000, 20_000, 60_000, 400_000)
"""Candidates; the largest is enough for the guide to be asked."""
OLD_PROCESSOR = {
    GENERIC: "1",
    "NPY_DISABLE_CPU_FEATURES": "AVX2 FMA3 AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL AVX512_SPR",
    "OPENBLAS_CORETYPE": "Nehalem",
}
"""The engine, NumPy and its matrix products as on a processor without AVX2."""
COLD_EVERY = 10
"""Of so many batches one begins with an empty cache, which takes as long as all its searches."""


def batch(seed: int) -> Tally:
    """Solve the same tasks in several processes, and compare what they print."""
    first = answers(seed, threads=1, hash_seed="0")
    faults: list[str] = []
    for name, others in _others(seed):
        faults += differences(name, first, others)
    return Tally(len(first), tuple(faults))


def _others(seed: int) -> list[tuple[str, list[str]]]:
    found = [
        ("2 threads", answers(seed, threads=2, hash_seed="1")),
        ("4 threads", answers(seed, threads=4, hash_seed=str(seed + 2))),
        ("an old processor", answers(seed, threads=1, hash_seed="random", more=OLD_PROCESSOR)),
    ]
    if seed % COLD_EVERY == 0:
        with TemporaryDirectory(prefix="induce-cold-") as folder:
            found.append(("an empty cache", answers(seed, threads=1, hash_seed="0", more={"XDG_CACHE_HOME": folder})))
    return found


def differences(name: str, first: Sequence[str], others: Sequence[str]) -> list[str]:
    """A line for each task whose answer differs."""
    if len(first) != len(others):
        return [f"{name}: {len(others)} answers instead of {len(first)}"]
    return [
        f"task {number} with {name}: {told:.200} instead of {expected:.200}"
        for number, (expected, told) in enumerate(zip(first, others, strict=True))
        if expected != told
    ]


def answers(seed: int, *, threads: int, hash_seed: str, more: Mapping[str, str] | None = None) -> list[str]:
    """What a process of its own prints for the tasks of a batch."""
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, **(more or {})}
    command = [sys.executable, "-W", "ignore", "-m", __spec__.name, str(seed), str(threads)]
    out = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True).stdout
    return out.splitlines()


def main(seed: int, threads: int) -> None:
    """Print the answers to the tasks of a batch, a line each."""
    draw = Random(seed)
    for _ in range(TASKS):
        strain = draw_strain(draw, WORDS)
        options = SearchOptions(
            timeout=None,
            max_candidates=draw.choice(BUDGETS),
            memory=draw.choice(("2GB", "500MB", "50MB")),
            noise=draw.choice((0, 0, 0, 1)),
            threads=threads,
            guide=draw.choice(("auto", "auto", None)),
        )
        try:
            task = Task.from_examples(strain.examples, inputs=strain.inputs, noise=options.noise)
            told = solve(task, options, warn=lambda _: None).to_json(timed=False)
        except InputError as error:
            told = {"error": str(error)}
        print(json.dumps(told, sort_keys=True), flush=True)


PROMISE = Promise(
    "bytes", "a candidate budget gives the same answer with any threads, hash seed, processor and cache", 500, batch
)

if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
