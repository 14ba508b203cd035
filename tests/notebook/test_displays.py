"""How IPython comes to know what shows a type."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from induce import extend, parse, synthesize
from induce.notebook.displays import register_displays

REVERSED = parse("(xs: List[Int]) -> reverse(xs)")


def test_what_is_found_has_html_and_text(shell: Any) -> None:
    shown, _ = shell.display_formatter.format(synthesize([([1, 2, 9], [9, 2, 1])], timeout=None, max_candidates=5000))
    assert "induce-card" in shown["text/html"]
    assert shown["text/plain"].startswith("program   (xs: List[Int]) -> ")
    shown, _ = shell.display_formatter.format(extend([2, 4, 6, 8, 10]))
    assert "induce-card" in shown["text/html"]
    assert shown["text/plain"].startswith("rule      ")
    shown, _ = shell.display_formatter.format(REVERSED)
    assert "induce-card" in shown["text/html"]
    assert shown["text/plain"] == "parse('(xs: List[Int]) -> reverse(xs)')"


def test_as_a_part_of_a_list_it_is_short(shell: Any) -> None:
    result = synthesize([([1, 2, 9], [9, 2, 1])], timeout=None, max_candidates=5000)
    shown, _ = shell.display_formatter.format([result])
    assert shown == {"text/plain": f"[{result!r}]"}


def test_without_a_shell_nothing_is_registered() -> None:
    register_displays()


@pytest.mark.parametrize("start", ["", "from IPython import get_ipython", "InteractiveShell.instance()"])
def test_importing_induce_beside_ipython_loads_nothing_heavy(start: str) -> None:
    code = (
        f"from IPython.core.interactiveshell import InteractiveShell\n{start}\nimport sys\nbefore = set(sys.modules)\n"
        "import induce\nprint(*(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "induce.notebook.displays" in loaded
    assert not {name.partition(".")[0] for name in loaded} & {"numpy", "scipy", "llvmlite", "ipywidgets", "pandas"}
    assert not any(name.startswith(("induce.search", "induce.dsl")) for name in loaded)
