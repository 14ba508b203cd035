"""The file of runs: what is written stays, what is none of ours is left alone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from multiprocessing.pool import ThreadPool
from pathlib import Path
from typing import Any

import pytest

from induce import InputError
from induce.benchmarks.runs.outcome import Outcome
from induce.benchmarks.runs.store import LATER, Setup, open_store
from induce.benchmarks.solvers.solver import Limits

SETUP = Setup(
    "lists", "d1", 3, "induce", {"noise": 0, "weights": "w1"}, Limits(10.0, None, 10**9), 1, "c1+", "s1", "t1",
    {"cpu": "fast", "cores": 2},
)  # fmt: skip
ROW = Outcome(0, "first", "easy", 0, "solved", 0.25, 1000, 7, "(xs: List[Int]) -> xs", 10**8, "", 0.9, True)


def filled(path: Path, rows: int = 1) -> bytes:
    with open_store(path, create=True) as store:
        run = store.begin(SETUP)
        for number in range(rows):
            store.add(run.id, replace(ROW, number=number))
    return path.read_bytes()


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "runs.sqlite"
    other = Outcome(1, "second", "easy", 0, "late", 15.0, fault="killed")
    with open_store(path, create=True) as store:
        run = store.begin(SETUP)
        for row in (other, replace(ROW, repeat=1), ROW):
            store.add(run.id, row)
    with open_store(path) as store:
        assert store.runs() == [run]
        assert store.outcomes(run.id) == [ROW, replace(ROW, repeat=1), other]
        assert store.outcomes(99) == []
    assert (run.suite, run.limits, run.machine, run.guide) == ("lists", SETUP.limits, SETUP.machine, "w1")
    assert replace(SETUP, settings={}).guide == ""


def test_the_first_row_of_a_task_stays(tmp_path: Path) -> None:
    with open_store(tmp_path / "runs.sqlite", create=True) as store:
        run = store.begin(SETUP)
        store.add(run.id, ROW)
        store.add(run.id, replace(ROW, status="none"))
        assert store.outcomes(run.id) == [ROW]


@pytest.mark.parametrize(
    "change",
    [
        {"digest": "d2"},
        {"solver": "rival"},
        {"settings": {"noise": 1, "weights": "w1"}},
        {"limits": Limits(20.0, None, 10**9)},
        {"limits": Limits(None, 1000, 10**9)},
        {"limits": Limits(10.0, None, 10**8)},
        {"repeats": 2},
        {"sources": "s2"},
        {"dsl": "t2"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_answers_depend_on_makes_another_run(change: dict[str, Any], tmp_path: Path) -> None:
    with open_store(tmp_path / "runs.sqlite", create=True) as store:
        first = store.begin(SETUP)
        assert store.begin(SETUP) == first
        assert store.begin(replace(SETUP, **change)).id != first.id


def test_what_answers_do_not_depend_on_makes_none(tmp_path: Path) -> None:
    same = replace(SETUP, suite="renamed", commit="c2", machine={}, settings={"weights": "w1", "noise": 0})
    with open_store(tmp_path / "runs.sqlite", create=True) as store:
        assert store.begin(same).id == store.begin(SETUP).id


def test_a_fresh_run_is_the_one_that_goes_on(tmp_path: Path) -> None:
    with open_store(tmp_path / "runs.sqlite", create=True) as store:
        first, second = store.begin(SETUP), store.begin(SETUP, fresh=True)
        assert second.id != first.id
        assert store.begin(SETUP) == second


def test_runs_are_found(tmp_path: Path) -> None:
    with open_store(tmp_path / "runs.sqlite", create=True) as store:
        first = store.begin(SETUP)
        second = store.begin(replace(SETUP, solver="rival"))
        third = store.begin(replace(SETUP, suite="text", digest="d2"))
        for run in (first, second, third):
            store.add(run.id, ROW)
        store.begin(replace(SETUP, suite="begun", digest="d3"))
        names = ["1", "2", "latest", "lists", "induce", "lists/induce", "text/induce"]
        assert [store.find(name) for name in names] == [first, second, third, second, third, first, third]
        with pytest.raises(InputError, match=r"no run 'x'; expected 'latest' or one of: 1 \(lists/induce\)"):
            store.find("x")


def test_merging_joins_the_shards_of_a_run(tmp_path: Path) -> None:
    filled(tmp_path / "a.sqlite", rows=2)
    with open_store(tmp_path / "b.sqlite", create=True) as store:
        again = store.begin(SETUP)
        store.add(again.id, replace(ROW, number=2))
        fresh = store.begin(SETUP, fresh=True)
        store.add(fresh.id, replace(ROW, number=5))
        runs = [(run, store.outcomes(run.id)) for run in store.runs()]
    with open_store(tmp_path / "a.sqlite") as store:
        for _ in range(2):  # The second time there is nothing new.
            store.take(runs)
            assert [[row.number for row in store.outcomes(run.id)] for run in store.runs()] == [[0, 1, 2], [5]]
            assert store.runs()[1].started == fresh.started


def test_several_may_write_at_once(tmp_path: Path) -> None:
    def write(writer: int) -> int:
        with open_store(tmp_path / "runs.sqlite", create=True) as store:
            run = store.begin(SETUP)
            for number in range(20):
                store.add(run.id, replace(ROW, number=20 * writer + number))
            return run.id

    with ThreadPool(4) as pool:
        assert set(pool.map(write, range(4))) == {1}
    with open_store(tmp_path / "runs.sqlite") as store:
        assert [row.number for row in store.outcomes(1)] == list(range(80))


def old_file(path: Path) -> None:
    """A file from before there were confidences, with a row."""
    filled(path)
    with closing(sqlite3.connect(path)) as connection:
        for name in LATER:
            connection.execute(f"ALTER TABLE outcomes DROP COLUMN {name}")


@pytest.mark.parametrize("create", [True, False])
def test_a_file_from_before_there_were_confidences_is_read_and_goes_on(create: bool, tmp_path: Path) -> None:
    path = tmp_path / "runs.sqlite"
    old_file(path)
    added = replace(ROW, number=1)
    with open_store(path, create=create) as store:
        assert store.outcomes(1) == [replace(ROW, confidence=None, checked=False)]
        store.add(store.begin(SETUP).id, added)
    with open_store(path) as store:
        assert store.outcomes(1) == [replace(ROW, confidence=None, checked=False), added]


def test_an_old_file_is_merged(tmp_path: Path) -> None:
    old_file(tmp_path / "old.sqlite")
    with open_store(tmp_path / "old.sqlite") as old, open_store(tmp_path / "new.sqlite", create=True) as new:
        new.take([(run, old.outcomes(run.id)) for run in old.runs()])
        assert new.outcomes(1) == [replace(ROW, confidence=None, checked=False)]


def test_several_may_open_an_old_file_at_once(tmp_path: Path) -> None:
    path = tmp_path / "runs.sqlite"

    def rows(_: int) -> int:
        with open_store(path) as store:
            return len(store.outcomes(1))

    for _ in range(5):
        path.unlink(missing_ok=True)
        old_file(path)
        with ThreadPool(4) as pool:
            assert pool.map(rows, range(4)) == [1] * 4


def test_no_folder_is_made_for_a_file_that_was_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written: expected a file in a folder that exists"):
        filled(tmp_path / "folder" / "runs.sqlite")
    assert not [*tmp_path.iterdir()]


def changed(path: Path, *statements: str) -> None:
    filled(path)
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER more AFTER INSERT ON outcomes BEGIN DELETE FROM runs; END",
        "CREATE VIEW all_runs AS SELECT * FROM runs",
        "CREATE TABLE others (id)",
        "DROP TABLE outcomes",
        "ALTER TABLE runs RENAME COLUMN settings TO others",
        "ALTER TABLE outcomes RENAME COLUMN status TO others",
    ],
)
def test_tables_that_are_not_ours_are_refused(statement: str, tmp_path: Path) -> None:
    path = tmp_path / "runs.sqlite"
    changed(path, statement)
    with pytest.raises(InputError, match="damaged: its tables are others"), open_store(path):
        pass


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE runs SET settings = '['", "run 1 is not one"),
        ("UPDATE runs SET settings = '[1]'", "run 1 is not one"),
        ("UPDATE runs SET machine = X'00FF'", "run 1 is not one"),
        (f"UPDATE runs SET limits = '{'[' * 5000}'", "run 1 is not one"),
        ("UPDATE runs SET limits = '{\"seconds\": 1}'", "run 1 is not one"),
        ("UPDATE outcomes SET status = 'x'", "row 0 is not one"),
        ("UPDATE outcomes SET seconds = X'00'", "row 0 is not one"),
        ("UPDATE outcomes SET program = CAST(X'FF' AS TEXT), cost = 'x'", "row 0 is not one"),
        ("UPDATE outcomes SET confidence = 9e999", "row 0 is not one"),
    ],
)
def test_rows_that_are_not_ours_are_told(statement: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "runs.sqlite"
    changed(path, statement)
    with pytest.raises(InputError, match=f"damaged: {told} that `induce bench` wrote"), open_store(path) as store:
        _ = [store.outcomes(run.id) for run in store.runs()]


def other_database(path: Path, version: int = 0) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE runs (id)")
    if version:
        filled(path.with_name("ours"))
        mark = sqlite3.connect(path.with_name("ours")).execute("PRAGMA application_id").fetchone()[0]
        connection.execute(f"PRAGMA application_id = {mark}")
        connection.execute(f"PRAGMA user_version = {version}")
    connection.close()


def marked_database(path: Path) -> None:
    """One of another program, which has no tables yet."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA application_id = 7")
    connection.close()


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: path.write_text("a letter\n" * 1000), "damaged, or another kind of file"),
        (lambda path: path.write_bytes(b"SQL"), "damaged, or another kind of file"),
        (other_database, "another kind of file; expected one that `induce bench` wrote"),
        (marked_database, "another kind of file; expected one that `induce bench` wrote"),
        (lambda path: other_database(path, 99), r"another version of induce \(format 99\); expected 1"),
    ],
    ids=["text", "short", "foreign", "marked", "version"],
)
def test_another_file_is_refused_and_left_alone(make: Any, message: str, create: bool, tmp_path: Path) -> None:
    path = tmp_path / "file"
    make(path)
    before = path.read_bytes()
    with pytest.raises(InputError, match=message) as caught, open_store(path, create=create):
        pass
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == before


