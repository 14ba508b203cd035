"""The notebook among the examples shows what its cells give; and the stop button."""

from __future__ import annotations

import os
from copy import deepcopy
from pathlib import Path
from typing import Any

import nbformat
import pytest

from .running import run, safe, texts

EXAMPLE = Path(__file__).parents[2] / "examples/induce.ipynb"
FORMAT: Any = nbformat
"""Without types, as its functions have none."""
STOPPED = """
import os, signal

def stop(progress):
    if progress.seconds > 0.5:
        os.kill(os.getpid(), signal.SIGINT)

examples = [([1, 2], [2, 1]), ([5, 6], [917, 12, 3]), ([3, 4], [4, 3])]
stopped = synthesize(examples, timeout=60, progress=stop)
print(stopped.stats.stopped_by, stopped.program, stopped.stats.seconds < 30)
"""
"""What a kernel is sent when its stop button is pressed, half a second after a search has begun."""


@pytest.fixture(scope="module")
def done() -> Any:
    """The notebook after a run, with one cell more."""
    notebook = FORMAT.read(EXAMPLE, as_version=4)
    notebook.cells.append(FORMAT.v4.new_code_cell(STOPPED))
    return run(notebook)


def test_the_example_shows_what_its_cells_give(done: Any) -> None:
    if os.environ.get("INDUCE_ACCEPT"):
        kept = deepcopy(done)
        del kept.cells[-1]
        kept.metadata.pop("widgets", None)
        FORMAT.write(kept, EXAMPLE)
    assert list(texts(FORMAT.read(EXAMPLE, as_version=4))) == list(texts(done))[:-1]


def test_results_show_themselves_before_the_extension_is_loaded(done: Any) -> None:
    result = next(cell for cell in done.cells if cell.source.startswith("synthesize"))
    assert "[7, 9] → [18, 14]" in safe(result.outputs[-1].data["text/html"]).words


def test_the_stop_button_keeps_the_best_program(done: Any) -> None:
    *_, shown = texts(done)
    assert shown == ["interrupted (xs: List[Int]) -> reverse(xs) True\n"]
