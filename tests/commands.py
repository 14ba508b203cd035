"""Commands run by tests, and what they are given and print."""

from __future__ import annotations

import ast
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.json"))
NAMES = [path.stem for path in EXAMPLES]
BY_NAME = dict(zip(NAMES, EXAMPLES, strict=True))
DOUBLE = str(BY_NAME["double"])
REVERSE = "(xs: List[Int]) -> reverse(xs)"
BUDGET = ("--max-candidates", "300000")

Call = Callable[..., tuple[int, str, str]]
"""Runs a command; gives the exit code, standard output and standard error."""


def spawned(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own."""
    command = [sys.executable, "-m", "induce", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", env={**os.environ, **environment}, check=False, timeout=300
    )


def written(folder: Path, content: Any, name: str = "file.json") -> Path:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Let standard input be a text."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))


def one_line(text: str) -> str:
    assert text.endswith("\n")
    assert text.count("\n") == 1
    return text[:-1]


def executed(source: str, arguments: tuple[Any, ...]) -> Any:
    """What the last function of a source gives."""
    space: dict[str, Any] = {}
    exec(source, space)
    last = ast.parse(source).body[-1]
    assert isinstance(last, ast.FunctionDef)
    return space[last.name](*arguments)
