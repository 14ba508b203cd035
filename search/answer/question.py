"""The input that tells rivals apart: what to ask when several programs fit (as FlashFill's users are asked).

Mayer et al., "User interaction models for disambiguation in programming by
example", UIST 2015, section 4.2.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice, pairwise
from operator import itemgetter
from typing import Any, Protocol

from ...dsl.core.decimals import in_range, plain
from ...dsl.program import Program, value_of
from ...support.written import json_text
from .fitting import may_be, types_in
from .unusual import unusual

MOST_VARIANTS, MOST_UNUSUAL = 200, 60
"""So many inputs like those of the examples are tried, and so many that differ from them in kind."""
MOST_CHARACTERS = 500_000
"""In all variants together, as JSON: programs are run on each of them."""
NUMBER, MOST_NUMBERS = re.compile("[0-9]{1,15}"), 6
"""The numbers of a text that are changed, and how many of them."""


@dataclass(frozen=True)
class Answer:
    """An output that rivals give, and the probability of those rivals together; None where they have none."""

    output: Any
    probability: float


@dataclass(frozen=True)
class Question:
    """Inputs on which rivals disagree, and what they say, the likeliest first."""

    inputs: tuple[Any, ...]
    answers: tuple[Answer, ...]

    @property
    def tells(self) -> bool:
        """Whether rivals disagree, and somebody may be asked: the likeliest has an output."""
        return len(self.answers) > 1 and self.answers[0].output is not None

    def is_close(self, share: float) -> bool:
        """Whether the second answer has at least this share of the probability of the first."""
        return self.answers[1].probability >= share * self.answers[0].probability

    @property
    def defined(self) -> float:
        """The probability of the rivals that have an output."""
        return sum(answer.probability for answer in self.answers if answer.output is not None)

    @property
    def information(self) -> float:
        """The bits that the right answer is expected to give."""
        shares = (answer.probability for answer in self.answers)
        return -sum(share * math.log2(share) for share in shares if share > 0)


class Rival(Protocol):
    """A program and its probability."""

    @property
    def program(self) -> Program: ...

    @property
    def probability(self) -> float: ...


def telling_question(
    rivals: Sequence[Rival],
    asked: Sequence[tuple[Any, ...]],
    given: Sequence[tuple[Any, ...]],
    *,
    beside: Collection[tuple[Any, ...]] = (),
) -> Question | None:
    """The inputs whose output says most about which rival is right, None if all agree on all that is tried.

    Parameters
    ----------
    asked
        Inputs to be predicted: where rivals disagree on one of them, it is one of these that is asked.
    given
        Inputs of the examples. Variants of them are tried next, and then unusual inputs.
    beside
        Inputs that nobody can tell the output of.
    """
    if len(rivals) < 2:
        return None
    for pool in (asked, islice(variants(given), MOST_VARIANTS), islice(unusual(given), MOST_UNUSUAL)):
        telling = [one for one in answered(rivals, [inputs for inputs in pool if inputs not in beside]) if one.tells]
        if telling:
            return max(telling, key=lambda one: one.information)
    return None


def inputs_like(given: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Inputs like those of the examples: variants of them, then what people tend to leave out."""
    return [*islice(variants(given), MOST_VARIANTS), *islice(unusual(given), MOST_UNUSUAL)]


def answered(rivals: Sequence[Rival], pool: Sequence[tuple[Any, ...]]) -> list[Question]:
    """What the rivals say to each of some inputs."""
    return [Question(inputs, _answers(rivals, inputs)) for inputs in pool]


def _answers(rivals: Sequence[Rival], inputs: tuple[Any, ...]) -> tuple[Answer, ...]:
    shares: dict[str, tuple[Any, float]] = {}
    for rival in rivals:
        output = value_of(rival.program, inputs)
        key = json_text(output)
        shares[key] = (output, shares.get(key, (None, 0.0))[1] + rival.probability)
    total = sum(share for _, share in shares.values())
    ranked = sorted(shares.values(), key=lambda pair: -pair[1])
    return tuple(Answer(output, share / total) for output, share in ranked)


def variants(given: Sequence[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """Inputs like the given ones, one argument changed a little, the smallest first; fewer of very large ones."""
    types, left = types_in(given), MOST_CHARACTERS
    for size, inputs in sorted(((len(json_text(one)), one) for one in given), key=itemgetter(0)):
        for position, value in enumerate(inputs):
            for variant in _like(value):
                if left < 0:
                    return
                left -= size
                if may_be(variant, value, types[position]):
                    yield (*inputs[:position], variant, *inputs[position + 1 :])


def _like(value: Any) -> Iterator[Any]:
    """Values of the same type as one, and not far from it."""
    match value:
        case bool():
            yield not value
        case int():
            yield from (value + 1, value - 1, 0, -value, 2 * value + 1)
        case Decimal():
            yield from filter(in_range, map(plain, _near(value)))
        case str():
            yield from _rearranged(value)
            yield from _renumbered(value)
        case dict():
            for key in value:
                yield from ({**value, key: item} for item in islice(_like(value[key]), 3))
        case list():
            yield from _rearranged(value)
            for position in range(min(len(value), 3)):
                for item in islice(_like(value[position]), 3):
                    yield [*value[:position], item, *value[position + 1 :]]


def _renumbered(text: str) -> Iterator[str]:
    """A text with other numbers of as many digits: neighbours exchanged, one of them larger, one of them small."""
    numbers = list(NUMBER.finditer(text))[:MOST_NUMBERS]
    for one, other in pairwise(numbers):
        yield "".join((text[: one.start()], other[0], text[one.end() : other.start()], one[0], text[other.end() :]))
    for one in numbers:
        for changed in (int(one[0]) + 1, 7):
            yield f"{text[: one.start()]}{changed:0{len(one[0])}}{text[one.end() :]}"


def _near(value: Decimal) -> Iterator[Decimal]:
    """Decimals not far from one, and those half-way between two of fewer places, which ways of rounding tell apart."""
    exponent = value.as_tuple().exponent
    own = -exponent if isinstance(exponent, int) else 0
    for places in sorted({own, 2, 1, 0}, reverse=True):
        step = Decimal(1).scaleb(-places)
        even = value // (2 * step) * 2 * step
        yield even + step / 2
    yield from (value + 1, value + Decimal("0.7").scaleb(-own), -value, Decimal(0), 2 * value + 1)


def _rearranged(value: Any) -> Iterator[Any]:
    """A text or list reversed, shortened, lengthened and rotated."""
    yield from (value[::-1], value[1:], value[:-1], value[:1], value[:0])
    yield from (value + value[:2], value[1:] + value[:1])
