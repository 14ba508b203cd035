"""Before the tests: the engine is compiled once, not by every worker."""

from __future__ import annotations

import pytest

from induce.search.synthesis import warmup


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        warmup()
