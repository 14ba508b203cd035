"""How primitives are declared."""

from __future__ import annotations

from typing import Any

import pytest

from induce.dsl.core.primitive import primitive


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
