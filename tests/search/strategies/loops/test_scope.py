"""A search as loops see it."""

from __future__ import annotations

from induce import parse
from induce.dsl.core.expression import Variable
from induce.dsl.core.types import INT, STR, list_of
from induce.dsl.text.printer import print_expression
from induce.search.strategies.loops.bodies import Row
from induce.search.strategies.loops.scope import Scope, item_name, item_of, loop_over

from ...searches import context_of, search_of

INTS = list_of(INT)


def scope() -> Scope:
    search, _ = search_of([([7, 2, 6], [7, 5, 8]), ([10, 14], [10, 19]), ([5], [5])])
    return Scope(context_of(search.bank, (), search.budget))


def test_variables_do_not_hide_parameters() -> None:
    one = scope()
    (bound,) = one.bound((one.parameters[0].name, INT))
    assert bound.name != one.parameters[0].name


def test_a_loop_is_closed_by_its_body() -> None:
    xs, x = Variable("xs", INTS), Variable("x", INT)
    loop = loop_over("map", [xs], 1, (x,), [Row((1,), 2)], INT)
    ((more, expression),) = loop.close(parse("(x: Int) -> x + 1").body)
    assert (more, print_expression(expression)) == (0, "map(xs, (x: Int) -> x + 1)")
    assert loop.cost > 1


def test_items_have_types_and_names() -> None:
    assert item_of(Variable("xs", INTS)) == INT
    assert [item_name(type_) for type_ in (INT, STR, INTS)] == ["x", "word", "row"]
