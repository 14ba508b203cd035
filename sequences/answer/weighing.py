"""How probable it is that a sequence goes on by a rule, among all rules that were found and none at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from ...dsl.core.expression import Literal as Constant
from ..noisy import NoisyRule
from ..rules.confidence import confidences
from ..rules.rule import Number, Rule

NOISY_INTEGERS = 0.5
"""Integers without an exact rule that was found are as likely to have one that was not as to be noisy."""


@dataclass(frozen=True)
class Weighed:
    """A rule, how the sequence goes on by it, and the probability that it goes on so.

    Of rules that continue alike the first stands for all.
    """

    rule: Rule
    terms: tuple[Number, ...]
    probability: float


def weighed_exact(found: Sequence[tuple[Rule, tuple[Number, ...]]], terms: Sequence[int]) -> list[Weighed]:
    """Exact rules and their continuations, the likeliest first."""
    rules = sorted(found, key=lambda one: one[0].bits)
    probabilities = confidences([rule for rule, _ in rules], terms)
    weighed: dict[tuple[Number, ...], Weighed] = {}
    for (rule, following), probability in zip(rules, probabilities, strict=True):
        known = weighed.get(following, Weighed(rule, following, 0.0))
        weighed[following] = replace(known, probability=known.probability + probability)
    return sorted(weighed.values(), key=lambda one: -one.probability)


def weighed_noisy(found: Sequence[tuple[NoisyRule, tuple[Number, ...]]], *, known: int, whole: bool) -> list[Weighed]:
    """Noisy rules, the best first, and their continuations after `known` terms, `whole` ones or decimals.

    Each weighs 2 to the power of minus the bits that it and the terms take together, and no more than a better one; all
    of them share what chance leaves them. Equal terms say no more than the rule of succession: of k equal ones the next
    m are equal as well with probability (k + 1) / (k + m + 1), if nothing else is known.
    """
    if len(found) == 1 and isinstance(found[0][0].expression, Constant):
        rule, following = found[0]
        return [Weighed(rule, following, (known + 1) / (known + len(following) + 1))]
    share = NOISY_INTEGERS if whole else 1.0
    least = min((rule.length for rule, _ in found), default=0.0)
    weights = list(accumulate((2.0 ** (least - rule.length) for rule, _ in found), min))
    return [
        Weighed(rule, following, share * (1 - rule.chance) * weight / sum(weights))
        for (rule, following), weight in zip(found, weights, strict=True)
    ]
