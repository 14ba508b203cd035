"""What a search returns."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from typing import Any, Literal, Protocol

from ...dsl.core.decimals import returned
from ...dsl.program import NO_VALUE, Program, known, value_of
from ...support.errors import shown
from ...support.written import json_values
from ..cost import learnt
from ..cost.costs import Whole
from ..cost.omens import omens_in
from ..cost.value_roles import are_labels
from ..task.budget import INTERRUPTED
from ..task.task import Task
from .calibration import shipped
from .decisions import lone_decisions
from .evidence import Setting, evidence
from .hints import SURE_ENOUGH, hint
from .near_misses import NearMisses
from .question import Question, telling_question
from .ranking import Candidate, applied, notes_on, rank, reproduces
from .reliability import SURE

MOST_ASKED = 12
"""The likeliest rivals, from whose outputs a question is made."""


@dataclass(frozen=True)
class Stats:
    """What the search took, and what ended it.

    `stopped_by` is "solved", "time", "candidates", "memory", "exhausted" or
    "interrupted"; `level` the cost that the enumeration has come to; `found_after` the
    candidates after which the cheapest program was found.
    """

    seconds: float
    candidates: int
    stored: int
    level: int
    stopped_by: str
    found_after: int = 0


@dataclass(frozen=True)
class Mistake:
    """An example that a program gets wrong; `got` is None where it has no output."""

    example: int
    expected: Any
    got: Any


class Solver(Protocol):
    """The search that a result comes from, with its options: for a task with one more example."""

    @property
    def options(self) -> Any: ...

    def solve(self, task: Task, *, progress: Any = None) -> Result: ...


@dataclass(frozen=True, repr=False)
class Result:
    """The answer to a task.

    `status` is "solved" if `program` reproduces every example, or all but the
    few that may be wrong, which are then `disbelieved`; "partial" if it is only
    the best found, "none" without a program. `programs` are the ranked rivals,
    `predictions` the program's outputs for the inputs to be predicted (None where
    it has none), `fits` which examples it reproduces, `reason` why there is no
    better answer, `notes` what should make you look twice. `ranked` are the rivals
    that behave differently, of which `programs` are the first; `found` every
    program that reproduces the examples. `near_misses` are the programs that miss
    one example, as far as the search has looked.
    """

    status: Literal["solved", "partial", "none"]
    program: Program | None
    programs: tuple[Candidate, ...]
    predictions: list[Any]
    fits: tuple[bool, ...]
    reason: str
    stats: Stats
    task: Task = field(compare=False)
    solver: Solver = field(compare=False)
    notes: tuple[str, ...] = ()
    ranked: tuple[Candidate, ...] = ()
    found: tuple[Candidate, ...] = ()
    top: int = 5
    near_misses: NearMisses | None = field(default=None, compare=False)

    @classmethod
    def solved(
        cls,
        task: Task,
        found: Sequence[Candidate],
        stats: Stats,
        *,
        top: int,
        solver: Solver,
        near_misses: NearMisses | None = None,
    ) -> Result:
        """The result for programs that reproduce every example they are to: ranked, the best of them the answer."""
        ranked = rank(found)
        best = ranked[0]
        return cls(
            status="solved",
            program=best.program,
            programs=ranked[:top],
            predictions=[task.returned(known(output)) for output in best.predictions],
            fits=tuple(reproduces(best.program, example) for example in task.train),
            reason="",
            stats=stats,
            task=task,
            solver=solver,
            notes=notes_on(ranked, task),
            ranked=ranked,
            found=tuple(found),
            top=top,
            near_misses=near_misses,
        )

    @classmethod
    def none(cls, task: Task, reason: str, stats: Stats, *, solver: Solver) -> Result:
        """The result without a program."""
        fits = (False,) * len(task.train)
        return cls("none", None, (), [None] * len(task.inputs), fits, reason, stats, task, solver)

    def __repr__(self) -> str:
        if self.program is None:
            return f"Result({self.status}: {self.reason})"
        predicted = f"; predictions: {shown(self.predictions)}" if self.predictions else ""
        return f"Result({self.status}: {self.program}{predicted})"

    @cached_property
    def confidence(self) -> float:
        """The probability that all predictions are right; without inputs to be predicted, that the program is.

        It is calibrated on tasks of induce's own: of answers with a confidence of 0.8 about 80% are right. 0 without
        an exact program.
        """
        if not self.ranked:
            return 0.0
        return shipped().confidence(self._evidence())

    def _evidence(self) -> dict[str, float]:
        """What speaks for the first of the rivals and against it."""
        best, stats = self.ranked[0], self.stats
        setting = Setting.of(
            self.task, found_after=stats.found_after, tried=stats.candidates, near_misses=self.near_misses
        )
        whole = best.whole or Whole.of(best.program.body, arity=len(best.program.parameters))
        known = whole.traits(labels=are_labels(self.task.train))
        lone = lone_decisions(best.program.body, best.program.parameters, self.task.train)
        return evidence(self.ranked, setting, known, surprise=learnt.shipped().surprise(known), lone=lone)

    @property
    def trust(self) -> Literal["high", "fair", "low"]:
        """The confidence in a word: high from 0.95 on, low below 0.8."""
        return "high" if self.confidence >= SURE else "fair" if self.confidence >= SURE_ENOUGH else "low"

    @property
    def outcomes(self) -> list[Any]:
        """The predictions with `NO_VALUE` where the program is undefined, which may predict None."""
        return list(self.ranked[0].predictions) if self.ranked else self.predictions

    def _undefined(self) -> list[int]:
        return [number for number, outcome in enumerate(self.outcomes) if outcome is NO_VALUE]

    @property
    def disbelieved(self) -> tuple[int, ...]:
        """The numbers of the examples that an answer takes to be wrong."""
        return tuple(i for i, fits in enumerate(self.fits) if not fits) if self.status == "solved" else ()

    def question(self, *, beside: Collection[tuple[Any, ...]] = ()) -> Question | None:
        """The input that would tell the rivals apart, and their outputs; None if they agree, or there are none.

        Nor is there one after an interruption: nothing more is worked out then.

        Parameters
        ----------
        beside
            Inputs that nobody can tell the output of, which are not asked about.
        """
        if self.stats.stopped_by == INTERRUPTED:
            return None
        question = self._telling(beside) if beside else self._question
        return None if question is None else self._returned(question)

    @cached_property
    def hint(self) -> str | None:
        """The kind of example that would help, in words: "an example with an empty list".

        None where the confidence is 0.8 or more, where there is no exact program or no word for what would help, and
        after an interruption.
        """
        if not self.ranked or self.confidence >= SURE_ENOUGH or self.stats.stopped_by == INTERRUPTED:
            return None
        return hint(self.ranked[:MOST_ASKED], self.task, self._question)

    def interrupted(self) -> Result:
        """The result as it is if what follows from it is not to be worked out."""
        return replace(self, stats=replace(self.stats, stopped_by=INTERRUPTED))

    @cached_property
    def _question(self) -> Question | None:
        return self._telling(())

    def _telling(self, beside: Collection[tuple[Any, ...]]) -> Question | None:
        given = [example.inputs for example in self.task.train]
        return telling_question(self.ranked[:MOST_ASKED], self.task.inputs, given, beside=beside)

    def _returned(self, question: Question) -> Question:
        """The question with its values as they are returned to a caller."""
        inputs = tuple(map(returned, question.inputs, self.task.parameter_types))
        inputs = self.task.signature.called(inputs)
        return Question(inputs, tuple(replace(one, output=self.task.returned(one.output)) for one in question.answers))

    def answered(self, inputs: Sequence[Any], output: Any, *, progress: Any = None) -> Result:
        """The result once one more example is known.

        The programs found that reproduce it are ranked anew, without a search. If
        there are none, the task is solved again with the new example among the
        others, under the limits that the first search had.

        Parameters
        ----------
        inputs
            The arguments, those of a `Question` say.
        output
            The right output for them.
        progress
            Called with a `Progress` if there is a search.

        Raises
        ------
        InputError
            If the example does not go with those there are.
        """
        task = self.task.with_example(inputs, output)
        return self.carried(task) or self.solver.solve(task, progress=progress)

    def carried(self, task: Task) -> Result | None:
        """The result for a task with more examples, or with other inputs to be predicted, without a search.

        The programs found that reproduce the new examples are ranked anew. None if there are none, or if examples are
        gone or types are others.
        """
        old = self.task
        if any(getattr(task, name) != getattr(old, name) for name in ("parameter_types", "result_type", "signature")):
            return None
        if task.train[: len(old.train)] != old.train:
            return None
        added = task.train[len(old.train) :]
        left = [one for one in self.found if all(reproduces(one.program, example) for example in added)]
        if not left:
            return None
        omens = omens_in(task)
        return Result.solved(
            task, [applied(one, task, omens) for one in left], self.stats,
            top=self.top, solver=self.solver, near_misses=None if added else self.near_misses,
        )  # fmt: skip

    @property
    def is_cheapest(self) -> bool:
        """Whether the search has gone through everything that is as cheap as the answer."""
        return bool(self.ranked) and self.ranked[0].parts <= self.stats.level

    def mistake(self) -> Mistake | None:
        """The first example that the program gets wrong, None if there is none or no program."""
        if self.program is None or all(self.fits):
            return None
        index = self.fits.index(False)
        example = self.task.train[index]
        got = value_of(self.program, example.inputs)
        return Mistake(index, self.task.returned(example.output), self.task.returned(got))

    def to_json(self, *, timed: bool = True) -> dict[str, Any]:
        """The result as JSON values; without what depends on the machine's speed unless `timed`.

        Where outputs may be null, `undefined` has the numbers of the predictions that are null because the
        program has no output.
        """
        stats, question, mistake = asdict(self.stats), self.question(), self.mistake()
        if not timed:
            del stats["seconds"]
        told = {"undefined": self._undefined()} if self.task.result_type.is_optional else {}
        return {
            "status": self.status,
            "program": None if self.program is None else str(self.program),
            "python": None if self.program is None else self.program.python(),
            "predictions": json_values(self.predictions),
            **told,
            "confidence": round(self.confidence, 6),
            "trust": self.trust,
            "programs": [
                {"program": str(one.program), "cost": one.cost, "probability": round(one.probability, 6)}
                for one in self.programs
            ],
            "fits": list(self.fits),
            "mistake": None if mistake is None else json_values(asdict(mistake)),
            "disbelieved": list(self.disbelieved),
            "reason": self.reason,
            "notes": list(self.notes),
            "question": None if question is None else json_values(asdict(question)),
            "hint": self.hint,
            "stats": stats,
        }
