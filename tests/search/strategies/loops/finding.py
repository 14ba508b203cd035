"""What tests of loops have in common."""

from __future__ import annotations

from typing import Any

from induce import synthesize


def check_found(name: str, examples: list[tuple[Any, Any]], asked: Any, expected: Any) -> None:
    """A loop of a primitive is among the programs found, and what is predicted is right."""
    result = synthesize(examples, inputs=[asked], timeout=None, max_candidates=3_000_000)
    assert result.status == "solved"
    assert result.predictions == [expected]
    assert any(f"{name}(" in str(one.program) for one in result.found)
