"""How far a search has come, shown while it lasts."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from ..report import told_progress
from ..search.task.settings import Progress
from .markup import card, element

Listener = Callable[[Progress], None] | None

PATIENCE = 0.5
"""Seconds after which a search is worth a display."""
PREPARING = ("compile", "kernels")


@contextmanager
def live() -> Iterator[Listener]:
    """A listener that shows the progress in the running notebook; None where there is none."""
    if not in_notebook():
        yield None
        return
    shown = LiveProgress()
    try:
        yield shown
    finally:
        shown.close()


def in_notebook() -> bool:
    """Whether there is a kernel, which can change what it has displayed; a terminal cannot."""
    if "IPython" not in sys.modules:
        return False
    from IPython import get_ipython

    return getattr(get_ipython(), "kernel", None) is not None


class LiveProgress:
    """A display that is updated, and emptied at the end; a search that is over at once has none."""

    def __init__(self) -> None:
        self._handle: Any = None

    def __call__(self, progress: Progress) -> None:
        """Show how far a search is."""
        if self._handle is None and progress.seconds < PATIENCE and progress.phase not in PREPARING:
            return
        told = told_progress(progress)
        self._show({"text/plain": told, "text/html": progress_as_html(told)})

    def close(self) -> None:
        """Leave nothing behind."""
        if self._handle is not None:
            self._show({"text/plain": "", "text/html": ""})

    def _show(self, bundle: dict[str, str]) -> None:
        from IPython.display import display

        show: Any = display

        if self._handle is None:
            self._handle = show(bundle, raw=True, display_id=True)
        else:
            self._handle.update(bundle, raw=True)


def progress_as_html(told: str) -> str:
    """A line about the search that is running."""
    return card(element("div", f"searching: {told}", class_="induce-line induce-faint"), label="A search is running")
