"""What holds for the declarations of all primitives, and that their laws are true."""

from __future__ import annotations

import keyword
import types
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from induce.dsl.core.bounds import within_bounds
from induce.dsl.core.primitive import UNDEFINED_ERRORS, Primitive, primitive
from induce.dsl.core.types import INT, infer_type, list_of
from induce.dsl.core.unification import substitute
from induce.dsl.language.language import BUILTIN
from induce.dsl.primitives.table import assemble

from ...strategies import values

ROWS = list(BUILTIN.searched.values())
BINDING = {"a": INT, "e": INT, "n": INT, "s": list_of(INT), "t": INT}
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.filter_too_much], derandomize=True)


def with_law(law: str) -> list[Any]:
    return [pytest.param(row, id=row.name) for row in ROWS if getattr(row.laws, law)]


def argument(data: st.DataObject, row: Primitive, position: int) -> Any:
    return data.draw(values(substitute(row.parameters[position], BINDING)))


def value(row: Primitive, *arguments: Any) -> Any:
    """The value, or None where it is undefined."""
    try:
        result = row.reference(*arguments)
    except UNDEFINED_ERRORS:
        return None
    return result if within_bounds(result) else None


@pytest.mark.parametrize("row", with_law("commutative"))
@QUICK
@given(data=st.data())
def test_commutative(row: Primitive, data: st.DataObject) -> None:
    x, y, *rest = (argument(data, row, p) for p in range(row.arity))
    assert value(row, x, y, *rest) == value(row, y, x, *rest)


@pytest.mark.parametrize("row", with_law("associative"))
@QUICK
@given(data=st.data())
def test_associative(row: Primitive, data: st.DataObject) -> None:
    x, y, z = argument(data, row, 0), argument(data, row, 1), argument(data, row, 1)
    left, right = value(row, x, y), value(row, y, z)
    assume(left is not None and right is not None)
    one, other = value(row, left, z), value(row, x, right)
    assume(one is not None and other is not None)
    assert one == other


@pytest.mark.parametrize("row", with_law("identity"))
@QUICK
@given(data=st.data())
def test_identity(row: Primitive, data: st.DataObject) -> None:
    for position, neutral in row.laws.identity.items():
        arguments = [neutral if p == position else argument(data, row, p) for p in range(row.arity)]
        result = value(row, *arguments)
        assert result is None or result == arguments[0 if position else 1]


def test_absorbed_primitives_exist_and_take_the_same_types() -> None:
    for row in ROWS:
        for position, names in row.laws.absorbs.items():
            assert 0 <= position < row.arity
            assert set(names) <= set(BUILTIN.searched), row.name


@pytest.mark.parametrize(
    "row", [pytest.param(row, id=row.name) for row in ROWS if row.name in ("reverse", "neg", "not")]
)
@QUICK
@given(data=st.data())
def test_involutions_absorb_themselves(row: Primitive, data: st.DataObject) -> None:
    assert row.name in row.laws.absorbs[0]
    x = argument(data, row, 0)
    assert row.reference(row.reference(x)) == x


@pytest.mark.parametrize("row", [pytest.param(row, id=row.name) for row in ROWS])
def test_declaration(row: Primitive) -> None:
    assert row.name.isidentifier()
    assert 1 <= row.arity <= 3
    assert 1 <= row.cost <= 20
    assert row.meaning.endswith(".")
    assert len(row.meaning) < 110
    assert (row.kernel is None) == (row.lazy or row.takes_function)


def test_symbols_are_unique_among_operands_of_a_type() -> None:
    symbols = [(row.symbol, row.parameters[0]) for row in ROWS if row.symbol is not None]
    assert len(symbols) == len(set(symbols))


def test_names_that_python_reserves_are_written_as_operators() -> None:
    assert {row.name for row in ROWS if keyword.iskeyword(row.name)} <= {row.symbol for row in ROWS}


def test_table_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        BUILTIN.searched["new"] = ROWS[0]  # type: ignore[index]


def test_a_signature_is_a_function_type() -> None:
    with pytest.raises(ValueError, match="'Int' is not a valid signature"):
        primitive("Int")


def family(**declared: Any) -> types.ModuleType:
    module = types.ModuleType("family")
    vars(module).update(declared)
    return module


def declared(name: str, *, kernel: bool) -> Any:
    @primitive("(Int) -> Int", name=name)
    def same(x: int) -> int:
        """The same."""
        return x

    if kernel:
        same.kernel(lambda x: x)
    return same


def test_two_primitives_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="two primitives are called same"):
        assemble([family(one=declared("same", kernel=True), other=declared("same", kernel=True))])


def test_a_primitive_without_kernel_is_refused() -> None:
    with pytest.raises(ValueError, match="same has no kernel"):
        assemble([family(one=declared("same", kernel=False))])


def test_references_return_values_of_their_declared_type() -> None:
    for row in ROWS:
        if not row.lazy and all(str(p) == "Int" for p in row.parameters):
            result = value(row, *[6, 3, 2][: row.arity])
            assert result is None or infer_type(result) in (row.result, infer_type([])), row.name
