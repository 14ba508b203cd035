"""Before the tests: the engine is compiled once, not by every worker; no test fails because a machine is slow."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from induce.search.synthesis import warmup

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        warmup()
