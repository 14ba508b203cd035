"""Programs of which a result is to choose, and how likely each is."""

from __future__ import annotations

from dataclasses import dataclass

from induce import parse
from induce.dsl.program import Program


@dataclass(frozen=True)
class Rival:
    program: Program
    probability: float


def rivals(*texts: str) -> list[Rival]:
    """Each half as likely as the one before."""
    return [Rival(parse(text), 2.0**-number) for number, text in enumerate(texts, 1)]
