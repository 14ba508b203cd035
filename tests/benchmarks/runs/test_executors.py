"""The same rows, wherever tasks are answered."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from induce import InputError
from induce.benchmarks.runs import executors
from induce.benchmarks.runs.executors import Executor, Processes, RayCluster
from induce.benchmarks.runs.outcome import Outcome
from induce.benchmarks.runs.worker import Job, Worker
from induce.benchmarks.solvers.solver import Limits

from ..scripted import Scripted, reversal

pytestmark = pytest.mark.usefixtures("importable")

JOBS = [Job(number, 0, name, "", reversal(name)) for number, name in enumerate(["a", "wrong", "crash", "misfit"])]


class Lost(Exception):
    """As Ray tells that a machine is gone."""


class HereAndNow:
    """Ray's interface, without a cluster: what is asked for is done when it is fetched."""

    exceptions = SimpleNamespace(RayError=Lost)

    def init(self, **_: Any) -> None: ...

    def shutdown(self) -> None: ...

    def cluster_resources(self) -> dict[str, float]:
        return {"CPU": 2.0}

    def remote(self, **_: Any) -> Callable[[type], Any]:
        return lambda seat: SimpleNamespace(remote=lambda *arguments: self._placed(seat(*arguments)))

    def _placed(self, seat: Any) -> Any:
        return SimpleNamespace(answer=SimpleNamespace(remote=lambda job: lambda: seat.answer(job)))

    def wait(self, pending: Sequence[Any]) -> tuple[Sequence[Any], Sequence[Any]]:
        return pending[:1], pending[1:]

    def get(self, one: Any) -> Any:
        return one()


def rows(executor: Executor, solver: Scripted | None = None) -> list[Outcome]:
    found = executor.outcomes(solver or Scripted(), JOBS, Limits())
    return [replace(row, seconds=0.0, memory=None) for row in sorted(found, key=lambda row: row.number)]


def test_a_cluster_gives_the_same_rows_as_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", HereAndNow())
    expected = rows(Processes(2))
    assert [row.status for row in expected] == ["solved", "fitted", "died", "none"]
    assert rows(RayCluster()) == rows(RayCluster(1)) == expected


def test_what_cannot_be_prepared_is_told_from_afar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", HereAndNow())
    with pytest.raises(InputError, match="scripted: it lacks a part; expected one"):
        rows(RayCluster(), Scripted(failing="input"))


def test_a_lost_cluster_ends_the_run_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    ray = HereAndNow()

    def lost(_: Any) -> Any:
        raise Lost("a long\nstory: node 3 is gone")

    monkeypatch.setattr(ray, "get", lost)
    monkeypatch.setitem(sys.modules, "ray", ray)
    with pytest.raises(InputError, match=r"^--engine ray: story: node 3 is gone$"):
        rows(RayCluster())


def test_an_address_without_a_cluster_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    ray = HereAndNow()

    def none_there(**_: Any) -> None:
        raise ConnectionError("Nobody answers.")

    monkeypatch.setattr(ray, "init", none_there)
    monkeypatch.setitem(sys.modules, "ray", ray)
    with pytest.raises(InputError, match=r"^--engine ray: nobody answers; expected the address of a cluster"):
        rows(RayCluster())


def test_without_ray_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(InputError, match=r"expected pip install 'induce\[ray\]'"):
        list(RayCluster().outcomes(Scripted(), JOBS, Limits()))


def test_no_more_workers_than_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    begun = []

    def counted(*arguments: Any) -> Worker:
        begun.append(arguments)
        return Worker(*arguments)

    monkeypatch.setattr(executors, "Worker", counted)
    assert len(list(Processes(9).outcomes(Scripted(), JOBS[:2], Limits()))) == 2
    assert len(begun) <= 2
