"""How usual a program is: a bigram grammar of the programs that were found for functions of the corpus.

The probability of a node depends on its parent and on which argument of it the node is, as in Fijalkow et al.,
"Scaling Neural Program Synthesis with Distribution-based Search", AAAI 2022, section 2, but for the types: most
primitives have one kind of result.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import log2

from ...dsl.core.expression import Call, Expression, Function
from ..runtime.productions import name_of
from .finding import programs

Place = tuple[str, int]
"""A parent and the number of an argument; that of whole programs is `WHOLE`."""
WHOLE: Place = ("", 0)
SMOOTHING = 8
"""How often what is usual anywhere is taken to have been seen in each place."""
UNSEEN = 0.5
"""How often what was never seen is taken to have been."""


@dataclass(frozen=True)
class Grammar:
    """Counts of the productions of programs: all, and by their place."""

    anywhere: Counter[str]
    at: Mapping[Place, Counter[str]]

    @classmethod
    def of(cls, bodies: Iterable[Expression]) -> Grammar:
        """The grammar of some programs."""
        anywhere: Counter[str] = Counter()
        at: dict[Place, Counter[str]] = {}
        for body in bodies:
            for place, name in _nodes(body, WHOLE):
                anywhere[name] += 1
                at.setdefault(place, Counter())[name] += 1
        return cls(anywhere, at)

    def bits(self, place: Place, name: str) -> float:
        """The surprise of a production in a place."""
        seen = self.anywhere
        usual = (seen[name] + UNSEEN) / (seen.total() + UNSEEN * (len(seen) + 1))
        here = self.at.get(place, Counter())
        return -log2((here[name] + SMOOTHING * usual) / (here.total() + SMOOTHING))

    def inner(self, expression: Expression) -> tuple[float, int]:
        """The surprise of all that is inside of an expression, and of how many nodes."""
        nodes = [*_nodes(expression, WHOLE)][1:]
        return sum(self.bits(*node) for node in nodes), len(nodes)


@cache
def of_the_corpus() -> Grammar:
    """The grammar of the programs that are known of the corpus."""
    return Grammar.of(program.body for program in programs().values())


def _nodes(expression: Expression, place: Place) -> Iterator[tuple[Place, str]]:
    """Places and productions, the outermost first; the body of a function stands where the function does."""
    while isinstance(expression, Function):
        expression = expression.body
    name = name_of(expression)
    yield place, name
    if isinstance(expression, Call):
        for number, argument in enumerate(expression.arguments):
            yield from _nodes(argument, (name, number))
