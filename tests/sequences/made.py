"""Rules written by hand, for tests of what is made of rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from induce import parse
from induce.sequences.noisy import NoisyRule
from induce.sequences.rules.rule import Interval, Number, Rule

Following = Callable[[int], Sequence[Number]]


def exact(text: str, *, bits: float = 10.0, start: int = 0, following: Following | None = None) -> Rule:
    """The exact rule of a program text."""
    program = parse(text, exact=True)
    values = following or (lambda count: [program(start + i) for i in range(count)])
    return Rule("by hand", f"the rule {text}", "", program.body, bits, 1, lambda count: list(values(count)))


def noisy(text: str, *, width: float = 1.0, length: float = 50.0, chance: float = 0.0) -> NoisyRule:
    """The noisy rule of a program text; intervals reach as far as the width on either side."""
    program = parse(text, exact=True)
    return NoisyRule(
        kind="by hand",
        words=f"about {text}",
        formula="",
        expression=program.body,
        bits=10.0,
        free=1,
        following=lambda count: [program(i) for i in range(count)],
        intervals=lambda count: [Interval(program(i) - width, program(i) + width) for i in range(count)],
        period=4.5,
        noise=width / 2,
        outliers=(1,),
        length=length,
        chance=chance,
    )
