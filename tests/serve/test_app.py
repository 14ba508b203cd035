"""What the server answers: files, examples, requests that are too large, of another page, or wrong."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from induce.serve import app as apps
from induce.serve import pool as pools
from induce.serve.app import EXAMPLES, MOST_BYTES, TYPES
from induce.serve.limits import Limits

from .serving import STUB, Served, serving, table

PAGE = Path(apps.__file__).with_name("page")


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pools, "COMMAND", STUB)
        patch.setattr(pools, "PATIENCE", 0.2)
        patch.setattr(apps, "READING", 0.5)
        with serving(Limits(searches=2, timeout=5)) as running:
            yield running


def error(answer: tuple[int, dict[str, str], bytes]) -> tuple[int, str]:
    status, headers, body = answer
    assert headers["content-type"] == "application/json"
    message = json.loads(body)["error"]
    assert "\n" not in message
    return status, message


@pytest.mark.parametrize("name", TYPES)
def test_files_of_the_page_are_served(name: str, served: Served) -> None:
    status, headers, body = served.asked("GET", "/" if name == "index.html" else f"/{name}")
    assert (status, headers["content-type"], body) == (200, TYPES[name], (PAGE / name).read_bytes())
    assert {file.name for file in PAGE.iterdir()} == set(TYPES)


class _Used(HTMLParser):
    """What a page loads, and what a Content-Security-Policy forbids in it."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded: set[str] = set()
        self.inline: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        self.inline += [name for name in given if name.startswith("on") or name == "style"]
        if tag == "style" or (tag == "script" and "src" not in given):
            self.inline.append(tag)
        self.loaded |= {given[name] or "" for name in ("src", "href") if name in given}


def test_the_page_loads_nothing_but_its_own_files() -> None:
    used = _Used()
    used.feed((PAGE / "index.html").read_text(encoding="utf-8"))
    assert used.loaded - {"#"} == set(TYPES) - {"index.html"}
    assert used.inline == []
    for name in ("page.css", "page.js"):
        text = (PAGE / name).read_text(encoding="utf-8")
        assert not any(word in text for word in ("http:", "https:", "//cdn", "innerHTML", "eval(", "@import"))


def test_every_answer_has_a_strict_policy(served: Served) -> None:
    for method, path in (("GET", "/"), ("GET", "/nothing"), ("POST", "/api/solve"), ("GET", "/api/examples")):
        _, headers, _ = served.asked(method, path)
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; ")
        assert "unsafe" not in policy
        assert "*" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"
        assert "server" not in headers or "uvicorn" in headers["server"]


def test_the_menu_has_five_of_the_examples(served: Served) -> None:
    status, _, body = served.asked("GET", "/api/examples")
    listed = json.loads(body)
    assert status == 200
    assert [one["title"] for one in listed] == list(EXAMPLES.values())
    assert len(listed) == 5
    assert all(any(row[-1] == "" for row in one["sheet"]["rows"]) for one in listed)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"])
def test_names_of_this_machine_are_answered(host: str, served: Served) -> None:
    origin = f"http://{host.lower()}:{served.port}"
    sent = {"Host": f"{host}:{served.port}", "Origin": origin, "Sec-Fetch-Site": "same-origin"}
    assert served.post("/api/solve", table(["echo", ""]), **sent)[0] == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:{port}", "0.0.0.0:{port}", "", "["]
)
def test_other_names_are_refused(host: str, served: Served) -> None:
    for method, path in (("GET", "/"), ("POST", "/api/solve"), ("GET", "/page.js")):
        status, message = error(served.asked(method, path, headers={"Host": host.format(port=served.port)}))
        assert status == 403
        assert message.startswith("the host is not this machine; ")


@pytest.mark.parametrize(
    "sent",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "https://127.0.0.1:{port}"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "http://127.0.0.1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
    ids=str,
)
def test_other_pages_are_refused(sent: dict[str, str], served: Served) -> None:
    headers = {name: value.format(port=served.port) for name, value in sent.items()}
    for method, path in (("POST", "/api/solve"), ("GET", "/api/examples")):
        status, message = error(served.asked(method, path, "{}", {"Content-Type": "application/json", **headers}))
        assert status == 403
        assert message.startswith("the request comes from another page; ")


