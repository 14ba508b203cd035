"""Runs and their outcomes on disk: one SQLite file, a row for each task, written as it ends."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import time
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ...support.errors import InputError, shown
from ...support.files import why, writable
from ...support.records import record_of
from ..solvers.solver import Limits
from .outcome import Outcome

APPLICATION = int.from_bytes(b"indB", "big")
"""Marks a file as one of ours (`PRAGMA application_id`)."""
VERSION = 1
PATIENCE, PAUSE = 60.0, 0.02
"""Seconds to wait for another process that is writing, in all and at a time."""

RUN = ("suite", "digest", "tasks", "solver", "settings", "limits", "repeats", "commit", "sources", "dsl", "machine")
AS_JSON = {"settings", "limits", "machine"}
OUTCOME = tuple(field.name for field in fields(Outcome))

SCHEMA = f"""
PRAGMA application_id = {APPLICATION};
PRAGMA user_version = {VERSION};
CREATE TABLE runs (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL, started TEXT NOT NULL,
    suite TEXT NOT NULL, digest TEXT NOT NULL, tasks INTEGER NOT NULL,
    solver TEXT NOT NULL, settings TEXT NOT NULL, limits TEXT NOT NULL, repeats INTEGER NOT NULL,
    "commit" TEXT NOT NULL, sources TEXT NOT NULL, dsl TEXT NOT NULL, machine TEXT NOT NULL
);
CREATE TABLE outcomes (
    run INTEGER NOT NULL REFERENCES runs (id), number INTEGER NOT NULL, name TEXT NOT NULL, family TEXT NOT NULL,
    repeat INTEGER NOT NULL, status TEXT NOT NULL, seconds REAL NOT NULL, candidates INTEGER, cost INTEGER,
    program TEXT NOT NULL, memory INTEGER, fault TEXT NOT NULL,
    PRIMARY KEY (run, number, repeat)
) WITHOUT ROWID;
"""
LATER = {"confidence": "REAL", "checked": "INTEGER NOT NULL DEFAULT 0"}
"""Columns of outcomes that older files lack. Older versions of induce leave them alone, so the format is the same."""


@dataclass(frozen=True)
class Setup:
    """What is run, and where.

    Parameters
    ----------
    suite, digest, tasks
        The name of the suite, what tells it from any other, and how many tasks it has.
    solver, settings
        The solver's name and all that its answers depend on.
    repeats
        How often each task is run; the seed is the number of the repeat.
    commit
        Of the checkout, with a "+" if it has been changed since; "" outside of one.
    sources, dsl
        Digests of the package's code and of the table of primitives.
    machine
        What it runs on, in words and figures.
    """

    suite: str
    digest: str
    tasks: int
    solver: str
    settings: Mapping[str, Any]
    limits: Limits
    repeats: int
    commit: str
    sources: str
    dsl: str
    machine: Mapping[str, Any]

    @property
    def key(self) -> str:
        """What two runs have in common whose answers are the same."""
        limits = asdict(self.limits)
        known = [self.digest, self.solver, dict(self.settings), limits, self.repeats, self.sources, self.dsl]
        return hashlib.sha256(json.dumps(known, sort_keys=True).encode()).hexdigest()[:16]

    @property
    def guide(self) -> str:
        """The digest of the guide's weights, "" without a guide."""
        return str(self.settings.get("weights", ""))


@dataclass(frozen=True)
class Run(Setup):
    """A run in a store: its number there, and when it was started (UTC, ISO 8601)."""

    id: int
    started: str

    @property
    def name(self) -> str:
        """What it can be called by, beside its number; later runs may share it."""
        return f"{self.suite}/{self.solver}"


def default_path() -> Path:
    """Where runs are kept unless another file is named."""
    import platformdirs

    return Path(platformdirs.user_data_dir("induce", appauthor=False)) / "bench.sqlite"


@contextmanager
def open_store(path: str | Path, *, create: bool = False) -> Iterator[Store]:
    """Open a file of runs.

    Parameters
    ----------
    create
        Make it if it is not there, in a folder that is, unless that is the one for the user's data.

    Raises
    ------
    InputError
        If it is not there, or is another file, or damaged; it is left as it was.
    """
    file = Path(path)
    if create:
        _make_folder(file) if file == default_path() else writable(path)
    elif not os.path.isfile(file):
        raise InputError(f"{path}: there is no such file; expected one that `induce bench` wrote")
    with _told(path), closing(_connected(file)) as connection:
        _check(connection, path, create=create)
        yield Store(connection, str(path))


