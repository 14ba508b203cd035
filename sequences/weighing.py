"""How probable it is that a sequence goes on by a rule, among all rules that were found and none at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .bits import terms_bits
from .noisy import NoisyRule
from .rule import Number, Rule

LARGEST = 1000
"""A weight of more powers of two leaves the range of double precision."""


@dataclass(frozen=True)
class Weighed:
    """A rule, how the sequence goes on by it, and the probability that it goes on so.

    Of rules that continue alike the first stands for all.
    """

    rule: Rule
    terms: tuple[Number, ...]
    probability: float


def weighed_exact(found: Sequence[tuple[Rule, tuple[Number, ...]]], terms: Sequence[int]) -> list[Weighed]:
    """Exact rules and their continuations, the likeliest first.

    A rule of b bits weighs 2^-b, and what it takes to write down the terms without a rule weighs as much for none.
    """
    least = min((rule.bits for rule, _ in found), default=0.0)
    groups: dict[tuple[Number, ...], list[Rule]] = {}
    for rule, following in sorted(found, key=lambda one: one[0].bits):
        groups.setdefault(following, []).append(rule)
    weights = [sum(_power(least - rule.bits) for rule in rules) for rules in groups.values()]
    total = sum(weights) + _power(least - terms_bits(terms))
    weighed = [
        Weighed(rules[0], following, weight / total)
        for (following, rules), weight in zip(groups.items(), weights, strict=True)
    ]
    return sorted(weighed, key=lambda one: -one.probability)


def weighed_noisy(found: Sequence[tuple[NoisyRule, tuple[Number, ...]]], *, known: int) -> list[Weighed]:
    """Noisy rules and their continuations after `known` terms, the best first.

    They continue alike where one stays within the intervals of the other.

    Each weighs 2 to the power of minus the bits that it and the terms take together; all of them share what chance
    leaves them.
    """
    least = min((rule.length for rule, _ in found), default=0.0)
    total = sum(_power(least - rule.length) for rule, _ in found)
    groups: list[list[tuple[NoisyRule, tuple[Number, ...]]]] = []
    for rule, following in sorted(found, key=lambda one: one[0].length):
        group = next((group for group in groups if _within(following, *group[0], known=known)), None)
        if group is None:
            groups.append([(rule, following)])
        else:
            group.append((rule, following))
    weighed = []
    for group in groups:
        rule, following = group[0]
        weight = sum(_power(least - other.length) for other, _ in group)
        weighed.append(Weighed(rule, following, (1 - rule.chance) * weight / total))
    return weighed


def _within(following: tuple[Number, ...], rule: NoisyRule, terms: tuple[Number, ...], *, known: int) -> bool:
    """Whether terms after the known ones are what a rule leaves room for."""
    if rule.intervals is None:
        return following == terms
    later = rule.intervals(known + len(terms))[known:]
    return all(one.low <= value <= one.high for one, value in zip(later, following, strict=True))


def _power(exponent: float) -> float:
    return float(2.0 ** min(exponent, LARGEST))
