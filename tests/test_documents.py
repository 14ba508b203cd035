"""What documents show is what the commands print."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from induce import load_task, solve_task

ROOT = Path(__file__).parents[1]
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
SHOWN = re.compile(r"```console\n\$ (?:[^\n]* && )?induce ([^\n]+)\n```\n```text\n(.*?)```", re.DOTALL)
"""A command of induce, and what it prints."""
LEFT_OUT = "\n...\n"
EXAMPLES = [
    pytest.param(command, text, id=f"{document.name}: {command}")
    for document in DOCUMENTS
    for command, text in SHOWN.findall(document.read_text(encoding="utf-8"))
]


def test_the_readme_shows_an_answer_in_the_first_screen() -> None:
    first = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:25]
    assert any(line.startswith("program ") for line in first)


def test_the_tour_tells_its_search_as_it_is() -> None:
    told = " ".join((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").split())
    result = solve_task(load_task(ROOT / "examples/last_name_first.json"), timeout=None, max_candidates=3_000_000)
    stats, (best, *_) = result.stats, result.programs
    assert f"At level {stats.level}, after {stats.candidates:,} candidates and with {stats.stored:,} values" in told
    assert f"found after {stats.found_after:,} candidates" in told
    assert f"That makes {best.parts} for the parts." in told
    assert f"The cost is {best.cost}." in told
    assert f"here the confidence is {result.confidence:.2f}." in told


@pytest.mark.parametrize(("command", "text"), EXAMPLES)
def test_a_command_prints_what_is_shown(command: str, text: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "induce.cli", *shlex.split(command)],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    for part in text.strip("\n").split(LEFT_OUT):
        assert part in done.stdout
