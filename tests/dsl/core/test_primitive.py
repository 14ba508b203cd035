"""How primitives are declared, and how they apply to arguments of given types."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.dsl.core.application import apply, resolve
from induce.dsl.core.primitive import Primitive, primitive
from induce.dsl.core.types import Type, parse_type


@primitive("(Int, Int) -> Int", elementwise=True, cost=3)
def minus(x: int, y: int) -> int:
    """One less the other."""
    return x - y


@primitive("(List[a], Index) -> List[a]")
def drop_some(xs: list[Any], n: int) -> list[Any]:
    """Without the first.

    More is said here.
    """
    return xs[n:]


@primitive("(List[t], (t) -> u) -> List[u]", name="map")
def map_(xs: list[Any], f: Any) -> list[Any]:
    """Each."""
    return [f(x) for x in xs]


MINUS, DROP, MAP = (one.build("made") for one in (minus, drop_some, map_))
TEXTS = ("Int", "Bool", "List[Int]", "List[Bool]", "List[List[Int]]", "List[List[List[Int]]]")


def resolved(row: Primitive, *types: str, each: bool = False) -> tuple[str, Any, Any] | None:
    found = resolve(row, [parse_type(text) for text in types], each=each)
    return None if found is None else (str(found.result), found.rows, found.broadcast)


def test_a_declaration_says_all_that_is_known() -> None:
    assert (MINUS.name, MINUS.cost, MINUS.arity, MINUS.family) == ("minus", 3, 2, "made")
    assert MINUS.signature == "(Int, Int) -> Int"
    assert (DROP.index_arguments, DROP.index_result) == ((False, True), False)
    assert DROP.signature == "(List[a], Int) -> List[a]"
    assert DROP.meaning == "Without the first."
    assert (MAP.name, MAP.takes_function, DROP.takes_function) == ("map", True, False)


def test_kernels_and_witnesses_are_kept_with_their_positions() -> None:
    @primitive("(Int, Int) -> Index", elementwise=True)
    def both(x: int, y: int) -> int:
        """Sum."""
        return x + y

    both.kernel(max)
    both.witness(1)(min)
    both.witness(0)(sum)
    both.multiset_witness(1)(len)
    row = both.build("made")
    assert (row.kernel, row.multiset_witnesses) == (max, {1: len})
    assert list(row.witnesses.items()) == [(0, sum), (1, min)]
    assert row.index_result


@pytest.mark.parametrize("text", ["Int", "List[a]", "(Int) ->", "Real -> Int"])
def test_what_is_not_a_signature_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a valid signature|unknown type"):
        primitive(text)


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        (("Int", "Int"), ("Int", (False, False), (False, False))),
        (("List[Int]", "Int"), ("List[Int]", (False, False), (True, False))),
        (("Int", "List[Int]"), ("List[Int]", (False, False), (False, True))),
        (("List[Int]", "List[Int]"), ("List[Int]", (False, False), (True, True))),
        (("List[List[Int]]", "Int"), None),
        (("Int", "Bool"), None),
        (("Int",), None),
    ],
)
def test_an_elementwise_primitive_broadcasts(types: tuple[str, ...], expected: Any) -> None:
    assert resolved(MINUS, *types) == expected


@pytest.mark.parametrize(
    ("row", "types", "expected"),
    [
        (MINUS, ("List[List[Int]]", "Int"), ("List[List[Int]]", (True, False), (True, False))),
        (MINUS, ("List[List[Int]]", "List[Int]"), ("List[List[Int]]", (True, True), (True, False))),
        (DROP, ("List[List[Int]]", "Int"), ("List[List[Int]]", (True, False), (False, False))),
        (DROP, ("List[List[Int]]", "List[Int]"), ("List[List[Int]]", (True, True), (False, False))),
        (DROP, ("List[Int]", "Int"), None),
        (MAP, ("List[List[Int]]", "(Int) -> Int"), None),
    ],
)
def test_each_maps_over_as_many_arguments_as_it_can(row: Primitive, types: tuple[str, ...], expected: Any) -> None:
    assert resolved(row, *types, each=True) == expected


@pytest.mark.parametrize("each", [False, True])
@pytest.mark.parametrize("row", [MINUS, DROP], ids=lambda row: row.name)
def test_what_resolves_gives_values_of_the_type_that_it_says(row: Primitive, each: bool) -> None:
    for texts in product(TEXTS, repeat=2):
        types = [parse_type(text) for text in texts]
        found = resolve(row, types, each=each)
        if found is not None:
            value = apply(row, found, [_value(type_) for type_ in types])
            assert _depth(value) == found.result.depth, texts


def _value(type_: Type) -> Any:
    return 1 if type_.item is None else [_value(type_.item)] * 2


def _depth(value: Any) -> int:
    return 1 + _depth(value[0]) if isinstance(value, list) and value else int(isinstance(value, list))


@given(st.lists(st.integers()), st.lists(st.integers()), st.integers())
def test_lists_meet_at_the_shortest(xs: list[int], ys: list[int], n: int) -> None:
    lists = resolve(MINUS, [parse_type("List[Int]")] * 2)
    mixed = resolve(MINUS, [parse_type("Int"), parse_type("List[Int]")])
    assert lists is not None
    assert mixed is not None
    assert apply(MINUS, lists, [xs, ys]) == [x - y for x, y in zip(xs, ys, strict=False)]
    assert apply(MINUS, mixed, [n, ys]) == [n - y for y in ys]
