"""Sources: the lists of candidates that a comprehension may run over.

"Among all X the best by Y that satisfies Z" is solved from X, Y and Z apart; this is X.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, permutations
from math import comb
from typing import Any

from ....dsl.core.expression import Call, Expression, Literal, Undefined, evaluate
from ....dsl.core.types import INT, STR, Type
from ...readings.scene.applying import applied
from ...task.problem import Problem

MOST_ROWS, MOST_ROWS_OF_ONE = 1200, 600
"""The most candidates of all examples together, and of one of them: what is tried with fewer examples is checked with
all."""
LEAST_EXAMPLES = 3
"""A source that has so many candidates in all but fewer examples than this says too little."""
MOST_SOURCES = 48
"""So many sources are looked at."""
MOST_MARKS = 2
"""At how many marks a text is cut, the most frequent ones."""
LONGEST = {
    "pairs_of": 35,
    "product_of": 24,
    "sublists": 34,
    "substrings": 34,
    "triples_of": 16,
    "subsets_of": 9,
    "permutations_of": 5,
}
"""What has many more candidates than a list has items is only made of lists and texts of this length."""
COUNTED = frozenset({"one_to", "iota", "range"})
"""What has as many items as the last number says, or as there are from the first to it."""
MOST_ITEMS = 5_000
"""Of longer lists and texts nothing is made."""
AS_ROWS = {"pairs_of": ("combinations_of", 2), "adjacent": ("windows", 2)}
"""What has the same candidates as lists, where lists are wanted, and how many items are in each."""
OF_TWO_AS_ROWS = {"zipped": "pairs", "product_of": "cartesian"}
SIZES = {"combinations_of": (3,), "windows": (2, 3)}
"""How many items are chosen of a list where no parameter says so."""


@dataclass(frozen=True)
class Source:
    """A list for each example, over whose items comprehensions run.

    `values` are the lists of the examples that are looked at, which `examples` numbers in the problem's order.
    """

    body: Expression
    values: tuple[list[Any], ...]
    examples: tuple[int, ...]

    @property
    def item(self) -> Type:
        assert self.body.type.item is not None
        return self.body.type.item


def sources_of(problem: Problem, lists: Sequence[Expression]) -> list[Source]:
    """The sources of a problem, the plainest first; none has the same items as one before it.

    Parameters
    ----------
    lists
        What the search has found that is a list.
    """
    rows = [dict(zip((p.name for p in problem.parameters), e.inputs, strict=True)) for e in problem.examples]
    found: dict[str, Source] = {}
    of_rows = _is_of_rows(problem)
    for body in chain(_bodies(problem.parameters, lists, of_rows=of_rows), _cut(problem.parameters, rows)):
        source = _source(body, rows)
        if source is not None:
            found.setdefault(f"{source.body.type} {source.values!r}", source)
        if len(found) == MOST_SOURCES:
            break
    return list(found.values())


def _is_of_rows(problem: Problem) -> bool:
    """Whether one of several lists of two may be wanted, or some of them."""
    result = problem.result_type
    if not result.is_list or result.item not in (INT, STR):
        return result.item is not None and result.item.is_list
    return {len(example.output) for example in problem.examples} <= {0, 2}


def _source(body: Expression, rows: Sequence[dict[str, Any]]) -> Source | None:
    """The source that an expression is; None if it never has several items, or too many in too many examples."""
    values: dict[int, list[Any]] = {}
    for example, row in enumerate(rows):
        try:
            value = evaluate(body, row) if _is_small(body, row) else None
        except Undefined:
            continue
        if value is not None and len(value) <= MOST_ROWS_OF_ONE:
            values[example] = value
    total, chosen = 0, []
    for example in sorted(values, key=lambda example: len(values[example])):
        total += len(values[example])
        if total > MOST_ROWS:
            break
        chosen.append(example)
    if len(chosen) < min(LEAST_EXAMPLES, len(rows)) or all(len(values[example]) < 2 for example in chosen):
        return None
    examples = tuple(sorted(chosen))
    return Source(body, tuple(values[example] for example in examples), examples)


def _is_small(body: Expression, row: Mapping[str, Any]) -> bool:
    """Whether what the candidates are made of is short enough."""
    if not isinstance(body, Call):
        return True
    name, parts = body.primitive.name, [evaluate(part, row) for part in body.arguments]
    if name == "combinations_of":
        return parts[1] >= 0 and comb(len(parts[0]), parts[1]) <= MOST_ROWS_OF_ONE
    if name in COUNTED:
        first = parts[0] if len(parts) > 1 else 0
        return bool(parts[-1] - first <= MOST_ROWS_OF_ONE)
    return all(len(part) <= LONGEST.get(name, MOST_ITEMS) for part in parts if isinstance(part, str | list))


def _bodies(parameters: Sequence[Expression], found: Sequence[Expression], *, of_rows: bool) -> Iterator[Expression]:
    """Lists that parameters are or give, then what is made of these: neighbours, pairs, parts and choices."""
    numbers = [parameter for parameter in parameters if parameter.type == INT]
    if len(numbers) == len(parameters):
        yield from _of_numbers(numbers)
    for parameter in parameters:
        yield from _lists_of(parameter)
    lists = [parameter for parameter in parameters if parameter.type.is_list]
    lists += [applied("chars", parameter) for parameter in parameters if parameter.type == STR]
    texts = [parameter for parameter in parameters if parameter.type == STR]
    words = [applied("words", text) for text in texts]
    yield from _together(lists, of_rows=of_rows)
    yield from _sized(parameters)
    yield from chain.from_iterable(_known("unique", one) for one in parameters if one.type.is_list)
    if len(numbers) < len(parameters):
        yield from _of_numbers(numbers)
    yield from chain.from_iterable(_known("enumerated", one) for one in words)
    for parameter in parameters:
        for name in ("substrings", "sublists", "prefixes", "suffixes", "subsets_of"):
            yield from _known(name, parameter)
    yield from _together(words, of_rows=of_rows)
    yield from found
    for one in lists:
        for name in ("counted", "triples_of", "permutations_of", "groups"):
            yield from _known(name, one)
    for text in texts:
        yield applied("counted", applied("chars", applied("lower", text)))
        yield applied("counted", applied("words", text))
        yield applied("sort", applied("unique", applied("chars", text)))
    yield from (applied("chars", applied("concat", *pair)) for pair in combinations(texts, 2))


def _together(lists: Sequence[Expression], *, of_rows: bool) -> Iterator[Expression]:
    """Items with their positions, and two items together, or two positions; as lists where these are wanted."""
    for one, other in combinations(lists, 2):
        for name, as_rows in OF_TWO_AS_ROWS.items():
            yield from _known(as_rows if of_rows else name, one, other)
    for one in lists:
        yield from _known("enumerated", one)
    for name, (as_rows, size) in AS_ROWS.items():
        for one in lists:
            yield from _known(as_rows, one, Literal(size, INT)) if of_rows else _known(name, one)
    for one in lists:
        places = applied("indices", one)
        yield from _known("combinations_of", places, Literal(2, INT)) if of_rows else _known("pairs_of", places)


def _sized(parameters: Sequence[Expression]) -> Iterator[Expression]:
    """So many items of a list, side by side or anywhere: as many as a parameter says, or a few."""
    numbers = [parameter for parameter in parameters if parameter.type == INT]
    for one in parameters:
        for name, sizes in SIZES.items() if one.type.is_list else ():
            for size in (*numbers, *(Literal(size, INT) for size in sizes)):
                yield from _known(name, one, size)
        for number in numbers if one.type == STR else ():
            yield from (applied(name, one, number) for name in ("chunks", "windows"))


def _lists_of(one: Expression) -> Iterator[Expression]:
    type_ = one.type
    if type_.is_list:
        yield one
    if type_ == STR:
        yield applied("chars", one)
        yield applied("words", one)
        yield applied("chars", applied("lower", one))


def _of_numbers(numbers: Sequence[Expression]) -> Iterator[Expression]:
    for one in numbers:
        yield applied("digits", one)
        yield applied("one_to", one)
        yield applied("iota", one)
        yield applied("range", Literal(2, INT), one)
        yield applied("divisors", one)
        yield applied("bits", one)
        yield applied("prime_factors", one)
    for one, other in permutations(numbers, 2):
        yield applied("range", one, applied("add", other, 1))
        yield applied("range", one, other)


def _cut(parameters: Sequence[Expression], rows: Sequence[Mapping[str, Any]]) -> Iterator[Expression]:
    """Texts cut at the marks that most of them have, in pieces of two or three characters, and their letters alone."""
    for parameter in parameters:
        if parameter.type != STR:
            continue
        texts = [evaluate(parameter, row) for row in rows]
        marks = Counter(mark for text in texts for mark in sorted({c for c in text if not c.isalnum() and c != " "}))
        for mark, count in marks.most_common(MOST_MARKS):
            if 2 * count > len(texts):
                yield applied("split", parameter, mark)
        yield from (applied("chunks", parameter, size) for size in (2, 3))
        for name, is_one in (("letters_of", str.isalpha), ("digits_of", str.isdecimal)):
            if any(is_one(c) for text in texts for c in text) and not all(is_one(c) for text in texts for c in text):
                chosen = applied(name, parameter)
                yield from (applied("chars", chosen), applied("chars", applied("lower", chosen)))


def _known(name: str, *arguments: Expression) -> Iterator[Expression]:
    """The primitive on these arguments, where it takes values of their types."""
    try:
        yield applied(name, *arguments)
    except TypeError:
        return
