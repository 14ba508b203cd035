"""A run of many tasks: every task has one row, and no task and no kill can take another's."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from dataclasses import replace
from multiprocessing import active_children
from multiprocessing.connection import wait
from pathlib import Path

import pytest

from induce import InputError, Task
from induce.benchmarks.runs import executors, worker
from induce.benchmarks.runs.executors import Processes
from induce.benchmarks.runs.outcome import Outcome
from induce.benchmarks.runs.runner import pending, resume
from induce.benchmarks.runs.store import open_store
from induce.benchmarks.runs.worker import Worker
from induce.benchmarks.solvers.solver import Limits
from induce.benchmarks.tasks.formats.suite import Shard, Suite
from induce.search.task.task import MISSING

from ...processes import ends
from ..scripted import EXAMPLES, Scripted, begun, statuses, suite_of

pytestmark = pytest.mark.usefixtures("importable")


def run(
    folder: Path, suite: Suite, *, jobs: int = 1, limits: Limits | None = None, repeats: int = 1, failing: str = ""
) -> list[Outcome]:
    """The outcomes of a whole run; each comes once, is in the store, and no worker is left behind."""
    solver = Scripted(str(folder), failing)
    with open_store(folder / "runs.sqlite", create=True) as store:
        begin = begun(store, suite, limits=limits, repeats=repeats, solver=solver)
        came = list(resume(store, begin, suite, solver, executor=Processes(jobs)))
        assert not active_children()
        rows = store.outcomes(begin.id)
    assert sorted(came, key=lambda one: (one.number, one.repeat)) == rows
    assert len(rows) == repeats * len(suite.entries)
    return rows


def test_every_task_has_one_row(tmp_path: Path) -> None:
    suite = suite_of(
        "right", "wrong", "misfit", "raise", "refuse", "unsupported", "garbage", "deep", "crash", "last",
        bad=InputError("tasks.jsonl:3: no task"),
    )  # fmt: skip
    rows = {row.name: row for row in run(tmp_path, suite, jobs=2)}
    assert statuses(list(rows.values())) == {
        "right": "solved", "wrong": "fitted", "misfit": "none", "raise": "died", "refuse": "invalid",
        "unsupported": "unsupported", "garbage": "died", "deep": "died",
        "crash": "died", "last": "solved", "bad": "invalid",
    }  # fmt: skip
    assert {name: row.fault for name, row in rows.items() if row.fault} == {
        "raise": "ValueError: two lines",
        "refuse": "noise: not for this task",
        "unsupported": "no lists",
        "garbage": "its answer is none: TypeError: object of type 'int' has no len()",
        "deep": "its answer is none: RecursionError: maximum recursion depth exceeded while pickling an object",
        "crash": "the worker ended with exit code 3",
        "bad": "tasks.jsonl:3: no task",
    }
    right = rows["right"]
    assert (right.number, right.family, right.program, right.cost, right.candidates) == (0, "r", "reversed", 3, 0)
    assert 0 < right.seconds < 5
    assert {name: row.confidence for name, row in rows.items() if row.confidence is not None} == dict.fromkeys(
        ("right", "wrong", "misfit", "unsupported", "last"), 0.75
    )
    assert {name for name, row in rows.items() if row.checked} >= {"right", "wrong", "last"}


def test_only_where_all_outputs_are_held_back_an_answer_is_checked(tmp_path: Path) -> None:
    whole = Task.from_examples(EXAMPLES, inputs=[[4, 9], [2, 1]], expected=[[9, 4], [1, 2]])
    tasks = {
        "whole": whole,
        "half": replace(whole, expected=(whole.expected[0], MISSING)),
        "unknown": replace(whole, expected=(MISSING, MISSING)),
        "nothing": Task.from_examples(EXAMPLES),
    }
    rows = run(tmp_path, suite_of(**tasks))
    assert statuses(rows) == dict.fromkeys(tasks, "solved")
    assert {row.name: row.checked for row in rows} == dict.fromkeys(tasks, False) | {"whole": True}
    assert {row.confidence for row in rows} == {0.75}


def test_repeats_have_the_seeds_from_zero_on(tmp_path: Path) -> None:
    rows = run(tmp_path, suite_of("a", "b"), repeats=3)
    assert [(row.number, row.repeat, row.candidates) for row in rows] == [
        (number, repeat, repeat) for number in range(2) for repeat in range(3)
    ]


def test_a_worker_that_hangs_is_killed_with_what_it_has_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "GRACE", 0.5)
    rows = run(tmp_path, suite_of("before", "hang", "after"), limits=Limits(timeout=0.5))
    assert statuses(rows) == {"before": "solved", "hang": "late", "after": "solved"}
    assert rows[1].seconds >= 1
    assert rows[1].fault == "killed: it ran past its time limit"
    if hasattr(os, "killpg"):
        assert ends(int((tmp_path / "child").read_text(encoding="utf-8")))


@pytest.mark.skipif(sys.platform != "linux", reason="memory is capped on Linux")
def test_a_worker_that_eats_memory_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "ROOM", 10**8)
    monkeypatch.setattr(executors, "POLL", 0.01)
    rows = run(tmp_path, suite_of("before", "eat", "after"), limits=Limits(memory=10**8))
    assert statuses(rows) == {"before": "solved", "eat": "memory", "after": "solved"}


@pytest.mark.skipif(sys.platform != "linux", reason="memory is capped on Linux")
def test_a_worker_that_reaches_the_cap_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "ROOM", 10**12)  # So that the runner does not look.
    rows = run(tmp_path, suite_of("eat", "after"), limits=Limits(memory=10**8))
    assert [(row.status, row.fault) for row in rows] == [("memory", "out of memory"), ("solved", "")]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere peaks only rise")
def test_the_peak_of_memory_is_that_of_the_task(tmp_path: Path) -> None:
    rows = run(tmp_path, suite_of("before", "hold", "between", "delegate", "after"))
    before, hold, between, delegate, after = (row.memory or 0 for row in rows)
    assert min(hold, delegate) > before + 150_000_000
    assert max(between, after) < before + 50_000_000


@pytest.mark.parametrize(
    ("failing", "message"),
    [
        ("input", "scripted: it lacks a part; expected one"),
        ("error", "scripted: cannot be prepared: RuntimeError: two lines"),
        ("exit", "scripted: cannot be prepared: the worker ended with exit code 7"),
    ],
)
def test_a_solver_that_cannot_be_prepared_ends_the_run(failing: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        run(tmp_path, suite_of("a", "b"), failing=failing)
    assert str(caught.value) == message
    assert not active_children()


def ready(one: Worker) -> Worker:
    """The worker, once it waits for a task."""
    while not one.ready:
        wait([one.pipe], 30)
        assert one.check() is None
    return one


def test_a_worker_that_dies_without_a_task_is_replaced() -> None:
    one = ready(Worker(Scripted(), Limits()))
    try:
        first = one.process
        first.kill()
        first.join()
        assert one.check() is None
        assert ready(one).process is not first
    finally:
        one.stop()


@pytest.mark.skipif(os.name == "nt", reason="SIGINT")
def test_a_worker_that_has_no_group_yet_does_not_hear_ctrl_c() -> None:
    one = Worker(Scripted(), Limits())
    try:
        os.kill(one.process.pid or 0, signal.SIGINT)
        assert ready(one).process.is_alive()
    finally:
        one.stop()


def test_an_answer_that_has_come_in_is_never_late(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "GRACE", -1000.0)
    check = worker.Worker.check

    def patient(self: worker.Worker) -> Outcome | None:
        """Look only when something has come in: as if that had waited long to be taken."""
        wait([self.pipe], 30)
        return check(self)

    monkeypatch.setattr(worker.Worker, "check", patient)
    assert statuses(run(tmp_path, suite_of("a", "b"))) == {"a": "solved", "b": "solved"}


def test_a_run_that_is_left_goes_on_where_it_was(tmp_path: Path) -> None:
    suite = suite_of("a", "b", "c", bad=InputError("no task"))
    with open_store(tmp_path / "runs.sqlite", create=True) as store:
        begin = begun(store, suite)
        running = resume(store, begin, suite, Scripted(), executor=Processes(2))
        assert next(running).name == "bad"
        first = next(running)
        running.close()  # type: ignore[attr-defined]
        assert not active_children()
        rest = list(resume(store, begin, suite, Scripted(), executor=Processes(2)))
        assert {first.name, *(outcome.name for outcome in rest)} == {"a", "b", "c"}
        assert first in store.outcomes(begin.id)
        assert not list(resume(store, begin, suite, Scripted(), executor=Processes(2)))


def test_shards_share_the_tasks_among_them(tmp_path: Path) -> None:
    suite = suite_of("a", "b", "c", "d", "e")
    with open_store(tmp_path / "runs.sqlite", create=True) as store:
        begin = begun(store, suite, repeats=2)
        shards = [pending(store, begin, suite, shard=Shard(number, 3)) for number in (1, 2, 3)]
        assert [len(shard) for shard in shards] == [4, 3, 3]
        whole = pending(store, begin, suite)
        assert sorted(place for shard in shards for place in shard) == sorted(whole)
        assert whole[:5] == [(number, 0) for number in range(5)]
        list(resume(store, begin, suite, Scripted(), executor=Processes(1), shard=Shard(2, 3)))
        assert pending(store, begin, suite) == [place for place in whole if place not in shards[1]]


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_workers_end_with_a_runner_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        textwrap.dedent(
            """
            import sys
            from tests.benchmarks.scripted import Scripted, suite_of
            from induce.benchmarks.runs.executors import Processes
            from induce.benchmarks.solvers.solver import Limits
            from induce.benchmarks.runs.worker import Job

            if __name__ == "__main__":
                jobs = [Job(0, 0, "hang", "", suite_of("hang").entries[0].task)]
                list(Processes(1).outcomes(Scripted(sys.argv[1]), jobs, Limits(timeout=600)))
            """
        ),
        encoding="utf-8",
    )
    path = os.pathsep.join([str(Path(__file__).parents[3]), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "PYTHONPATH": path}
    with subprocess.Popen([sys.executable, str(script), str(tmp_path)], env=environment) as process:
        child = tmp_path / "child"
        while not child.exists() or not child.read_text(encoding="utf-8"):
            assert process.poll() is None
            time.sleep(0.02)
        process.send_signal(signal.SIGKILL)
    assert ends(int(child.read_text(encoding="utf-8")))
