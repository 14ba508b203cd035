"""The process that searches: what it answers, how it is cancelled, how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from typing import Any

import pytest

from induce.serve.worker import FIRST_LOOK, MOST_CLIENTS, Searcher

HARD = (["[3, 1, 4]", "8561"], ["[1, 5]", "40217"], ["[9, 2, 6, 5]", "-777123"], ["[3, 5, 8]", "91919"])
GREETING = (["Ann", "Hello, Ann!"], ["Bo", "Hello, Bo!"], ["Cy", ""])


def request(*rows: list[str], client: str = "page", long: bool = False, number: int = 0) -> dict[str, Any]:
    texts = [False] * len(rows[0])
    return {"what": "solve", "client": client, "texts": texts, "rows": [*rows], "long": long, "number": number}


@pytest.fixture
def searcher() -> Searcher:
    return Searcher(timeout=1.5, memory="500MB")


def test_an_answer_is_known_as_examples_are_added(searcher: Searcher) -> None:
    first = searcher.answer(request(["[2, 2]", "4"], ["[3, 5]", ""], ["[3, 7]", ""]))
    assert first["last"]
    assert first["cells"][0]["rivals"]
    second = searcher.answer(request(["[2, 2]", "4"], ["[3, 5]", "15"], ["[3, 7]", ""]))
    assert second["cells"] == [{"row": 2, "cell": "21", "rivals": []}]
    assert second["change"] == "another program, 1 prediction changed"


def test_what_a_short_search_leaves_open_takes_a_long_one(searcher: Searcher) -> None:
    short = searcher.answer(request(*HARD))
    assert not short["last"]
    long = searcher.answer(request(*HARD, long=True))
    assert long["last"]
    again = searcher.answer(request(*HARD))
    assert (again["last"], again["candidates"]) == (True, long["candidates"])


def test_an_answer_of_a_short_search_is_shown(searcher: Searcher) -> None:
    assert searcher.answer(request(*GREETING))["cells"][0]["cell"] == "Hello, Cy!"


def test_errors_are_answers_that_name_rows(searcher: Searcher) -> None:
    said = searcher.answer(request(["a", ""], ["b", "1"], ["b", "2"]))
    assert said == {
        "error": "row 3: contradicts row 2: the same input has two outputs",
        "kinds": ["text", "number"],
    }
    assert searcher.answer(request(["a", "b", "c"]) | {"texts": [False]})["error"].startswith("texts: expected")
    assert searcher.answer({"what": "open", "text": "nothing", "number": 1})["error"].startswith("the file: ")
    assert searcher.answer(request(["a", ""]))["status"] == "empty"


def test_a_task_file_is_opened(searcher: Searcher) -> None:
    said = searcher.answer({"what": "open", "text": '{"train": [{"input": "07", "output": 7}]}', "number": 1})
    assert said == {"sheet": {"rows": [["07", "7"]], "texts": [False, False]}}


def test_a_cancelled_search_ends(searcher: Searcher) -> None:
    searcher.timeout = 60
    threading.Timer(0.3, searcher.cancel, (7,)).start()
    began = time.perf_counter()
    said = searcher.answer(request(*HARD, long=True, number=7))
    assert time.perf_counter() - began < 20
    assert said["status"] in ("partial", "none")


def test_a_search_that_was_cancelled_before_it_began_ends(searcher: Searcher) -> None:
    searcher.timeout = 60
    searcher.cancel(8)
    began = time.perf_counter()
    searcher.answer(request(*HARD, long=True, number=8))
    assert time.perf_counter() - began < 20


def test_few_pages_are_remembered(searcher: Searcher) -> None:
    for number in range(MOST_CLIENTS + 2):
        searcher.answer(request(["1", "2"], client=str(number)))
    assert [*searcher._sessions] == [str(number) for number in range(2, MOST_CLIENTS + 2)]


def test_a_short_search_takes_no_longer_than_any_may() -> None:
    searcher = Searcher(timeout=FIRST_LOOK / 2, memory="500MB")
    assert searcher.answer(request(*GREETING))["last"]


def test_a_process_answers_line_by_line_and_ends_with_its_input() -> None:
    command = [sys.executable, "-m", "induce.serve.worker"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    assert process.stdin is not None
    assert process.stdout is not None

    def said(line: Any) -> Any:
        print(json.dumps(line), file=process.stdin, flush=True)
        return json.loads(process.stdout.readline()) if process.stdout else None

    with process:
        assert said({"timeout": 60, "memory": "500MB", "bytes": 500_000_000}) == {"ready": True}
        assert said(request(["ä b", "B"], ["c d", "D"], ["e f", ""]))["cells"][0]["cell"] == "F"
        print(json.dumps(request(*HARD, long=True, number=2)), file=process.stdin, flush=True)
        time.sleep(0.2)
        process.stdin.close()  # As if the server had been killed, in the middle of a search.
        assert process.wait(20) == 0


def test_a_process_whose_server_has_gone_says_nothing() -> None:
    command = [sys.executable, "-m", "induce.serve.worker"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
