"""The printed Python of real programs, read by a person: `quality.txt` shows how each prints.

``INDUCE_ACCEPT=1 python -m pytest tests/dsl/python/test_quality.py`` writes the file anew. Read what changed before
committing it.
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from induce.check.drawing.limits import short_loops
from induce.check.drawing.programs import drawn_from
from induce.dsl.core.expression import Call, walk
from induce.dsl.core.types import INT, Type
from induce.dsl.primitives.table import FAMILIES, INTEGER_FAMILIES, TYPED_FAMILIES, UNSEARCHED_FAMILIES
from induce.dsl.program import Program, parse
from induce.dsl.python.rendering import WIDTH

from ...strategies import values
from .test_source import agrees

FILE = Path(__file__).with_name("quality.txt")
TEXT = FILE.read_text(encoding="utf-8")
PROGRAMS = re.findall(r"^>>> (.+)$", TEXT, re.MULTILINE)


@cache
def program_of(text: str) -> Program:
    return parse(text, exact=False)


@cache
def source_of(text: str) -> str:
    return program_of(text).python()


def printed() -> str:
    """The file with every program as it prints now; lines of its own between the programs stay."""
    kept = [line for line in TEXT.splitlines() if line.startswith((">>> ", "# "))]
    blocks = [f"{line}\n{source_of(line[4:])}" if line.startswith(">>> ") else f"{line}\n" for line in kept]
    return "\n".join(blocks)


def test_quality_file_is_current() -> None:
    current = printed()
    if os.environ.get("INDUCE_ACCEPT"):
        FILE.write_text(current, encoding="utf-8", newline="\n")
    assert FILE.read_text(encoding="utf-8") == current, "see the first lines of test_quality.py"


def test_every_family_is_among_the_programs() -> None:
    bodies = [program_of(text).body for text in PROGRAMS]
    families = {part.primitive.family for body in bodies for part in walk(body) if isinstance(part, Call)}
    modules = (*FAMILIES, *INTEGER_FAMILIES, *TYPED_FAMILIES, *UNSEARCHED_FAMILIES)
    assert families == {module.__name__.rpartition(".")[2] for module in modules}


def test_a_formatter_changes_nothing(tmp_path: Path) -> None:
    sources = [source_of(text) for text in PROGRAMS]
    sources += [drawn_from(seed, loops=0.1).python() for seed in range(300)]
    for number, source in enumerate(sources):
        (tmp_path / f"source{number}.py").write_text(source, encoding="utf-8", newline="\n")
    command = [sys.executable, "-m", "ruff", "format", "--isolated", "--diff", f"--line-length={WIDTH}", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("text", PROGRAMS)
def test_only_the_standard_library_is_imported(text: str) -> None:
    imports = [node for node in ast.walk(ast.parse(source_of(text))) if isinstance(node, ast.Import)]
    assert {alias.name for node in imports for alias in node.names} <= sys.stdlib_module_names


@pytest.mark.parametrize("text", PROGRAMS)
def test_limits_of_the_search_are_not_printed(text: str) -> None:
    source = source_of(text)
    numbers = [node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant)]
    assert all(number < 10_000 for number in numbers if isinstance(number, int))
    assert "undefined" not in source


@cache
def small(type_: Type) -> st.SearchStrategy[Any]:
    """Values of a type, integers being small: some programs go on for so many steps."""
    return st.integers(-10, 50) if type_ == INT else values(type_)


@pytest.mark.parametrize("text", PROGRAMS)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_programs_of_the_list_say_what_they_said(text: str, data: st.DataObject) -> None:
    with short_loops():
        agrees(program_of(text), data, small)
