"""The programs found: checked by the reference interpreter, weighed and put in order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from typing import Any, ClassVar, Protocol, TypeVar

from ...dsl.core.decimals import holds_decimals
from ...dsl.core.expression import Call, walk
from ...dsl.core.values import same_value
from ...dsl.program import NO_VALUE, Program, outcome_of, parse
from ...dsl.text.parser import ProgramError
from ..cost.choices import idle_choices
from ..cost.costs import Whole
from ..cost.learnt import shipped
from ..cost.omens import Omens
from ..cost.prior import UNITS_PER_BIT
from ..task.problem import Problem
from ..task.task import Example, Task
from .evidence import written
from .question import MOST_VARIANTS, variants
from .solutions import Solution

MOST_RIVALS = 256
"""How many of the cheapest programs found are checked and ranked."""

TABLES = "dictionary"
"""The family of primitives that look up what the examples have shown."""

WORTH_A_NOTE = 0.2
"""A rival that predicts otherwise is mentioned if it has this share of the best program's probability."""

MOST_PROBES, MOST_DECIMAL_PROBES = 12, 36
"""Programs that agree on this many variants of the examples' inputs count as one; ways of rounding differ on few."""


@dataclass(frozen=True)
class Candidate:
    """A program that reproduces every example it is to, its cost, and its share of the probability once it is ranked.

    `parts` is what its parts alone cost, `whole` the program as it was judged, `omens` what its predictions say, and
    `idle` what it adds that its choices go the same way for all that is to be predicted.
    `predictions` are its outputs for the inputs to be predicted, `behaviour` those for
    variants of the examples' inputs; `NO_VALUE` where it has none.
    """

    program: Program
    cost: int
    probability: float = 0.0
    parts: int = 0
    whole: Whole | None = field(default=None, repr=False, compare=False)
    omens: Mapping[str, int] = field(default_factory=dict, repr=False, compare=False)
    idle: int = field(default=0, repr=False, compare=False)
    predictions: tuple[Any, ...] = field(default=(), repr=False)
    behaviour: tuple[Any, ...] = field(default=(), repr=False)

    @property
    def undefined(self) -> int:
        """How many inputs to be predicted it has no output for."""
        return self.predictions.count(NO_VALUE)

    @cached_property
    def key(self) -> str:
        """The same for those that predict the same, or behave alike where nothing is to be predicted."""
        return repr(self.predictions or self.behaviour)


class Ranked(Protocol):
    """What is ranked: a data class with these fields."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def cost(self) -> int: ...

    @property
    def probability(self) -> float: ...

    @property
    def undefined(self) -> int: ...

    @property
    def key(self) -> str: ...


R = TypeVar("R", bound=Ranked)


def reproduces(program: Program, example: Example) -> bool:
    """Whether the reference interpreter gets the example's output."""
    return same_value(outcome_of(program, example.inputs), example.output)


def predict(program: Program, task: Task) -> list[Any]:
    """The program's outputs for the inputs to be predicted, `NO_VALUE` where it has none."""
    return [outcome_of(program, inputs) for inputs in task.inputs]


