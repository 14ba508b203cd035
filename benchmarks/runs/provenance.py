"""What the answers of a run depend on besides its tasks, and where it was run."""

from __future__ import annotations

import hashlib
import os
import platform
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..solvers.solver import Limits, Solver
from ..tasks.formats.suite import Suite
from .store import Setup

PACKAGE = Path(__file__).resolve().parents[2]
CODE = ("support", "dsl", "search", "guide", "sequences", "benchmarks")
SUFFIXES = (".py", ".lark", ".smt2")


def setup_of(suite: Suite, solver: Solver, limits: Limits, *, repeats: int) -> Setup:
    """All that is known of a run before it begins."""
    from ...dsl.language.language import BUILTIN

    return Setup(
        suite=suite.name, digest=suite.digest, tasks=len(suite.entries), solver=solver.name, settings=solver.settings,
        limits=limits, repeats=repeats, commit=commit(), sources=sources(), dsl=BUILTIN.digest, machine=machine(),
    )  # fmt: skip


def sources(packages: Sequence[str] = CODE) -> str:
    """A digest of some packages: unlike the commit it is known of an installed one, and tells uncommitted changes."""
    digest = hashlib.sha256()
    files = (file for part in packages for file in (PACKAGE / part).rglob("*") if file.suffix in SUFFIXES)
    for file in sorted(files):
        digest.update(f"{file.relative_to(PACKAGE).as_posix()}\n".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def commit() -> str:
    """The commit of the checkout, with a "+" if a file has been changed since; "" if the package lies in none."""
    root = _git("rev-parse", "--show-toplevel")
    if not root or Path(root).resolve() != PACKAGE:
        return ""
    changed = _git("status", "--porcelain", "--untracked-files=no")
    return _git("rev-parse", "--short=12", "HEAD") + ("+" if changed else "")


def _git(*arguments: str) -> str:
    """What Git prints, "" if it fails or is not there."""
    try:
        done = subprocess.run(
            ["git", "-C", str(PACKAGE), *arguments], capture_output=True, text=True, check=False, timeout=30
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def machine() -> dict[str, Any]:
    """The machine in words and figures; memory in bytes, None where the system does not tell."""
    return {
        "cpu": _processor(),
        "cores": os.cpu_count(),
        "memory": _memory(),
        "system": platform.platform(),
        "python": platform.python_version(),
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def _memory() -> int | None:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return None
