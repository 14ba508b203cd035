"""Rivals of a program whose predictions speak against it: the same with another way to take out a piece of a text.

To a bank all ways that give the same on the examples are one, of which it keeps the cheapest, and so do programs that
are made of it. On what is to be predicted they differ: the second word is not the last one where there are three.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import chain, islice

from ...dsl.core.expression import Call, Expression, call, walk
from ...dsl.core.types import STR
from ..answer.solutions import Solution, doubt
from ..readings.scene.scene import Reading, ReadingEnds, Scene
from ..readings.texts.extracting import extractions
from ..task.problem import Problem

MOST_DOUBTED, MOST_SUBSTITUTES, ROUNDS = 6, 60, 2
"""How many programs get rivals, how many rivals there are in all, and how many pieces are replaced at most."""
LONGEST = 1_000
"""Of longer texts no other pieces are looked for."""


class Substitutes:
    """The ways to take pieces out of the texts of one problem.

    Parameters
    ----------
    is_over
        Whether there is no time left: no more rivals are made then.
    """

    def __init__(self, problem: Problem, is_over: Callable[[], bool] = lambda: False) -> None:
        self.problem, self._scene = problem, Scene(problem, is_over=lambda _work: is_over())
        self._ways: dict[Expression, list[Expression]] = {}

    def of(self, solutions: Sequence[Solution]) -> Iterator[Expression]:
        """Rivals of the cheapest programs, if the very cheapest is doubted."""
        if not self.problem.given.inputs or not solutions or not doubt(solutions[0].body, self.problem):
            return
        bodies = [solution.body for solution in solutions[:MOST_DOUBTED]]
        known = set(bodies)
        with suppress(ReadingEnds):
            for _ in range(ROUNDS):
                made = (one for body in bodies for one in self._of_program(body))
                bodies = [*islice(dict.fromkeys(one for one in made if one not in known), MOST_SUBSTITUTES)]
                known.update(bodies)
                yield from bodies

    def _of_program(self, body: Expression) -> Iterator[Expression]:
        parts = dict.fromkeys(part for part in walk(body, bodies=False) if isinstance(part, Call) and part.type == STR)
        for part in parts:
            yield from (with_part(body, part, other) for other in self._others(part))

    def _others(self, part: Call) -> Sequence[Expression]:
        """Other ways to the piece that a part takes out, which differ on what is to be predicted."""
        if part not in self._ways:
            self._ways[part] = [*self._read(part)]
        return self._ways[part]

    def _read(self, part: Call) -> Iterator[Expression]:
        wanted = self._scene.read(part)
        if wanted is None or not all(wanted.values):
            return
        known = {repr(self._scene.foreseen(part))}
        texts = filter(None, (self._scene.read(text) for text in walk(part, bodies=False) if text.type == STR))
        sources = [text for text in texts if text.body != part and _is_short(text)]
        for way in chain.from_iterable(extractions(self._scene, text, wanted.values) for text in sources):
            seen = repr(self._scene.foreseen(way.body))
            if seen not in known and self._scene.foretells(way.body):
                known.add(seen)
                self.problem.extras.setdefault(way.body, way.extra)
                yield way.body


def _is_short(text: Reading) -> bool:
    return all(0 < len(value) <= LONGEST for value in text.values)


def with_part(expression: Expression, part: Expression, other: Expression) -> Expression:
    """An expression with something else in place of a part, but for the bodies of functions."""
    if expression == part:
        return other
    if not isinstance(expression, Call):
        return expression
    arguments = (with_part(argument, part, other) for argument in expression.arguments)
    return call(expression.primitive, *arguments, each=expression.each)
