"""What several tests of the benchmark need."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets worker processes import the tests' modules, which pytest names after the folder of the checkout."""
    monkeypatch.syspath_prepend(Path(__file__).parents[3])
