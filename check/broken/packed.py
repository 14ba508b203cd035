"""Valid files that libraries write: workbooks, Parquet, weights and databases, each made once a process."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ...benchmarks.runs.outcome import Outcome
from ...benchmarks.runs.store import Setup, open_store
from ...benchmarks.solvers.solver import Limits
from ...guide.runtime.named import SHIPPED
from ...support.errors import InputError
from .documents import rows
from .mutation import broken_bytes, broken_json, broken_text

if TYPE_CHECKING:
    from ...guide.training.trainer import Trainer

TABLES = 7
"""Tables that are broken again and again: making one takes longer than reading it."""


@cache
def workbook(number: int) -> Mapping[str, bytes]:
    """The parts of a workbook."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows(Random(number)):
        sheet.append([int(cell) if cell.isdigit() and number % 2 else cell for cell in row])
    whole = io.BytesIO()
    book.save(whole)
    with zipfile.ZipFile(whole) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def broken_workbook(draw: Random) -> bytes:
    """A workbook of which a part is broken, or the archive itself."""
    parts = dict(workbook(draw.randrange(TABLES)))
    if draw.random() < 0.8:
        name = draw.choice(sorted(parts))
        if draw.random() < 0.2:
            del parts[name]
        else:
            parts[name] = broken_text(parts[name].decode(), draw)
    packed = _packed(parts)
    return packed if draw.random() < 0.8 else broken_bytes(packed, draw)


def _packed(parts: Mapping[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return whole.getvalue()


@cache
def parquet(number: int) -> bytes:
    """A Parquet file."""
    from pyarrow import BufferOutputStream, table
    from pyarrow.parquet import write_table

    header, *body = rows(Random(number))
    cells = zip(*body, strict=True)
    columns = {name: [cell or None for cell in column] for name, column in zip(header, cells, strict=True)}
    out = BufferOutputStream()
    write_table(table(columns), out)
    content: bytes = out.getvalue().to_pybytes()
    return content


def broken_parquet(draw: Random) -> bytes:
    """A Parquet file cut off, or with bytes in its beginning or its end that are others."""
    content = parquet(draw.randrange(TABLES))
    if draw.random() < 0.5:
        return content[: draw.randrange(len(content))]
    return draw.choice((b"PAR1", b"", b"PARE")) + draw.randbytes(draw.randrange(60)) + draw.choice((b"PAR1", b""))


def broken_weights(draw: Random) -> bytes:
    """The weights that come with induce, broken."""
    return _broken_tensors(SHIPPED.read_bytes(), draw)


@cache
def _trainer() -> Trainer:
    """The training of the smallest network."""
    from ...guide.runtime.config import Config
    from ...guide.training.trainer import Trainer

    return Trainer(Config(batch=8, width=16, blocks=1), seed=0, device="cpu")


@cache
def _checkpoint() -> bytes:
    from ...guide.training.checkpoint import save_checkpoint

    with TemporaryDirectory() as folder:
        save_checkpoint(Path(folder) / "checkpoint", _trainer())
        return (Path(folder) / "checkpoint").read_bytes()


def broken_checkpoint(draw: Random) -> bytes:
    """The state of a training, broken."""
    return _broken_tensors(_checkpoint(), draw)


def restored(path: Path) -> None:
    """Go on from a checkpoint.

    Raises
    ------
    InputError
        If it cannot be.
    """
    from ...guide.training.checkpoint import CheckpointError, restore_checkpoint

    try:
        restore_checkpoint(path, _trainer())
    except CheckpointError as error:
        raise InputError(str(error)) from None


def _broken_tensors(content: bytes, draw: Random) -> bytes:
    """A file of tensors with another header, or another length of it, or cut off."""
    start = struct.unpack("<Q", content[:8])[0] + 8
    header, rest = json.loads(content[8:start]), content[start:]
    if draw.random() < 0.5:
        metadata = {**header["__metadata__"]}
        name = draw.choice(sorted(metadata))
        metadata[name] = broken_text(metadata[name], draw).decode("utf-8", "replace")
        changed = json.dumps({**header, "__metadata__": metadata}).encode()
    else:
        changed = broken_json(header, draw)
    length = len(changed) if draw.random() < 0.8 else draw.choice((0, 1, 2**31, 2**63, 2**64 - 1, len(changed) + 9))
    return struct.pack("<Q", length) + changed + (rest if draw.random() < 0.2 else rest[: draw.randrange(2000)])


@cache
def database() -> bytes:
    """A file of runs."""
    setup = Setup("lists", "d", 2, "induce", {"noise": 0}, Limits(1.0, None, 10**9), 1, "c", "s", "t", {"cores": 2})
    with TemporaryDirectory() as folder:
        path = Path(folder) / "runs.sqlite"
        with open_store(path, create=True) as store:
            run = store.begin(setup)
            for number in range(3):
                store.add(run.id, Outcome(number, f"task {number}", "easy", 0, "solved", 0.5, 100, 7, "(x: Int) -> x"))
        return path.read_bytes()


def broken_database(draw: Random, folder: Path) -> bytes:
    """A file of runs with other bytes, or with other values in its rows."""
    content = database()
    if draw.random() < 0.4:
        return broken_bytes(content, draw) if draw.random() < 0.7 else content[: draw.randrange(len(content))]
    path = folder / "changed.sqlite"
    path.write_bytes(content)
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement, values in _changes(draw):
            try:
                connection.execute(statement, values)
            except sqlite3.DatabaseError:
                continue  # What the schema forbids stays as it was.
        connection.execute("PRAGMA journal_mode = DELETE")
    return path.read_bytes()


def _changes(draw: Random) -> Iterator[tuple[str, tuple[object, ...]]]:
    odd = ("", "x", "{}", "[]", "[" * 400, "null", '{"seconds": "x"}', -1, 2**62, 0.5, float("inf"), b"\0\xff", None)
    for _ in range(draw.choice((1, 1, 2))):
        match draw.randrange(6):
            case 0:
                name = draw.choice(("settings", "limits", "machine", "suite", "solver", "started", "tasks", "repeats"))
                yield f"UPDATE runs SET {name} = ?", (draw.choice(odd),)
            case 1 | 2:
                names = ("status", "seconds", "candidates", "cost", "program", "memory", "confidence", "checked")
                yield f"UPDATE outcomes SET {draw.choice(names)} = ? WHERE number = 1", (draw.choice(odd),)
            case 3:
                yield f"PRAGMA user_version = {draw.choice((0, 2, 99))}", ()
            case 4:
                yield f"DROP TABLE {draw.choice(('runs', 'outcomes'))}", ()
            case _:
                name = draw.choice(("suite", "settings", "status"))
                yield f"ALTER TABLE {'outcomes' if name == 'status' else 'runs'} RENAME COLUMN {name} TO other", ()
