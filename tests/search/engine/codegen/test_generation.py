"""What is compiled for kernels and entry points."""

from __future__ import annotations

import pytest

from induce.search.engine.codegen.generation import entry_point, entry_points, jobs, kinds_of
from induce.search.engine.codegen.numbering import kernels
from induce.search.engine.compiled.arrays import ArrayKind, BankArrays, HashArrays, Int32Matrix, ValueArrays
from induce.search.engine.translation.kinds import Untranslatable


def test_an_entry_point_takes_the_attributes_of_its_records() -> None:
    found = next(entry for entry in entry_points() if entry.name == "best_partial")
    assert [parameter.name for parameter in found.parameters] == ["bank", "goal", "missed", "low", "high", "best"]
    assert list(found.parameters[1].kinds) == ["offsets", "lengths"]
    assert list(found.parameters[2].kinds) == [""]
    assert found.results == 2


def test_every_kernel_and_entry_point_is_compiled_once() -> None:
    names = [name for job in jobs() for name in job.functions]
    assert len(set(names)) == len(names) == len(kernels()) + len(entry_points())
    assert len({job.name for job in jobs()}) == len(jobs())


def test_an_entry_point_reads_words_and_writes_results() -> None:
    text = next(job for job in jobs() if job.name == "loops").text()
    assert "define i64 @best_partial(ptr %words, ptr %results)" in text
    assert "store i64 %r1, ptr %q1" in text


def test_the_kinds_of_a_parameter() -> None:
    assert kinds_of(int) == {"": ArrayKind("int64", 0)}
    assert kinds_of(Int32Matrix) == {"": ArrayKind("int32", 2)}
    assert kinds_of(HashArrays) == {"keys": ArrayKind("uint64", 1), "entries": ArrayKind("int32", 1)}
    assert kinds_of(BankArrays)["mem"].is_arena


def silent(goal: ValueArrays, n) -> int:  # type: ignore[no-untyped-def]
    return 0


def strange(goal: str) -> int:
    return len(goal)


def test_an_entry_point_is_refused_that_does_not_say_what_it_takes() -> None:
    with pytest.raises(Untranslatable, match="n: expected an annotation"):
        entry_point(silent)
    with pytest.raises(Untranslatable, match="expected int, a kind of array or a record"):
        entry_point(strange)