@pytest.mark.parametrize("kind", ["", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_what_a_form_can_send_is_not_read(kind: str, served: Served) -> None:
    sent = {"Content-Type": kind} if kind else {}
    answer = served.asked("POST", "/api/solve", json.dumps(table(["echo", ""])), sent)
    assert error(answer) == (415, "expected JSON, with the content type application/json")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"", "the request is not JSON"),
        (b"{", "the request is not JSON"),
        (b"\xff", "the request is not JSON"),
        (b"[" * 200_000, "the request is not JSON"),
        (b"[]", "expected a JSON object"),
        (b"{}", "client: expected a text of 1 to 64 characters"),
        (b'{"client": ""}', "client: expected a text of 1 to 64 characters"),
        (b'{"client": "%s"}' % (b"x" * 65), "client: expected a text of 1 to 64 characters"),
        (b'{"client": "x", "long": 1}', "long: expected true or false"),
    ],
    ids=lambda value: value[:12] if isinstance(value, bytes) else "",
)
def test_what_the_page_does_not_ask_is_refused(body: bytes, message: str, served: Served) -> None:
    assert error(served.asked("POST", "/api/solve", body, {"Content-Type": "application/json"})) == (400, message)


def test_a_table_does_not_give_up_a_file_that_is_opened(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    async def noted(request: dict[str, str]) -> dict[str, str]:
        asked.append(request["client"])
        return {}

    monkeypatch.setattr(served.pool, "solve", noted)
    assert served.post("/api/open", {"client": "x", "text": "{}"})[0] == 200
    assert served.solve(["a", ""], client="x")[0] == 200
    assert len(set(asked)) == 2


def test_a_file_to_open_is_a_text(served: Served) -> None:
    status, said = served.post("/api/open", {"client": "x", "text": 3})
    assert (status, said) == (400, {"error": "text: expected the text of a task file"})


def test_other_paths_and_methods_are_refused(served: Served) -> None:
    assert error(served.asked("GET", "/etc/passwd")) == (404, "there is no such page")
    assert error(served.asked("GET", "/../app.py"))[0] == 404
    assert error(served.asked("GET", "/api/solve")) == (405, "this is not what the page asks")
    assert error(served.asked("PUT", "/"))[0] == 405


def test_a_request_that_is_too_large_is_refused(served: Served) -> None:
    told = {"Content-Type": "application/json", "Content-Length": str(10**12)}
    connection = served.connection()
    connection.putrequest("POST", "/api/solve")
    for name, value in told.items():
        connection.putheader(name, value)
    connection.endheaders()
    assert connection.getresponse().status == 413
    connection.close()


def test_a_request_that_hides_how_large_it_is_is_refused(served: Served) -> None:
    chunks = (b" " * 100_000 for _ in range(MOST_BYTES // 100_000 + 2))
    connection = served.connection()
    connection.request("POST", "/api/solve", chunks, {"Content-Type": "application/json"}, encode_chunked=True)
    assert connection.getresponse().status == 413
    connection.close()


def test_a_request_that_does_not_arrive_is_refused(served: Served) -> None:
    with socket.create_connection(("127.0.0.1", served.port)) as slow:
        head = f"POST /api/solve HTTP/1.1\r\nHost: localhost:{served.port}\r\nContent-Type: application/json\r\n"
        slow.sendall(f"{head}Content-Length: 100\r\n\r\n{{".encode())
        assert slow.recv(100).startswith(b"HTTP/1.1 408 ")


def test_searches_beyond_the_limit_are_refused_and_say_when_to_try_again(served: Served) -> None:
    statuses: list[int] = []

    def ask(number: int) -> None:
        statuses.append(served.solve(["work 0.8", ""], client=str(number))[0])

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [200, 200, 503, 503]


def test_a_page_that_asks_again_is_answered_and_its_first_request_refused(served: Served) -> None:
    first: list[tuple[int, dict[str, str]]] = []
    thread = threading.Thread(target=lambda: first.append(served.solve(["work 30", ""])))
    thread.start()
    time.sleep(0.2)
    assert served.solve(["work 0", ""])[0] == 200
    thread.join(10)
    assert first == [(409, {"error": "the page has asked something else meanwhile"})]


def test_a_page_that_goes_away_cancels_its_search(served: Served) -> None:
    for number in range(2):  # As many as there may be at once.
        connection = served.connection()
        body = json.dumps(table(["work 30", ""], client=f"gone {number}"))
        connection.request("POST", "/api/solve", body, {"Content-Type": "application/json"})
        time.sleep(0.1)
        connection.close()
    began = time.perf_counter()
    while served.solve(["work 0", ""], client="here")[0] == 503:
        assert time.perf_counter() - began < 10
    assert time.perf_counter() - began < 10


def test_a_mistake_of_ours_is_one_line_and_protected_too(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(served.pool, "solve", broken)
    answer = served.asked("POST", "/api/solve", json.dumps(table(["a", ""])), {"Content-Type": "application/json"})
    assert error(answer) == (500, "internal error: RuntimeError; please report it")
    assert "content-security-policy" in answer[1]


def test_a_search_that_fails_is_one_line(served: Served) -> None:
    status, said = served.solve(["die", ""])
    assert status == 500
    assert said["error"].startswith("the search has ended unexpectedly")
    assert served.solve(["work 0", ""])[0] == 200