@pytest.mark.parametrize("share", [0.001, 0.02, 0.3, 0.6, 0.9, 0.999])
def test_a_file_that_is_cut_off_is_refused_and_left_alone(share: float, tmp_path: Path) -> None:
    path = tmp_path / "runs.sqlite"
    whole = filled(path, rows=500)
    path.write_bytes(whole[: int(share * len(whole))])
    before = path.read_bytes()
    with pytest.raises(InputError, match="damaged"), open_store(path, create=True):
        pass
    assert path.read_bytes() == before


def test_an_empty_file_is_begun_where_one_may_be_made(tmp_path: Path) -> None:
    path = tmp_path / "runs.sqlite"
    path.touch()
    with pytest.raises(InputError, match="another kind of file"), open_store(path):
        pass
    assert filled(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "none.sqlite", tmp_path):
        with pytest.raises(InputError, match="there is no such file"), open_store(path):
            pass
    assert not list(tmp_path.iterdir())


def test_a_place_where_nothing_can_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path / "file" / "runs.sqlite", tmp_path):
        with pytest.raises(InputError, match="cannot be written"), open_store(path, create=True):
            pass


def fill_up(path: Path) -> None:
    with open_store(path, create=True) as store:
        run = store.begin(SETUP)
        store._connection.execute("PRAGMA max_page_count = 12")  # As SQLite tells of a disk that is full.
        for number in range(10_000):
            store.add(run.id, replace(ROW, number=number))


def test_a_full_disk_is_one_line_and_what_was_written_stays(tmp_path: Path) -> None:
    path = tmp_path / "runs.sqlite"
    with pytest.raises(InputError, match="disk is full; rows written before are kept"):
        fill_up(path)
    with open_store(path) as store:
        rows = store.outcomes(1)
    assert len(rows) > 10
    assert [row.number for row in rows] == list(range(len(rows)))


def test_text_that_is_no_unicode_is_written_all_the_same(tmp_path: Path) -> None:
    with open_store(tmp_path / "runs.sqlite", create=True) as store:
        run = store.begin(replace(SETUP, suite="\udcff"))
        store.add(run.id, replace(ROW, program="\ud800é"))
        assert store.runs()[0].suite == "\\udcff"
        assert store.outcomes(run.id)[0].program == "\\ud800é"
