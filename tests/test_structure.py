"""How the parts depend on one another: one way, and light where it must be."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAY_IMPORT = {
    "dsl": {"dsl"},
    "search": {"dsl", "search"},
    "guide": {"dsl", "search", "guide"},
    "sequences": {"dsl", "search", "sequences"},
    "benchmarks": {"dsl", "search", "guide", "sequences", "benchmarks"},
}
TRAINING = {
    f"guide/{name}.py"
    for name in ("checkpoint", "command", "denoising", "losses", "model", "study", "training", "variants")
}
"""The only modules that may import torch; nothing else may import them."""
FILES = [file for package in MAY_IMPORT for file in sorted((ROOT / package).rglob("*.py"))]


def imported(file: Path) -> Iterator[tuple[str, ...]]:
    """The modules of this project that a file imports, as paths from the root."""
    here = file.relative_to(ROOT).parts[:-1]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = here[: len(here) - node.level + 1]
            yield base + tuple((node.module or node.names[0].name).split("."))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_imports_go_one_way(file: Path) -> None:
    allowed = MAY_IMPORT[file.relative_to(ROOT).parts[0]]
    for target in imported(file):
        assert target[0] in allowed, f"{file.name} imports {'.'.join(target)}"
        learns = file.relative_to(ROOT).as_posix() in TRAINING
        assert learns or f"{'/'.join(target[:2])}.py" not in TRAINING, f"{file.name} imports {'.'.join(target)}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_the_runtime_never_imports_torch(file: Path) -> None:
    if file.relative_to(ROOT).as_posix() in TRAINING:
        pytest.skip("taught with torch")
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        assert "torch" not in {name.partition(".")[0] for name in names}


def loaded(statement: str) -> set[str]:
    """The top-level modules that a fresh interpreter has loaded after a statement."""
    code = f"{statement}\nimport sys\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_induce_loads_nothing_heavy() -> None:
    assert not loaded("import induce, induce.cli") & {"numba", "numpy", "scipy", "lark", "rich", "torch"}


def test_programs_run_without_the_compiler() -> None:
    used = loaded("from induce import parse\nassert parse('(xs: List[Int]) -> reverse(xs)')([1, 2]) == [2, 1]")
    assert not used & {"numba", "torch"}
