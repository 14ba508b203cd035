"""A process that searches: requests are lines of JSON on standard input, answers lines on standard output.

It ends when its standard input does, so that none is left behind by a server that was killed.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections import OrderedDict
from contextlib import suppress
from queue import SimpleQueue
from typing import Any, BinaryIO

from ..session import Session
from ..support.errors import InputError
from .answers import answer, in_sheet, nothing
from .sheet import Sheet, sheet_of_file

FIRST_LOOK = 0.7
"""Seconds of the search whose answer is shown as one types; what it leaves open is searched for longer."""
MOST_CLIENTS, MOST_KEPT = 4, 4
"""Pages that a worker remembers, the latest, and answers for each: a large table has large ones."""
HEADROOM = 3 * 10**9
"""Bytes of addresses that a worker may take beside the memory of a search: libraries, and the compiled engine."""
OUT_OF_MEMORY = "the search needs more memory than --memory allows"


class Searcher:
    """Answers requests: keeps two sessions for each page, one for short and one for long searches."""

    def __init__(self, *, timeout: float, memory: int | str) -> None:
        self.timeout, self.memory = timeout, memory
        self._sessions: OrderedDict[str, tuple[Session, Session]] = OrderedDict()
        self._running: Session | None = None
        self._cancelled = -1

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """The answer to a request; an error is one, too."""
        try:
            if request["what"] == "open":
                return {"sheet": sheet_of_file(request["text"]).to_json()}
            return self._solved(request)
        except InputError as error:
            return {"error": str(error)}
        except MemoryError:
            return {"error": OUT_OF_MEMORY}

    def cancel(self, number: int) -> None:
        """End the search for the request of this number, from another thread."""
        self._cancelled = number
        running = self._running
        if running is not None:
            running.cancel()

    def _solved(self, request: dict[str, Any]) -> dict[str, Any]:
        sheet = Sheet.of(request["rows"], request["texts"])
        if not sheet.examples:
            return nothing(sheet)
        try:
            return self._searched(sheet, request)
        except InputError as error:
            return {"error": in_sheet(str(error), sheet), "kinds": list(sheet.kinds)}

    def _searched(self, sheet: Sheet, request: dict[str, Any]) -> dict[str, Any]:
        short, long = self._sessions_of(request["client"])
        is_long: bool = request["long"]
        for session in (short, long):
            session.replace(sheet.examples, sheet.inputs)
        result, session = long.known(), long
        if result is None:
            session = self._running = long if is_long else short
            try:
                result = session.solve(progress=lambda _: self._end_if_cancelled(request["number"]))
            finally:
                self._running = None
        is_last = is_long or session is long or result.stats.stopped_by != "time" or self.timeout <= FIRST_LOOK
        return answer(sheet, result, session.changed, is_last=is_last)

    def _end_if_cancelled(self, number: int) -> None:
        """What was cancelled before its search began ends here."""
        if self._cancelled == number and self._running is not None:
            self._running.cancel()

    def _sessions_of(self, client: str) -> tuple[Session, Session]:
        if client not in self._sessions:
            self._sessions[client] = (self._session(min(FIRST_LOOK, self.timeout)), self._session(self.timeout))
        self._sessions.move_to_end(client)
        while len(self._sessions) > MOST_CLIENTS:
            self._sessions.popitem(last=False)
        return self._sessions[client]

    def _session(self, timeout: float) -> Session:
        session = Session(timeout=timeout, memory=self.memory)
        session.most_kept, session.most_undone = MOST_KEPT, 0
        return session


def _limited(memory: int) -> None:
    """Take no more addresses than a search may have, where the system can see to that."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory + HEADROOM, memory + HEADROOM))


def _read(source: BinaryIO, searcher: Searcher, requests: SimpleQueue[dict[str, Any]]) -> None:
    """Hand over requests, and cancel at once what is to be cancelled; the end of the input ends the process."""
    for line in source:
        request = json.loads(line)
        if request["what"] == "cancel":
            searcher.cancel(request["number"])
        else:
            requests.put(request)
    os._exit(0)


def main() -> None:
    """Answer requests until there are no more; the first line of the input has the limits."""
    source, out = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # What a library prints is no answer.
    line = source.readline()
    if not line:
        return  # The server has gone already.
    limits = json.loads(line)
    _limited(limits["bytes"])
    searcher = Searcher(timeout=limits["timeout"], memory=limits["memory"])
    Session([([1, 2], [2, 4])], inputs=[[3]], timeout=1).solve().to_json()  # Everything is loaded by this.
    requests: SimpleQueue[dict[str, Any]] = SimpleQueue()
    threading.Thread(target=_read, args=(source, searcher, requests), daemon=True).start()
    said: dict[str, Any] = {"ready": True}
    while True:
        out.write(json.dumps(said).encode() + b"\n")
        out.flush()
        request = requests.get()
        said = searcher.answer(request)


if __name__ == "__main__":
    main()
