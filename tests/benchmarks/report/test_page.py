"""The page is whole: well formed, escaped, and without anything from elsewhere."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from induce.benchmarks.report.markup import Markup, element, table
from induce.benchmarks.report.measured import sections, usual
from induce.benchmarks.report.page import page
from induce.benchmarks.report.pictures import gallery

from .rows import confident, outcome, rows, write_runs

VOID = {"meta", "br", "img", "link", "input", "hr"}
EVIL = "<script>alert('x')</script> & \"q\""


class Reader(HTMLParser):
    """Checks that every element is closed in its turn, and collects texts and attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.texts: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.links += [value or "" for name, value in attrs if name in ("src", "href", "xlink:href")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    evil = [*rows("sfnlu"), outcome(5, "solved", program=EVIL), outcome(6, "fitted", program=EVIL)]
    other = [*rows("sfsmn"), outcome(5, "none"), outcome(6, "solved", program="ok")]
    path = write_runs(tmp_path_factory.mktemp("page") / "runs.sqlite", {"induce": evil, "<floor>": other}, suite="t&t")
    found = sections(usual(path))
    return page(found, [gallery(section) for section in found])


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


def test_the_page_is_well_formed(html: str) -> None:
    reader = read(html)
    assert not reader.open
    assert {"html", "head", "body", "svg", "table", "details"} <= reader.seen


def test_text_is_escaped(html: str) -> None:
    reader = read(html)
    assert "script" not in reader.seen
    assert "<floor>" not in html
    assert EVIL in reader.texts
    assert "<b>auto</b>" in reader.texts
    assert "A & B" in reader.texts


def test_the_page_needs_nothing_else(html: str) -> None:
    assert all(link.startswith(("#", "data:")) for link in read(html).links)
    assert "@import" not in html
    assert not re.search(r"url\((?!#)", html)


def test_no_id_comes_twice(html: str) -> None:
    ids = re.findall(r'\bid="([^"]*)"', html)
    assert len(ids) == len(set(ids))


def test_the_page_tells_what_was_measured(html: str) -> None:
    texts = read(html).texts
    assert "28.6%" in texts  # Two of seven.
    assert "42.9%" in texts
    assert any("2 won, 1 lost of 7 tasks in common: within the noise" in text for text in texts)
    assert "At most 10 s, 2 GB a task; A & B, commit abc1234." in texts
    for known in ("abc1234", "limit: timeout", "option: guide", "machine: cpu", "killed past its limit"):
        assert known in texts


def test_a_single_run_has_a_page(tmp_path: Path) -> None:
    found = sections(usual(write_runs(tmp_path / "runs.sqlite", {"induce": rows("sn")})))
    html = page(found, [gallery(found[0])])
    assert html.count("<svg ") == 2
    assert "in common" not in html


def test_confidences_have_a_part_of_the_page_where_they_are_told(tmp_path: Path) -> None:
    told = confident({0.97: "sss", 0.9: "sf", 0.5: "n"})
    path = write_runs(tmp_path / "runs.sqlite", {"induce": told, "floor": rows("snnnnn")})
    found = sections(usual(path))
    html = page(found, [gallery(found[0])])
    part = html[html.index("<h2>How far confidences hold") : html.index("<h2>Not solved, by cause")]
    part = part[: part.index("<h2>", 4)]
    texts = read(part).texts
    for label, row in [
        ("induce #1", ["5", "80.0%", "17.8%", "0.875", "3", "100.0%", "75.0%"]),
        ("even", ["induce #1", "3", "66.7%", "32.0%", "1.000", "2", "100.0%", "100.0%"]),
        ("odd", ["induce #1", "2", "100.0%", "6.5%", "–", "1", "100.0%", "50.0%"]),
    ]:
        at = texts.index(label, texts.index("of all right"))
        assert texts[at + 1 : at + 1 + len(row)] == row
    assert "floor #2" not in texts
    assert part.count("<svg ") == 1
    ids = re.findall(r'\bid="([^"]*)"', html)
    assert len(ids) == len(set(ids))


def test_without_confidences_the_page_has_no_such_part(html: str) -> None:
    assert "confidences hold" not in html
    assert "calibration error" not in html


def test_markup_escapes_all_but_markup() -> None:
    assert element("p", "a < b", Markup("<b>c</b>"), class_="x & y") == '<p class="x &amp; y">a &lt; b<b>c</b></p>'
    assert '<td class="right">&lt;1</td>' in table(("name", "*size"), [("a", "<1")])
