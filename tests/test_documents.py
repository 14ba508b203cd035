"""What documents show is what the commands print."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from induce import __version__, load_task, solve_task, synthesize

from .commands import Call

ROOT = Path(__file__).parents[1]
BRING_FILES = {"start.md", "help.md"}
"""Pages that have the files of their commands in them, for which see `test_recipes.py`."""
PAGES = [page for page in sorted((ROOT / "docs").glob("*.md")) if page.name not in BRING_FILES]
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *PAGES]
SHOWN = re.compile(r"```console\n\$ (?:[^\n]* && )?induce ([^\n]+)\n```\n```text\n(.*?)```", re.DOTALL)
"""A command of induce, and what it prints."""
LEFT_OUT = "\n...\n"
TOOK = re.compile(r"\([0-9]+\.[0-9] s\)")
"""Seconds, which are others on each machine."""
EXAMPLES: dict[str, list[tuple[str, str]]] = {}
"""The documents that show a command, and what they say that it prints."""
for document in DOCUMENTS:
    for command, text in SHOWN.findall(document.read_text(encoding="utf-8")):
        EXAMPLES.setdefault(command, []).append((document.name, text))


def test_the_readme_shows_an_answer_in_the_first_screen() -> None:
    first = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:25]
    assert any(line.startswith("program ") for line in first)


def test_the_citation_is_of_this_version() -> None:
    assert f"\nversion: {__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


def test_the_tour_tells_its_search_as_it_is() -> None:
    told = " ".join((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").split())
    result = solve_task(load_task(ROOT / "examples/last_name_first.json"), timeout=None, max_candidates=3_000_000)
    stats, (best, *_) = result.stats, result.programs
    assert f"At level {stats.level}, after {stats.candidates:,} candidates and with {stats.stored:,} values" in told
    assert f"found after {stats.found_after:,} candidates" in told
    assert f"That makes {best.parts} for the parts." in told
    assert f"The cost is {best.cost}." in told
    assert f"here the confidence is {result.confidence:.2f}." in told


def test_the_introduction_tells_its_tasks_as_they_are() -> None:
    told = " ".join((ROOT / "docs/how-it-works.md").read_text(encoding="utf-8").split())
    doubled = [([3, 1, 2], [6, 4, 2]), ([5, 1], [10, 2])]
    two, three, largest = (
        synthesize(examples, max_candidates=300_000, timeout=None, inputs=inputs)
        for examples, inputs in (
            (doubled, ()),
            ([*doubled, ([2, 7, 7, 1], [14, 14, 4, 2])], ()),
            ([([3, 8, 5], 8), ([1, 9], 9)], [[7, 2, 4]]),
        )
    )
    assert two.program is not None
    assert str(two.program.explain([3, 1, 2])) in (ROOT / "docs/how-it-works.md").read_text(encoding="utf-8")
    assert two.programs[0].parts == 10
    assert f"is {two.confidence:.2f} with the two examples" in told
    assert f"as a third it is {three.confidence:.2f}." in told
    assert f"Here it is {largest.confidence:.2f}, which is {largest.trust}" in told
    rivals = (ROOT / "docs/pictures/rivals.svg").read_text(encoding="utf-8")
    for rival in largest.programs:
        assert f">{str(rival.program).partition(' -> ')[2]}<" in rivals
        assert f">{100 * rival.probability:.0f}%<" in rivals


@pytest.mark.parametrize("command", EXAMPLES)
def test_a_command_prints_what_is_shown(command: str, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    patient = ["--timeout", "60"] if command.startswith("extend") else []
    code, out, _ = call(*shlex.split(command), *patient)
    assert code == 0
    for document, text in EXAMPLES[command]:
        for part in text.strip("\n").split(LEFT_OUT):
            assert TOOK.sub("(seconds)", part) in TOOK.sub("(seconds)", out), document
