"""Tasks whose programs are drawn: functions of lists and integers, with small functions within them.

Their kind is that of Shi, Dai, Yin and Sutton, "LambdaBeam: Neural Program Search with Higher-Order Functions and
Lambdas", NeurIPS 2023. A program is a Python expression, and every part of it matters on the inputs that are shown.

``python -m induce.benchmarks.tasks.drawn FILE`` writes 100 of them, with 3 to 5 examples each.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, count
from random import Random
from typing import Any

from .drawing import SEED, TASKS, Inputs, pair, write

CALLS = range(3, 7)
"""How many calls a program has; each of these sizes is equally frequent."""
SHOWN, ASKED = range(3, 6), 5
"""How many examples a task shows, and how many it holds out."""
LEAST, MOST = -999, 999
"""Of the integers in outputs."""
LENGTHS = range(3, 10)
"""Of the lists in inputs."""
NUMBERS = ((0, 9), (-9, 9), (1, 50), (-50, 50))
"""What ranges the items of a list are from."""
SMALL = (0, 5)
"""What range an integer among the inputs is from: it may be a position."""
PARAMETERS = (("list",), ("list",), ("list", "int"), ("list", "list"), ("list", "list", "int"))
"""The kinds of the arguments, `a`, `b` and `c`; each of these is equally frequent among programs of a size."""
INPUTS_TRIED = 40
"""So many inputs are drawn for a program before it is given up."""

CALLS_OF: dict[str, tuple[str, ...]] = {
    "list": (
        "{list}[::-1]", "sorted({list})", "take({int}, {list})", "drop({int}, {list})",
        "[{mapped} for x in {list}]", "[x for x in {list} if {test}]",
        "[{joined} for x, y in zip({list}, {list})]", "list(accumulate({list}, lambda x, y: {joined}))",
    ),
    "int": (
        "sum({list})", "max({list})", "min({list})", "len({list})", "{list}[0]", "{list}[-1]", "at({int}, {list})",
        "sum(1 for x in {list} if {test})",
        "({int} + {int})", "({int} - {int})", "({int} * {int})", "min({int}, {int})", "max({int}, {int})",
    ),
    "mapped": (
        "({mapped} + {mapped})", "({mapped} - {mapped})", "({mapped} * {mapped})", "({mapped} // 2)",
        "min({mapped}, {mapped})", "max({mapped}, {mapped})",
    ),
    "joined": (
        "({joined} + {joined})", "({joined} - {joined})", "({joined} * {joined})",
        "min({joined}, {joined})", "max({joined}, {joined})",
    ),
    "test": (
        "{mapped} > {mapped}", "{mapped} < {mapped}", "{mapped} == {mapped}", "{mapped} % 2 == 0", "{mapped} % 2 == 1",
    ),
}  # fmt: skip
"""The calls by what they make: values, and what functions of an item `x`, or of two items, `x` and `y`, return. The
parts of a call are in braces."""
TAKEN = {"mapped": ("x",), "test": ("x",), "joined": ("x", "y")}
"""What functions take, by what they return."""
CONSTANTS = ("0", "1", "2", "3")


def take(number: int, items: list[int]) -> list[int]:
    """The first items; IndexError for a negative number."""
    return items[: _natural(number)]


def drop(number: int, items: list[int]) -> list[int]:
    """All but the first items; IndexError for a negative number."""
    return items[_natural(number) :]


def at(place: int, items: list[int]) -> int:
    """The item at a place, from 0 on; IndexError if there is none."""
    return items[_natural(place)]


def _natural(number: int) -> int:
    if number < 0:
        raise IndexError(f"{number}: less than 0")
    return number


KNOWN = {"take": take, "drop": drop, "at": at, "accumulate": accumulate}
"""What the text of a program may name beside what Python has."""
UNDEFINED = (IndexError, ValueError)


@dataclass(frozen=True)
class Part:
    """A part of a program: a leaf, or a call with its parts.

    Parameters
    ----------
    kind
        What it makes: a key of `CALLS_OF`.
    form
        Its text, with the kinds of its parts in braces.
    """

    kind: str
    form: str
    parts: tuple[Part, ...] = ()

    def __str__(self) -> str:
        texts = iter(self.parts)
        return re.sub(r"{\w+}", lambda _: str(next(texts)), self.form)

    @property
    def calls(self) -> int:
        """How many there are in it."""
        return bool(self.parts) + sum(part.calls for part in self.parts)

    @property
    def leaves(self) -> frozenset[str]:
        """The parameters, items and constants in it."""
        return frozenset(part.form for part in self.walk() if not part.parts)

    def walk(self) -> Iterator[Part]:
        """It and all its parts."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def shortened(self) -> Iterator[Part]:
        """All that it becomes where one of its calls is replaced by a part of that call which is of its kind."""
        yield from (part for part in self.walk() if part is not self and part.kind == self.kind)
        for place, part in enumerate(self.parts):
            for shorter in part.shortened():
                yield Part(self.kind, self.form, (*self.parts[:place], shorter, *self.parts[place + 1 :]))


