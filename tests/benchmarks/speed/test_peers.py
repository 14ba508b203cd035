"""cvc5 is measured beside induce, and its terms are counted."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError

import pytest

from induce.benchmarks.solvers.peers import cvc5 as cvc5_module
from induce.benchmarks.speed import command, growth, peers
from induce.benchmarks.speed.grammars import GRAMMARS, Grammar, Production
from induce.benchmarks.speed.peers import (
    FAST,
    REWRITERS,
    Compared,
    Enumerated,
    enumerated,
    restricted_search,
    searched_through,
    stored_alone,
)
from induce.benchmarks.speed.unsolvable import unsolvable_task
from induce.cli import main
from induce.dsl.core.expression import Literal
from induce.dsl.core.types import INT
from induce.search.enumeration.enumeration import Enumeration
from induce.search.task.task import Task
from induce.support.errors import InputError

TASK = unsolvable_task("scalars", examples=2)
SUMS = Grammar((Production("add", (INT, INT), INT, "+"),), (Literal(0, INT),))
"""Sums of the two parameters and 0."""


def counted(rewriter: str, size: int) -> int:
    """The terms of up to so many sums, as they are counted."""
    pytest.importorskip("cvc5")
    options = {**FAST, "sygus-abort-size": str(size)}
    return enumerated(SUMS.problem(TASK), 5.0, rewriter, options).programs


@pytest.mark.parametrize(("size", "terms"), [(1, 3 + 9), (2, 3 + 9 + 2 * 27), (3, 3 + 9 + 2 * 27 + 5 * 81)])
def test_every_term_counts_where_none_is_dropped(size: int, terms: int) -> None:
    assert counted("none", size) == terms


@pytest.mark.parametrize("rewriter", ["extended", "basic"])
def test_terms_count_before_they_are_dropped(rewriter: str) -> None:
    assert counted(rewriter, 1) == 3 + 9
    # Of the nine, n + n, m + m and one of n + m and m + n are kept: they meet each of n, m and 0 on either side.
    assert counted(rewriter, 2) == 3 + 9 + 2 * 3 * 3


def test_a_measurement_from_end_to_end() -> None:
    pytest.importorskip("cvc5")
    found = peers.compared(TASK, GRAMMARS["scalars"], 0.5)
    assert found.rewriter in REWRITERS
    assert min(found.store, found.search, found.cvc5) > 0
    assert (found.store_ratio, found.search_ratio) == (found.store / found.cvc5, found.search / found.cvc5)


@pytest.mark.parametrize("kind", GRAMMARS)
def test_a_run_takes_at_least_its_time(kind: str) -> None:
    pytest.importorskip("cvc5")
    found = enumerated(GRAMMARS[kind].problem(unsolvable_task(kind)), 0.1, REWRITERS[0])
    assert found.seconds >= peers.ENOUGH * 0.1
    assert found.programs > 10


@pytest.mark.parametrize("measure", [stored_alone, searched_through])
def test_induce_is_measured_until_it_had_its_time(measure: Callable[..., Enumerated]) -> None:
    found = measure(TASK, GRAMMARS["scalars"], 0.2)
    assert found.seconds >= peers.ENOUGH * 0.2
    assert found.programs > 1000


def test_a_search_whose_time_was_over_before_it_began_has_more(monkeypatch: pytest.MonkeyPatch) -> None:
    given = []

    def search(task: Task, grammar: Grammar, seconds: float) -> Enumeration:
        given.append(seconds)
        found = restricted_search(task, grammar, seconds)
        found.budget.started -= 1.0  # A second in which other processes had the processor.
        return found

    monkeypatch.setattr(peers, "restricted_search", search)
    assert stored_alone(TASK, GRAMMARS["scalars"], 0.4).programs > 1000
    assert given[:3] == [0.4, 0.8, 1.6]


def test_the_rate_is_that_of_all_programs() -> None:
    assert Enumerated(300, 1.5).rate == 200


def test_a_grammar_that_cvc5_does_not_read_is_told() -> None:
    pytest.importorskip("cvc5")
    with pytest.raises(InputError, match=r"^--peers: cvc5 does not enumerate: exit code 1: .+$"):
        enumerated("(set-logic ALL) (synth-fun f", 0.1, REWRITERS[0])


def test_that_nothing_is_counted_is_told() -> None:
    """The statistics of an incremental solver know nothing of its enumeration."""
    pytest.importorskip("cvc5")
    options = {**FAST, "incremental": "true", "sygus-abort-size": "2"}
    with pytest.raises(InputError, match=r"^--peers: cvc5 enumerates nothing: .+$"):
        enumerated(SUMS.problem(TASK), 0.1, REWRITERS[0], options)


def test_a_peer_that_does_not_end_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("cvc5")
    monkeypatch.setattr(peers, "STARTING", 0)
    monkeypatch.setattr(peers, "LONGEST", 0)
    with pytest.raises(InputError, match=r"^--peers: cvc5 does not end"):
        enumerated(SUMS.problem(TASK), 60.0, REWRITERS[0])


def test_a_missing_peer_is_told_before_anything_is_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(cvc5_module, "version", missing)
    assert main(["bench", "engine", "--peers"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert "pip install 'induce[peers]'" in printed.err


def test_the_table_of_the_peer(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(command, "COUNTS", (2,))
    monkeypatch.setattr(command, "_rates", lambda *_, **__: iter(()))
    monkeypatch.setattr(command, "_waits", lambda *_, **__: {})
    monkeypatch.setattr(growth, "growth", lambda _: {})
    monkeypatch.setattr(cvc5_module, "version", lambda _: "1.2.3")
    monkeypatch.setattr(peers, "compared", lambda *_: Compared(2e6, 8e6, 4e4, "basic"))
    assert main(["bench", "engine", "--peers"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "cvc5 1.2.3" in lines[1]
    assert lines[3].split() == ["lists", "2", "2.00", "M", "8.00", "M", "40.0", "k", "50", "200", "basic"]
    assert [line.split()[0] for line in lines[3:6]] == ["lists", "text", "scalars"]
    assert main(["bench", "engine", "--peers", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["peers"]
    assert found["cvc5"] == "1.2.3"
    assert found["rates"][0] == {
        "kind": "lists", "examples": 2, "store": 2e6, "search": 8e6, "cvc5": 4e4, "rewriter": "basic",
        "store_ratio": 50.0, "search_ratio": 200.0,
    }  # fmt: skip
