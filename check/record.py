"""What has been checked so far: a file of one JSON line for each batch, which a check that was killed goes on from."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from ..benchmarks.runs.provenance import CODE, sources
from ..support.errors import InputError
from ..support.files import why, write_whole
from ..support.records import record_of
from .worker import Batch


class Record:
    """Batches in a file, of one state of the code.

    Parameters
    ----------
    path
        The file; it is made if it is not there.

    Raises
    ------
    InputError
        If it cannot be read or written, is something else, or was made with other code.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.batches: list[Batch] = []
        try:
            self._open()
        except OSError as error:
            raise InputError(f"{path}: cannot be used: {why(error)}") from None

    def _open(self) -> None:
        code = json.dumps({"induce check": sources((*CODE, "tables", "serve", "check"))})
        if not os.path.exists(self._path) or not (text := self._path.read_text(encoding="utf-8", errors="replace")):
            self._path.write_text(code + "\n", encoding="utf-8")
            return
        first, *lines = text.splitlines()
        if not first.startswith('{"induce check"'):
            raise InputError(f"{self._path}: is not the record of a check: expected a file that induce check has made")
        if first != code:
            raise InputError(f"{self._path}: was made with other code: expected a new file, which --record names")
        if not text.endswith("\n"):  # The last line was being written when the check was killed.
            lines = lines[:-1]
            write_whole(self._path, "".join(f"{line}\n" for line in (first, *lines)).encode())
        self.batches = list(self._read(lines))

    def _read(self, lines: list[str]) -> Iterator[Batch]:
        for number, line in enumerate(lines, start=2):
            try:
                yield record_of(Batch, json.loads(line))
            except (ValueError, RecursionError):
                place = f"{self._path}, line {number}"
                raise InputError(f"{place}: expected a batch that induce check has written") from None

    def add(self, batch: Batch) -> None:
        """Keep a batch; what was written before stays whatever happens."""
        self.batches.append(batch)
        self._append(json.dumps(asdict(batch)))

    def _append(self, line: str) -> None:
        with self._path.open("a", encoding="utf-8") as file:
            file.write(line + "\n")
