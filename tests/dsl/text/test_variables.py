"""What the variables of a program are called: by their types, and never like anything else."""

from __future__ import annotations

import ast
import keyword

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.dsl.core.expression import Variable
from induce.dsl.core.types import BOOL, INT, STR, Type, list_of
from induce.dsl.language.own import SYNTAX_WORDS
from induce.dsl.program import Program, parse
from induce.dsl.text.variables import fresh_variables, parameters_for

TYPES = st.sampled_from([INT, BOOL, STR, list_of(INT), list_of(BOOL), list_of(STR), list_of(list_of(INT))])


def test_parameters_have_names_of_their_own() -> None:
    flat, rows = list_of(INT), list_of(list_of(INT))
    types = [flat, INT, flat, rows, flat, flat, STR, rows, BOOL, list_of(BOOL), INT, INT, INT]
    parameters = parameters_for(types)
    assert [parameter.type for parameter in parameters] == types
    names = ["xs", "n", "ys", "rows", "zs", "xs2", "s", "rows2", "p", "mask", "m", "k", "n2"]
    assert [parameter.name for parameter in parameters] == names
    program = Program(parameters, parameters[-1])
    assert parse(str(program)) == program
    ast.parse(program.python())


@given(st.lists(TYPES, max_size=12))
def test_any_parameters_make_a_program_that_is_read_back(types: list[Type]) -> None:
    parameters = parameters_for([*types, INT])
    assert [parameter.type for parameter in parameters] == [*types, INT]
    program = Program(parameters, parameters[-1])
    assert parse(str(program)) == program


@given(st.lists(st.tuples(st.sampled_from(["acc", "x", "n", "sum"]), TYPES), max_size=6), st.lists(TYPES, max_size=4))
def test_fresh_variables_are_none_of_those_in_scope(wanted: list[tuple[str, Type]], types: list[Type]) -> None:
    scope = [*parameters_for(types), Variable("acc", INT)]
    found = fresh_variables(wanted, scope=scope)
    assert [variable.type for variable in found] == [type_ for _, type_ in wanted]
    names = [variable.name for variable in (*found, *scope)]
    assert len(set(names)) == len(names)
    for (usual, _), variable in zip(wanted, found, strict=True):
        assert variable.name.startswith(usual)


@pytest.mark.parametrize("name", ["sum", "reverse", "for", *sorted(SYNTAX_WORDS)])
def test_a_name_that_means_something_is_not_a_variable(name: str) -> None:
    (found,) = fresh_variables([(name, INT)], scope=())
    assert found.name == f"{name}2"
    assert not keyword.iskeyword(found.name)
