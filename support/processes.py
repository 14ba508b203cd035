"""Processes beside this one, which end with it."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from multiprocessing import parent_process
from multiprocessing.connection import wait


def _die() -> None:
    os._exit(1)


def end_with_parent(end: Callable[[], object] = _die) -> None:
    """End this process, however busy it is, once the one that has started it is gone.

    A process of a pool would wait for work for ever when the one that gives it work is killed.

    Parameters
    ----------
    end
        Ends it.
    """
    parent = parent_process()
    assert parent is not None

    def watch() -> None:
        wait([parent.sentinel])
        end()

    threading.Thread(target=watch, daemon=True).start()
