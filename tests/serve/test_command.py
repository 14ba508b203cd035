"""`induce serve` on the command line: options, what is missing, the port, and Ctrl-C."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from typing import Any

import pytest

from induce import InputError
from induce.cli import main
from induce.serve.limits import Limits

from .serving import lives

SERVE = [sys.executable, "-m", "induce", "serve", "--no-open"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--host", "0.0.0.0"], "'0.0.0.0' is not a valid host; expected one of 127.0.0.1, localhost, ::1"),
        (["--host", "192.168.0.1"], "is not a valid host"),
        (["--port", "70000"], "'70000' is not a valid port; expected an integer from 0 to 65535"),
        (["--timeout", "0"], "'0' is not a valid number of seconds"),
        (["--memory", "much"], "'much' is not a valid size"),
        (["--searches", "0"], "'0' is not a valid number of searches"),
    ],
)
def test_a_value_that_is_not_valid_is_refused(
    words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", *words]) == 2
    err = capsys.readouterr().err
    assert err.startswith(f"induce: {words[0]}: ")
    assert message in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "limit", [{"host": "example.org"}, {"port": -1}, {"timeout": None}, {"searches": 1.5}], ids=str
)
def test_limits_are_checked_in_python_too(limit: dict[str, Any]) -> None:
    with pytest.raises(InputError, match=rf"^{next(iter(limit))}: "):
        Limits(**limit)


def test_a_port_that_is_taken_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["serve", "--no-open", "--port", str(port)]) == 2
    message = capsys.readouterr().err
    assert re.fullmatch(rf"induce: port {port}: [^\n]+; expected one that is free, such as --port 0\n", message)


@pytest.mark.parametrize("missing", ["starlette", "uvicorn"])
def test_without_the_framework_it_says_what_to_install(missing: str) -> None:
    code = f"import sys; sys.modules[{missing!r}] = None; from induce.cli import main; sys.exit(main(['serve']))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "induce: serve needs Starlette and Uvicorn: pip install 'induce[serve]'\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is another thing there")
def test_ctrl_c_ends_the_server_and_its_workers() -> None:
    process = subprocess.Popen(
        [*SERVE, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert process.stdout is not None
    address = re.fullmatch(r"induce is at (http://127\.0\.0\.1:\d+/) \(Ctrl-C ends it\)\n", process.stdout.readline())
    assert address
    table = {"client": "a", "texts": [False, False], "rows": [["3", "6"], ["5", "10"], ["7", ""]]}
    request = urllib.request.Request(
        f"{address[1]}api/solve", json.dumps(table).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        assert json.loads(answer.read())["cells"][0]["cell"] == "14"
    workers = children_of(process.pid)
    assert workers
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(30) == 130
    assert process.communicate()[1] == "induce: interrupted\n"
    assert not [worker for worker in workers if lives(worker)]


def children_of(process: int) -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=False)
    return [*map(int, listed.stdout.split())]
