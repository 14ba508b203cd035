"""How sure a rule is: the bits it saves against writing the terms down, and the rivals that continue differently."""

from __future__ import annotations

from collections.abc import Sequence

from .bits import terms_bits
from .rule import Rule

EVEN = 2.0
"""If the shortest rule saves this many bits, it is as likely as not that one of the rules is right."""

TENFOLD = 30.0
"""This many bits more make that ten times as likely."""

RIVAL = 8.0
"""A rule that is this many bits longer than another is half as likely."""

MOST = 300.0
"""More bits than these make no difference."""


def confidences(rules: Sequence[Rule], terms: Sequence[int]) -> list[float]:
    """The probability that each of the rules is right; they reproduce the terms and continue differently.

    That one of them is right is the likelier the more bits the shortest saves. The shares of the rules in that
    halve with every `RIVAL` bits. The constants were fitted to sequences of 5 to 15 terms
    whose further terms were known.
    """
    if not rules:
        return []
    shortest = min(rule.bits for rule in rules)
    weights = [2 ** ((shortest - rule.bits) / RIVAL) for rule in rules]
    return [likelihood(shortest, terms) * weight / sum(weights) for weight in weights]


def likelihood(shortest: float, terms: Sequence[int]) -> float:
    """The probability that one of the rules found is right, if the shortest takes this many bits."""
    saved = max(-MOST, min(terms_bits(terms) - shortest, MOST))
    odds = 10 ** ((saved - EVEN) / TENFOLD)
    return odds / (1 + odds)
