"""Notebooks that are run, what their cells show, and HTML that is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from nbclient import NotebookClient

SECONDS = re.compile(r"\d+\.\d\d s\b")
"""What no two runs agree on."""
VOID = {"br", "input", "meta"}


def run(notebook: Any, *, timeout: int = 120) -> Any:
    """Run a notebook in a kernel of its own; returns it with its outputs."""
    return NotebookClient(notebook, timeout=timeout, kernel_name="python3", record_timing=False).execute()


def texts(notebook: Any) -> Iterator[list[str]]:
    """What each cell of code shows as text, without times."""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            yield [SECONDS.sub("... s", text) for output in cell.outputs if (text := _text(output))]


def _text(output: Any) -> str:
    """The text of an output; the display of a search that has ended has none."""
    if output.output_type == "stream":
        return str(output.text)
    if output.output_type == "error":
        return f"{output.ename}: {output.evalue}"
    return str(output.data.get("text/plain", ""))


class Page(HTMLParser):
    """HTML that is read: its elements, its text, and whether every element is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the one that was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note a text that is not part of the style sheet."""
        if self.open[-1:] != ["style"]:
            self.text += f"{data} "

    @property
    def words(self) -> str:
        """The text with single spaces."""
        return " ".join(self.text.split())


def safe(html: str) -> Page:
    """The page, once it is known to run nothing and to load nothing."""
    page = Page(html)
    for tag, attributes in page.elements:
        assert tag not in {"script", "link", "img", "iframe", "object"}
        assert not {"src", "href", "onclick", "onerror"} & set(attributes)
    assert "url(" not in html.partition("</style>")[0]
    assert "@import" not in html
    return page