def _make_folder(file: Path) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{file.parent}: cannot be made: {why(error)}") from None


def _connected(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)
    connection.text_factory = _text
    return connection


def _text(data: bytes) -> str:
    """SQLite does not look whether texts are UTF-8."""
    return data.decode("utf-8", "backslashreplace")


def _check(connection: sqlite3.Connection, path: str | Path, *, create: bool) -> None:
    """Refuse what is none of ours before anything is written; begin a file that is empty."""
    if create:
        _begin(connection)
    mark, version = _pragma(connection, "application_id"), _pragma(connection, "user_version")
    if mark != APPLICATION:
        raise InputError(f"{path}: another kind of file; expected one that `induce bench` wrote")
    if version != VERSION:
        raise InputError(f"{path}: written by another version of induce (format {version}); expected {VERSION}")
    if _is_cut(connection, Path(path)) or _pragma(connection, "quick_check(1)") != "ok":
        raise InputError(f"{path}: damaged, perhaps cut off; expected a whole file that `induce bench` wrote")
    if not _has_our_tables(connection):
        raise InputError(f"{path}: damaged: its tables are others; expected a file that `induce bench` wrote")
    # A row is safe from a kill when its insertion returns; only a power failure may cost the last ones.
    _write_ahead(connection)
    connection.execute("PRAGMA synchronous = NORMAL")
    _complete(connection)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Have a log written ahead; of several that begin a file at once, SQLite lets none wait for the others."""
    until = time.monotonic() + PATIENCE
    while _pragma(connection, "journal_mode") != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(PAUSE)


def _is_cut(connection: sqlite3.Connection, file: Path) -> bool:
    """Whether the last page is not whole, and nothing beside the file is left to mend it."""
    log = file.with_name(f"{file.name}-wal")
    mended = log.exists() and log.stat().st_size > 0
    return not mended and file.stat().st_size % int(_pragma(connection, "page_size")) != 0


def _has_our_tables(connection: sqlite3.Connection) -> bool:
    """Whether its tables are ours, and nothing else is there: a view or a trigger would run what a stranger wrote."""
    kinds = {(kind, name) for kind, name in connection.execute("SELECT type, name FROM sqlite_master")}
    ours = {"runs": {"id", "key", "started", *RUN}, "outcomes": {"run", *OUTCOME} - LATER.keys()}
    return kinds == {("table", name) for name in ours} and all(
        columns <= _columns_of(connection, name) for name, columns in ours.items()
    )


def _columns_of(connection: sqlite3.Connection, table: str) -> set[str]:
    return {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}


def _begin(connection: sqlite3.Connection) -> None:
    with _transaction(connection):
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if not tables and _pragma(connection, "application_id") == 0:
            for statement in SCHEMA.split(";"):
                connection.execute(statement)


def _complete(connection: sqlite3.Connection) -> None:
    """Add the columns that have come later."""
    if _lacking(connection):
        with _transaction(connection):
            for name in _lacking(connection):  # Another process may have been here meanwhile.
                connection.execute(f'ALTER TABLE outcomes ADD COLUMN "{name}" {LATER[name]}')


def _lacking(connection: sqlite3.Connection) -> list[str]:
    return [name for name in LATER if name not in _columns_of(connection, "outcomes")]


def _pragma(connection: sqlite3.Connection, name: str) -> Any:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Statements that count together or not at all, no other process between them."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.execute("COMMIT")


@contextmanager
def _told(path: str | Path) -> Iterator[None]:
    """What SQLite complains of is one line on the file."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise InputError(f"{path}: cannot be used: {why(error)}; rows written before are kept") from None
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:  # The latter where a damaged name is complained of.
        raise InputError(f"{path}: damaged, or another kind of file: {why(error)}") from None