@dataclass(frozen=True)
class Drawn:
    """A program with examples, pairs of inputs and outputs."""

    program: Part
    shown: tuple[tuple[Inputs, Any], ...]
    asked: tuple[tuple[Inputs, Any], ...]

    def document(self, number: int) -> dict[str, Any]:
        """The task as a line of task JSONL."""
        return {
            "name": f"drawn {number}",
            "train": [pair(*one) for one in self.shown],
            "test": [pair(*one) for one in self.asked],
            "meta": {"family": f"{self.program.calls} calls", "meaning": str(self.program)},
        }


def drawn(tasks: int = TASKS, seed: int = SEED) -> list[Drawn]:
    """So many tasks with different programs, the same ones for the same seed."""
    found: dict[str, Drawn] = {}
    for number in range(tasks):
        size, kinds = CALLS[number % len(CALLS)], PARAMETERS[number // len(CALLS) % len(PARAMETERS)]
        wanted = _tasks(f"{seed} {number}", size, kinds)
        one = next(one for one in wanted if str(one.program) not in found)
        found[str(one.program)] = one
    return [*found.values()]


def _tasks(seed: str, calls: int, parameters: Sequence[str]) -> Iterator[Drawn]:
    """Tasks with a program of so many calls, without end."""
    for number in count():
        rng = Random(f"{seed} {number}")
        program = draw_part(rng, rng.choice(("list", "int")), parameters, calls)
        if is_plain(program, parameters):
            one = _with_examples(rng, program, parameters)
            if one is not None:
                yield one


def draw_part(rng: Random, kind: str, parameters: Sequence[str], calls: int) -> Part:
    """A part of a kind with so many calls, at least one for a test."""
    if not calls:
        return Part(kind, rng.choice(rng.choice(_leaves(kind, parameters))))
    form = rng.choice([form for form in CALLS_OF[kind] if sum(map(_fewest, _kinds(form))) < calls])
    inner = [_fewest(one) for one in _kinds(form)]
    for _ in range(calls - 1 - sum(inner)):
        inner[rng.randrange(len(inner))] += 1
    parts = (draw_part(rng, one, parameters, count) for one, count in zip(_kinds(form), inner, strict=True))
    return Part(kind, form, tuple(parts))


def _fewest(kind: str) -> int:
    """How few calls a part of a kind may have."""
    return int(kind == "test")


@cache
def _kinds(form: str) -> list[str]:
    """The kinds of the parts of a call."""
    return re.findall(r"{(\w+)}", form)


def _leaves(kind: str, parameters: Sequence[str]) -> list[Sequence[str]]:
    """The leaves of a kind in groups, each of which is drawn from equally often."""
    named = {of: [name for name, one in zip("abc", parameters, strict=False) if one == of] for of in ("list", "int")}
    groups: dict[str, list[Sequence[str]]] = {
        "list": [named["list"]],
        "int": [named["int"], CONSTANTS],
        "mapped": [TAKEN["mapped"], TAKEN["mapped"], named["int"], CONSTANTS],
        "joined": [TAKEN["joined"], TAKEN["joined"], named["int"], CONSTANTS],
        "test": [],
    }
    return [group for group in groups[kind] if group]


def is_plain(program: Part, parameters: Sequence[str]) -> bool:
    """Whether a program has a function and uses all parameters, and each call of it is plain.

    A function is to use all that it takes, and a call neither constants alone nor, but for sums and products, the same
    twice.
    """
    parts = [*program.walk()]
    return (
        any(part.kind in TAKEN for part in parts)
        and program.leaves >= {*"abc"[: len(parameters)]}
        and all(_is_plain(part) for part in parts if part.parts)
    )


def _is_plain(call: Part) -> bool:
    functions = [part for part in call.parts if part.kind in TAKEN and call.kind not in TAKEN]
    return (
        not call.leaves <= {*CONSTANTS}
        and (len({*call.parts}) == len(call.parts) or " + " in call.form or " * " in call.form)
        and all(part.leaves >= {*TAKEN[part.kind]} for part in functions)
    )


def _with_examples(rng: Random, program: Part, parameters: Sequence[str]) -> Drawn | None:
    """The program with inputs on which all of it matters; None if too few are found."""
    numbers = [rng.choice(NUMBERS) if kind == "list" else SMALL for kind in parameters]
    shown = rng.choice(SHOWN)
    examples: dict[str, tuple[Inputs, Any]] = {}
    for _ in range(INPUTS_TRIED):
        inputs = tuple(_value(rng, *one) for one in zip(parameters, numbers, strict=True))
        output = value(program, inputs)
        if _is_small(output):
            examples[repr(inputs)] = inputs, output
    pairs = tuple(examples.values())[: shown + ASKED]
    given, asked = pairs[:shown], pairs[shown:]
    if len(asked) < ASKED or not is_telling(program, given):
        return None
    return Drawn(program, given, asked)


def _value(rng: Random, kind: str, bounds: tuple[int, int]) -> Any:
    if kind == "int":
        return rng.randint(*bounds)
    return [rng.randint(*bounds) for _ in range(rng.choice(LENGTHS))]


def value(part: Part, inputs: Inputs) -> Any:
    """What a part, which is in no function, makes of inputs; None where it is undefined."""
    try:
        return _function(str(part), len(inputs))(*map(_copied, inputs))
    except UNDEFINED:
        return None


def _copied(value: Any) -> Any:
    return [*value] if isinstance(value, list) else value


@cache
def _function(text: str, arity: int) -> Any:
    return eval(f"lambda {', '.join('abc'[:arity])}: {text}", dict(KNOWN))  # Text of `CALLS_OF` alone.


def _is_small(output: Any) -> bool:
    return output is not None and all(
        LEAST <= one <= MOST for one in (output if isinstance(output, list) else [output])
    )


def is_telling(program: Part, examples: Sequence[tuple[Inputs, Any]]) -> bool:
    """Whether most outputs differ, and all parts and arguments matter."""
    outputs = [output for _, output in examples]
    if 2 * len({*map(repr, outputs)}) <= len(outputs):
        return False
    rows = [inputs for inputs, _ in examples]

    def matters(other: Sequence[Any]) -> bool:
        return [*other] != outputs

    exchanged = [_exchanged(rows, place) for place in range(len(rows[0]))]
    return (
        all(matters([value(shorter, inputs) for inputs in rows]) for shorter in program.shortened())
        and all(matters([value(program, inputs) for inputs in other]) for other in exchanged)
        and all(len({repr(value(part, inputs)) for inputs in rows}) > 1 for part in _values_in(program))
    )


def _exchanged(rows: Sequence[Inputs], place: int) -> list[Inputs]:
    """The inputs, each with the argument at a place that the next one has there."""
    others = [*rows[1:], rows[0]]
    return [(*row[:place], other[place], *row[place + 1 :]) for row, other in zip(rows, others, strict=True)]


def _values_in(part: Part) -> Iterator[Part]:
    """The calls of a program that are in none of its functions."""
    if part.parts and part.kind in {"list", "int"}:
        yield part
        for one in part.parts:
            yield from _values_in(one)


def main(argv: Sequence[str] | None = None) -> int:
    """Write the tasks into a file."""
    return write(drawn, "drawn", __doc__, argv)


if __name__ == "__main__":
    sys.exit(main())
