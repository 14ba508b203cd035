"""How far a search has come, while it lasts."""

from __future__ import annotations

from typing import Any

import pytest

from induce import synthesize
from induce.notebook import progress
from induce.notebook.watching import PATIENCE, LiveProgress
from induce.search.task.settings import Progress


class Handle:
    """A display that notes what it has been told."""

    def __init__(self) -> None:
        self.shown: list[dict[str, str]] = []

    def display(self, bundle: dict[str, str], **_: Any) -> Handle:
        """Begin."""
        self.shown.append(bundle)
        return self

    def update(self, bundle: dict[str, str], **_: Any) -> None:
        """Show something else."""
        self.shown.append(bundle)


@pytest.fixture
def handle(monkeypatch: pytest.MonkeyPatch) -> Handle:
    handle = Handle()
    monkeypatch.setattr("IPython.display.display", handle.display)
    return handle


@pytest.fixture
def kernel(shell: Any, handle: Handle) -> Handle:
    """The display of a shell that has a kernel."""
    shell.kernel = object()
    return handle


def test_a_search_that_takes_a_while_is_shown_until_it_ends(handle: Handle) -> None:
    shown = LiveProgress()
    shown(Progress(3, 1000, 10, PATIENCE, "enumeration"))
    shown(Progress(4, 9000, 90, 2 * PATIENCE, "enumeration"))
    shown.close()
    first, second, last = handle.shown
    assert first["text/plain"] == "enumeration level 3: 1,000 candidates, 0.0 M/s, 10 values, 0.5 s"
    assert "level 4: 9,000 candidates" in second["text/html"]
    assert last == {"text/plain": "", "text/html": ""}


def test_a_search_that_is_over_at_once_is_not_shown(handle: Handle) -> None:
    shown = LiveProgress()
    shown(Progress(3, 1000, 10, PATIENCE / 2, "enumeration"))
    shown.close()
    assert handle.shown == []


def test_a_compilation_is_shown_at_once(handle: Handle) -> None:
    LiveProgress()(Progress(0, 0, 0, 0.0, "compile"))
    assert "compil" in handle.shown[0]["text/plain"]


def test_in_a_kernel_a_search_has_a_display_of_its_own(kernel: Handle, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("induce.notebook.watching.PATIENCE", 0.0)
    synthesize([([1, 2], [917, 12]), ([5, 6], [4, 4, 8])], timeout=None, max_candidates=500_000)
    assert "candidates" in kernel.shown[0]["text/plain"]
    assert kernel.shown[-1]["text/plain"] == ""


def test_whoever_listens_himself_has_no_display(kernel: Handle, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("induce.notebook.watching.PATIENCE", 0.0)
    heard: list[Progress] = []
    synthesize([([1, 2], [917, 12]), ([5, 6], [4, 4, 8])], timeout=None, max_candidates=500_000, progress=heard.append)
    assert heard
    assert kernel.shown == []


def test_elsewhere_nothing_is_shown(shell: Any) -> None:
    with progress() as listener:
        assert listener is None
