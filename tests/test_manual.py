"""The page of the command line is current, and has every command and option."""

from __future__ import annotations

from pathlib import Path

from induce.cli import parser_of
from induce.information import actions_of
from induce.manual import main, page

COMMITTED = Path(__file__).parents[1] / "docs" / "command-line.md"


def test_the_committed_page_is_current() -> None:
    assert main([str(COMMITTED), "--check"]) == 0


def test_every_option_has_its_row() -> None:
    rows = [line for line in page().splitlines() if line.startswith("| `")]
    options = {action.option_strings[-1] for action in actions_of(parser_of(benching=True)) if action.option_strings}
    for option in options - {"--help"}:
        assert any(row.startswith((f"| `{option}`", f"| `{option} ")) for row in rows), option


def test_every_command_has_a_section() -> None:
    lines = page().splitlines()
    for command in ("solve", "apply", "extend", "warmup", "train", "bench run", "bench diff"):
        assert f"## induce {command}" in lines
