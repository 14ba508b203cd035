"""A session: a task that is edited, and answered anew after each edit with what is known from before."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cached_property
from threading import Event, Lock
from typing import Any

from . import composition
from .changes import Change, change_between
from .dsl.core.decimals import Style, returned
from .dsl.program import NO_VALUE
from .guide.runtime.named import Warn
from .search.answer.result import Result
from .search.options import DEFAULTS, SearchOptions
from .search.task.settings import Progress
from .search.task.task import MISSING, Task, arguments_of
from .support.errors import InputError, shown

Listener = Callable[[Progress], None] | None

MOST_KEPT = 16
"""Results that a session keeps, the latest: those of tasks with fewer examples answer for ones with more."""
MOST_UNDONE = 200
"""Edits that can be undone."""


@dataclass(frozen=True, eq=False)
class _State:
    """The examples and inputs between two edits, as they were given.

    `expected` are the outputs for the inputs where they are known. `given` is the task that all of it is, where a
    session begins with one, and `style` what decimals are in that.
    """

    examples: tuple[tuple[Any, Any], ...] = ()
    inputs: tuple[Any, ...] = ()
    expected: tuple[Any, ...] = ()
    noise: int = 0
    style: Style | None = None
    given: Task | None = None

    @classmethod
    def of(cls, task: Task, noise: int) -> _State:
        def called(values: Sequence[Any]) -> tuple[Any, ...]:
            given = list(map(returned, values, task.parameter_types))
            while None in task.signature.defaults and given[-1] is None:  # The call left it out.
                given.pop()
            return task.signature.called(given)

        examples = tuple((called(example.inputs), task.returned(example.output)) for example in task.train)
        return cls(examples, tuple(map(called, task.inputs)), task.expected, noise, task.style, task)

    @cached_property
    def task(self) -> Task:
        """The task that they are.

        Raises
        ------
        InputError
            If they are none.
        """
        return self.given or Task.from_examples(
            self.examples, inputs=self.inputs, expected=self.expected, noise=self.noise, style=self.style
        )

    @cached_property
    def keys(self) -> frozenset[str]:
        """The examples as texts, which tell 1 from True."""
        return frozenset(map(_key, self.examples))

    @cached_property
    def asked(self) -> tuple[str, ...]:
        """The inputs as texts."""
        return tuple(map(_call, self.inputs))

    def is_like(self, other: _State) -> bool:
        """Whether another state is the same task."""
        return (self.keys, self.asked) == (other.keys, other.asked)

    def beyond(self, other: _State) -> list[tuple[Any, Any]]:
        """The examples that another state does not have."""
        return [example for example in self.examples if _key(example) not in other.keys]


class Session:
    """The examples and inputs of a task while somebody works on them.

    After each edit `solve` gives the answer. Programs found before are tried first: as long as the one that was
    returned holds, or the best of those left is as cheap as what that search has gone through, there is no search.
    One thread at a time may use it, except for `cancel`.

    Parameters
    ----------
    examples
        Pairs of input and output, as for `synthesize`.
    inputs
        Inputs whose outputs are to be predicted.
    options
        How to search; None for the defaults.
    changes
        Options by name, instead of those.

    Raises
    ------
    InputError
        If the examples do not make a task, or an option is not valid.
    """

    def __init__(
        self,
        examples: Iterable[tuple[Any, Any]] = (),
        *,
        inputs: Iterable[Any] = (),
        options: SearchOptions | None = None,
        **changes: Any,
    ) -> None:
        self.options = replace(options or DEFAULTS, **changes)
        self.result: Result | None = None
        """What the last `solve` has returned; None before the first."""
        self.changed: Change | None = None
        """What that has changed against the answer before."""
        self.most_kept, self.most_undone = MOST_KEPT, MOST_UNDONE
        """How many results are kept, and how many edits can be undone."""
        self._state = _State(noise=self.options.noise)
        self._past: list[_State] = []
        self._future: list[_State] = []
        self._kept: list[tuple[_State, Result]] = []
        self._lock, self._stop = Lock(), Event()
        self._warn: Warn = _warn
        self._state = self._edited(examples=tuple(deepcopy([*examples])), inputs=tuple(deepcopy([*inputs])))

    @classmethod
    def of(
        cls, task: Task, options: SearchOptions | None = None, *, warn: Warn | None = None, **changes: Any
    ) -> Session:
        """A session that begins with a task, one of a file for instance.

        Parameters
        ----------
        warn
            Told of weights that cannot be used; by default a warning says so.

        Raises
        ------
        InputError
            If an option is not valid.
        """
        session = cls(options=options, **changes)
        session._state = _State.of(task, session.options.noise)
        session._warn = warn or session._warn
        return session

    @classmethod
    def about(cls, result: Result, *, warn: Warn | None = None) -> Session:
        """A session that goes on from a result, with its task, its options and what was found.

        Parameters
        ----------
        warn
            As for `of`.
        """
        options: SearchOptions = result.solver.options
        session = cls.of(result.task, options, warn=warn)
        session._answered(session._state, result, searched=True)
        return session

    @property
    def examples(self) -> tuple[tuple[Any, Any], ...]:
        """The examples, pairs of input and output."""
        return self._state.examples

    @property
    def inputs(self) -> tuple[Any, ...]:
        """The inputs to be predicted."""
        return self._state.inputs

    @inputs.setter
    def inputs(self, inputs: Iterable[Any]) -> None:
        self._do(inputs=tuple(deepcopy([*inputs])))

    @property
    def task(self) -> Task:
        """What is asked for.

        Raises
        ------
        InputError
            If there are no examples yet.
        """
        return self._state.task

    def add(self, input: Any, output: Any) -> None:
        """Add an example; an input that is a tuple is several arguments.

        Raises
        ------
        InputError
            If it does not go with those there are, which then stay as they are. So it is with all other edits.
        """
        self._do(examples=(*self.examples, deepcopy((input, output))))

    def change(self, index: int, output: Any) -> None:
        """Give an example another output."""
        examples = [*self.examples]
        examples[index] = (self._at(index)[0], deepcopy(output))
        self._do(examples=tuple(examples))

    def remove(self, index: int) -> None:
        """Take an example away."""
        self._at(index)
        examples = [*self.examples]
        del examples[index]
        self._do(examples=tuple(examples))

    def replace(self, examples: Iterable[tuple[Any, Any]], inputs: Iterable[Any] = ()) -> None:
        """Put other examples and inputs in the place of all there are: one edit, which can be undone."""
        self._do(examples=tuple(deepcopy([*examples])), inputs=tuple(deepcopy([*inputs])))

    def undo(self) -> bool:
        """Take back the last edit; False if there is none."""
        return self._moved(self._past, self._future)

    def redo(self) -> bool:
        """Make the edit again that was taken back last; False if there is none."""
        return self._moved(self._future, self._past)

    def solve(self, *, progress: Listener = None) -> Result:
        """The answer for the examples and inputs that there are now.

        `changed` says what it has changed. A result that `cancel` has cut short is returned, but not built upon.

        Parameters
        ----------
        progress
            Called about ten times a second while there is a search, in place of the listener of the options.

        Raises
        ------
        InputError
            If there are no examples, or the options do not fit them.
        """
        state = self._state
        _ = state.task
        with self._lock:
            stop = self._stop = Event()
        result, searched = self._answer(state, progress, stop)
        return self._answered(state, result, searched=searched)

    def cancel(self) -> None:
        """End the search that is running, from another thread: `solve` returns the best so far, if there is any."""
        with self._lock:
            self._stop.set()

    def known(self) -> Result | None:
        """The answer, if it takes no search; else None.

        Raises
        ------
        InputError
            If there are no examples.
        """
        state = self._state
        _ = state.task
        result, _ = self._from_before(state)
        return None if result is None else self._answered(state, result, searched=False)

    def _answer(self, state: _State, progress: Listener, stop: Event) -> tuple[Result, bool]:
        """The answer, and whether it took a search."""
        known, left = self._from_before(state)
        if known is not None:
            return known, False
        options = self.options if progress is None else replace(self.options, progress=progress)
        found = composition.solve(state.task, options, warn=self._warn, cancelled=stop.is_set)
        if left is None or found.status == "solved":
            return found, True
        return (left.interrupted() if found.stats.stopped_by == "interrupted" else left), True

    def _from_before(self, state: _State) -> tuple[Result | None, Result | None]:
        """The answer that follows from those before, and what else is left of their programs; None for neither."""
        left: Result | None = None
        for before, result in sorted(self._kept, key=lambda one: -len(one[0].keys)):
            if before.is_like(state):
                return result, None
            if result.status == "solved" and before.keys <= state.keys:
                carried = _carried(result, before, state)
                if carried is not None and _is_kept(result, carried):
                    return carried, None
                left = left or carried
        return None, left

    def _answered(self, state: _State, result: Result, *, searched: bool) -> Result:
        """An answer once it is noted what it has changed."""
        self.changed = change_between(self.result, result, searched=searched)
        self.result = result
        if result.stats.stopped_by != "interrupted":
            self._kept = [(state, result), *(one for one in self._kept if not one[0].is_like(state))][: self.most_kept]
        return result

    def _at(self, index: int) -> tuple[Any, Any]:
        count = len(self.examples)
        if isinstance(index, bool) or not isinstance(index, int) or not -count <= index < count:
            raise InputError(f"index: {shown(index)} is not the number of an example; expected one of 0 to {count - 1}")
        return self.examples[index]

    def _edited(
        self, examples: tuple[tuple[Any, Any], ...] | None = None, inputs: tuple[Any, ...] | None = None
    ) -> _State:
        """The state after an edit, once it is known to be a task."""
        old = self._state
        known = dict(zip(old.asked, old.expected, strict=False))
        inputs = old.inputs if inputs is None else inputs
        expected = tuple(known.get(_call(one), MISSING) for one in inputs)
        state = _State(old.examples if examples is None else examples, inputs, expected, old.noise, old.style)
        if state.examples:
            _ = state.task
        return state

    def _do(self, **edit: Any) -> None:
        state = self._edited(**edit)
        self._past = [*self._past, self._state][max(0, len(self._past) + 1 - self.most_undone) :]
        self._future, self._state = [], state

    def _moved(self, source: list[_State], target: list[_State]) -> bool:
        if not source:
            return False
        target.append(self._state)
        self._state = source.pop()
        return True


def _call(given: Any) -> str:
    """An input as a text: the same for a value and for a call with it alone."""
    return repr(arguments_of(given))


def _key(example: tuple[Any, Any]) -> str:
    return f"{_call(example[0])} -> {example[1]!r}"


def _carried(result: Result, before: _State, state: _State) -> Result | None:
    """What the programs found for fewer examples make of a state."""
    try:
        return result.carried(result.task.extended(state.beyond(before), state.inputs, state.expected))
    except InputError:  # The types are others now.
        return None


def _is_kept(before: Result, after: Result) -> bool:
    """Whether nothing better is to be expected of a search than the best of the programs that are left."""
    lost = NO_VALUE in after.outcomes and NO_VALUE not in before.outcomes
    return not lost and (before.program == after.program or after.is_cheapest)


def _warn(message: str) -> None:
    warnings.warn(message, stacklevel=2)
