"""What takes long is undefined, so that programs drawn at random end soon."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ...dsl.core import expression

SHORT = 30_000
"""What loops may handle in place of `MAX_WORK`."""


@contextmanager
def short_loops() -> Iterator[None]:
    """Let evaluations within end sooner; one whose loops would go on is undefined."""
    usual = expression.MAX_WORK
    expression.MAX_WORK = SHORT
    try:
        yield
    finally:
        expression.MAX_WORK = usual