class Store:
    """An open file of runs; see `open_store`."""

    def __init__(self, connection: sqlite3.Connection, path: str) -> None:
        self._connection = connection
        self.path = path

    def runs(self) -> list[Run]:
        """All runs that have outcomes, the oldest first."""
        query = f"SELECT id, started, {_columns(RUN)} FROM runs"
        query += " WHERE EXISTS (SELECT * FROM outcomes WHERE run = runs.id) ORDER BY id"
        return [self._run(row) for row in self._connection.execute(query)]

    def outcomes(self, run: int) -> list[Outcome]:
        """What became of the tasks of a run so far, in their order."""
        query = f"SELECT {_columns(OUTCOME)} FROM outcomes WHERE run = ? ORDER BY number, repeat"
        return [self._outcome(row) for row in self._connection.execute(query, (run,))]

    def _run(self, row: Sequence[Any]) -> Run:
        number, started, *values = row
        try:
            found = {
                name: json.loads(value) if name in AS_JSON else value for name, value in zip(RUN, values, strict=True)
            }
            return record_of(Run, {**found, "id": number, "started": started})
        except (ValueError, TypeError, RecursionError):
            raise InputError(f"{self.path}: damaged: run {number} is not one that `induce bench` wrote") from None

    def _outcome(self, row: Sequence[Any]) -> Outcome:
        found = dict(zip(OUTCOME, row, strict=True))
        try:
            return record_of(Outcome, {**found, "checked": bool(found["checked"])})
        except ValueError:
            place = f"{self.path}: damaged: row {shown(found['number'])}"
            raise InputError(f"{place} is not one that `induce bench` wrote") from None

    def find(self, name: str) -> Run:
        """The run that is meant: its number, "latest", or the suite, the solver or SUITE/SOLVER of the latest such.

        Raises
        ------
        InputError
            If there is none.
        """
        for run in reversed(self.runs()):
            if name in (str(run.id), "latest", run.name, run.suite, run.solver):
                return run
        known = ", ".join(f"{run.id} ({run.name})" for run in self.runs()[-5:]) or "none"
        raise InputError(f"{self.path}: there is no run {name!r}; expected 'latest' or one of: {known}")

    def begin(self, setup: Setup, *, fresh: bool = False) -> Run:
        """The run to write to: the latest of the same key, if there is one and none of its own is asked for."""
        with _transaction(self._connection):
            query = f"SELECT id, started, {_columns(RUN)} FROM runs WHERE key = ? ORDER BY id DESC LIMIT 1"
            row = self._connection.execute(query, (setup.key,)).fetchone()
            if row is None or fresh:
                started = datetime.now(UTC).isoformat(timespec="seconds")
                row = (self._insert(setup, started), started, *_values(setup))
        return self._run(row)

    def take(self, runs: Sequence[tuple[Run, Sequence[Outcome]]]) -> None:
        """Add the runs of another store; the first of a key is joined to the first of that key here, and so on."""
        with _transaction(self._connection):
            here: defaultdict[str, deque[int]] = defaultdict(deque)
            for run in self.runs():
                here[run.key].append(run.id)
            for run, outcomes in runs:
                number = here[run.key].popleft() if here[run.key] else self._insert(run, run.started)
                for outcome in outcomes:
                    self.add(number, outcome)

    def _insert(self, setup: Setup, started: str) -> int:
        marks = ", ".join("?" * (len(RUN) + 2))
        query = f"INSERT INTO runs (key, started, {_columns(RUN)}) VALUES ({marks})"
        number = self._connection.execute(query, (setup.key, started, *_values(setup))).lastrowid
        assert number is not None
        return number

    def add(self, run: int, outcome: Outcome) -> None:
        """Write a row; one that another process has written before stays."""
        marks = ", ".join("?" * (len(OUTCOME) + 1))
        values = [_printable(getattr(outcome, name)) for name in OUTCOME]
        self._connection.execute(
            f"INSERT OR IGNORE INTO outcomes (run, {_columns(OUTCOME)}) VALUES ({marks})", (run, *values)
        )


def _columns(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _values(setup: Setup) -> list[Any]:
    shown = {**vars(setup), "limits": asdict(setup.limits)}
    return [json.dumps(shown[name], sort_keys=True) if name in AS_JSON else _printable(shown[name]) for name in RUN]


def _printable(value: Any) -> Any:
    """Text without lone surrogates: names of files and tasks may have them, and SQLite does not take them."""
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value
