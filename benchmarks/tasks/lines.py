"""Tasks whose programs are drawn line by line: each line calls a function of lists with what lines before it made.

Their kind is that of Balog et al., "DeepCoder: Learning to Write Programs", ICLR 2017, appendix F, with the lengths of
Zohar and Wolf, "Automatic Program Synthesis of Long Programs with a Learned Garbage Collector", NeurIPS 2018. No line
is in vain: each is used by a later one, and none can be left out.

``python -m induce.benchmarks.tasks.lines FILE`` writes 100 of them, with five examples each.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, count
from operator import add, mul, sub
from random import Random
from typing import Any

from .drawing import SEED, TASKS, Inputs, pair, write

LENGTHS = range(5, 10)
"""How many lines a program has; each of these is equally frequent."""
SHOWN, ASKED = 5, 5
"""How many examples a task shows, and how many it holds out."""
LEAST, MOST = -256, 255
"""Of all integers."""
ITEMS = range(4, 13)
"""How many items the lists among the inputs have."""
BOUNDS = ((-9, 9), (0, 9), (-50, 50), (0, 100))
"""What ranges the items of a list are from."""
SMALL = (0, 6)
"""What range an integer among the inputs is from: it may be a position."""
PARAMETERS = (("list",), ("list", "int"), ("list", "list"))
INPUTS_TRIED, PROGRAMS_TRIED = 60, 400
"""So many inputs are drawn for a program, and programs of a shape, before they are given up."""


def _halved(number: int, by: int) -> int:
    """Division that rounds towards zero."""
    return abs(number) // by * (1 if number >= 0 else -1)


MAPPED: dict[str, Callable[[int], int]] = {
    "+1": lambda x: x + 1, "-1": lambda x: x - 1, "*2": lambda x: 2 * x, "*3": lambda x: 3 * x, "*4": lambda x: 4 * x,
    "/2": lambda x: _halved(x, 2), "/3": lambda x: _halved(x, 3), "/4": lambda x: _halved(x, 4), "*-1": lambda x: -x,
    "**2": lambda x: x * x,
}  # fmt: skip
TESTS: dict[str, Callable[[int], bool]] = {
    ">0": lambda x: x > 0, "<0": lambda x: x < 0, "even": lambda x: x % 2 == 0, "odd": lambda x: x % 2 == 1,
}  # fmt: skip
JOINED: dict[str, Callable[[int, int], int]] = {"+": add, "-": sub, "*": mul, "min": min, "max": max}
Kinds = tuple[str, ...]
FUNCTIONS: dict[str, tuple[Kinds, str, Callable[..., Any]]] = {
    "head": (("list",), "int", lambda xs: xs[0]),
    "last": (("list",), "int", lambda xs: xs[-1]),
    "minimum": (("list",), "int", min),
    "maximum": (("list",), "int", max),
    "sum": (("list",), "int", sum),
    "reverse": (("list",), "list", lambda xs: xs[::-1]),
    "sort": (("list",), "list", sorted),
    "take": (("int", "list"), "list", lambda n, xs: xs[: _natural(n)]),
    "drop": (("int", "list"), "list", lambda n, xs: xs[_natural(n) :]),
    "access": (("int", "list"), "int", lambda n, xs: xs[_natural(n)]),
    **{f"map {name}": (("list",), "list", lambda xs, one=one: [*map(one, xs)]) for name, one in MAPPED.items()},
    **{f"filter {name}": (("list",), "list", lambda xs, one=one: [*filter(one, xs)]) for name, one in TESTS.items()},
    **{f"count {name}": (("list",), "int", lambda xs, one=one: sum(map(one, xs))) for name, one in TESTS.items()},
    **{f"scan {name}": (("list",), "list", lambda xs, one=one: [*accumulate(xs, one)]) for name, one in JOINED.items()},
    **{
        f"zip {name}": (("list", "list"), "list", lambda xs, ys, one=one: [*map(one, xs, ys)])
        for name, one in JOINED.items()
    },
}
"""What lines call, by name: the kinds of its arguments, that of its result, and the function itself."""


def _natural(number: int) -> int:
    if number < 0:
        raise IndexError(f"{number}: less than 0")
    return number


@dataclass(frozen=True)
class Line:
    """A call: the name of a function, and the numbers of the values that it is given, parameters first."""

    name: str
    given: tuple[int, ...]

    def __str__(self) -> str:
        return " ".join([self.name, *(f"v{number}" for number in self.given)])


Program = tuple[Line, ...]


@dataclass(frozen=True)
class Drawn:
    """A program with examples, pairs of inputs and outputs."""

    program: Program
    shown: tuple[tuple[Inputs, Any], ...]
    asked: tuple[tuple[Inputs, Any], ...]

    def document(self, number: int) -> dict[str, Any]:
        """The task as a line of task JSONL."""
        return {
            "name": f"lines {number}",
            "train": [pair(*one) for one in self.shown],
            "test": [pair(*one) for one in self.asked],
            "meta": {"family": f"{len(self.program)} lines", "meaning": "; ".join(map(str, self.program))},
        }


def drawn(tasks: int = TASKS, seed: int = SEED) -> list[Drawn]:
    """So many tasks with different programs, the same ones for the same seed."""
    found: dict[Program, Drawn] = {}
    for number in range(tasks):
        length, kinds = LENGTHS[number % len(LENGTHS)], PARAMETERS[number // len(LENGTHS) % len(PARAMETERS)]
        one = next(one for one in _tasks(f"{seed} {number}", length, kinds) if one.program not in found)
        found[one.program] = one
    return [*found.values()]


def _tasks(seed: str, length: int, parameters: Kinds) -> Iterator[Drawn]:
    """Tasks with a program of so many lines, without end."""
    for number in count():
        rng = Random(f"{seed} {number}")
        program = draw_program(rng, length, parameters)
        one = None if program is None else _with_examples(rng, program, parameters)
        if one is not None:
            yield one


def draw_program(rng: Random, length: int, parameters: Kinds) -> Program | None:
    """A program in which every value but the last is used later; None if none was drawn."""
    for _ in range(PROGRAMS_TRIED):
        kinds, lines = [*parameters], list[Line]()
        while len(lines) < length:
            name = rng.choice([*FUNCTIONS])
            wanted, result, _ = FUNCTIONS[name]
            places = [[number for number, kind in enumerate(kinds) if kind == one] for one in wanted]
            if all(places):
                # Rather what was made last: else hardly a program has no line in vain.
                given = tuple(max(rng.choice(numbers), rng.choice(numbers)) for numbers in places)
                lines.append(Line(name, given))
                kinds.append(result)
        if {number for line in lines for number in line.given} == {*range(len(kinds) - 1)}:
            return tuple(lines)
    return None


def value(program: Program, inputs: Inputs) -> Any:
    """What a program makes of inputs; None where it is undefined or a number too large."""
    values = [*inputs]
    for line in program:
        try:
            made = FUNCTIONS[line.name][2](*(values[number] for number in line.given))
        except (IndexError, ValueError):
            return None
        if not all(LEAST <= one <= MOST for one in (made if isinstance(made, list) else [made])):
            return None
        values.append(made)
    return values[-1]


def _with_examples(rng: Random, program: Program, parameters: Kinds) -> Drawn | None:
    """The program with inputs on which all of it matters; None if too few are found."""
    bounds = [rng.choice(BOUNDS) if kind == "list" else SMALL for kind in parameters]
    examples: dict[str, tuple[Inputs, Any]] = {}
    for _ in range(INPUTS_TRIED):
        inputs = tuple(_value(rng, *one) for one in zip(parameters, bounds, strict=True))
        output = value(program, inputs)
        if output is not None:
            examples[repr(inputs)] = inputs, output
    pairs = tuple(examples.values())[: SHOWN + ASKED]
    given, asked = pairs[:SHOWN], pairs[SHOWN:]
    return Drawn(program, given, asked) if len(asked) == ASKED and is_telling(program, given) else None


def _value(rng: Random, kind: str, bounds: tuple[int, int]) -> Any:
    if kind == "int":
        return rng.randint(*bounds)
    return [rng.randint(*bounds) for _ in range(rng.choice(ITEMS))]


def is_telling(program: Program, examples: Sequence[tuple[Inputs, Any]]) -> bool:
    """Whether most outputs differ and have items, and no line can be left out."""
    outputs = [output for _, output in examples]
    if 2 * len({*map(repr, outputs)}) <= len(outputs) or 2 * sum(output == [] for output in outputs) >= len(outputs):
        return False
    rows = [inputs for inputs, _ in examples]
    return all([value(shorter, inputs) for inputs in rows] != outputs for shorter in _shortened(program, len(rows[0])))


def _shortened(program: Program, parameters: int) -> Iterator[Program]:
    """What becomes of a program where a line gives one of its arguments instead, if that is of its kind."""
    for place, line in enumerate(program):
        wanted, result, _ = FUNCTIONS[line.name]
        for given, kind in zip(line.given, wanted, strict=True):
            if kind == result:
                yield (*program[:place], *_without(program[place + 1 :], parameters + place, given))


def _without(lines: Sequence[Line], gone: int, instead: int) -> Iterator[Line]:
    """Lines in which a value is gone: another one takes its place, and those after it have one number less."""
    for line in lines:
        renamed = (instead if number == gone else number - (number > gone) for number in line.given)
        yield Line(line.name, tuple(renamed))


def main(argv: Sequence[str] | None = None) -> int:
    """Write the tasks into a file."""
    return write(drawn, "lines", __doc__, argv)


if __name__ == "__main__":
    sys.exit(main())