def probes(task: Task) -> list[tuple[Any, ...]]:
    """Inputs on which programs are compared: variants of those of the examples, evenly chosen."""
    found = list(islice(variants([example.inputs for example in task.train]), MOST_VARIANTS))
    most = MOST_DECIMAL_PROBES if any(map(holds_decimals, task.parameter_types)) else MOST_PROBES
    return found[:: max(1, -(-len(found) // most))]


def verified(
    solution: Solution,
    problem: Problem,
    *,
    omens: Omens = lambda _predictions: Counter(),
    noise: int = 0,
) -> Candidate | None:
    """A solution that survives being printed, parsed and run on every example, of which it may miss some; else None.

    Parameters
    ----------
    omens
        Counts in its predictions what speaks against it, and adds to the cost.
    noise
        How many examples it may miss.
    """
    task = problem.given
    parameters, signature = problem.parameters, task.signature
    program = _read_back(Program(parameters, solution.body, language=problem.language, signature=signature))
    if program is None or sum(not reproduces(program, example) for example in task.train) > noise:
        return None
    # Inputs to be predicted may be larger than those of the examples.
    program = replace(program, exact=True, style=task.style)
    predictions = tuple(predict(program, task))
    seen = omens(predictions)
    whole = Whole.of(solution.body, problem.extras, arity=problem.arity)
    idle = idle_choices(solution.body, asked_in(task, program), problem.extras)
    cost = solution.cost + shipped().surcharge(seen) + idle
    return Candidate(program, cost, parts=solution.parts, whole=whole, omens=seen, idle=idle, predictions=predictions)


def observed(one: Candidate, probed: Sequence[tuple[Any, ...]]) -> Candidate:
    """A program with its behaviour on some inputs."""
    program = replace(one.program, exact=False)
    return replace(one, behaviour=tuple(outcome_of(program, inputs) for inputs in probed))


def applied(one: Candidate, task: Task, omens: Omens) -> Candidate:
    """A program that was found for other examples or inputs, with its predictions for those of a task."""
    program = replace(one.program, style=task.style)
    predictions = tuple(predict(program, task))
    seen = omens(predictions)
    idle = idle_choices(program.body, asked_in(task, program))
    cost = one.cost - shipped().surcharge(one.omens) - one.idle + shipped().surcharge(seen) + idle
    return replace(one, program=program, cost=cost, omens=seen, idle=idle, predictions=predictions)


def asked_in(task: Task, program: Program) -> list[dict[str, Any]]:
    """The inputs to be predicted, each by the name of its parameter; none where calls have other arguments."""
    names = [parameter.name for parameter in program.parameters]
    return [dict(zip(names, inputs, strict=True)) for inputs in task.inputs if len(inputs) == len(names)]


def _read_back(program: Program) -> Program | None:
    """What the program's text says; None for one that the language does not have."""
    try:
        return parse(str(program), exact=False, language=program.language)
    except ProgramError:
        return None


def rank(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Weigh the programs found, and order them; those that behave alike are one.

    A program defined on all inputs to be predicted comes before one that is
    not; then the one whose predictions carry the most probability, pooled over
    all programs that agree on them; among those that agree the cheaper. Two
    ways to write the same function are no more probable than one.
    """
    return weighed(_distinct(found))


def weighed(rivals: Sequence[R]) -> tuple[R, ...]:
    """Rivals of different behaviour with their probabilities, in the order that `rank` puts them in."""
    least = min(one.cost for one in rivals)
    weights = [2.0 ** ((least - one.cost) / UNITS_PER_BIT) for one in rivals]
    total = sum(weights)
    likely = [replace(one, probability=weight / total) for one, weight in zip(rivals, weights, strict=True)]
    pooled: dict[str, float] = defaultdict(float)
    for one in likely:
        pooled[one.key] += one.probability
    return tuple(sorted(likely, key=lambda one: (one.undefined, -pooled[one.key], one.cost)))


def _distinct(found: Sequence[Candidate]) -> list[Candidate]:
    """The program of each behaviour whose parts are cheapest, or else the shorter text.

    What makes a program usual tells functions apart, and not the ways to write one; but what makes it odd counts.
    """
    alike: dict[str, list[Candidate]] = defaultdict(list)
    for one in found:
        alike[repr((one.predictions, one.behaviour))].append(one)
    return [group[0] if len(group) == 1 else min(group, key=_plainness) for group in alike.values()]


def _plainness(one: Candidate) -> tuple[int, int, int]:
    """The less, the plainer a program says what it does."""
    odd = 0 if one.whole is None else one.whole.oddness()
    return one.parts + odd, len(str(one.program)), one.cost


def _tables_in(program: Program) -> bool:
    """Whether the program looks something up in a table."""
    return any(isinstance(part, Call) and part.primitive.family == TABLES for part in walk(program.body))


def notes_on(ranked: Sequence[Candidate], task: Task) -> tuple[str, ...]:
    """What should make a person look twice at an answer: too little to go by, or rivals that disagree."""
    notes = []
    if len(task.train) == 1:
        notes.append("there is one example only, which many programs fit: give another to be sure")
    if _tables_in(ranked[0].program):
        notes.append("a table learnt from the examples: nothing is known of other keys")
    if ranked[0].cost - shipped().surcharge(ranked[0].omens) >= written(task):
        notes.append("learnt by heart: the program says as much as the outputs that it explains")
    best = ranked[0].predictions
    if NO_VALUE in best:
        notes.append("the program is undefined on an input to be predicted, and so is every other one found")
    for rival in ranked[1:]:
        if rival.probability >= ranked[0].probability * WORTH_A_NOTE and repr(rival.predictions) != repr(best):
            notes.append(f"ambiguous: a rival predicts otherwise: {rival.program}")
            break
    return tuple(notes)
