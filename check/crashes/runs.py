"""A run of `induce bench` survives being killed: at random moments, with SIGKILL, and then it goes on."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

from ...benchmarks.runs.outcome import Outcome
from ...benchmarks.runs.store import open_store

LATEST = 1.0
"""Seconds within which a kill comes, half of the time from the start on, else from the next row on."""
TASKS = 20
"""For each kill: about what is answered between two of them."""
CANDIDATES = 20_000


def survives(kills: int, *, folder: Path, seed: int = 0) -> list[str]:
    """Kill a run this many times, then let it end; return what that lost, repeated or changed, a line each."""
    draw = random.Random(seed)
    suite = folder / "tasks.jsonl"
    suite.write_text("".join(json.dumps(_task(draw)) + "\n" for _ in range(kills * TASKS)), encoding="utf-8")
    undisturbed, disturbed = folder / "undisturbed.sqlite", folder / "disturbed.sqlite"
    _end(_started(suite, undisturbed))
    found = []
    before: list[Outcome] = []
    for kill in range(1, kills + 1):
        _strike(_started(suite, disturbed), disturbed, draw)
        after = _rows(disturbed)
        if not set(before) <= set(after):
            found.append(f"kill {kill}: rows that were written before are gone or others now")
        before = after
    _end(_started(suite, disturbed))
    rows, expected = _rows(disturbed), _rows(undisturbed)
    if not set(before) <= set(rows):
        found.append("the end: rows that were written before are gone or others now")
    if [_untimed(row) for row in rows] != [_untimed(row) for row in expected]:
        found.append(f"{len(rows)} rows are not the {len(expected)} of a run that was left alone")
    return found


def _task(draw: random.Random) -> dict[str, object]:
    """A list shifted by a number."""
    shift = draw.randrange(1, 10)
    pairs = []
    for _ in range(4):
        numbers = [draw.randrange(100) for _ in range(draw.randrange(2, 8))]
        pairs.append({"input": numbers, "output": [number + shift for number in numbers]})
    return {"train": pairs[:3], "test": pairs[3:]}


def _started(suite: Path, db: Path) -> subprocess.Popen[bytes]:
    words = ["bench", str(suite), "--db", str(db), "--max-candidates", str(CANDIDATES), "--memory", "100MB"]
    command = [sys.executable, "-m", "induce", *words]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def _strike(process: subprocess.Popen[bytes], db: Path, draw: random.Random) -> None:
    """Kill it at a random moment."""
    if draw.random() < 0.5:
        rows = len(_rows(db))
        while process.poll() is None and len(_rows(db)) == rows:
            time.sleep(0.02)
    time.sleep(draw.uniform(0, LATEST))
    process.kill()
    process.communicate()


def _end(process: subprocess.Popen[bytes]) -> None:
    _, errors = process.communicate()
    if process.returncode:
        raise RuntimeError(errors.decode(errors="replace"))


def _rows(db: Path) -> list[Outcome]:
    with open_store(db, create=True) as store:
        runs = store.runs()
        return store.outcomes(runs[0].id) if runs else []


def _untimed(outcome: Outcome) -> Outcome:
    return replace(outcome, seconds=0.0, memory=None)
