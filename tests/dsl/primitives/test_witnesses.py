"""What a witness deduces is right: with it, the primitive gives the result."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from induce.dsl.core.layout import decode, encode
from induce.dsl.core.primitive import Primitive
from induce.dsl.core.types import INT, LIMIT, Type, list_of
from induce.dsl.core.unification import substitute
from induce.dsl.language.language import BUILTIN
from induce.search.engine.codegen.numbering import multiset_numbers, witness_numbers

from .test_kernels import Memory, bindings_of, draw_arguments, run_reference

WITNESSES = list(witness_numbers())
MULTISET_WITNESSES = list(multiset_numbers())


def run_witness(
    row: Primitive,
    missing: int,
    result: Any,
    others: tuple[Any, ...],
    bound: dict[str, Type],
    *,
    by_items: bool = False,
) -> Any:
    """What the witness says that the missing argument is, None if it says nothing."""
    witness = (row.multiset_witnesses if by_items else row.witnesses)[missing]
    patterns = (row.result, *(p for i, p in enumerate(row.parameters) if i != missing))
    types = [substitute(pattern, bound) for pattern in patterns]
    words = [encode(value, type_) for value, type_ in zip((result, *others), types, strict=True)]
    wanted = substitute(row.parameters[missing], bound)
    if row.elementwise:
        value = witness(*(word[0] for word in words))
        return None if abs(value) > LIMIT else decode([value], wanted)
    cap = 8 + max(map(len, words))
    memory = Memory(words, cap)
    given_: list[int] = []
    for pattern, (place, length) in zip(patterns, memory.slices, strict=True):
        given_ += [memory[place]] if pattern.is_word else [place, length]
    value = witness(memory, *given_, memory.out, cap)
    if row.parameters[missing].is_word:
        return None if abs(value) > LIMIT else decode([value], wanted)
    return None if value < 0 else decode([memory[memory.out + i] for i in range(value)], wanted)


@pytest.mark.parametrize(("row", "missing"), WITNESSES, ids=lambda part: getattr(part, "name", part))
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_deduced_argument_gives_the_result(row: Primitive, missing: int, data: st.DataObject) -> None:
    bound = data.draw(bindings_of(row))
    arguments = draw_arguments(data, [substitute(pattern, bound) for pattern in row.parameters])
    result = run_reference(row, arguments)
    if result is None:
        return
    wanted = substitute(row.result, bound)
    if decode(encode(result, wanted), wanted) != result:
        return  # A decimal of more places than the search has.
    others = tuple(argument for i, argument in enumerate(arguments) if i != missing)
    deduced = run_witness(row, missing, result, others, bound)
    if deduced is not None:
        again = (*others[:missing], deduced, *others[missing:])
        assert run_reference(row, again) == result


@pytest.mark.parametrize(
    ("name", "missing", "result", "others", "expected"),
    [
        ("add", 0, 7, (3,), 4),
        ("split", 0, ["a", "", "b"], (",",), "a,,b"),
        ("split", 0, ["a,b"], (",",), None),
        ("split", 0, ["xa", "ax"], ("aa",), None),
        ("words", 0, ["one", "two"], (), "one two"),
        ("words", 0, ["one", ""], (), None),
        ("chars", 0, ["x", "y"], (), "xy"),
        ("chars", 0, ["xy"], (), None),
        ("sub", 1, 7, (3,), -4),
        ("mul", 1, 12, (4,), 3),
        ("mul", 1, 13, (4,), None),
        ("mul", 1, 0, (0,), None),
        ("reverse", 0, [1, 2], (), [2, 1]),
        ("take", 1, [1, 2], ([1, 2, 3],), 2),
        ("take", 1, [2], ([1, 2, 3],), None),
        ("drop", 1, [3], ([1, 2, 3],), 2),
        ("concat", 0, [1, 2, 3], ([3],), [1, 2]),
        ("concat", 1, [1, 2, 3], ([1],), [2, 3]),
        ("concat", 1, [1, 2, 3], ([2],), None),
        ("cons", 1, [1, 2], (1,), [2]),
        ("append", 1, [1, 2], ([1],), 2),
        ("single", 0, [5], (), 5),
        ("rotate", 1, [3, 1, 2], ([1, 2, 3],), 2),
        ("at", 1, 3, ([1, 3, 3],), 1),
        ("delete", 1, [1, 3], ([1, 2, 3],), 1),
        ("gather", 1, [3, 1], ([1, 2, 3],), [2, 0]),
        ("compress", 1, [1, 3], ([1, 2, 3],), [True, False, True]),
        ("remove", 1, [1, 3], ([1, 2, 3, 2],), 2),
        ("repeat_by", 1, [1, 1, 3], ([1, 2, 3],), [2, 0, 1]),
        ("replicate", 1, [1, 2, 1, 2], ([1, 2],), 2),
        ("copies", 1, [4, 4], (4,), 2),
        ("join", 0, "a-b", ("-",), ["a", "b"]),
        ("pair", 0, [5, 7], (7,), 5),
        ("pair", 1, [5, 7], (7,), None),
        ("pairs", 0, [[1, 7], [2, 8]], ([7, 8, 9],), [1, 2]),
        ("pairs", 1, [[1, 7], [2, 8]], ([1],), None),
        ("pairs", 1, [[1, 7, 0]], ([1],), None),
        ("pairs", 0, [], ([7],), []),
        ("interleave", 0, [1, 7, 2, 8], ([7, 8],), [1, 2]),
        ("interleave", 1, [1, 7, 2], ([1, 2],), None),
        ("transpose", 0, [[1, 2], [3, 4], [5, 6]], (), [[1, 3, 5], [2, 4, 6]]),
        ("transpose", 0, [[1, 2], [3]], (), None),
        ("transpose", 0, [[], []], (), None),
        ("join_rows", 0, [1, 0, 0, 2], (0,), [[1], [], [2]]),
        ("join_rows", 0, [], (0,), [[]]),
    ],
)
def test_what_is_deduced(name: str, missing: int, result: Any, others: tuple[Any, ...], expected: Any) -> None:
    row = BUILTIN.searched[name]
    bound = {"a": INT, "e": INT, "n": INT, "s": list_of(INT)}
    assert run_witness(row, missing, result, others, bound) == expected


@pytest.mark.parametrize(("row", "missing"), MULTISET_WITNESSES, ids=lambda part: getattr(part, "name", part))
@pytest.mark.parametrize("falling", [False, True], ids=["ascending", "descending"])
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_an_argument_deduced_from_items_in_order_gives_them(
    row: Primitive, missing: int, falling: bool, data: st.DataObject
) -> None:
    bound = {"a": INT, "n": INT, "s": list_of(INT)}
    arguments = draw_arguments(data, [substitute(pattern, bound) for pattern in row.parameters])
    items = run_reference(row, arguments)
    if items is None:
        return
    in_order = sorted(items, reverse=falling)
    others = tuple(argument for i, argument in enumerate(arguments) if i != missing)
    deduced = run_witness(row, missing, in_order, others, bound, by_items=True)
    again = (*others[:missing], deduced, *others[missing:])
    assert sorted(run_reference(row, again), reverse=falling) == in_order
    assert not isinstance(deduced, list) or deduced == sorted(deduced, reverse=falling)


@pytest.mark.parametrize(
    ("name", "missing", "result", "others", "expected"),
    [
        ("concat", 1, [1, 2, 2, 3], ([3, 2],), [1, 2]),
        ("concat", 1, [3, 2, 2, 1], ([3, 2],), [2, 1]),
        ("concat", 1, [1, 2], ([2, 2],), None),
        ("concat", 1, [1, 2], ([4],), None),
        ("concat", 1, [], ([],), []),
        ("cons", 0, [1, 2, 3], ([3, 1],), 2),
        ("cons", 0, [1, 2, 3], ([3],), None),
        ("cons", 1, [1, 2, 2], (2,), [1, 2]),
        ("cons", 1, [1, 2], (3,), None),
    ],
)
def test_what_is_deduced_from_items(
    name: str, missing: int, result: Any, others: tuple[Any, ...], expected: Any
) -> None:
    bound = {"a": INT, "n": INT, "s": list_of(INT)}
    assert run_witness(BUILTIN.searched[name], missing, result, others, bound, by_items=True) == expected
