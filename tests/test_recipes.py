"""Every recipe, and every page for users, prints what it shows."""

from __future__ import annotations

import io
import linecache
import re
import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import induce
from induce.cli import main

DOCS = Path(__file__).parents[1] / "docs"
PAGES = [DOCS / "start.md", DOCS / "help.md"]
ENOUGH = 600_000
"""Candidates for a search; more would print the same."""
LIMITS = {"solve": ["--max-candidates", str(ENOUGH)], "extend": ["--timeout", "60"]}
BLOCK = re.compile(r"(?:`([\w.]+)`:\*?\n\n)?```(python|json|console|text)\n(.*?)```", re.DOTALL)
"""A block of code, and the name that it is to be saved under."""
LEFT_OUT = re.compile(r"^\.\.\.\n", re.MULTILINE)
TYPED = re.compile(r"(?<=^answer )(\(.*\): )(.+\n)", re.MULTILINE)
"""What a person answers in a dialogue."""


@dataclass(frozen=True)
class Recipe:
    """A section of a page, and what the page begins with."""

    text: str
    first: str = ""


def recipes() -> Iterator[tuple[str, Recipe]]:
    for page in sorted((DOCS / "recipes").glob("*.md")):
        first, *sections = re.split(r"^## ", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
        for section in sections:
            yield f"{page.stem}: {section.partition(chr(10))[0]}", Recipe(section, first)


RECIPES = dict(recipes())


def run_python(code: str, first: str) -> None:
    """Run code after that of the page's beginning, as if in a file: `inspect` looks there for declared primitives."""
    names: dict[str, Any] = {}
    for _, language, text in BLOCK.findall(first):
        if language == "python":
            exec(text, names)
    linecache.cache["<recipe>"] = (len(code), None, code.splitlines(keepends=True), "<recipe>")
    exec(compile(code, "<recipe>", "exec"), names)


def run_command(line: str) -> None:
    program, *words = shlex.split(line.removeprefix("$ "))
    if program == "induce" and words[0] != "warmup":
        main([*words, *LIMITS.get(words[0], ())])


def check_shown(shown: str, printed: str) -> None:
    """What is shown is all that is printed, but for what "..." stands for."""
    parts = LEFT_OUT.split(shown)
    if len(parts) == 1:
        assert printed == shown
    for part in filter(None, parts):
        assert part in printed


def check_blocks(recipe: Recipe, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Save what is to be saved, run what is to be run, and compare what is printed with what is shown."""
    blocks = BLOCK.findall(recipe.text)
    compared = 0
    for (saved, language, body), (_, after, shown) in zip(blocks, [*blocks[1:], ("", "", "")], strict=True):
        if saved:
            Path(saved).write_text(body, encoding="utf-8")
        if language not in ("python", "console") or after != "text":
            continue
        typed = "".join(answer for _, answer in TYPED.findall(shown))
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
        if language == "python":
            run_python(body, recipe.first)
        else:
            run_command(body.strip())
        check_shown(TYPED.sub(r"\1", shown), "".join(capsys.readouterr()))
        compared += 1
    assert compared, "expected something printed"


@pytest.fixture(autouse=True)
def in_a_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    budgeted = partial(induce.synthesize, max_candidates=ENOUGH, timeout=None)
    monkeypatch.setattr(induce, "synthesize", budgeted, raising=False)


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_prints_what_it_shows(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    check_blocks(RECIPES[name], capsys, monkeypatch)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_prints_what_it_shows(
    page: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    check_blocks(Recipe(page.read_text(encoding="utf-8")), capsys, monkeypatch)


def test_something_else_than_is_shown_is_noticed() -> None:
    check_shown("...\none\n...\n", "zero\none\ntwo\n")
    for shown in ("one\n", "...\nthree\n"):
        with pytest.raises(AssertionError):
            check_shown(shown, "one\ntwo\n")


def test_there_are_recipes_for_many_wishes() -> None:
    assert len(RECIPES) >= 30


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_says_what_is_wanted_and_what_to_watch_for(name: str) -> None:
    assert re.search(r"^\*[^*]", RECIPES[name].text, re.MULTILINE)
    assert re.search(r"^Watch for: ", RECIPES[name].text, re.MULTILINE)
