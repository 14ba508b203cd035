"""What speaks for an answer and against it, in numbers: what the confidence is made of."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from ...dsl.core.layout import has_layout
from ...dsl.core.types import BOOL, INT, STR, Type
from ..cost.likeness import unlike
from ..cost.literals import constant_cost
from ..cost.omens import MOST_COUNTED
from ..task.task import Task
from .near_misses import NearMisses

FAR = 16
"""Rivals dearer by this or more, in units of cost, count as being so far away."""
NEAR = 6
"""Rivals dearer by at most this are near."""
MOST_ODDS = 15.0
"""Near misses that outweigh an answer, or are outweighed, by more bits say no more."""
MANY = 1_000_000
"""More candidates than this count as so many: nothing was learnt of longer searches."""
MOST_OMENS = 3
"""More omens of a kind say no more."""
DOUBT = 1e-4
"""The least share of the probability that goes to what is not explored."""
LOOKUPS = ("lookup", "lookup_or")
DECISIONS = ("if_else", "where")


class Rival(Protocol):
    """A program that fits, ranked."""

    @property
    def cost(self) -> int: ...

    @property
    def omens(self) -> Mapping[str, int]: ...

    @property
    def probability(self) -> float: ...

    @property
    def key(self) -> str: ...


@dataclass(frozen=True)
class Setting:
    """What is known of a task and its search beside the rivals.

    Parameters
    ----------
    kind
        Of the outputs: "truth", "number", "text", "list" or "other".
    examples, distinct
        How many there are, and how many different outputs.
    written
        What the different outputs cost as constants, in units of cost: about what a program has to explain.
    found_after, tried
        How many candidates it took to find the answer, and how many were tried in all.
    parameters, asked
        How many arguments there are, and how many inputs are to be predicted.
    new
        How many of these have an argument unlike all that were shown.
    near_misses
        The programs that miss one example, if they were looked at.
    """

    kind: str
    examples: int
    distinct: int
    written: int
    found_after: int
    tried: int
    parameters: int
    asked: int
    new: int
    near_misses: NearMisses | None = None

    @classmethod
    def of(cls, task: Task, *, found_after: int, tried: int, near_misses: NearMisses | None = None) -> Setting:
        """The setting of a task and its search; the parameters are those of the same names above."""
        distinct = len({repr(example.output) for example in task.train})
        return cls(
            _kind(task.result_type), len(task.train), distinct, written(task), found_after, tried,
            len(task.parameter_types), len(task.inputs), _new_inputs(task), near_misses,
        )  # fmt: skip


def written(task: Task) -> int:
    """What the different outputs cost as constants, in units of cost: about what a program has to explain."""
    type_ = task.result_type
    if type_ == BOOL:  # Each example says one bit, however often it says the same.
        return 2 * len(task.train)
    outputs = {repr(example.output): example.output for example in task.train}
    return sum(_written(output, type_) for output in outputs.values())


def _new_inputs(task: Task) -> int:
    """How many inputs to be predicted have an argument unlike all that the examples have there."""
    columns = [unlike(column) for column in zip(*(example.inputs for example in task.train), strict=True)]
    return sum(any(strange(value) for strange, value in zip(columns, row, strict=True)) for row in task.inputs)


def _stability(cost: int, setting: Setting) -> dict[str, float]:
    """What programs that miss one example say of one that misses none."""
    near = setting.near_misses
    if near is None or setting.examples == 1:
        return {"near misses unknown": 1.0}
    odds = near.odds(cost)
    found = {"unstable": near.unstable(cost) / near.examples, "no near misses": float(odds == -math.inf)}
    return found if odds == -math.inf else {**found, "near misses": max(min(odds, MOST_ODDS), -MOST_ODDS)}


def _kind(type_: Type) -> str:
    if type_ == BOOL:
        return "truth"
    if type_ == STR:
        return "text"
    return "number" if type_ == INT else "list" if type_.is_list else "other"


def _written(output: Any, type_: Type) -> int:
    return constant_cost(output, type_) if has_layout(type_) else 2 + 2 * len(repr(output))


def evidence(
    ranked: Sequence[Rival], setting: Setting, traits: Mapping[str, int], *, surprise: int, lone: int
) -> dict[str, float]:
    """What speaks for the first of the rivals or against it, by name; how much, `Calibration` knows.

    Parameters
    ----------
    ranked
        At least one, the answer first.
    traits, surprise
        Of the answer: what it is like, and what that adds to its cost.
    lone
        Decisions of the answer that rest on one example (see `decisions`).
    """
    best = ranked[0]
    others = [one for one in ranked if one.key != best.key]
    agreed = sum(one.probability for one in ranked) - sum(one.probability for one in others)
    gap = min((one.cost - best.cost for one in others), default=FAR)
    near = {one.key for one in others if one.cost <= best.cost + NEAR}
    explained = setting.written - best.cost
    kind = setting.kind
    return {
        "agreed": -math.log(max(1 - agreed, DOUBT)),
        "gap": min(max(gap, -FAR), FAR),
        "near": math.log1p(len(near)),
        "alone": float(not others),
        "cost": best.cost,
        "surprise": max(surprise, 0),
        "usual": max(-surprise, 0),
        f"cost of a {kind}": best.cost,
        f"a {kind}": 1.0,
        "explained": min(max(explained, -40), 60),
        f"explained of a {kind}": min(max(explained, -40), 60),
        "by heart": max(0.0, best.cost / max(setting.written, 1) - 0.5),
        "examples": math.log(setting.examples),
        "one example": float(setting.examples == 1),
        "one output": float(setting.distinct == 1),
        f"outputs, {kind}": math.log(setting.distinct),
        "late": math.log10(1 + min(setting.found_after, MANY)),
        "tried": math.log10(1 + min(setting.tried, MANY)),
        "decisions": sum(traits.get(name, 0) for name in DECISIONS),
        "lone decisions": lone,
        **_stability(best.cost, setting),
        "parameters": setting.parameters - 1,
        "asked": math.log(min(max(setting.asked, 1), MOST_COUNTED)),
        "new inputs": setting.new / max(setting.asked, 1),
        "looked up": float(any(traits.get(name, 0) for name in LOOKUPS)),
        **{name: min(count, MOST_OMENS) for name, count in best.omens.items()},
    }
