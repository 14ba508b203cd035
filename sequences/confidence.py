"""How sure a rule is: the bits it saves against writing the terms down, and the rivals that continue differently."""

from __future__ import annotations

from collections.abc import Sequence

from .bits import terms_bits
from .rule import Rule

EVEN = 14.0
"""A rule that saves so many bits is as likely right as not."""

TENFOLD = 12.0
"""So many bits more make it ten times as likely."""

RIVAL = 5.0
"""A rule that is so many bits longer than another is half as likely."""


def confidences(rules: Sequence[Rule], terms: Sequence[int]) -> list[float]:
    """The probability of each of the rules, which reproduce the terms and continue differently, to continue rightly.

    Together they have the probability that one of them is right, which grows with the bits that the shortest
    saves; of that each has a share that halves with every `RIVAL` bits.
    """
    if not rules:
        return []
    shortest = min(rule.bits for rule in rules)
    weights = [2 ** -((rule.bits - shortest) / RIVAL) for rule in rules]
    odds = 10 ** ((terms_bits(terms) - shortest - EVEN) / TENFOLD) if terms_bits(terms) - shortest < 200 else 1e300
    return [odds / (1 + odds) * weight / sum(weights) for weight in weights]
