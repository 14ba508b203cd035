"""What several tests of the benchmark need."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets worker processes import the tests' modules, which pytest names after the checkout's folder if it can."""
    for folder in Path(__file__).parents[2:4]:
        monkeypatch.syspath_prepend(folder)
