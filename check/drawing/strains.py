"""Tasks that strain a search: large values, long inputs, many examples, of all types, with and without an answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from ...dsl.core.expression import Undefined
from ...dsl.core.types import (
    BOOL,
    DATE,
    DECIMAL,
    DURATION,
    INT,
    LIMIT,
    STR,
    TIME,
    Type,
    list_of,
    optional,
    record_of,
    tuple_of,
)
from ...dsl.program import Program
from .programs import drawn_from
from .values import draw_value

WORDS = 100_000
"""Plain values in all inputs of a task at most, about."""
LONGEST = 10_000
"""Items in the longest list or text: a task takes no longer ones."""
MOST_EXAMPLES = 1000
OUTPUT_TYPES = (INT, BOOL, STR, list_of(INT), list_of(STR), DECIMAL, list_of(BOOL), list_of(list_of(INT)))
INPUT_TYPES = (
    *OUTPUT_TYPES,
    DATE,
    TIME,
    DURATION,
    list_of(DECIMAL),
    list_of(list_of(STR)),
    optional(INT),
    optional(STR),
    list_of(optional(INT)),
    record_of({"name": STR, "age": INT}),
    tuple_of([STR, INT]),
    list_of(record_of({"name": STR, "price": DECIMAL, "day": DATE})),
    list_of(tuple_of([STR, INT])),
)
STRUCTURED_OUTPUTS = tuple(type_ for type_ in INPUT_TYPES if type_.is_structured)


@dataclass(frozen=True)
class Strain:
    """Examples and inputs as they are given to a search."""

    examples: list[tuple[tuple[Any, ...], Any]]
    inputs: list[tuple[Any, ...]]

    def __str__(self) -> str:
        """What kind of task it is, in a few words."""
        *arguments, output = (type(value).__name__ for value in (*self.examples[0][0], self.examples[0][1]))
        return f"{len(self.examples)} examples of ({', '.join(arguments)}) -> {output}"


def draw_strain(draw: Random, words: int = WORDS) -> Strain:
    """A task with at most so many plain values in it: outputs of a program, a part of the inputs, or anything."""
    count = min(words // 5, draw.choice((1, 2, 3, 5, 5, 8, 8, 30, 200, MOST_EXAMPLES)))
    kind = draw.random()
    if kind < 0.35:
        strain = _of_a_program(draw, count, words)
        if strain is not None:
            return strain
    types = [draw.choice(INPUT_TYPES) for _ in range(draw.choice((1, 1, 1, 2, 2, 3)))]
    longest = _longest(draw, words // (count * len(types)))
    rows = [tuple(draw_large(type_, draw, longest) for type_ in types) for _ in range(count + 2)]
    told = _outputs(draw, types, longest)
    return Strain([(row, told(row)) for row in rows[:count]], rows[count:])


def _of_a_program(draw: Random, count: int, words: int) -> Strain | None:
    """Inputs on which a program at random is defined."""
    program = drawn_from(draw.randrange(2**32), loops=0.0)  # Nested ones run for long.
    types = [parameter.type for parameter in program.parameters]
    longest = min(_longest(draw, words // count), 1000)
    rows, examples = [], []
    for _ in range(count + 10):
        row = tuple(draw_large(type_, draw, longest) for type_ in types)
        output = _outcome(program, row)
        if output is not None and _size(output) <= words // count:
            examples.append((row, output))
        rows.append(row)
    return Strain(examples[:count], rows[:2]) if examples else None


def _outcome(program: Program, row: tuple[Any, ...]) -> Any:
    try:
        return program(*row)
    except Undefined:
        return None


def _size(value: Any) -> int:
    """The plain values in a value, and the lists that hold them."""
    return 1 + sum(map(_size, value)) if isinstance(value, list) else 1


def _longest(draw: Random, share: int) -> int:
    """How long values are: mostly short, sometimes as long as their share of a task allows."""
    fair = max(3, min(LONGEST, share))
    return draw.choice((5, 12, min(60, fair), fair))


def _outputs(draw: Random, types: list[Type], longest: int) -> Callable[[tuple[Any, ...]], Any]:
    """How outputs follow from inputs: as one of them, a little changed, or not at all."""
    kind = draw.random()
    if kind < 0.3:
        position = draw.randrange(len(types))
        return lambda row: _changed(row[position])
    if kind < 0.5 and any(type_.is_list for type_ in types):
        position = next(place for place, type_ in enumerate(types) if type_.is_list)
        return lambda row: len(row[position])
    type_ = draw.choice(OUTPUT_TYPES if draw.random() < 0.8 else STRUCTURED_OUTPUTS)
    known: dict[str, Any] = {}
    return lambda row: known.setdefault(repr(row), draw_large(type_, draw, longest))


def _changed(value: Any) -> Any:
    """A value reversed, or one more."""
    if isinstance(value, str | list):
        return value[::-1]
    return value + 1 if isinstance(value, int) and not isinstance(value, bool) and value < LIMIT else value


def draw_large(type_: Type, draw: Random, longest: int) -> Any:
    """A value of a type, of which lists and texts may be long and integers large."""
    if type_ == INT and draw.random() < 0.4:
        return draw.choice((1, -1)) * draw.randint(10**9, LIMIT)
    if type_ == STR and longest > 12:
        words = [draw_value(STR, draw) for _ in range(longest // 6)]
        return " ".join(words)[:longest]
    if type_.is_optional:
        return None if draw.random() < 0.3 else draw_large(type_.parts[0], draw, longest)
    if type_.is_tuple:
        return [draw_large(part, draw, 12) for part in type_.parts]
    if type_.is_record:
        return {key: draw_large(part, draw, 12) for key, part in type_.fields.items()}
    if type_.item is None:
        return draw_value(type_, draw)
    plain = type_.item.item is None and not type_.item.is_structured
    inner = longest if plain else max(3, int(longest**0.5))
    length = draw.randint(0, inner) if draw.random() < 0.5 else inner
    return [draw_large(type_.item, draw, 12 if plain else inner) for _ in range(length)]
